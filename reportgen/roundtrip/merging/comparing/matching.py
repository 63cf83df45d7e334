"""Which strip of the edited file is which of the rendered one, and which of the dossier's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.roundtrip.merging.comparing.aligning import Item, align, common_share, item, moved
from reportgen.roundtrip.merging.comparing.strips import Strip
from reportgen.roundtrip.merging.edits import Path

_DERIVED = ("label", "attached_to")


@dataclass(frozen=True)
class Matching:
    """The strips of the three documents, and what belongs together.

    `own_of`: rendered → own; `stayed` and `moved`: edited → rendered. `common`: the share of the
    rendered words that is in the edited file still.
    """

    own: Sequence[Strip]
    rendered: Sequence[Strip]
    edited: Sequence[Strip]
    own_of: Mapping[int, int]
    stayed: Mapping[int, int]
    moved: Mapping[int, int]
    common: float

    def own_at(self, rendered: int) -> Strip | None:
        """The own strip of a rendered one."""
        index = self.own_of.get(rendered)
        return None if index is None else self.own[index]

    @property
    def kept(self) -> frozenset[int]:
        """The rendered strips that are in the edited file."""
        return frozenset((*self.stayed.values(), *self.moved.values()))

    def new_appendices(self) -> frozenset[int]:
        """The sections of the edited file that are none of the draft."""
        known = {*self.stayed, *self.moved}
        return _sections(self.edited) - _sections(
            strip for index, strip in enumerate(self.edited) if index in known
        )

    def lost_appendices(self) -> frozenset[int]:
        """The sections of the draft that the edited file has not."""
        return _sections(self.rendered) - _sections(
            strip for index, strip in enumerate(self.rendered) if index in self.kept
        )

    def homes(self) -> dict[int, Path]:
        """For each section of the edited file the own tuple of blocks that it is."""
        homes: dict[int, Path] = {0: ("body",)}
        for index, strip in enumerate(self.edited):
            own = self.own_at(self.stayed[index]) if index in self.stayed else None
            if own is not None and own.section and strip.head not in _DERIVED:
                homes.setdefault(strip.section, ("appendices", own.section - 1, "blocks"))
        return homes


def _sections(strips: Iterable[Strip]) -> frozenset[int]:
    """The appendices that have a strip among these, but for lines that are the same in all."""
    return frozenset(one.section for one in strips if one.section and one.head not in _DERIVED)


def match(own: Sequence[Strip], rendered: Sequence[Strip], edited: Sequence[Strip]) -> Matching:
    """Bring the strips of the three documents together."""
    before, after = [one.item for one in rendered], [one.item for one in edited]
    pairs = align(before, after)
    others = moved(before, after, pairs)
    return Matching(
        own,
        rendered,
        edited,
        {other: one for one, other in align(_whole(own), _whole(rendered))},
        {other: one for one, other in pairs},
        {other: one for one, other in others},
        common_share(before, after, [*pairs, *others]),
    )


def _whole(strips: Sequence[Strip]) -> list[Item]:
    """The strips with their labels, which are typed text in one document and counted in another."""
    return [item(one.shown.casefold(), kind=one.item.kind) for one in strips]
