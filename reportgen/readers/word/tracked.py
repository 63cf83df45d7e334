"""Tracked changes: whose they are, and a file's text as it was before them (ECMA-376 §17.13.5)."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from reportgen.readers.word.model import Revised, WordRevision
from reportgen.readers.word.tracing import Trace
from reportgen.wordprocessingml.names import Element, value, w


class Tracked(StrEnum):
    """How a file is read: as if every tracked change were accepted, or rejected."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


_PAIRS = (("ins", "del"), ("moveTo", "moveFrom"), ("cellIns", "cellDel"))
_OPPOSITES = {w(one): w(other) for pair in _PAIRS for one, other in (pair, pair[::-1])}
_AS_PRINTED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_KINDS = {
    w("ins"): Revised.INSERTED,
    w("moveTo"): Revised.INSERTED,
    w("del"): Revised.DELETED,
    w("moveFrom"): Revised.DELETED,
}
_PRINTED = {w("t"): "", w("delText"): "", w("tab"): "\t", w("br"): "\n"}
_MARKS = (w("rPr"), w("trPr"))


def invert(root: Element) -> None:
    """Turn insertions into deletions and back, so that accepting them is rejecting them."""
    for node in root.iter(*_OPPOSITES, *_AS_PRINTED):
        node.tag = _OPPOSITES.get(node.tag) or _AS_PRINTED[node.tag]


def revisions_in(
    roots: Iterable[Element], trace: Trace, tracked: Tracked
) -> tuple[WordRevision, ...]:
    """The tracked changes of text in these parts, in their order; `trace` is that of the body.

    `tracked` is how the parts were parsed.
    """
    numbers = {node: number for number, one in trace.items() for node in one.nodes}
    kinds = {tag: _KINDS[_OPPOSITES[tag] if tracked is Tracked.REJECTED else tag] for tag in _KINDS}
    return tuple(
        WordRevision(
            kinds[node.tag],
            text,
            value(node, "author"),
            moment(value(node, "date")),
            next((numbers[one] for one in node.iterancestors(w("p")) if one in numbers), 0),
        )
        for root in roots
        for node in root.iter(*_KINDS)
        if (text := _text(node)) or _is_mark(node)
    )


def _is_mark(node: Element) -> bool:
    """Whether it is the mark of a paragraph or a row that was put in or taken out."""
    parent = node.getparent()
    return parent is not None and parent.tag in _MARKS


def _text(node: Element) -> str:
    """The characters that this change put in or took out, and none within it."""
    return "".join(
        one.text or _PRINTED[one.tag]
        for one in node.iter(*_PRINTED)
        if next(one.iterancestors(*_KINDS), None) is node
    )


def moment(text: str) -> datetime | None:
    """A moment as WordprocessingML has it (§22.9.2.1), None where it is none."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
