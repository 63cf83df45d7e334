"""The numbers of notes: counted where their references stand in the text (ECMA-376 §17.11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.readers.word.model import NoteKind, NoteMark
from reportgen.wordprocessingml.names import Element, child, integer, value

_PROPERTIES = {NoteKind.FOOTNOTE: "footnotePr", NoteKind.ENDNOTE: "endnotePr"}


@dataclass(frozen=True, slots=True)
class NoteRule:
    """How notes of a kind are numbered: the first number, and whether sections begin anew."""

    start: int = 1
    by_section: bool = False


@dataclass(slots=True)
class NoteNumbers:
    """Numbers notes in the order in which their references are read.

    Numbering that begins anew on every page is counted on: pages are not known.
    """

    rules: Mapping[NoteKind, NoteRule] = field(default_factory=dict)
    found: dict[tuple[NoteKind, int], NoteMark] = field(default_factory=dict)
    _last: dict[NoteKind, int] = field(default_factory=dict)
    _section: dict[NoteKind, int] = field(default_factory=dict)

    def next(self, kind: NoteKind, identifier: int, section: int, custom: bool) -> NoteMark:
        """The mark of the next reference; one with a mark of its own takes no number (0)."""
        if custom:
            mark = NoteMark(kind, identifier, 0)
        else:
            mark = NoteMark(kind, identifier, self._count(kind, section))
        self.found.setdefault((kind, identifier), mark)
        return mark

    def _count(self, kind: NoteKind, section: int) -> int:
        rule = self.rules.get(kind, NoteRule())
        anew = rule.by_section and self._section.get(kind, section) != section
        last = rule.start - 1 if anew else self._last.get(kind, rule.start - 1)
        self._last[kind] = last + 1
        self._section[kind] = section
        return last + 1


def note_rules(settings: Element | None, sections: list[Element]) -> dict[NoteKind, NoteRule]:
    """What the settings, or the first section that says it, lay down for either kind."""
    rules = {}
    for kind, name in _PROPERTIES.items():
        said = [found for node in (*sections, settings) if (found := child(node, name)) is not None]
        starts = [integer(value(child(node, "numStart"))) for node in said]
        restarts = [value(child(node, "numRestart")) for node in said]
        start = next((number for number in starts if number is not None), 1)
        rules[kind] = NoteRule(start, next(filter(None, restarts), "") == "eachSect")
    return rules
