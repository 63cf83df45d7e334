"""The font files as the PDF engine has them; kept where one document follows the other."""

import os
from dataclasses import dataclass, field
from threading import local

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from reportgen.writers.assets import asset_address
from reportgen.writers.pdf.assets import MemoryFetcher
from reportgen.writers.pdf.fonts import FACES, FontFiles

#: What a face does not do to its letters: text is as wide as its letters, by which lines are
#: foreseen. Said of the face, not of the page: of features that a page asks for, WeasyPrint 70
#: keeps some 300 bytes for each line of text, for good.
_FEATURES = ("kern", "liga", "clig", "dlig", "hlig", "calt")
_OF_THREAD = local()  # an engine's fonts must not be used by two threads at a time


class _Configuration(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """The engine's list of fonts, with a folder of copies; `faces` counts what was added to it."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self.faces = 0
        super().__init__()

    def add_font_face(self, rule_descriptors: object, url_fetcher: object) -> None:
        self.faces += 1
        super().add_font_face(rule_descriptors, url_fetcher)

    def close(self) -> None:
        """Remove the copies, unless this is a copy of the process that made them."""
        if self._process == os.getpid():
            super().__del__()

    def __del__(self) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Faces:
    """Font files made known to the engine, and the style sheet that says so."""

    fonts: FontFiles
    configuration: _Configuration = field(default_factory=_Configuration)
    sheet: CSS = field(init=False)

    def __post_init__(self) -> None:
        fetcher = MemoryFetcher(self.fonts.faces)
        sheet = CSS(string=_sheet(self.fonts), font_config=self.configuration, url_fetcher=fetcher)
        object.__setattr__(self, "sheet", sheet)

    def serve(self, fonts: FontFiles) -> bool:
        """Whether these are those files, and no page has brought a face of its own."""
        return self.configuration.faces == len(FACES) and self.fonts == fonts


def keep_faces() -> None:
    """From now on this thread uses for all its documents what the first has made ready.

    The engine gives little of its memory for fonts back. The copies of the files are removed when
    the process ends in good order.
    """
    if not hasattr(_OF_THREAD, "faces"):
        from multiprocessing.util import Finalize

        _OF_THREAD.faces = None
        Finalize(None, _forget, exitpriority=0)


def faces_of(fonts: FontFiles) -> Faces:
    """The fonts for one document: new ones, or those that are kept."""
    kept: Faces | None = getattr(_OF_THREAD, "faces", None)
    if kept is not None and kept.serve(fonts):
        kept.configuration.strut_layouts = {}  # heights of lines, by what pages say of them
        return kept
    made = Faces(fonts)
    if hasattr(_OF_THREAD, "faces"):
        _OF_THREAD.faces = made
    return made


def _forget() -> None:
    kept: Faces | None = getattr(_OF_THREAD, "faces", None)
    if kept is not None:
        kept.configuration.close()
    _OF_THREAD.faces = None


def _sheet(fonts: FontFiles) -> str:
    """The faces under a name of their own, so that no installed font of that name is taken."""
    name = f"reportgen {fonts.family.name}"
    features = ", ".join(f'"{feature}" 0' for feature in _FEATURES)
    faces = (
        f'@font-face {{ font-family: "{name}"; src: url("{asset_address(face)}"); '
        f"font-weight: {'bold' if 'bold' in face else 'normal'}; "
        f"font-style: {'italic' if 'italic' in face else 'normal'}; "
        f"font-feature-settings: {features} }}"
        for face in FACES
    )
    html = (
        f'font-family: "{name}", serif !important; '
        "font-kerning: auto !important; font-variant-ligatures: normal !important"
    )
    return "\n".join([*faces, f"html {{ {html} }}"])
