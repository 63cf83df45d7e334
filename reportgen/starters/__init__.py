"""Files that an office starts from: its profile, a template of its own, a first dossier."""

from reportgen.starters.dossier import started_dossier
from reportgen.starters.offices import Office, commune_office, department, provincial_office
from reportgen.starters.profile import profile_text
from reportgen.starters.template import template_files

__all__ = [
    "Office",
    "commune_office",
    "department",
    "profile_text",
    "provincial_office",
    "started_dossier",
    "template_files",
]
