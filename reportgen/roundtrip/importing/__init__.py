"""A Word report as the files of a dossier that prints it."""

from reportgen.roundtrip.importing.core import import_word
from reportgen.roundtrip.importing.files import import_file
from reportgen.roundtrip.importing.model import Imported, Surroundings

__all__ = ["Imported", "Surroundings", "import_file", "import_word"]
