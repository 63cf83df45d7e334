"""Faults of looks, planted in the Word files that the program writes."""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from support.layouts import (
    DECISION,
    LETTER,
    NOTICE,
    REPORT,
    WITH_APPENDICES,
    Fault,
    with_fault,
)
from support.mutations.clean import SMALL, Clean
from support.mutations.planting import Kind, Plant, Planted

from reportgen.checking.inputs import recognised
from reportgen.checks.facts import facts_of
from reportgen.checks.reading import manuscript_of
from reportgen.checks.subject import Subject

Faults = Mapping[str, tuple[str, Fault, list[str]]]

_FEWEST = 9  # blocks: what is shorter is a form with hardly a paragraph of text
_ANY = tuple(
    one
    for one in SMALL
    if one.subject.document.letterhead.number and len(one.subject.document.body) >= _FEWEST
)
_LONG = (Clean(REPORT), Clean("data/khanh_hoa/2023-12/bao_cao.yaml"))
_POOLS: Mapping[str, Sequence[Clean]] = {
    REPORT: _ANY,
    NOTICE: (Clean(NOTICE), Clean("examples/van_ban/huong_dan.yaml")),
    LETTER: (Clean(LETTER),),
    WITH_APPENDICES: (Clean(WITH_APPENDICES), _LONG[1]),
    DECISION: (Clean(DECISION),),
}
# What the examples of a page or two do not have: many notes, a second page, an office's own title.
_LONG_ONLY = ("TT019", "TT037", "TT040", "TT060", "TT061", "TT062")
# What stands at one place in some documents and at another in others.
_OWN_ONLY = ("TT005", "TT006", "TT044", "TT075")


def layout_kinds(faults: Faults) -> tuple[Kind, ...]:
    """A kind for each fault: it is planted in the documents that have what it changes."""
    return tuple(
        Kind(
            name,
            tuple(dict.fromkeys(codes)),
            tuple(_pool(dossier, codes)),
            _planting(fault),
            rules="VB06" if codes[0].startswith("VB") else "TT",
        )
        for name, (dossier, fault, codes) in faults.items()
    )


def _pool(dossier: str, codes: Sequence[str]) -> Sequence[Clean]:
    """The documents that may have what the fault changes."""
    if dossier == REPORT and set(codes) & set(_LONG_ONLY):
        return _LONG
    if set(codes) & set(_OWN_ONLY):
        return (Clean(dossier),)
    return _POOLS.get(dossier, (Clean(dossier),))


def _planting(fault: Fault) -> Plant:
    def plant(document: Clean, rng: Random) -> Planted | None:
        try:
            data = with_fault(document.path, fault)
        except (IndexError, KeyError, ValueError, AttributeError):
            return None  # nothing there to spoil
        before, after = _clean(document.path), _subject(data)
        assert before.word is not None
        assert after.word is not None
        if before.word.word == after.word.word:
            return None
        return Planted(before, after, "")

    return plant


@cache
def _clean(path: str) -> Subject:
    return _subject(with_fault(path, lambda _: None))


def _subject(data: bytes) -> Subject:
    word = recognised(data, "vb.docx")
    document = word.document
    return Subject(document, manuscript_of(document), facts_of(document, word), word)
