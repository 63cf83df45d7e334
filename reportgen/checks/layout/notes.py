"""TT060 to TT062: references and notes one to one, none empty."""

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import quoted
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.word.model import NoteMark, WordFile, WordParagraph, paragraphs_of


def _marks(file: WordFile) -> Iterator[tuple[WordParagraph, NoteMark]]:
    for paragraph in file.paragraphs():
        for run in paragraph.runs:
            if run.note is not None:
                yield paragraph, run.note


def _missing(subject: Subject) -> Iterator[Finding]:
    if subject.word is None:
        return
    file = subject.word.word
    known = {(note.kind, note.id) for note in file.notes}
    seen: Counter[tuple[str, int]] = Counter()
    for paragraph, mark in _marks(file):
        key = (mark.kind, mark.id)
        seen[key] += 1
        if key not in known:
            message = f"dấu chú thích {mark.number} không có chú thích: {quoted(paragraph)}"
            hint = "xóa dấu này hoặc chèn lại: References → Insert Footnote"
            yield MISSING.about(message, hint, place=paragraph.place)
        elif seen[key] == 2:
            message = f"hai dấu cùng dẫn đến chú thích {mark.number}: {quoted(paragraph)}"
            hint = "chèn chú thích riêng cho dấu thứ hai: References → Insert Footnote"
            yield MISSING.about(message, hint, place=paragraph.place)


def _empty(subject: Subject) -> Iterator[Finding]:
    for note in subject.word.word.notes if subject.word else ():
        paragraphs = list(paragraphs_of(note.blocks))
        said = any(one.text.strip() or any(run.picture for run in one.runs) for one in paragraphs)
        if note.number and not said:
            place = paragraphs[0].place if paragraphs else None
            message = f"chú thích {note.number} để trống"
            yield EMPTY.about(message, "viết chú thích hoặc xóa dấu của nó", place=place)


def _unused(subject: Subject) -> Iterator[Finding]:
    """Notes that no mark leads to; one whose mark leads astray is told of there."""
    astray = sum(1 for _ in _missing(subject))
    for note in subject.word.word.notes if subject.word else ():
        paragraphs = [one for one in paragraphs_of(note.blocks) if one.text.strip()]
        if not note.number and paragraphs:
            astray -= 1
            if astray >= 0:
                continue
            message = f"chú thích không có dấu dẫn đến: {quoted(paragraphs[0])}"
            hint = "chèn dấu chú thích vào chỗ cần chú thích hoặc xóa chú thích này"
            yield UNUSED.about(message, hint, place=paragraphs[0].place)


_WHY = "mỗi dấu chú thích dẫn đến đúng một chú thích có nội dung"
MISSING = Rule(
    "TT060",
    "dấu chú thích và chú thích từng đôi một",
    Severity.ERROR,
    _WHY,
    "Dấu chú thích 5 không có chú thích 5",
    "Dấu chú thích 5 dẫn đến chú thích 5",
    _missing,
)
EMPTY = Rule(
    "TT061",
    "chú thích để trống",
    Severity.ERROR,
    _WHY,
    "Chú thích 5 không có chữ nào",
    "Chú thích 5: Kế hoạch số 2943/KH-UBND",
    _empty,
)
UNUSED = Rule(
    "TT062",
    "chú thích không được dẫn đến",
    Severity.WARNING,
    _WHY,
    "Chú thích còn lại sau khi dấu của nó bị xóa",
    "Chú thích nào cũng có dấu",
    _unused,
)
RULES = (MISSING, EMPTY, UNUSED)
