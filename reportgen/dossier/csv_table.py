"""A table with the place of every row."""

from dataclasses import dataclass

from reportgen.problems import Place

_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as typed: every row is as long as the header; `places` has one place a row.

    `ragged` are the rows that are not, or have a cell that cannot be read (a problem each).
    `columns` are the letters of a workbook's columns, empty for a CSV file.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...]
    header_place: Place = _NOWHERE
    ragged: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = ()

    def place_of(self, row: int, title: str) -> Place:
        """Where a cell stands: the cell of a workbook, the line of a CSV file; rows from 0."""
        place = self.places[row]
        if place.cell is None or title not in self.header:
            return place
        index = self.header.index(title)
        sheet, _, number = place.cell.rpartition("!")
        return Place(place.file, place.line, index + 1, f"{sheet}!{self.columns[index]}{number}")
