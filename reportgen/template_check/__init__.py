"""Looking templates and frames through before any dossier uses them."""

from reportgen.template_check.folders import Checked, check

__all__ = ["Checked", "check"]
