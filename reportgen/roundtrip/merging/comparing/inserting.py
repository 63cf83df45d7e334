"""Strips of the edited file that the draft has not, as blocks of the dossier's own tree."""

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.tree import Appendix, Block, Document, Heading, Paragraph
from reportgen.roundtrip.merging.comparing.changing import with_label
from reportgen.roundtrip.merging.comparing.labels import counted_levels, label_style, typed_label
from reportgen.roundtrip.merging.comparing.letters import Letters, inlines_of
from reportgen.roundtrip.merging.comparing.noting import NoteBook
from reportgen.roundtrip.merging.comparing.strips import Strip
from reportgen.roundtrip.merging.comparing.tables import renumbered


class NewBlocks:
    """Makes blocks as the own document has them, of strips of the edited file."""

    def __init__(self, own: Sequence[Strip], book: NoteBook) -> None:
        self._book = book
        self._levels = counted_levels(own)
        self._bare_titles = any(isinstance(one.block, Heading) and not one.label for one in own)

    def letters(self, strip: Strip) -> Letters:
        """The strip's text, a label that nobody counts in front."""
        counted = label_style(strip.label) in self._levels
        label = "" if counted else typed_label(strip.label)
        return with_label(label, strip.letters).renumbered(self._book.edited)

    def block(self, strip: Strip) -> Block:
        """The block, its label counted where the own document counts labels of that style."""
        if strip.table is not None:
            return renumbered(strip.table, self._book)
        style, block = label_style(strip.label), strip.block
        if isinstance(block, Heading) and (strip.label or self._bare_titles):
            level = self._levels.get(style, block.level)
            title, rest = self._book.inlines(block.title), self._book.inlines(block.run_in)
            return replace(block, level=level, title=title, run_in=rest)
        if isinstance(block, Paragraph) and not strip.label:
            return replace(block, inlines=self._book.inlines(block.inlines))
        if style in self._levels:
            inlines = inlines_of(self.letters(strip))
            return Paragraph(inlines, strip.label, self._levels[style])
        return Paragraph(inlines_of(self.letters(strip)))

    def appendix(self, document: Document, section: int, strips: Sequence[Strip]) -> Appendix:
        """A whole appendix of the edited file."""
        theirs = document.appendices[section - 1]
        inside = [one for one in strips if one.section == section and not one.head]
        return replace(theirs, blocks=tuple(map(self.block, inside)))
