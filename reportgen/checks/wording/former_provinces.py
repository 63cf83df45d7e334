"""VB031: provinces that are no more; VB032: units of today called by the wrong rank."""

import re
from collections.abc import Iterator
from functools import cache

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.seeking import Sought, sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told
from reportgen.checks.wording.history import is_of_the_past, speaks_since
from reportgen.checks.wording.own_date import issued_between
from reportgen.places import FormerProvince, Province, Status, former_provinces, provinces
from reportgen.places.provinces import SINCE
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_RANKED = r"\b(?P<rank>[Tt]ỉnh|TỈNH)"


def _check(subject: Subject) -> Iterator[Finding]:
    if not speaks_since(subject, SINCE):
        return
    first: dict[str, Slip] = {}
    for passage in subject.manuscript.passages:
        if passage.part is Part.RUNNING:
            continue
        for match in _of_the_past().finditer(fold_tone_placement(passage.text)):
            former = _former_by_name()[match["name"].lower()]
            if not is_of_the_past(passage, match.start()):
                first.setdefault(former.name, _slip(passage, match, former))
    yield from told(RULE, first.values(), singly=5)


def _slip(passage: Passage, match: re.Match[str], former: FormerProvince) -> Slip:
    day = former.until
    now = former.today.full_name().replace("Tỉnh", "tỉnh")
    written = passage.text[match.start() : match.end()]
    message = f"“{written}” không còn từ sau ngày {day.day}/{day.month}/{day.year}"
    hint = f"nay thuộc {now}; nếu nói về trước đó thì thêm “(cũ)”"
    return Slip(passage, *match.span(), message, hint)


def _check_ranks(subject: Subject) -> Iterator[Finding]:
    span = issued_between(subject)
    if span is None or span[0] < SINCE:
        return
    first: dict[str, Slip] = {}
    for passage in subject.manuscript.passages:
        for match in _with_rank().finditer(fold_tone_placement(passage.text)):
            province = _by_name()[match["name"]]
            status = province.status(span[0])
            if status is not _of_rank(match["rank"]) and _is_current(passage, match, province):
                right = f"{str(status).lower()} {province.name}"
                written = passage.text[match.start() : match.end()]
                message = f"“{written}”: {province.name} là {str(status).lower()}"
                slip = Slip(passage, *match.span(), message, f"viết “{right}”")
                first.setdefault(province.name, slip)
    yield from told(RANK_RULE, first.values())


def _is_current(passage: Passage, match: re.Match[str], province: Province) -> bool:
    """Whether the unit of today is meant, not the one before or a city within the province."""
    if len(province.statuses) == 1 and _of_rank(match["rank"]) is Status.CITY:
        return False  # thành phố Lào Cai was a city of the province
    return not is_of_the_past(passage, match.start(), province.statuses[-1][0])


def _of_rank(word: str) -> Status:
    return Status.PROVINCE if word.lower() == "tỉnh" else Status.CITY


@cache
def _former_by_name() -> dict[str, FormerProvince]:
    today = {one.name for one in provinces()}
    return {
        fold_tone_placement(one.name).lower(): one
        for one in former_provinces()
        if one.name not in today
    }


@cache
def _of_the_past() -> Sought:
    names = sorted(_former_by_name(), key=len, reverse=True)
    typed = [form for name in names for form in (name.title(), name.upper())]
    pattern = rf"{_RANKED} (?P<name>{'|'.join(map(re.escape, typed))})(?![^\W\d_])"
    return sought(pattern, "ỉnh ", "TỈNH ")


@cache
def _by_name() -> dict[str, Province]:
    return {fold_tone_placement(one.name): one for one in provinces()}


@cache
def _with_rank() -> Sought:
    names = "|".join(map(re.escape, sorted(_by_name(), key=len, reverse=True)))
    return sought(
        rf"(?<![Cc]ác )\b(?P<rank>[Tt]ỉnh|[Tt]hành phố) (?P<name>{names})(?![^\W\d_])",
        "ỉnh ",
        "hành phố ",
    )


RULE = Rule(
    "VB031",
    "tên tỉnh không còn từ ngày 01/7/2025",
    Severity.WARNING,
    "từ ngày 01/7/2025 cả nước có 34 tỉnh, thành phố (Nghị quyết số 202/2025/QH15)",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\nĐối với các xã thuộc tỉnh Ninh Thuận, tiếp tục rà soát.",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\n"
    "Đối với các xã thuộc tỉnh Ninh Thuận (cũ), tiếp tục rà soát.",
    _check,
)

RANK_RULE = Rule(
    "VB032",
    "gọi sai là tỉnh hoặc thành phố",
    Severity.WARNING,
    "sáu thành phố trực thuộc trung ương theo Nghị quyết số 202/2025/QH15; Đồng Nai là thành phố "
    "từ ngày 30/4/2026 (Nghị quyết số 30/2026/QH16)",
    "Hà Nội, ngày 19 tháng 9 năm 2025\nĐề nghị UBND tỉnh Huế báo cáo kết quả.",
    "Hà Nội, ngày 19 tháng 9 năm 2025\nĐề nghị UBND thành phố Huế báo cáo kết quả.",
    _check_ranks,
)

RULES = (RULE, RANK_RULE)
