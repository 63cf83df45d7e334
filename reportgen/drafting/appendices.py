"""The appendices of a draft: what dossier and template ask of each, its table arranged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.dossier import AppendixDefaults, AppendixInput, ColumnForm, CsvTable, Dossier
from reportgen.dossier.spelling import meant, nearest
from reportgen.drafting.arranging import (
    Arranged,
    Arrangement,
    arrange,
    is_among,
    single_values,
    values_in,
)
from reportgen.drafting.desk import Desk
from reportgen.drafting.draft import DraftAppendix, DraftColumn, DraftTable
from reportgen.drafting.locating import placed_cells
from reportgen.drafting.wording import Wording
from reportgen.problems import Place, Problem, Severity

_ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}


@dataclass(frozen=True, slots=True)
class _TableWording:
    """`columns` have their titles as typed, which is how the dossier names them."""

    columns: tuple[DraftColumn, ...]
    titles: tuple[Wording, ...]
    rows: tuple[tuple[Wording, ...], ...]
    arranged: Arranged
    header_place: Place

    def printed(self, desk: Desk) -> DraftTable:
        rows = tuple(tuple(desk.printed(cell) for cell in row) for row in self.rows)
        spans = tuple(tuple(cell.span for cell in row) for row in self.arranged.rows)
        columns = tuple(
            replace(column, title=desk.printed(title))
            for column, title in zip(self.columns, self.titles, strict=True)
        )
        places = tuple(tuple(cell.place for cell in row) for row in self.arranged.rows)
        return DraftTable(columns, rows, self.arranged.places, spans, places, self.header_place)


@dataclass(frozen=True, slots=True)
class AppendixWording:
    """An appendix looked through, not yet printed."""

    title: Wording
    text: Wording
    table: _TableWording | None
    landscape: bool

    def printed(self, desk: Desk) -> DraftAppendix:
        """The appendix with all its figures."""
        table = self.table.printed(desk) if self.table else None
        return DraftAppendix(
            desk.printed(self.title), desk.passage(self.text), table, self.landscape
        )


def read_appendix(
    dossier: Dossier, number: int, defaults: AppendixDefaults, desk: Desk
) -> AppendixWording:
    """The dossier's appendix at that index; where it says nothing, the template's `defaults`."""
    given = dossier.phu_luc[number]
    place = dossier.text_place_of("phu_luc", number, "tieu_de")
    title = desk.checked(desk.read(given.tieu_de, place))
    narrative = given.noi_dung
    text = desk.checked(desk.read(narrative.text, narrative.place)) if narrative else ()
    table = None
    if given.table is not None:
        unknown = list(_unknown_values(dossier, number, given.table))
        arranged = arrange(given.table, _arrangement(given, given.table, defaults))
        desk.problems += (*unknown, *arranged.problems)
        if given.table.rows and not (arranged.rows or given.table.ragged or unknown):
            desk.problems.append(_nothing_left(dossier, number))
        table = _read_table(given, given.table, arranged, defaults, desk)
    landscape = (given.huong or defaults.huong) == "ngang"
    return AppendixWording(title, text, table, landscape)


def _arrangement(given: AppendixInput, table: CsvTable, defaults: AppendixDefaults) -> Arrangement:
    standing = tuple(title for title in defaults.gop if title in table.header)
    return Arrangement(
        given.gop or standing, given.loc, given.sap_xep, given.danh_so_cot, given.chi_cot
    )


def _read_table(
    given: AppendixInput,
    table: CsvTable,
    arranged: Arranged,
    defaults: AppendixDefaults,
    desk: Desk,
) -> _TableWording:
    places = dict(placed_cells(table.header, table.header_place))
    titles = tuple(desk.checked(desk.read(title, places[title])) for title in arranged.header)
    rows = tuple(
        tuple(desk.checked(desk.read(cell.text, cell.place)) for cell in row)
        for row in arranged.rows
    )
    columns = tuple(
        _column(title, given.cot.get(title), defaults.cot.get(title)) for title in arranged.header
    )
    return _TableWording(columns, titles, rows, arranged, table.header_place)


def _column(title: str, own: ColumnForm | None, standing: ColumnForm | None) -> DraftColumn:
    """The column as the dossier sets it; what that leaves open, as the template does."""
    forms = [form for form in (own, standing) if form is not None]
    width = next((form.rong for form in forms if form.rong is not None), None)
    side = next((form.can for form in forms if form.can is not None), "")
    return DraftColumn(title, width, _ALIGNMENTS.get(side))


def _unknown_values(dossier: Dossier, number: int, table: CsvTable) -> Iterator[Problem]:
    """Values to keep rows by that the column does not have (CT019)."""
    for title, wanted in dossier.phu_luc[number].loc.items():
        found = values_in(table, title)
        for value in wanted:
            if not is_among(value, found):
                message = f"cột “{title}” không có ô nào là “{value}”"
                place = dossier.place_of("phu_luc", number, "loc", title)
                near = nearest(value, found)
                hint = meant(value, [near] if near else single_values(found))
                yield Problem("CT019", message, place, hint)


def _nothing_left(dossier: Dossier, number: int) -> Problem:
    message = "không dòng nào của bảng qua được bộ lọc loc"
    hint = "bớt điều kiện lọc, hoặc bỏ phụ lục này"
    place = dossier.place_of("phu_luc", number, "loc")
    return Problem("CT020", message, place, hint, Severity.WARNING)
