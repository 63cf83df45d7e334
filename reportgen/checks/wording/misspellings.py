"""VB063: well-known misspellings, wrong wherever they stand."""

import re
import unicodedata
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.data import rows_of
from reportgen.checks.wording.sentences import just_before
from reportgen.checks.wording.words import hide_addresses, spelled_passages, words_of
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement

PAIRS = {row["sai"]: row["dung"] for row in rows_of("loi_chinh_ta.csv")}
_APART = {
    fold_tone_placement(row["sai"]): frozenset(row["tru"].split())
    for row in rows_of("loi_chinh_ta.csv")
}
_BY_FOLDED = {fold_tone_placement(wrong): right for wrong, right in PAIRS.items()}
_WORD_BEFORE = re.compile(r"(\w+)\s$")
_WORD_AFTER = re.compile(r"\s(\w+)")
_ANY = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        re.escape(wrong).replace(r"\ ", "[ \u00a0]")
        for wrong in sorted(_BY_FOLDED, key=len, reverse=True)
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)


_BY_FIRST_WORD: dict[str, list[str]] = {}
for _wrong in _BY_FOLDED:
    _BY_FIRST_WORD.setdefault(words_of(_wrong)[0], []).append(_wrong)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        if _may_have_one(fold_tone_placement(passage.text)):
            yield from _in(passage)


def _may_have_one(folded: str) -> bool:
    """Whether one of the misspellings is among the letters of the text: soon told."""
    text = folded.lower().replace("\u00a0", " ")
    first = _BY_FIRST_WORD.keys() & words_of(folded)
    return any(wrong in text for word in first for wrong in _BY_FIRST_WORD[word])


def _in(passage: Passage) -> Iterator[Finding]:
    text = hide_addresses(fold_tone_placement(passage.text))
    for match in _ANY.finditer(text):
        words = match[0].replace("\u00a0", " ")
        if _is_name(words) or _belongs_apart(text, match) or _goes_on(text, match.end()):
            continue
        right = _BY_FOLDED[words.lower()]
        if words.isupper():
            right = right.upper()
        elif words[0].isupper():
            right = right[0].upper() + right[1:]
        found = passage.text[match.start() : match.end()]
        yield RULE.at(
            passage, match.start(), match.end(), f"“{found}” viết sai chính tả", f"viết “{right}”"
        )


def _goes_on(text: str, end: int) -> bool:
    """Whether a mark typed apart belongs to the last letter: it is the word with the mark then."""
    return unicodedata.combining(text[end : end + 1] or " ") != 0


def _is_name(words: str) -> bool:
    """Whether a capital begins the second word alone or every word: `đối tác Đông Á`."""
    return any(word[0].isupper() for word in words.split()[1:]) and not words.isupper()


def _belongs_apart(text: str, match: re.Match[str]) -> bool:
    """Whether the two words belong to the words around them: `khả năng xuất khẩu`."""
    apart = _APART[match[0].replace("\u00a0", " ").lower()]
    before = _WORD_BEFORE.search(just_before(text, match.start()))
    after = _WORD_AFTER.match(text, match.end())
    return any(found and found[1].lower() in apart for found in (before, after))


RULE = Rule(
    "VB063",
    "lỗi chính tả hay gặp",
    Severity.WARNING,
    "cụm từ này không có trong tiếng Việt chuẩn",
    "Cung cấp dịch vụ công trực tuyển và cập nhập dữ liệu.",
    "Cung cấp dịch vụ công trực tuyến và cập nhật dữ liệu.",
    _check,
)
