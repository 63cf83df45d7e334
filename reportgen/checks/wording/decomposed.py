"""VB056: letters and their marks typed apart (NFD), or marks in an order that joins to nothing."""

import re
import unicodedata
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import nfc

_WORD = re.compile(r"\S+")
_APART = re.compile(r"[^\W\d_][\u0300-\u0323\u031b]")
_ANY_MARK = re.compile(r"[\u0300-\u0323\u031b]")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def _check(subject: Subject) -> Iterator[Finding]:
    apart = [
        (passage, match)
        for passage in subject.manuscript.passages
        for match in _apart(passage.typed)
        if match[0] != nfc(match[0])
    ]
    if apart:
        passage, match = apart[0]
        message = (
            f"{len(apart)} từ được gõ bằng tổ hợp chữ và dấu rời (Unicode tổ hợp, NFD); "
            f"từ đầu tiên là “{nfc(match[0])}”"
        )
        hint = "chuyển cả văn bản sang Unicode dựng sẵn (trong Unikey: Ctrl+Shift+F6)"
        start = len(nfc(passage.typed[: match.start()]))
        yield RULE.at(passage, start, start + len(nfc(match[0])), message, hint)
    for passage in subject.manuscript.passages:
        for match in _apart(passage.text):
            if any(mark in _MARKS for mark in nfc(match[0])):
                message = f"dấu trong “{match[0]}” không ghép được thành chữ tiếng Việt"
                bare = "".join(sign for sign in match[0] if not unicodedata.combining(sign))
                yield RULE.at(
                    passage, match.start(), match.end(), message, f"gõ lại từ này (“{bare}”)"
                )


def _apart(text: str) -> Iterator[re.Match[str]]:
    """The words with a letter whose mark follows it."""
    if not _ANY_MARK.search(text):
        return iter(())
    return (match for match in _WORD.finditer(text) if _APART.search(match[0]))


RULE = Rule(
    "VB056",
    "chữ và dấu gõ rời nhau (Unicode tổ hợp)",
    Severity.WARNING,
    "chữ có dấu gõ rời không tìm kiếm, sắp xếp được như chữ dựng sẵn và hiện sai ở một số phông",
    unicodedata.normalize("NFD", "Báo cáo kết quả thực hiện nhiệm vụ."),
    "Báo cáo kết quả thực hiện nhiệm vụ.",
    _check,
)
