"""A table of the draft and what became of it: its rows, its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.origins import WordPlace
from reportgen.document.tree import Cell, Paragraph, Table
from reportgen.roundtrip.merging.comparing.aligning import Item, align, item
from reportgen.roundtrip.merging.comparing.changing import (
    Paragraphs,
    container_of,
    paragraphs_changed,
    word_place,
)
from reportgen.roundtrip.merging.comparing.letters import letters_of
from reportgen.roundtrip.merging.comparing.noting import NoteBook
from reportgen.roundtrip.merging.comparing.strips import row_text, table_text
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, Target, TargetKind

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """One table in the dossier's own document (at `path`), the rendered file and the edited one."""

    path: Path
    own: Table
    rendered: Table
    edited: Table


def table_edits(tables: Tables, book: NoteBook) -> list[Edit]:
    """The edits of a table: of cells and rows; of all of it where its columns changed."""
    if len(tables.rendered.columns) != len(tables.edited.columns):
        return [_replaced(tables, book)]
    return list(_Rows(tables, book).edits())


def _replaced(tables: Tables, book: NoteBook) -> Edit:
    target = Target(TargetKind.TABLE, tables.path, table_text(tables.own))
    made = renumbered(tables.edited, book)
    return Edit(
        EditKind.CHANGED,
        TargetKind.TABLE,
        target,
        container_of(target.path),
        block=made,
        notes=book.new_notes(table_notes(made)),
        place=table_place(tables.edited),
    )


class _Rows:
    """The rows of one table, header and all, held against each other."""

    def __init__(self, tables: Tables, book: NoteBook) -> None:
        self._path, self._own, self._book = tables.path, tables.own, book
        self._ours, self._theirs, self._now = (
            (*table.header, *table.rows) for table in (tables.own, tables.rendered, tables.edited)
        )
        self._known = {other: one for one, other in _row_pairs(self._ours, self._theirs)}
        found = align([*map(_row_item, self._theirs)], [*map(_row_item, self._now)])
        self._pairs = {other: one for one, other in found}

    def edits(self) -> Iterator[Edit]:
        """In the order of the edited file, what is gone where it stood."""
        kept = set(self._pairs.values())
        last: int | None = None
        done = 0
        for index, row in enumerate(self._now):
            partner = self._pairs.get(index)
            at = self._known.get(partner) if partner is not None else None
            if partner is None or at is None:
                yield self._inserted(row, last)
                continue
            yield from self._deleted(range(done, partner), kept)
            yield from self._changed(at, self._theirs[partner], row)
            last, done = at, partner + 1
        yield from self._deleted(range(done, len(self._theirs)), kept)

    def _row_path(self, at: int) -> Path:
        header = len(self._own.header)
        return (*self._path, "header", at) if at < header else (*self._path, "rows", at - header)

    def _target(self, at: int) -> Target:
        return Target(TargetKind.ROW, self._row_path(at), row_text(self._ours[at]))

    def _inserted(self, row: Row, last: int | None) -> Edit:
        made = _renumbered_row(row, self._book)
        in_header = last is not None and last + 1 < len(self._own.header)
        after = last is not None and (in_header or last >= len(self._own.header))
        return Edit(
            EditKind.INSERTED,
            TargetKind.ROW,
            self._target(last) if after and last is not None else None,
            (*self._path, "header" if in_header else "rows"),
            row=made,
            notes=self._book.new_notes(_row_notes(made)),
            place=_row_place(row),
        )

    def _deleted(self, rows: range, kept: set[int]) -> Iterator[Edit]:
        for gone in rows:
            at = self._known.get(gone)
            if gone not in kept and at is not None:
                target = self._target(at)
                container = container_of(target.path)
                yield Edit(EditKind.DELETED, target.kind, target, container, row=self._ours[at])

    def _changed(self, at: int, rendered: Row, edited: Row) -> Iterator[Edit]:
        own = self._ours[at]
        if not len(own) == len(rendered) == len(edited):
            if row_text(rendered).split() != row_text(edited).split():
                yield self._rebuilt(at, edited)
            return
        for index, cells in enumerate(zip(own, rendered, edited, strict=True)):
            container = (*self._row_path(at), index, "blocks")
            blocks = (cell.blocks for cell in cells)
            yield from paragraphs_changed(
                Paragraphs(TargetKind.CELL, container, *blocks), self._book
            )

    def _rebuilt(self, at: int, edited: Row) -> Edit:
        target, made = self._target(at), _renumbered_row(edited, self._book)
        return Edit(
            EditKind.CHANGED,
            TargetKind.ROW,
            target,
            container_of(target.path),
            row=made,
            notes=self._book.new_notes(_row_notes(made)),
            place=_row_place(edited),
        )


def _row_pairs(own: Sequence[Row], rendered: Sequence[Row]) -> list[tuple[int, int]]:
    if len(own) == len(rendered):
        return [(index, index) for index in range(len(own))]
    return align([*map(_row_item, own)], [*map(_row_item, rendered)])


def _row_item(row: Row) -> Item:
    return item(row_text(row))


def renumbered(table: Table, book: NoteBook) -> Table:
    """A table of the edited file with own numbers of notes."""
    header, rows = (
        tuple(_renumbered_row(row, book) for row in part) for part in (table.header, table.rows)
    )
    return replace(table, header=header, rows=rows)


def _renumbered_row(row: Row, book: NoteBook) -> Row:
    return tuple(
        replace(
            cell,
            blocks=tuple(replace(one, inlines=book.inlines(one.inlines)) for one in cell.blocks),
        )
        for cell in row
    )


def table_notes(table: Table) -> tuple[int, ...]:
    """The numbers of the notes that a table refers to."""
    return tuple(number for row in (*table.header, *table.rows) for number in _row_notes(row))


def _row_notes(row: Row) -> tuple[int, ...]:
    return tuple(
        number for cell in row for one in cell.blocks for number in letters_of(one.inlines).notes
    )


def table_place(table: Table) -> WordPlace | None:
    """Where a table begins in its file."""
    rows = (*table.header, *table.rows)
    return _row_place(rows[0]) if rows else None


def _row_place(row: Row) -> WordPlace | None:
    return next((place for place in map(word_place, _paragraphs(row)) if place is not None), None)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row:
        yield from cell.blocks
