"""Word files imported into a folder, and what the dossier there prints."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from support.foreign import xml_words

from reportgen.building import build
from reportgen.document.tree import Document
from reportgen.rendering import Format, render
from reportgen.roundtrip.importing import Imported, import_file
from reportgen.roundtrip.importing.model import LEFTOVERS
from reportgen.vietnamese.text import fold_tone_placement, nfc


@dataclass(frozen=True)
class Made:
    """An import that was written down."""

    imported: Imported
    folder: Path

    @property
    def dossier(self) -> Path:
        return self.folder / self.imported.dossier

    def document(self) -> Document:
        return build(self.dossier).document

    def docx(self) -> bytes:
        return render(self.dossier, [Format.DOCX]).files[Format.DOCX]

    def text(self, name: str) -> str:
        return self.imported.files[name]


def import_into(folder: Path, data: bytes, name: str = "van_ban.docx") -> Made:
    """The file's dossier, written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder.parent / f"{folder.name}_{name}"
    source.write_bytes(data)
    imported = import_file(source, folder)
    for path, text in imported.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return Made(imported, folder)


def lost_words(data: bytes, made: Made) -> dict[str, int]:
    """The words of the file's XML that neither the rendered dossier nor its list of texts has."""
    now = _plain(xml_words(made.docx()))
    told = fold_tone_placement(nfc(made.imported.files.get(LEFTOVERS, "").casefold())).split()
    missing = _plain(xml_words(data)) - now
    return {word: count for word, count in missing.items() if not any(word in one for one in told)}


def note_text(text: str) -> str:
    """A note's text without blanks, raised signs as the signs that they are."""
    return "".join(nfc(text).translate(_RAISED).split())


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼", "0123456789()+-=")


def _plain(words: Counter[str]) -> Counter[str]:
    """The words with raised signs as the signs that they are: `m²` is printed for a raised 2."""
    plain = Counter[str]()
    for word, count in words.items():
        plain[fold_tone_placement(nfc(word.translate(_RAISED)))] += count
    return plain
