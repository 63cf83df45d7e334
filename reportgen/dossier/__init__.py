"""Sources of one document (YAML with positions, CSV) as typed, frozen models."""

from reportgen.dossier.appendices import AppendixDefaults, AppendixInput, ColumnForm
from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.dates import IssueDate, Period
from reportgen.dossier.dossier import Dossier, Loaded
from reportgen.dossier.exemptions import Exemption
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.kinds import KINDS, Kind, kind_named
from reportgen.dossier.loading import Reading, load_dossier, read_dossier
from reportgen.dossier.profile import Profile, Recipient
from reportgen.dossier.schema import dossier_schema, profile_schema
from reportgen.dossier.sections import Section
from reportgen.dossier.signers import Signer
from reportgen.dossier.values import Narrative

__all__ = [
    "KINDS",
    "AppendixDefaults",
    "AppendixInput",
    "ColumnForm",
    "CsvTable",
    "Dossier",
    "Exemption",
    "Indicator",
    "IssueDate",
    "Kind",
    "Loaded",
    "Narrative",
    "Period",
    "Profile",
    "Reading",
    "Recipient",
    "Section",
    "Signer",
    "dossier_schema",
    "kind_named",
    "load_dossier",
    "profile_schema",
    "read_dossier",
]
