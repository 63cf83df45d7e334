"""The whole way from a dossier or a Word file to what the rules find in it."""

from reportgen.checking.checked import Checked, Suppressed
from reportgen.checking.files import check_file

__all__ = ["Checked", "Suppressed", "check_file"]
