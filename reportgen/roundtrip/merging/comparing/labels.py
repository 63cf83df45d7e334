"""Labels of paragraphs: which the dossier counts by itself, and which somebody typed."""

from collections.abc import Iterable

from reportgen.readers.recognition.label_shapes import read_label
from reportgen.roundtrip.merging.comparing.strips import Strip

_BULLETS = frozenset("•●▪■◦○·∙►➢✓❖–—−+*\uf0b7\uf0a7\uf0d8\uf02d-")


def label_style(label: str) -> str:
    """The style of a label (`a)`, `1.`), "" where it is none."""
    found = read_label(f"{label} X") if label else None
    return found.style if found else ""


def typed_label(label: str) -> str:
    """A label as it is typed into the text: the bullets that Word makes of dashes are dashes."""
    return "-" if label in _BULLETS else label


def counted_levels(own: Iterable[Strip]) -> dict[str, int]:
    """The styles of labels that the document counts by itself, with their levels."""
    found: dict[str, int] = {}
    for strip in own:
        level = getattr(strip.block, "level", 0)
        if strip.label and isinstance(level, int):
            found.setdefault(label_style(strip.label), level)
    return found
