"""The pages of a PDF for a screen: their names, pictures, and the text that stands on them.

PDFium reads the PDF; it may be used by one thread at a time, so every use holds the lock.
"""

import ctypes
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import ImageChops
from PIL.Image import Image

from reportgen.preview.view import Page

_LOCK = RLock()
_GLANCE = 0.75  # pixels a point, to tell pages apart
_LINE_ENDS = "\r\n"
#: What PDFium gives for a hyphen at the end of a line.
_BROKEN_HYPHENS = {0x02: "-", 0xFFFE: "-"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on a page: its box in points, from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Letters that stand on one line, one after the other, as they are selected."""

    text: str
    left: float
    top: float
    width: float
    height: float


class Printed:
    """A PDF whose pages are looked at; close it after use."""

    def __init__(self, data: bytes) -> None:
        self._data = data  # PDFium reads from it as long as the document is open
        with _LOCK:
            self._document = pdfium.PdfDocument(self._data)
            self.count = len(self._document)

    def close(self) -> None:
        """Give back what PDFium holds."""
        with _LOCK:
            self._document.close()

    def pages(self) -> tuple[Page, ...]:
        """Every page with its size and its name."""
        return tuple(self._page(number) for number in range(self.count))

    def image(self, number: int, width: int) -> bytes:
        """The page as a PNG of that width in pixels."""
        with self._opened(number) as page:
            picture = page.render(scale=width / page.get_width()).to_pil()
        return _png(picture)

    def letters(self, number: int) -> list[Letter]:
        """The letters of a page in reading order; ends of lines as letters without extent."""
        with self._opened(number) as page:
            text = page.get_textpage()
            try:
                return list(_letters(text, page.get_height()))
            finally:
                text.close()

    def lines(self, number: int) -> list[Line]:
        """The text of a page, line by line."""
        return lines_of(self.letters(number))

    def _page(self, number: int) -> Page:
        with self._opened(number) as page:
            width, height = page.get_size()
            picture = page.render(scale=_GLANCE, grayscale=True)
            named = hashlib.sha256(f"{width} {height}".encode())
            named.update(bytes(picture.buffer))
            text = page.get_textpage()
            named.update(text.get_text_range().encode("utf-8", "replace"))
            text.close()
        return Page(named.hexdigest()[:24], width, height)

    @contextmanager
    def _opened(self, number: int) -> Iterator[pdfium.PdfPage]:
        with _LOCK:
            page = self._document[number]
            try:
                yield page
            finally:
                page.close()


def lines_of(letters: list[Letter]) -> list[Line]:
    """The letters put together where they follow each other on one line."""
    lines: list[list[Letter]] = [[]]
    for letter in letters:
        line = lines[-1]
        if letter.text in _LINE_ENDS:
            lines.append([])
        elif letter.text.isspace() or not line or _goes_on(line[-1], letter):
            line.append(letter)
        else:
            lines.append([letter])
    return [found for line in lines if (found := _line(line)) is not None]


def _goes_on(before: Letter, letter: Letter) -> bool:
    """Whether a letter stands beside the one before, not above, below or back to the left."""
    overlap = min(before.bottom, letter.bottom) - max(before.top, letter.top)
    return before.text.isspace() or (overlap > 0 and letter.left >= before.left)


def _line(letters: list[Letter]) -> Line | None:
    inked = [one for one in letters if not one.text.isspace()]
    if not inked:
        return None
    left, top = min(one.left for one in inked), min(one.top for one in inked)
    right, bottom = max(one.right for one in inked), max(one.bottom for one in inked)
    text = "".join(one.text for one in letters).strip()
    return Line(text, left, top, right - left, bottom - top)


def _letters(text: pdfium.PdfTextPage, height: float) -> Iterator[Letter]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        if code == 0 or 0xD800 <= code < 0xE000:
            continue
        pdfium_c.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = (left.value, height - top.value, right.value, height - bottom.value)
        yield Letter(_BROKEN_HYPHENS.get(code, chr(code)), *box)


def _png(picture: Image) -> bytes:
    """The picture as PNG, grey where it has no colour: a third of the time and size."""
    grey = picture.convert("L")
    if ImageChops.difference(picture.convert("RGB"), grey.convert("RGB")).getbbox() is None:
        picture = grey
    file = io.BytesIO()
    picture.save(file, "png", compress_level=1)
    return file.getvalue()
