"""What stands where on the pages of a PDF, measured by PDFium; lengths in points from the top."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """A printed character with its box, the size it is set in, and its font's name."""

    character: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str
    color: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True)
class Rule:
    """A thin horizontal line."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Box:
    """A drawn box: the outer edges of its lines."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, line: "Line") -> bool:
        """Whether the whole line stands in the box."""
        across = self.left < line.left and line.right < self.right
        return across and self.top < line.top and line.bottom < self.bottom


@dataclass(frozen=True)
class Line:
    """Glyphs that stand beside each other on one base line."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def inked(self) -> list[Glyph]:
        return [glyph for glyph in self.glyphs if not glyph.character.isspace()]

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.inked)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.inked)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.inked)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.inked)

    @property
    def sizes(self) -> set[float]:
        return {glyph.size for glyph in self.inked}

    @property
    def fonts(self) -> set[str]:
        return {glyph.font for glyph in self.inked}


class PageLayout:
    """One page: its glyphs in reading order, its lines, its thin rules."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self.glyphs = tuple(_glyphs(page, self.height))
        self.rules = tuple(_rules(page, self.height))
        self.boxes = tuple(_boxes(page, self.height))

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @cached_property
    def lines(self) -> list[Line]:
        lines: list[list[Glyph]] = [[]]
        for glyph in self.glyphs:
            if glyph.character in "\r\n":
                lines.append([])
            else:
                lines[-1].append(glyph)
        return [Line(tuple(line)) for line in lines if any(not g.character.isspace() for g in line)]

    def line(self, part: str) -> Line:
        """The one line that holds the text."""
        (found,) = [line for line in self.lines if part in line.text]
        return found

    def words(self, text: str) -> Line:
        """The text alone, whatever stands beside it on its line."""
        line = self.line(text)
        start = line.text.index(text)
        return Line(line.glyphs[start : start + len(text)])

    def rule_under(self, line: Line) -> Rule:
        """The rule next below the line, where it is nearer than a line of text."""
        below = [
            rule
            for rule in self.rules
            if 0 <= rule.top - line.bottom < 12 and line.left - 3 < rule.middle < line.right + 3
        ]
        return min(below, key=lambda rule: rule.top)

    def box_around(self, line: Line) -> Box:
        """The one drawn box that the line stands in."""
        (found,) = [box for box in self.boxes if box.holds(line)]
        return found

    def overprinted(self) -> list[tuple[str, str]]:
        """Pairs of characters of which one stands on the other."""
        inked = sorted((g for g in self.glyphs if not g.character.isspace()), key=lambda g: g.left)
        pairs = []
        for index, one in enumerate(inked):
            for other in inked[index + 1 :]:
                if other.left >= one.right:
                    break
                if _shared_area(one, other) > 0.4:
                    pairs.append((one.character, other.character))
        return pairs


def pages(data: bytes) -> list[PageLayout]:
    """The pages of a PDF file."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [PageLayout(page) for page in document]
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage, height: float) -> Iterator[Glyph]:
    text = page.get_textpage()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        # PDFium takes a hyphen at a line's end for hyphenation: it gives 2 and joins the lines.
        character = "-" if code == 2 else chr(code)
        left, bottom, right, top = text.get_charbox(index)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = round(pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d), 2)
        box = (left, height - top, right, height - bottom)
        yield Glyph(character, *box, size, _font(text, index), _color(text, index))
        if code == 2:
            yield Glyph("\n", *box, size, "")


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), flags)
    return buffer.value.decode()


def _color(text: pypdfium2.PdfTextPage, index: int) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _rules(page: pypdfium2.PdfPage, height: float) -> Iterator[Rule]:
    for box in _paths(page, height):
        if box.height < 2 and box.width > 10:
            yield Rule(box.left, box.right, box.top)


def _boxes(page: pypdfium2.PdfPage, height: float) -> Iterator[Box]:
    yield from (box for box in _paths(page, height) if box.height > 10 and box.width > 10)


def _paths(page: pypdfium2.PdfPage, height: float) -> Iterator[Box]:
    """The bounds of all that is drawn and not written."""
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(found.raw, *sides)
        left, bottom, right, top = (side.value for side in sides)
        yield Box(left, height - top, right, height - bottom)


def _shared_area(one: Glyph, other: Glyph) -> float:
    """The area that both cover, as a share of the smaller one."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min((glyph.right - glyph.left) * (glyph.bottom - glyph.top) for glyph in (one, other))
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0
