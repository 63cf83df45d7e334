"""Files that an office starts from, as text: its profile, and a template of its own."""

from reportgen.starters.offices import Office, commune_office, department, provincial_office
from reportgen.starters.profile import profile_text
from reportgen.starters.template import template_files

__all__ = [
    "Office",
    "commune_office",
    "department",
    "profile_text",
    "provincial_office",
    "template_files",
]
