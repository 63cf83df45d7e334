"""TT006 and TT007: the size of the text, in its range and the same throughout (II.6.e; V)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.body import body_paragraphs, told_once
from reportgen.checks.layout.looks import size_of, sizes
from reportgen.checks.layout.measures import SLACK, shown, shown_range, within
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import COMPONENTS
from reportgen.problems import Severity
from reportgen.readers.word.model import WordParagraph

_ALLOWED = COMPONENTS["body"].sizes
_FEWEST = 3  # letters of another size that are no accident of a blank or mark


def _range(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = body_paragraphs(word)
    faulty = [
        (one, shown(size))
        for one in paragraphs
        if (size := size_of([one])) is not None and not within(size, _ALLOWED)
    ]
    if faulty:
        fault = f"có cỡ chữ {{}}, phải từ {shown_range(_ALLOWED)}"
        hint = "chọn các đoạn đó → Home → Font Size 14 (hoặc 13)"
        yield told_once(RANGE, faulty, len(paragraphs), fault, hint)


def _same(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = body_paragraphs(word)
    main = size_of(paragraphs)
    if main is None or not within(main, _ALLOWED):
        return  # RANGE tells of it
    faulty = [
        (one, shown(other))
        for one in paragraphs
        if (other := _other(one, main)) is not None
        and ((size := size_of([one])) is None or within(size, _ALLOWED))
    ]
    if faulty:
        fault = f"có chữ cỡ {{}}, phần còn lại cỡ {shown(main)}"
        hint = f"chọn các đoạn đó → Home → Font Size {shown(main)}"
        yield told_once(SAME, faulty, len(paragraphs), fault, hint)


def _other(paragraph: WordParagraph, main: float) -> float | None:
    """The size of letters that are not of the main one."""
    for size, count in sizes([paragraph]).most_common():
        if abs(size - main) > SLACK and count >= _FEWEST:
            return size
    return None


RANGE = Rule(
    "TT006",
    "cỡ chữ của nội dung",
    Severity.ERROR,
    clause("nội dung văn bản cỡ chữ 13 - 14: Phụ lục I, II.6.e"),
    "Nội dung cỡ chữ 12",
    "Nội dung cỡ chữ 14",
    _range,
)
SAME = Rule(
    "TT007",
    "một cỡ chữ trong toàn bộ nội dung",
    Severity.WARNING,
    clause("cỡ chữ trong cùng một văn bản phải thống nhất: Phụ lục I, V, chú thích 1"),
    "Đoạn này cỡ 13, các đoạn khác cỡ 14",
    "Mọi đoạn đều cỡ 14",
    _same,
)
RULES = (RANGE, SAME)
