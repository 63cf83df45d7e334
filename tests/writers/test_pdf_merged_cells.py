"""Cells merged over rows: held on one page where they fit, and never a word lost where not."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from support.pdf_layout import POINTS_PER_MM, PageLayout, pages
from support.printing import html, note, printed, sentences

from reportgen.document.tree import (
    Cell,
    Column,
    Document,
    Note,
    NoteReference,
    Paragraph,
    Table,
    Text,
)
from reportgen.layout import PAGE

HEADER = ("TT", "Nhóm nhiệm vụ", "Nội dung")
WIDTHS = (0.1, 0.25, 0.65)


def cell(text: str, row_span: int = 1, note_number: int = 0) -> Cell:
    called = (NoteReference(note_number),) if note_number else ()
    return Cell((Paragraph((Text(text), *called)),), row_span=row_span)


def group(name: str, title: str, tasks: Sequence[str]) -> list[tuple[Cell, ...]]:
    """Rows whose first two cells are merged over all of them."""
    first = (cell(name, len(tasks)), cell(title, len(tasks)), cell(tasks[0]))
    return [first, *((cell(task),) for task in tasks[1:])]


def table_of(groups: Sequence[Sequence[tuple[Cell, ...]]]) -> Table:
    rows = tuple(row for one in groups for row in one)
    return Table(tuple(map(Column, WIDTHS)), (tuple(cell(title) for title in HEADER),), rows)


def printed_pages(
    bare: Document, table: Table, before: str = "", notes: Sequence[Note] = ()
) -> list[PageLayout]:
    body = (Paragraph((Text(before),)), table, Paragraph((Text("Hết bảng."),)))
    document = replace(bare, body=body[0 if before else 1 :], notes=tuple(notes))
    layout = pages(printed(document).data)
    for page in layout:
        assert page.overprinted() == []
        bottom = page.height - PAGE.bottom * POINTS_PER_MM
        assert max(glyph.bottom for glyph in page.glyphs if glyph.character.strip()) <= bottom + 1
    return layout


def tokens(layout: Sequence[PageLayout], pattern: str) -> list[str]:
    squeezed = re.sub(r"\s", "", "".join(page.text for page in layout))
    return re.findall(pattern, squeezed)


def test_rows_of_one_merged_cell_stay_on_one_page(bare: Document) -> None:
    groups = [
        group(str(n), f"Nhóm {n}", [f"Việc {n}.{k}: {sentences(2)}" for k in range(4)])
        for n in range(8)
    ]
    layout = printed_pages(bare, table_of(groups), before=sentences(12))
    assert len(layout) > 2
    for n in range(8):
        holding = [page for page in layout if f"Việc {n}." in page.text]
        assert len(holding) == 1
        assert f"Nhóm {n}" in holding[0].text


def test_rows_that_stay_together_are_merged_in_the_html_too(bare: Document) -> None:
    table = table_of([group("1", "Nhóm", ["Việc một", "Việc hai", "Việc ba"])])
    written = html(replace(bare, body=(table,)))
    assert written.count('rowspan="3"') == 2
    assert written.count('<tr class="lien">') == 2


def test_a_merged_cell_higher_than_its_page_goes_on_beside_its_rows(bare: Document) -> None:
    title = " ".join(f"tên{n}," for n in range(300))
    tasks = [f"Việc {k}: {sentences(2)}" for k in range(30)]
    layout = printed_pages(bare, table_of([group("1", title, tasks)]))
    assert len(layout) > 2
    assert tokens(layout, r"tên(\d+),") == [str(n) for n in range(300)]
    assert tokens(layout, r"Việc(\d+):") == [str(n) for n in range(30)]


def test_the_lines_of_a_merged_cell_that_is_torn_follow_each_other_down_the_page(
    bare: Document,
) -> None:
    title = " ".join(f"tên{n}," for n in range(40))
    tasks = [f"Việc {k}: {sentences(1)}" for k in range(40)]
    first = printed_pages(bare, table_of([group("1", title, tasks)]))[0]
    right = (PAGE.left + sum(WIDTHS[:2]) * PAGE.text_width) * POINTS_PER_MM
    starts = [g.top for g in first.glyphs if g.character == "t" and g.left < right][:10]
    gaps = [after - before for before, after in pairwise(sorted(set(starts)))]
    assert gaps
    assert max(gaps) < 25


def test_no_rule_crosses_a_merged_cell_that_is_torn(bare: Document) -> None:
    tasks = [f"Việc {k}: {sentences(1)}" for k in range(60)]
    layout = printed_pages(bare, table_of([group("1", "Nhóm", tasks)]))
    middle = (PAGE.left + (WIDTHS[0] + WIDTHS[1] / 2) * PAGE.text_width) * POINTS_PER_MM
    second = layout[1]
    tops = sorted(rule.top for rule in second.rules if rule.left < middle < rule.right)
    assert len({round(top) for top in tops}) == 2  # above and below the header


def merged_table(dice: random.Random) -> tuple[Table, list[Note], list[str]]:
    """A table with groups of any size, notes in any cell, and the words that it must print."""
    groups, notes, words = [], [], []
    for name in range(12):
        count = dice.choice((1, 2, 3, 6, 25))
        marks = [f"m{name}x{k}." for k in range(dice.choice((1, 5, 40)))]
        words += [*marks, *(f"v{name}x{k}." for k in range(count))]
        rows = group(f"{name}", " ".join(marks), [""] * count)
        for k in range(count):
            number = 0
            if dice.random() < 0.2:
                number = len(notes) + 1
                notes.append(note(number, sentences(dice.choice((1, 1, 4, 20)))))
            text = f"v{name}x{k}. {sentences(dice.choice((0, 1, 3)))}"
            rows[k] = (*rows[k][:-1], cell(text, note_number=number))
        groups.append(rows)
    return table_of(groups), notes, words


@pytest.mark.parametrize("seed", range(3))
def test_no_word_of_a_table_with_merged_cells_is_lost_or_printed_twice(
    bare: Document, seed: int
) -> None:
    table, notes, words = merged_table(random.Random(seed))
    layout = printed_pages(bare, table, notes=notes)
    assert sorted(tokens(layout, r"[mv]\d+x\d+\.")) == sorted(words)


def test_spans_of_several_sizes_beside_each_other_are_cut_each_for_itself(bare: Document) -> None:
    """Two columns whose merged cells end at different rows, over more than a page."""
    rows = []
    for n in range(48):
        row = []
        if n % 12 == 0:
            row.append(cell(f"d{n};", 12))
        if n % 16 == 0:
            row.append(cell(f"n{n};", 16))
        rows.append((*row, cell(f"v{n}; {sentences(1)}")))
    table = Table(tuple(map(Column, WIDTHS)), (), tuple(rows))
    layout = printed_pages(bare, table)
    assert sorted(tokens(layout, r"[dn]\d+;")) == sorted(
        [f"d{n};" for n in (0, 12, 24, 36)] + [f"n{n};" for n in (0, 16, 32)]
    )
    assert tokens(layout, r"v(\d+);") == [str(n) for n in range(48)]
