"""How wide a text is in Times New Roman, and how it falls into lines of a given width."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

#: Height of a single-spaced line of Times New Roman, in its type size.
LINE_HEIGHT = 1.149
_EM = 1000
_POINTS_PER_MM = 72 / 25.4
_PIECES = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}


def points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * _POINTS_PER_MM


def millimetres(points_: float) -> float:
    """Points as millimetres."""
    return points_ / _POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one size (pt) and weight; `\\n` is a forced line break."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def width(self) -> float:
        """Width on one line, pt."""
        return text_width(self.text, self.size, self.bold, self.italic)


class _Advances(dict[str, int]):
    """Advance widths by character; those that the font lacks are added when they are met."""

    def __missing__(self, character: str) -> int:
        self[character] = width = 0 if unicodedata.combining(character) else _EM
        return width


@cache
def _advances(face: str) -> Mapping[str, int]:
    source = files("reportgen.layout").joinpath("widths.json").read_text(encoding="utf-8")
    groups: dict[str, str] = json.loads(source)[face]
    return _Advances(
        (character, 0 if unicodedata.combining(character) else int(width))
        for width, characters in groups.items()
        for character in characters
    )


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width of `text` in pt at `size` pt, without kerning (Word's default).

    A character that Times New Roman lacks (an emoji) counts as one em, a combining mark as nothing.
    """
    advances = _advances(_FACES[bold, italic])
    return sum(map(advances.__getitem__, unicodedata.normalize("NFC", text))) * size / _EM


def _pieces(runs: Iterable[Run]) -> Iterator[tuple[str, float]]:
    """The words, stretches of blanks and forced breaks of the runs: (kind, width)."""
    for run in runs:
        for piece in _PIECES.findall(run.text):
            if piece == "\n":
                yield "break", 0.0
                continue
            is_blank = piece.isspace() and "\u00a0" not in piece
            width = text_width(piece, run.size, run.bold, run.italic)
            yield "blank" if is_blank else "word", width


def _words(pieces: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Neighbouring pieces of one kind joined across runs, forced breaks each for itself."""
    for kind, group in groupby(pieces, key=itemgetter(0)):
        if kind == "break":
            yield from group
        else:
            yield kind, sum(width for _, width in group)


def line_widths(runs: Sequence[Run], width: float) -> tuple[float, ...]:
    """Widths in pt of the lines that `runs` fill, first come first served, in `width` pt.

    Lines break at blanks (never at a no-break space) and at `\\n`; blanks at a line's end do not
    count. A word wider than the line fills whole lines.
    """
    lines = [0.0]
    blank = 0.0
    for kind, advance in _words(_pieces(runs)):
        if kind == "break":
            lines.append(0.0)
        elif kind == "word":
            if lines[-1] and lines[-1] + blank + advance > width:
                lines.append(0.0)
                blank = 0.0
            lines[-1] += blank + advance
            while lines[-1] > width:
                rest = lines[-1] - width
                lines[-1] = width
                lines.append(rest)
        blank = advance if kind == "blank" and lines[-1] else 0.0
    return tuple(lines)
