"""The lines of head and foot as the tree's components, with the origins of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.document.origins import Origin
from reportgen.document.tree import (
    ADDRESSING as ADDRESSING_WORD,
)
from reportgen.document.tree import (
    Inlines,
    Letterhead,
    LineBreak,
    Markings,
    Signature,
    Text,
    Title,
)
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.appendices import AppendixHead, appendix_label
from reportgen.readers.recognition.closing import Closing
from reportgen.readers.recognition.inlines import NumberOf, inlines_of, plain, trimmed
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.opening import Opening
from reportgen.readers.recognition.recipients import after_label, split_items, without_marks
from reportgen.readers.recognition.running import Running
from reportgen.readers.recognition.words import ADDRESSING, RECIPIENTS

Origins = dict[str, tuple[Origin | None, ...]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Lines of a list: what each says, and where it stands."""

    items: tuple[Inlines, ...]
    origins: tuple[Origin | None, ...]


def letterhead_of(opening: Opening, number_of: NumberOf) -> Letterhead:
    """Components 1 to 4 and 5b."""
    return Letterhead(
        superior=_typed(opening.of(Component.SUPERIOR)),
        issuer=_typed(opening.of(Component.ISSUER)),
        number=" ".join(_typed(opening.of(Component.NUMBER))),
        place_and_date=" ".join(_typed(opening.of(Component.PLACE_AND_DATE))),
        subject=_phrase(opening.of(Component.LETTER_SUBJECT), number_of),
    )


def title_of(opening: Opening, number_of: NumberOf) -> Title:
    """Component 5a."""
    return Title(
        kind=" ".join(_typed(opening.of(Component.KIND))),
        subject=_phrase(opening.of(Component.SUBJECT), number_of),
        period=_phrase(opening.of(Component.PERIOD), number_of),
    )


def addressing_of(opening: Opening, number_of: NumberOf) -> tuple[str, Listed]:
    """`Kính gửi:` as typed, and the addressees without dashes and end marks."""
    lines = opening.of(Component.ADDRESSING)
    if not lines:
        return ADDRESSING_WORD, Listed((), ())
    first = _inlines(lines[0], number_of)
    rest = after_label(first, ADDRESSING)
    whole = _text(first)
    word = whole[: len(whole) - len(_text(rest))].strip() if rest else whole
    items: list[tuple[Inlines, Origin | None]] = [
        (without_marks(item), lines[0].of.place) for item in split_items(rest)
    ]
    for line in opening.of(Component.ADDRESSEE):
        items.append((without_marks(_labelled(line, number_of)), line.of.place))
    return word, _listed(items)


def recipients_of(closing: Closing, number_of: NumberOf) -> Listed:
    """The lines of `Nơi nhận`, dashes and end marks kept."""
    items: list[tuple[Inlines, Origin | None]] = []
    for line in closing.of(Component.RECIPIENTS_LABEL):
        rest = after_label(_inlines(line, number_of), RECIPIENTS)
        items += [(item, line.of.place) for item in split_items(rest)]
    for line in closing.of(Component.RECIPIENT):
        items.append((_labelled(line, number_of), line.of.place))
    return _listed(items)


def signatures_of(closing: Closing) -> tuple[Signature, ...]:
    """Component 7, from left to right."""
    return tuple(one.signature for one in closing.signatures)


def markings_of(opening: Opening, closing: Closing, running: Running) -> Markings:
    """Urgency, circulation, drafter's mark, address."""
    return Markings(
        urgency=" ".join(_typed(opening.of(Component.URGENCY))),
        circulation=(
            *_typed(opening.of(Component.CIRCULATION)),
            *(one.text.strip() for one in running.circulation),
        ),
        drafter=" ".join(_typed(closing.of(Component.DRAFTER))),
        address=tuple(one.text.strip() for one in running.address),
    )


def running_origins(opening: Opening, running: Running) -> Origins:
    """The origins of what stands in headers and footers, and of circulation wherever it stands."""
    boxed = places(opening.of(Component.CIRCULATION))
    return {
        "markings.circulation": (*boxed, *(one.place for one in running.circulation)),
        "markings.address": tuple(one.place for one in running.address),
    }


def origins_of(
    opening: Opening, closing: Closing, addressees: Listed, recipients: Listed
) -> Origins:
    """The origins of head and foot by the paths of their fields, one a line."""
    lists = {"addressees": addressees.origins, "recipients": recipients.origins}
    fields = {
        "letterhead.superior": opening.of(Component.SUPERIOR),
        "letterhead.issuer": opening.of(Component.ISSUER),
        "letterhead.number": opening.of(Component.NUMBER),
        "letterhead.place_and_date": opening.of(Component.PLACE_AND_DATE),
        "letterhead.subject": opening.of(Component.LETTER_SUBJECT),
        "title.kind": opening.of(Component.KIND),
        "title.subject": opening.of(Component.SUBJECT),
        "title.period": opening.of(Component.PERIOD),
        "addressing": opening.of(Component.ADDRESSING),
        "markings.urgency": opening.of(Component.URGENCY),
        "markings.drafter": closing.of(Component.DRAFTER),
    }
    parts = {
        "authority": Component.AUTHORITY,
        "position": Component.POSITION,
        "official_title": Component.OFFICIAL_TITLE,
        "name": Component.SIGNER,
    }
    for index, signing in enumerate(closing.signatures):
        for name, component in parts.items():
            fields[f"signatures.{index}.{name}"] = signing.of(component)
    return {path: places(lines) for path, lines in fields.items() if lines} | lists


def appendix_texts(head: AppendixHead) -> tuple[str, str, str]:
    """Label, title and `Kèm theo` line of an appendix."""
    label = title = ""
    for line in head.of(Component.APPENDIX_LABEL):
        label, title = appendix_label(line)
    title = " ".join(filter(None, (title, *_typed(head.of(Component.APPENDIX_TITLE)))))
    return label, title, " ".join(_typed(head.of(Component.ATTACHED_TO)))


def places(lines: Iterable[Line]) -> tuple[Origin | None, ...]:
    """Where each line stands."""
    return tuple(line.of.place for line in lines)


def _typed(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.typed for line in lines)


def _inlines(line: Line, number_of: NumberOf) -> Inlines:
    return trimmed(inlines_of(line.part.runs, number_of))


def _labelled(line: Line, number_of: NumberOf) -> Inlines:
    """The line with what automatic numbering prints before it, such as a dash."""
    label = line.part.label.strip()
    inlines = _inlines(line, number_of)
    return (Text(f"{label} "), *inlines) if label else inlines


def _phrase(lines: Sequence[Line], number_of: NumberOf) -> Inlines:
    """The lines as one text in their component's own look, parted by line breaks."""
    made = [_labelled(line, number_of) for line in lines]
    joined: Inlines = ()
    for index, inlines in enumerate(made):
        joined = (*joined, LineBreak(), *inlines) if index else inlines
    return plain(joined)


def _text(inlines: Inlines) -> str:
    return "".join(one.value for one in inlines if isinstance(one, Text))


def _listed(items: Sequence[tuple[Inlines, Origin | None]]) -> Listed:
    kept = [(item, origin) for item, origin in items if item]
    return Listed(tuple(item for item, _ in kept), tuple(origin for _, origin in kept))
