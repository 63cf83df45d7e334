"""The lines around the text, field by field, and those that no field has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.document.inlines import plain_text
from reportgen.document.origins import Origin, WordPlace
from reportgen.document.tree import Document, Inlines, Signature
from reportgen.readers.recognition import Component, Recognised
from reportgen.readers.recognition.recipients import without_marks
from reportgen.roundtrip.merging.comparing.aligning import Item, align, item
from reportgen.roundtrip.merging.comparing.letters import (
    Letters,
    inlines_of,
    letters_of,
    plain,
)
from reportgen.roundtrip.merging.edits import Path

_LISTED = ("recipients", "addressees")
_LABEL = re.compile(r"\s*nơi\s+(?:nhận|gửi)\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a component: of a list the item, without dash and end mark."""

    letters: Letters
    index: int = 0
    place: WordPlace | None = None

    @property
    def item(self) -> Item:
        return item(self.letters.printed)


Fields = dict[Path, tuple[Line, ...]]


def fields_of(document: Document) -> Fields:
    """The lines of each field, one that is empty without any."""
    head, title, marks = document.letterhead, document.title, document.markings
    found: dict[Path, tuple[str | Inlines, ...]] = {
        ("markings", "urgency"): (marks.urgency,),
        ("markings", "circulation"): marks.circulation,
        ("letterhead", "superior"): head.superior,
        ("letterhead", "issuer"): head.issuer,
        ("letterhead", "number"): (head.number,),
        ("letterhead", "place_and_date"): (head.place_and_date,),
        ("letterhead", "subject"): (head.subject,),
        ("title", "kind"): (title.kind,),
        ("title", "subject"): (title.subject,),
        ("title", "period"): (title.period,),
        ("addressing",): (document.addressing,) if document.addressees else (),
        ("addressees",): document.addressees,
        ("recipients",): document.recipients,
        ("markings", "drafter"): (marks.drafter,),
        ("markings", "address"): marks.address,
    }
    for index, signature in enumerate(document.signatures):
        found |= _signature(signature, ("signatures", index))
    return {path: tuple(_lines(document, path, lines)) for path, lines in found.items()}


def _signature(signature: Signature, path: Path) -> dict[Path, tuple[str | Inlines, ...]]:
    return {
        (*path, "authority"): signature.authority,
        (*path, "position"): (signature.position,),
        (*path, "official_title"): (signature.official_title,),
        (*path, "name"): (signature.name,),
    }


def _lines(document: Document, path: Path, lines: tuple[str | Inlines, ...]) -> Iterator[Line]:
    origins = document.origins.get(".".join(map(str, path)), ())
    for index, line in enumerate(lines):
        letters = plain(line) if isinstance(line, str) else bare_line(path, letters_of(line))
        if letters.text.strip():
            yield Line(letters, index, _word_place(origins, index))


def _word_place(origins: tuple[Origin | None, ...], index: int) -> WordPlace | None:
    origin = origins[min(index, len(origins) - 1)] if origins else None
    return origin if isinstance(origin, WordPlace) else None


def is_list(path: Path) -> bool:
    """Whether a field holds several lines."""
    return path[-1] in (*_LISTED, "circulation", "address") or is_text_of_lines(path)


def is_enumerated(path: Path) -> bool:
    """Whether the lines of a field are names in a list."""
    return path[0] in _LISTED


def bare_line(path: Path, letters: Letters) -> Letters:
    """A line as its field has it: of a list without dash and end mark."""
    return letters_of(without_marks(inlines_of(letters))) if is_enumerated(path) else letters


def is_text_of_lines(path: Path) -> bool:
    """Whether the lines of a field are one text, broken where it fits."""
    return path[-1] in ("superior", "issuer", "authority")


def joined(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines as one."""
    whole = Letters()
    for line in lines:
        whole = whole + plain(" ") + line.letters if whole else line.letters
    return (Line(whole, 0, lines[0].place),) if lines else ()


def signature_pairs(before: Document, after: Document) -> list[tuple[int, int]]:
    """The signatures of two documents that belong together: by their order, or by their names."""
    ours, theirs = before.signatures, after.signatures
    if len(ours) == len(theirs):
        return [(index, index) for index in range(len(ours))]
    names = [[item(one.name) for one in signatures] for signatures in (ours, theirs)]
    return align(*names)


def fixed_lines(word: Recognised) -> list[str]:
    """What no field of a document has: the country's name, `Nơi nhận`, headers and footers."""
    anatomy = word.anatomy
    lines = [
        one.text
        for component in (Component.NATIONAL_NAME, Component.MOTTO)
        for one in anatomy.of(component)
    ]
    for one in anatomy.of(Component.RECIPIENTS_LABEL):
        label = _LABEL.match(one.text)
        lines.append(label[0] if label else one.text)
    lines += [plain_text(one.inlines) for one in word.document.running]
    return [" ".join(line.split()) for line in lines if line.strip()]
