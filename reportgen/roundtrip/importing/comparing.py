"""What the imported dossier prints, held against the Word file that it was made of."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Blocks,
    Document,
    Heading,
    Note,
    Paragraph,
    Signature,
    Table,
)

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼ⁿ", "0123456789()+-=n")
_END_MARKS = ".,;:"  # printed by rule, whatever was typed


@dataclass(frozen=True, slots=True)
class Difference:
    """`where` in words; `word` what the Word file says, `printed` what the dossier prints."""

    where: str
    word: str
    printed: str


def text_differences(word: Document, printed: Document) -> list[Difference]:
    """What differs in body, appendices and notes, paragraph by paragraph; blanks do not count."""
    found = list(_differing("nội dung", texts_of(word.body), texts_of(printed.body)))
    pairs = zip_longest(word.appendices, printed.appendices)
    for number, pair in enumerate(pairs, 1):
        ours, theirs = (texts_of(one.blocks if one else ()) for one in pair)
        found += _differing(f"phụ lục {number}", ours, theirs)
    found += _differing("chú thích", _notes(word.notes), _notes(printed.notes))
    return found


def component_differences(word: Document, printed: Document) -> list[Difference]:
    """What differs in letterhead, title, addressees, recipients, signatures, appendix heads."""
    found: list[Difference] = []
    for (where, had), (_, now) in zip(_components(word), _components(printed), strict=True):
        found += _differing(where, _filled(had), _filled(now), _END_MARKS)
    return found


def _filled(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if folded(line)]


def _components(document: Document) -> Iterator[tuple[str, Iterable[str]]]:
    head, title, markings = document.letterhead, document.title, document.markings
    yield "cơ quan chủ quản", head.superior
    yield "cơ quan ban hành", head.issuer
    yield "số, ký hiệu", (head.number,)
    yield "địa danh, ngày tháng", (head.place_and_date,)
    yield "trích yếu công văn", (plain_text(head.subject),)
    yield "tên loại", (title.kind,)
    yield "trích yếu", (plain_text(title.subject),)
    yield "dòng kỳ báo cáo", (plain_text(title.period),)
    yield "kính gửi", map(plain_text, document.addressees)
    yield "lời đứng trước nơi nhận", (document.addressing if document.addressees else "",)
    yield "nơi nhận", map(plain_text, document.recipients)
    yield "chữ ký", [line for one in document.signatures for line in _signature(one)]
    yield "dấu độ khẩn", (markings.urgency,)
    yield "phạm vi lưu hành", markings.circulation
    yield "ký hiệu người soạn thảo", (markings.drafter,)
    yield "địa chỉ cơ quan", markings.address
    yield "số của phụ lục", [one.label for one in document.appendices]
    yield "tiêu đề phụ lục", [one.title for one in document.appendices]
    yield "dòng kèm theo của phụ lục", [one.attached_to for one in document.appendices]


def _signature(one: Signature) -> tuple[str, ...]:
    return (*one.authority, one.position, one.official_title, one.name)


def texts_of(blocks: Blocks) -> list[str]:
    """The text of each paragraph, title and cell, labels in front."""
    return [text for text in _texts(blocks) if folded(text)]


def _texts(blocks: Blocks) -> Iterator[str]:
    for one in blocks:
        match one:
            case Paragraph(inlines, label):
                yield f"{label} {plain_text(inlines)}"
            case Heading(_, label, title, run_in):
                yield f"{label} {plain_text(title)} {plain_text(run_in)}"
            case Table(_, header, rows):
                for row in (*header, *rows):
                    for cell in row:
                        yield from _texts(cell.blocks)


def _notes(notes: Iterable[Note]) -> list[str]:
    return [" ".join(_texts(note.paragraphs)) for note in notes]


def folded(text: str) -> str:
    """The text for comparing: NFC, raised signs as others, no blanks, no capitals."""
    plain = unicodedata.normalize("NFC", text).translate(_RAISED)
    return re.sub(r"[\s\u200b\u2060\ufeff]+", "", plain).casefold()


def _differing(
    where: str, word: list[str], printed: list[str], end_marks: str = ""
) -> Iterator[Difference]:
    ours, theirs = ([folded(one).rstrip(end_marks) for one in side] for side in (word, printed))
    if "".join(ours) == "".join(theirs):
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal" and "".join(ours[a:b]) != "".join(theirs[c:d]):
            yield Difference(where, "\n".join(word[a:b]), "\n".join(printed[c:d]))
