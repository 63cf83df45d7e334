"""What the text says of appendices, held against the appendices that there are.

The text must refer to each (Phụ lục I, III.1.a). Appendices of other documents are not ours.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Blocks, Document, Heading, Inlines, Paragraph, Picture, Table
from reportgen.dossier import KINDS, Dossier
from reportgen.drafting.draft import Draft
from reportgen.problems import Problem, Severity
from reportgen.vietnamese import roman, roman_value

_NUMBER = r"(?:[IVX]+|[0-9]{1,2})\b"
_MENTION = re.compile(
    rf"\b(?i:phụ lục)(?:\s+số)?"
    rf"(?:\s+(?P<numbers>{_NUMBER}(?:\s*(?:,|và|đến|-|–)\s*{_NUMBER})*))?"
)
_NUMBER_OR_LINK = re.compile(rf"{_NUMBER}|,|và|đến|-|–")
_OTHER_KINDS = (
    "luật", "bộ luật", "nghị định", "thông tư", "thông tư liên tịch", "pháp lệnh", "văn bản",
)  # fmt: skip
_FOREIGN = re.compile(
    r"(?:\s*(?:,|của|tại|trong|thuộc|ban hành|kèm theo|đính kèm|theo))*\s+"
    rf"(?:{'|'.join((*(kind.name.lower() for kind in KINDS.values()), *_OTHER_KINDS))})\b"
    r"(?!\s+(?:này|trên))",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(r"\s+(?:[A-ZĐ][a-z]?\b|[IVX]+[a-z]\b|[0-9]+[\w.])")
_ATTACHED = re.compile(r"\s*(?:ban hành\s+)?(?:kèm theo|đính kèm|gửi kèm)", re.IGNORECASE)
_OPENING = re.compile(r"\((?:\s*(?:có|xem|theo|tại|chi tiết|cụ thể|như|ở))*\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that speaks of an appendix of this document; `numbers` is empty for all of them.

    `certain`: it can mean no other document's (`(Phụ lục I)`, `Phụ lục I kèm theo`).
    """

    text: str
    numbers: tuple[int, ...]
    certain: bool


def check_references(document: Document, dossier: Dossier, draft: Draft) -> Iterator[Problem]:
    """PL001 for an appendix that is spoken of but not there, PL002 for one never spoken of."""
    count = len(document.appendices)
    numbers = range(1, count + 1) if count > 1 else ()
    spoken_of: set[int] = set()
    for mention in (found for text in _texts(document) for found in mentions(text)):
        spoken_of.update(mention.numbers or range(1, count + 1))
        missing = [number for number in mention.numbers if number not in numbers]
        if missing or (mention.certain and not count):
            yield _missing(mention, missing, count, draft)
    for number in range(1, count + 1):
        if number not in spoken_of:
            label = document.appendices[number - 1].label
            message = f"phần nội dung không nhắc đến {label}"
            hint = f"viết ở chỗ cần dẫn, ví dụ: ({label} kèm theo)"
            place = dossier.place_of("phu_luc", number - 1)
            yield Problem("PL002", message, place, hint, Severity.WARNING)


def mentions(text: str) -> Iterator[Mention]:
    """Every mention of an appendix that is not one of another document."""
    for match in _MENTION.finditer(text):
        after = text[match.end() :]
        if _FOREIGN.match(after) or (not match["numbers"] and _OTHER_LABEL.match(after)):
            continue
        attached = _ATTACHED.match(after)
        bracketed = _OPENING.search(text[: match.start()]) and after.lstrip().startswith(")")
        said = match[0] + (attached[0] if attached else "")
        yield Mention(said, _numbers(match["numbers"] or ""), bool(attached or bracketed))


def _numbers(text: str) -> tuple[int, ...]:
    """`I, II và III` or `I đến III` as numbers."""
    found: list[int] = []
    through = False
    for part in _NUMBER_OR_LINK.findall(text):
        value = int(part) if part.isdecimal() else roman_value(part)
        if value is None:
            through = part in ("đến", "-", "–")
            continue
        found += range(found[-1] + 1, value) if through and found else ()
        found.append(value)
        through = False
    return tuple(found)


def _missing(mention: Mention, missing: list[int], count: int, draft: Draft) -> Problem:
    place = draft.locate(mention.text) or draft.locate(mention.text.partition(" kèm")[0])
    severity = Severity.ERROR if mention.certain else Severity.WARNING
    if count == 1:
        message = f"“{mention.text}”: văn bản chỉ có một phụ lục, in là “Phụ lục” không có số"
        return Problem("PL001", message, place, "viết: Phụ lục kèm theo", severity)
    names = ", ".join(f"Phụ lục {roman(number)}" for number in missing) or "phụ lục nào"
    message = f"“{mention.text}”: văn bản không có {names}"
    hint = f"có Phụ lục I đến {roman(count)}" if count else "thêm phụ lục ở khoá phu_luc"
    hint += "; nếu là phụ lục của văn bản khác thì ghi tên văn bản đó ngay sau"
    return Problem("PL001", message, place, hint, severity)


def _texts(document: Document) -> Iterator[str]:
    blocks = (document.body, *(appendix.blocks for appendix in document.appendices))
    inlines: Iterable[Inlines] = (
        *(one for part in blocks for one in _inlines(part)),
        *(paragraph.inlines for note in document.notes for paragraph in note.paragraphs),
    )
    return map(plain_text, inlines)


def _inlines(blocks: Blocks) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield inlines
            case Heading():
                yield (*block.title, *block.run_in)
            case Table():
                cells = (cell for row in (*block.header, *block.rows) for cell in row)
                yield from (part.inlines for cell in cells for part in cell.blocks)
            case Picture():
                yield block.caption
