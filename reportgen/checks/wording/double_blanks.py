"""VB049: two blanks between words, told once for the whole document."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import sentences_of
from reportgen.problems import Severity

# wider gaps are left to be filled in by hand (`Số:      /BC-UBND`, `ngày   tháng`)
_GAP = re.compile(r"[\w,.;:)”%] {2,3}(?=[\w(“])")
_BLANK_TO_FILL = re.compile(r"(?:\b[Ss]ố:?|ngày|tháng|năm|[.…:])$")
_BESIDE = 20  # characters before a gap that hold the word beside it


def _check(subject: Subject) -> Iterator[Finding]:
    places = [
        (passage, match.start(), match.end())
        for passage in sentences_of(subject.manuscript, Part.BODY, Part.NOTE, Part.APPENDIX)
        for match in _GAP.finditer(passage.text)
        if _is_slip(passage, match)
    ]
    if places:
        passage, start, end = places[0]
        message = (
            f"{len(places)} chỗ có hai khoảng trắng liền nhau giữa các từ, đây là chỗ đầu tiên"
        )
        hint = "tìm hai khoảng trắng và thay bằng một trong cả văn bản (Ctrl+H)"
        yield RULE.at(passage, *_widened(passage.text, start, end), message, hint)


def _is_slip(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.text[: match.start() + 1]
    if len(before.strip()) <= max(len(passage.label), 3) and not before.strip().isalpha():
        return False  # behind the label or the dash
    if before.endswith(".."):
        return False  # dots to write on
    return not _BLANK_TO_FILL.search(before[-_BESIDE:]) or before.endswith((". ", "."))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    after = text.find(" ", end)
    return text.rfind(" ", 0, start + 1) + 1, len(text) if after < 0 else after


RULE = Rule(
    "VB049",
    "hai khoảng trắng liền nhau",
    Severity.ADVICE,
    "giữa hai từ chỉ có một khoảng trắng; khi căn đều hai lề, chỗ thừa lộ thành khe rộng",
    "Các sở, ban, ngành  tiếp tục phối hợp thực hiện.",
    "Các sở, ban, ngành tiếp tục phối hợp thực hiện.",
    _check,
)
