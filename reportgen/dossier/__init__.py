"""Sources of one document (YAML with positions, CSV) as typed, frozen models."""

from reportgen.dossier.dates import IssueDate, Period
from reportgen.dossier.dossier import AppendixInput, ColumnForm, Dossier, Loaded
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.loading import Reading, load_dossier, read_dossier
from reportgen.dossier.profile import Profile, Recipient, Signer
from reportgen.dossier.schema import dossier_schema, profile_schema
from reportgen.dossier.sections import Section
from reportgen.dossier.tables import CsvTable
from reportgen.dossier.values import Narrative

__all__ = [
    "AppendixInput",
    "ColumnForm",
    "CsvTable",
    "Dossier",
    "Indicator",
    "IssueDate",
    "Loaded",
    "Narrative",
    "Period",
    "Profile",
    "Reading",
    "Recipient",
    "Section",
    "Signer",
    "dossier_schema",
    "load_dossier",
    "profile_schema",
    "read_dossier",
]
