"""VB045: two marks of punctuation where one belongs."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.sentences import just_before
from reportgen.checks.wording.words import hide_addresses, spelled_passages
from reportgen.problems import Severity

_MARKS = re.compile(
    r"(?<![,;:.?!…])(?:"
    r"(?P<same>,\s?,|;\s?;|:\s?:|\?{2,}|(?<!\.)\.\.(?![./\d])|(?<=[^\W\d_])\.{4}(?![.\s]*\.))"
    r"|(?P<two>[;,:]\.(?![./…\d])|\.;|(?<=[\w)”\"%])\.,|,\s?;|;\s?,|[,;]:|:[,;])"
    r")(?![,;:.…])"
)
_TWO = re.compile(r"[,;:.?]\s?[,;:.?]")  # all of the above have such; soon told
_ABBREVIATION = re.compile(r"(?:\b\w\.|v\.v|\b(?:tr|st|TP|TX|TT|TS|ThS|GS|PGS|NXB|Q|P|Đ/c))$")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        if _TWO.search(passage.text):
            yield from _in(passage)


def _in(passage: Passage) -> Iterator[Finding]:
    text = hide_addresses(passage.text)
    for match in _MARKS.finditer(text):
        marks = match[0]
        if marks.startswith(".") and _ABBREVIATION.search(just_before(text, match.start())):
            continue
        start = max(text.rfind(" ", 0, match.start()) + 1, match.start() - 20)
        hint = "giữ lại một dấu" if match["same"] else "chỉ dùng một trong hai dấu"
        yield RULE.at(passage, start, match.end(), f"hai dấu câu liền nhau: “{marks}”", hint)


RULE = Rule(
    "VB045",
    "hai dấu câu liền nhau",
    Severity.WARNING,
    "mỗi chỗ ngắt câu chỉ có một dấu; dấu ba chấm (…) và dấu kết thúc “./.” không bị bắt",
    "Đã hoàn thành 5/5 phiếu khảo sát.; các đơn vị còn lại 9/9 phiếu.",
    "Đã hoàn thành 5/5 phiếu khảo sát; các đơn vị còn lại 9/9 phiếu...",
    _check,
)
