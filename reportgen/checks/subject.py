"""What the rules look at: one document from all sides."""

from dataclasses import dataclass
from datetime import date

from reportgen.checks.manuscript import Manuscript
from reportgen.document.tree import Document
from reportgen.dossier import Dossier, Kind
from reportgen.drafting.templates import Template
from reportgen.readers.recognition.anatomy import Recognised


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; a value that it does not say is empty or None.

    `period` are the first and the last day that it reports on. `party` tells a document of the
    Party, which follows rules of its own (Hướng dẫn 05-HD/VPTW).
    """

    number: str = ""  # "87", without leading words
    symbol: str = ""  # "BC-BCĐ"
    issued: date | None = None
    place: str = ""  # "Khánh Hòa"
    kind: Kind | None = None
    period: tuple[date, date] | None = None
    party: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """`word` is the file as read, or as it would be written from the dossier; None: looks unknown.

    `previous` is the text of the period before, where one was given.
    """

    document: Document
    manuscript: Manuscript
    facts: Facts = Facts()
    word: Recognised | None = None
    previous: Manuscript | None = None
    dossier: Dossier | None = None
    template: Template | None = None
