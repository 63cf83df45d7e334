"""The running text of a document as strips: paragraphs and tables in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.document.inlines import plain_text
from reportgen.document.origins import WordPlace
from reportgen.document.tree import (
    Appendix,
    Block,
    Blocks,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    Table,
)
from reportgen.readers.recognition import Recognised
from reportgen.readers.recognition.anatomy import TextParagraph
from reportgen.readers.recognition.inlines import NumberOf
from reportgen.readers.recognition.notes import note_numbers, number_of
from reportgen.readers.recognition.pieces import read_piece
from reportgen.readers.recognition.tables import read_table
from reportgen.readers.word.model import paragraphs_of
from reportgen.roundtrip.merging.comparing.aligning import Item, item
from reportgen.roundtrip.merging.comparing.letters import Letters, letters_of, plain
from reportgen.roundtrip.merging.edits import Path, Target, TargetKind

HEAD = ("label", "title", "attached_to")
"""The lines above an appendix, by their fields."""
BODY: Path = ("body",)


@dataclass(frozen=True)
class Strip:
    """A paragraph, or a table; `section` 0 is the body, n the n-th appendix.

    `label` stands before the letters. Of the dossier's own document a strip has its `target`, of a
    Word file its `place` and, where it is one of the tree, its `block`.
    """

    section: int
    letters: Letters
    item: Item
    label: str = ""
    head: str = ""  # which line above an appendix it is
    target: Target | None = None
    block: Block | None = None
    place: WordPlace | None = None

    @property
    def table(self) -> Table | None:
        """The table, where it is one."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def shown(self) -> str:
        """What it prints, label in front."""
        text = table_text(self.block) if isinstance(self.block, Table) else self.letters.printed
        return f"{self.label} {text}".strip()


def own_strips(document: Document) -> list[Strip]:
    """Those of the dossier's own document."""
    strips = list(_own(document.body, BODY, 0))
    for index, appendix in enumerate(document.appendices):
        path: Path = ("appendices", index)
        strips += _own_head(appendix, path, index + 1)
        strips += _own(appendix.blocks, (*path, "blocks"), index + 1)
    return strips


def _own_head(appendix: Appendix, path: Path, section: int) -> Iterator[Strip]:
    for name in HEAD:
        if text := str(getattr(appendix, name)):
            target = Target(TargetKind.COMPONENT, (*path, name), text)
            yield Strip(section, plain(text), item(text), "", name, target)


def _own(blocks: Blocks, path: Path, section: int) -> Iterator[Strip]:
    for index, block in enumerate(blocks):
        kind, letters, label = _parts(block)
        if isinstance(block, Table) or label or letters.text.strip():
            text = table_text(block) if isinstance(block, Table) else letters.printed
            target = Target(kind, (*path, index), f"{label} {text}".strip())
            yield Strip(section, letters, _item(block, letters, label), label, "", target, block)


def _parts(block: Block) -> tuple[TargetKind, Letters, str]:
    match block:
        case Paragraph():
            return TargetKind.PARAGRAPH, letters_of(block.inlines), block.label
        case Heading():
            return TargetKind.HEADING, heading_letters(block), block.label
        case Picture():
            return TargetKind.CAPTION, letters_of(block.caption), ""
    return TargetKind.TABLE, Letters(), ""


def heading_letters(heading: Heading) -> Letters:
    """Title and run-in in one, as they are printed: with a blank between them."""
    title, rest = letters_of(heading.title), letters_of(heading.run_in)
    parted = not title or not rest or title.text[-1].isspace() or rest.text[0].isspace()
    return title + rest if parted else title + plain(" ") + rest


def _item(block: Block | None, letters: Letters, label: str) -> Item:
    if isinstance(block, Table):
        return item(table_text(block), kind="table")
    return item(letters.printed, label)


def table_text(table: Table) -> str:
    """All that a table says."""
    return " ".join(map(row_text, (*table.header, *table.rows)))


def row_text(row: Sequence[Cell]) -> str:
    """All that a row says."""
    return " ".join(cell_text(cell) for cell in row)


def cell_text(cell: Cell) -> str:
    """All that a cell says."""
    return " ".join(f"{one.label} {plain_text(one.inlines)}".strip() for one in cell.blocks)


def word_strips(word: Recognised, left_out: Iterable[int] = ()) -> list[Strip]:
    """Those of a Word file, but for the paragraphs of the numbers `left_out`."""
    numbered = number_of(note_numbers(word.word))
    blocks = _by_place(word.document)
    skipped = frozenset(left_out)
    strips = [
        _paragraph(one, numbered, blocks)
        for one in word.anatomy.text
        if one.paragraph.place.paragraph not in skipped
    ]
    for table in word.anatomy.tables:
        first = next(paragraphs_of((table.table,)), None)
        if first is not None:
            read = read_table(table.table, numbered)
            made = item(table_text(read), kind="table")
            strips.append(Strip(table.appendix, Letters(), made, block=read, place=first.place))
    strips.sort(key=_position)
    return list(_with_heads(strips, word.document))


def _position(strip: Strip) -> tuple[int, int]:
    return strip.section, strip.place.paragraph if strip.place else 0


def _paragraph(one: TextParagraph, numbered: NumberOf, blocks: dict[int, Block]) -> Strip:
    piece = read_piece(one.paragraph, numbered)
    letters = letters_of(piece.inlines)
    block = blocks.get(one.paragraph.place.paragraph)
    made = item(letters.printed, piece.shown)
    return Strip(one.appendix, letters, made, piece.shown, block=block, place=one.paragraph.place)


def _by_place(document: Document) -> dict[int, Block]:
    found: dict[int, Block] = {}
    for blocks in (document.body, *(one.blocks for one in document.appendices)):
        for block in blocks:
            if isinstance(block, Paragraph | Heading) and isinstance(block.origin, WordPlace):
                found.setdefault(block.origin.paragraph, block)
    return found


def _with_heads(strips: list[Strip], document: Document) -> Iterator[Strip]:
    yield from (one for one in strips if one.section == 0)
    for index, appendix in enumerate(document.appendices):
        for name in HEAD:
            if text := str(getattr(appendix, name)):
                origins = document.origins.get(f"appendices.{index}.{name}", ())
                place = next((one for one in origins if isinstance(one, WordPlace)), None)
                made = item(text)
                yield Strip(index + 1, plain(text), made, head=name, place=place)
        yield from (one for one in strips if one.section == index + 1)
