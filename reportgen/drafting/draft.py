"""The draft: a document's wording as Markdown, figures already printed, before it is parsed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportgen.dossier import Kind
from reportgen.drafting.charts import PlacedChart
from reportgen.drafting.comparisons import PlacedInset, PlacedTable
from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """A column as the dossier asks for it: `width` in percent of the table or None (by content)."""

    title: str
    width: float | None = None
    alignment: str | None = None  # "left", "center", "right", "justify"; None: by content


@dataclass(frozen=True, slots=True)
class DraftTable:
    """Cells are Markdown; a line break in a cell begins a new paragraph."""

    columns: tuple[DraftColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...] = ()  # of each row
    spans: tuple[tuple[int, ...], ...] = ()  # rows of each cell, 0: covered; () for all 1
    cells: tuple[tuple[Place | None, ...], ...] = ()  # where each cell begins; () where not known
    header_place: Place | None = None


@dataclass(frozen=True, slots=True)
class DraftAppendix:
    """`title` and `text` are Markdown; the table stands after the text."""

    title: str
    text: str
    table: DraftTable | None
    landscape: bool


def _nowhere(_fragment: str) -> Place | None:
    return None


@dataclass(frozen=True, slots=True)
class Draft:
    """`numbering` is the label scheme, a specimen a level (`I.`, `1.`, `a)`).

    `kind` is the title that is printed, `form` the kind that the decree knows by it, or None.
    `locate` finds where in the sources (dossier, table, template) a fragment of text stands,
    `trace` the line there that a printed paragraph came from.
    """

    kind: str
    subject: str
    period: str
    body: str
    numbering: tuple[str, ...]
    appendices: tuple[DraftAppendix, ...] = ()
    charts: tuple[PlacedChart, ...] = ()  # in reading order; a line of the texts stands for each
    tables: tuple[PlacedTable, ...] = ()  # against last period, likewise
    form: Kind | None = None
    locate: Callable[[str], Place | None] = field(default=_nowhere, compare=False)
    trace: Callable[[str], Place | None] = field(default=_nowhere, compare=False)

    @property
    def untraced(self) -> "Draft":
        """The same draft, of whose paragraphs nobody wants to know where they came from."""
        return replace(self, trace=_nowhere)

    @property
    def insets(self) -> tuple[PlacedInset, ...]:
        """Everything that a line of the texts stands for."""
        return (*self.charts, *self.tables)
