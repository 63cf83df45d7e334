"""Write reportgen/layout/widths.json: the advance widths of Times New Roman.

Liberation Serif 2 has the same advance widths (that is what it was drawn for) and the Vietnamese
letters. Run with the four font files as arguments: regular, bold, italic, bold italic.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = ("regular", "bold", "italic", "bold_italic")
TARGET = Path(__file__).parents[1] / "reportgen" / "layout" / "widths.json"
#: Latin with its Vietnamese letters, combining marks, punctuation, superscripts, currency, signs.
BLOCKS = (
    (0x20, 0x24F),
    (0x2B0, 0x36F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x20CF),
    (0x2100, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
)


def widths_of(path: Path) -> dict[str, str]:
    """Characters of the covered blocks, grouped by advance width (thousandths of an em)."""
    font = TTFont(path)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"]
    groups: dict[int, str] = defaultdict(str)
    for code, glyph in sorted(font.getBestCmap().items()):
        if any(first <= code <= last for first, last in BLOCKS):
            groups[round(metrics[glyph][0] * scale)] += chr(code)
    return {str(width): groups[width] for width in sorted(groups)}


def main(arguments: list[str]) -> None:
    faces = dict(zip(FACES, map(widths_of, map(Path, arguments)), strict=True))
    TARGET.write_text(json.dumps(faces, ensure_ascii=True, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
