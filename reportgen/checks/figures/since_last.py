"""SL055 to SL058: the text against that of the period before (`--previous`)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.figures.model import Figure, Fraction
from reportgen.checks.figures.phrasing import sentence_around
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.told_before import Aligned, aligned
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import round_half_up

_CUMULATIVE = re.compile(r"l[ũu]y kế|luỹ kế|cộng dồn|đến nay|tính đến|từ khi triển khai", re.I)
_SPAN = re.compile(r"từ (?:ngày )?[0-9]{1,2}[/.][0-9]{1,2}", re.I)
_SINCE_NEW_YEAR = re.compile(r"từ đầu năm|từ ngày 0?1/0?1\b", re.I)
_NOT_ADDED_UP = re.compile(
    r"còn lại|còn tồn|tồn đọng|chưa|quá hạn|giảm|nợ\b|trong (?:tháng|kỳ|tuần|quý)|dừng|cắt bỏ", re.I
)
_FACTOR = 5
_SMALL = 50  # what is smaller moves by any factor
_COUNTED = 100  # what is smaller often stays as it is
_MANY = 3
_NAMED = 10
_WORDS = 5  # after a figure, in a list of several
_MOST_POINTS = Decimal("0.3")


def _fallen(subject: Subject) -> Iterator[Finding]:
    for one in _pairs(subject):
        if _value(one.now) < _value(one.before) and _is_cumulative(subject, one):
            off = printed(one.before.value - one.now.value)
            yield FALLEN.at(
                one.passage,
                one.now.start,
                one.now.end,
                f"số lũy kế “{one.now.text}” ít hơn kỳ trước: {one.change}",
                "xem lại hai số; nếu giảm vì rà soát lại thì nói rõ trong câu",
                why=f"kỳ trước {one.before.text}, kỳ này {one.now.text}, giảm {off}",
            )


def _leapt(subject: Subject) -> Iterator[Finding]:
    for one in _pairs(subject):
        now, before = _value(one.now), _value(one.before)
        least, most = sorted((now, before))
        if one.now.percent or least <= 0 or most < _SMALL or most <= least * _FACTOR:
            continue
        if now < before and _is_cumulative(subject, one):
            continue
        times = printed(round_half_up(most / least, 1))
        yield LEAPT.at(
            one.passage,
            one.now.start,
            one.now.end,
            f"“{one.now.text}” {'tăng' if now > before else 'giảm'} {times} lần so với kỳ trước: "
            f"{one.change}",
            "xem có thừa, thiếu chữ số hay nhầm đơn vị không",
            why=f"{one.change} là {times} lần, quá {_FACTOR} lần",
        )


def _unmoved(subject: Subject) -> Iterator[Finding]:
    counted = [one for one in _pairs(subject) if _may_move(one)]
    still = [one for one in counted if one.now.value == one.before.value]
    if not still or len(counted) - len(still) < max(_MANY, len(still)):
        return
    named = ", ".join(_with_words(one) for one in still[:_NAMED])
    more = f" và {len(still) - _NAMED} số khác" if len(still) > _NAMED else ""
    first = still[0]
    yield UNMOVED.at(
        first.passage,
        first.now.start,
        first.now.end,
        f"{len(still)} số bằng đúng kỳ trước: {named}{more}.",
        "hỏi lại nơi cung cấp xem số đã cập nhật chưa",
    )


def _shifted(subject: Subject) -> Iterator[Finding]:
    for one in _pairs(subject):
        off = abs(one.now.value - one.before.value)
        if one.now.percent and off > _MOST_POINTS:
            points = printed(round_half_up(off * 100, 2))
            yield SHIFTED.at(
                one.passage,
                one.now.start,
                one.now.end,
                f"tỷ lệ “{one.now.text}” thay đổi {points} điểm phần trăm: {one.change}",
                "xem lại hai tỷ lệ và hai số của chúng",
            )


def _pairs(subject: Subject) -> tuple[Aligned, ...]:
    if subject.previous is None:
        return ()
    return aligned(subject.manuscript, subject.previous)


def _is_cumulative(subject: Subject, one: Aligned) -> bool:
    if one.now.percent:
        return False
    text = one.passage.text
    start, _ = sentence_around(text, one.now.start)
    before = re.split(r"[;:(]", text[start : one.now.start])[-1]
    after = re.split(r"[;:.,()]", text[one.now.end :], maxsplit=1)[0]
    if _NOT_ADDED_UP.search(before) or _NOT_ADDED_UP.search(after):
        return False
    period = subject.facts.period
    later_in_year = period is not None and period[0].month > 1
    if _SPAN.search(before) and not _SINCE_NEW_YEAR.search(before):
        return False
    return bool(_CUMULATIVE.search(before) or (later_in_year and _SINCE_NEW_YEAR.search(before)))


def _may_move(one: Aligned) -> bool:
    """Whether one expects the figure to change: no share, no small count, not all of a total."""
    if isinstance(one.token, Fraction) and one.token.part.value == one.token.whole.value:
        return False
    return not one.now.percent and max(_value(one.now), _value(one.before)) >= _COUNTED


def _value(figure: Figure) -> Decimal:
    return figure.value * figure.scale


def _with_words(one: Aligned) -> str:
    """The figure and the first words after it, as they stand."""
    after = re.split(r"[,;:.()/]", one.passage.text[one.now.end :], maxsplit=1)[0]
    return " ".join((one.now.text, *after.split()[:_WORDS]))


FALLEN = Rule(
    "SL055",
    "số lũy kế ít hơn văn bản kỳ trước",
    Severity.WARNING,
    "số lũy kế cộng dồn từ đầu nên kỳ sau không nhỏ hơn kỳ trước",
    "Kỳ trước “lũy kế đã số hóa 986.046 hồ sơ”, kỳ này “lũy kế đã số hóa 968.046 hồ sơ”.",
    "Kỳ trước “lũy kế đã số hóa 968.046 hồ sơ”, kỳ này “lũy kế đã số hóa 986.046 hồ sơ”.",
    _fallen,
)
LEAPT = Rule(
    "SL056",
    "số thay đổi quá 5 lần so với văn bản kỳ trước",
    Severity.WARNING,
    "cùng một câu mà số thay đổi quá 5 lần thường do thừa, thiếu chữ số hoặc nhầm đơn vị",
    "Kỳ trước “đã tiếp nhận 1.350 hồ sơ”, kỳ này “đã tiếp nhận 13.500 hồ sơ”.",
    "Kỳ trước “đã tiếp nhận 1.350 hồ sơ”, kỳ này “đã tiếp nhận 1.420 hồ sơ”.",
    _leapt,
)
UNMOVED = Rule(
    "SL057",
    "số bằng đúng văn bản kỳ trước",
    Severity.ADVICE,
    "khi phần lớn các số đã thay đổi, số giữ nguyên từng chữ số có thể chưa được cập nhật",
    "Các câu khác đã đổi số, câu này vẫn là “1.461.170 dữ liệu” như kỳ trước.",
    "Kỳ trước “1.461.170 dữ liệu”, kỳ này “1.463.025 dữ liệu”.",
    _unmoved,
)
SHIFTED = Rule(
    "SL058",
    "tỷ lệ thay đổi quá 30 điểm phần trăm so với văn bản kỳ trước",
    Severity.ADVICE,
    "tỷ lệ trong cùng một câu ít khi thay đổi nhiều như vậy trong một kỳ",
    "Kỳ trước “đạt tỷ lệ 91,2%”, kỳ này “đạt tỷ lệ 19,4%”.",
    "Kỳ trước “đạt tỷ lệ 91,2%”, kỳ này “đạt tỷ lệ 91,4%”.",
    _shifted,
)
RULES: tuple[Rule, ...] = (FALLEN, LEAPT, UNMOVED, SHIFTED)
