"""VB047, VB048: blanks around marks of punctuation: none before, one after."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import hide_addresses, spelled_passages, word_set
from reportgen.problems import Severity

_BEFORE = re.compile(
    r"[ \u00a0](?:(?<=[^\W_].)[ \u00a0]?(?:[,;:?!](?![,;:?!])|\.(?![.\w/])|[)\]”](?=[\s,;.:]|$))"
    r"|(?<=[)%”].)[ \u00a0]?[,;](?![,;]))"
    r"|\((?:(?<=[\s“].)|(?<=^.))[ \u00a0]{1,2}(?=[^\W_])"
    r"|“(?<=\s.)[ \u00a0]{1,2}(?=[^\W_])"
)
_AFTER = re.compile(
    r"[,;:?!.)”](?<=[^\s_].)(?=[^\W_])(?:"  # the marks first: they are found at once
    r"(?<=[^\W\d_][,;])(?=[^\W\d_])"
    r"|(?<=\d[,;])(?=[^\W\d_]{2,})"
    r"|(?<=[^\W\d_];)(?=\d)"
    r"|(?<=[a-zà-ỹđ]{2}[:?!])(?=[^\W\d_]{2,})"
    r"|(?<=[a-zà-ỹđ]{2}\.)(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"
    r"|(?<=[^\W\d_]{2}[)”])(?=[^\W\d_]{2,}))"
)
_ABBREVIATIONS = word_set("ThS BSCK Th KTS TSKH Ths Tp tp Ts Gs ths ts")
_SYMBOL_LENGTH = 3
_WORDS_AFTER = re.compile(r".[^\W_]+")


def _too_many(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        text = hide_addresses(passage.text)
        for match in _BEFORE.finditer(text):
            start, end = _widened(text, match.start(), match.end())
            mark = match[0].strip()
            side = "sau" if mark in "(“" else "trước"
            message = f"thừa khoảng trắng {side} dấu “{mark}”"
            hint = f"viết “{_closed(text[start:end], match[0], mark)}”"
            yield BEFORE.at(passage, start, end, message, hint)


def _missing(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        yield from _missing_in(passage)


def _missing_in(passage: Passage) -> Iterator[Finding]:
    text = hide_addresses(passage.text)
    for match in _AFTER.finditer(text):
        start, end = _widened(text, match.start(), match.end())
        if end - start <= _SYMBOL_LENGTH:
            continue  # `N,N` of a formula, `a;b`
        before = text[_word_start(text, match.start()) : match.start()]
        if before and (before in _ABBREVIATIONS or text[start:end].isupper()):
            continue  # `VH,TT&DL`
        right = f"{text[start : match.end()]} {text[match.end() : end]}"
        message = f"thiếu khoảng trắng sau dấu “{match[0]}”"
        yield AFTER.at(passage, start, end, message, f"viết “{right}”")


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the word before and the word after."""
    if after := _WORDS_AFTER.match(text, end - 1):
        end = after.end()
    return _word_start(text, start), end


def _word_start(text: str, end: int) -> int:
    """Where the word that ends at `end` begins; `end` where none does."""
    while end > 0 and text[end - 1].isalnum():
        end -= 1
    return end


def _closed(words: str, gap: str, mark: str) -> str:
    return words.replace(gap, mark, 1)


BEFORE = Rule(
    "VB047",
    "khoảng trắng thừa trước dấu câu",
    Severity.WARNING,
    "dấu câu viết liền với chữ đứng trước, dấu ngoặc viết liền với chữ ở trong",
    "Các sở , ban, ngành và địa phương đã triển khai.",
    "Các sở, ban, ngành và địa phương đã triển khai.",
    _too_many,
)
AFTER = Rule(
    "VB048",
    "thiếu khoảng trắng sau dấu câu",
    Severity.ADVICE,
    "sau dấu câu có một khoảng trắng; số thập phân, giờ, địa chỉ mạng, chữ viết tắt không bị bắt",
    "Công an tỉnh,huyện tiếp tục phối hợp.",
    "Công an tỉnh, các xã đạt 90,5% lúc 14:30 tại khanhhoa.gov.vn.",
    _missing,
)
RULES = (BEFORE, AFTER)
