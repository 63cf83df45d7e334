"""All figures of a document with where they stand, the two of a fraction each by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.figures.model import Figure, Fraction
from reportgen.checks.figures.scan import scan
from reportgen.checks.manuscript import Manuscript, Passage


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure in a passage; `fraction` where it is one of the two of a fraction."""

    passage: Passage
    figure: Figure
    fraction: Fraction | None = None

    @property
    def fills_its_cell(self) -> bool:
        """Whether the figure is all that a table's cell holds."""
        return self.passage.cell is not None and self.passage.text.strip() == self.figure.text


def figures_in(manuscript: Manuscript) -> Iterator[Standing]:
    """Every figure in the body, the appendices, the tables and the notes, in reading order."""
    for passage in manuscript.running_text():
        for token in scan(passage.text):
            if isinstance(token, Fraction):
                yield Standing(passage, token.part, token)
                yield Standing(passage, token.whole, token)
            else:
                yield Standing(passage, token)


def column_of(manuscript: Manuscript, standing: Standing) -> tuple[str, ...]:
    """The texts of the column that the figure's cell stands in, header first; none outside."""
    place = standing.passage.cell
    if place is None or place.table >= len(manuscript.tables):
        return ()
    rows = manuscript.tables[place.table].rows
    cells = (row[place.column] for row in rows if place.column < len(row))
    return tuple(cell.text.strip() for cell in cells if cell is not None)
