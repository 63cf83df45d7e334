"""VB010: numbers of documents that are not written as such numbers are."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told
from reportgen.checks.wording.kind_letters import canonical
from reportgen.checks.wording.letters import CAPITAL
from reportgen.problems import Severity

_KNOWN = r"(?:QĐ|QD|NQ|NĐ|ND|KH|BC|CT|TB|TT|TTr|TTR|CTr|CTR|CĐ|HD|TTLT|VBHN|KL|BB|GM)"
_OFFICE = rf"{CAPITAL}[\w&]*(?:-[\w&]+)*"
_SPACED = sought(
    rf"(?<![\w/.,-])\d{{1,6}}(?:\s?/\s?(?:19|20)\d{{2}})?\s?/\s?{CAPITAL}[\w&]*\s?[-–—‑]\s?{_OFFICE}",
    "/",
)
_RIGHT = re.compile(r"\d+(?:/\d{4})?/[^\s–—‑]+")
_PARTY_SPACED = sought(
    r"(?<![\w/.,-])\d{1,5}\s?-\s?(?:NQ|CT|QĐ|KL|CV|TB|BC|KH|HD|CTr|TTr)\s?/\s?(?:TU|TW|ĐU|HU)\b",
    "/",
)
_NO_STROKE = sought(
    rf"số(?<!\wsố)\s*:?\s*(?P<all>(?P<number>\d{{1,6}}(?:/(?:19|20)\d{{2}})?)\s?(?P<rest>{_KNOWN}-{_OFFICE}))",
    "số",
)
_NO_HYPHEN = sought(
    r"(?<![\w/.,-])(?P<all>(?P<head>\d{1,6}(?:/(?:19|20)\d{2})?/(?:QĐ|NQ|NĐ|KH|BC|CT|TB|TT|TTr|CĐ))"
    r"(?P<office>UBND|HĐND|TTg|CP|VPCP))(?![\w/-])",
    "/",
)
_LETTERS = sought(
    r"(?<![\w/.,-])(?P<head>\d{1,6}/(?:(?:19|20)\d{2}/)?)(?P<letters>[^\W\d_]{2,4})(?=-[^\W\d_])",
    "/",
)


def _check(subject: Subject) -> Iterator[Finding]:
    slips = [
        slip
        for passage in subject.manuscript.passages
        if passage.component != "letterhead.number" and passage.part is not Part.RUNNING
        for slip in _slips(passage)
    ]
    yield from told(RULE, slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    for pattern in (_SPACED, _PARTY_SPACED):
        for match in pattern.finditer(text):
            if pattern is _SPACED and _RIGHT.fullmatch(match[0]):
                continue
            right = re.sub(r"\s?([/–—‑-])\s?", lambda sign: sign[1], match[0])
            right = re.sub("[–—‑]", "-", right)
            if right != match[0]:
                words = "có khoảng trống" if re.search(r"\s", match[0]) else "dùng gạch ngang dài"
                yield _slip(passage, match.span(), f"“{match[0]}” {words}", right)
    for match in _NO_STROKE.finditer(text):
        right = f"{match['number']}/{match['rest']}"
        yield _slip(passage, match.span("all"), f"“{match['all']}” thiếu dấu gạch chéo", right)
    for match in _NO_HYPHEN.finditer(text):
        right = f"{match['head']}-{match['office']}"
        yield _slip(passage, match.span("all"), f"“{match['all']}” thiếu dấu gạch nối", right)
    yield from _misspelled(passage)


def _misspelled(passage: Passage) -> Iterator[Slip]:
    for match in _LETTERS.finditer(passage.text):
        letters = match["letters"]
        right = canonical(letters)
        if not right or right == letters:
            continue
        weight = Severity.ADVICE if letters == right.upper() else Severity.WARNING
        message = f"“{match[0]}-…”: chữ viết tắt là “{right}”"
        yield _slip(passage, match.span(), message, f"{match['head']}{right}-…", weight)


def _slip(
    passage: Passage,
    span: tuple[int, int],
    message: str,
    right: str,
    severity: Severity | None = None,
) -> Slip:
    return Slip(
        passage, *span, message, f"viết “{right}”", message.rpartition("”")[2], "", severity
    )


RULE = Rule(
    "VB010",
    "số, ký hiệu văn bản viết chưa đúng dạng",
    Severity.WARNING,
    "giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ có dấu gạch nối, không cách chữ "
    "(Phụ lục I, II.3.c Nghị định 30/2020/NĐ-CP)",
    "Thực hiện Kế hoạch số 2943 /KH - UBND ngày 29/8/2025 của Ủy ban nhân dân tỉnh.",
    "Thực hiện Kế hoạch số 2943/KH-UBND ngày 29/8/2025 của Ủy ban nhân dân tỉnh.",
    _check,
)
