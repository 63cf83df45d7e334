"""One layer of formatting: what a single w:rPr or w:pPr says, and nothing of what it inherits.

A layer laid over another is `below | above`: what the upper does not say stays (ECMA-376 §17.7.2).
"""

from typing import TypedDict

from reportgen.document.tree import Alignment
from reportgen.readers.word.theme import Theme
from reportgen.wordprocessingml.names import VAL, Element, child, integer, is_on, length, value, w


class RunLayer(TypedDict, total=False):
    font: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    strike: bool
    double_strike: bool
    hidden: bool
    underline: bool
    raised: str  # vertAlign
    color: str
    highlighted: bool
    language: str


class ParagraphLayer(TypedDict, total=False):
    alignment: Alignment
    left: float
    right: float
    first: float
    left_chars: float  # in characters; 0 where points count
    right_chars: float
    first_chars: float
    before: float
    after: float
    before_auto: bool
    after_auto: bool
    line: float
    line_rule: str
    contextual: bool
    keep_next: bool
    page_break: bool
    outline: int
    number: str  # of w:num
    level: int
    border_above: bool
    border_below: bool


_ON_OFF = {
    w("b"): "bold",
    w("i"): "italic",
    w("caps"): "caps",
    w("smallCaps"): "small_caps",
    w("strike"): "strike",
    w("dstrike"): "double_strike",
    w("vanish"): "hidden",
}
#: Properties that a style switches over instead of setting them (§17.7.3).
TOGGLES = ("bold", "italic", "caps", "small_caps", "strike", "hidden")
_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}
_PARAGRAPH_ON_OFF = {
    w("contextualSpacing"): "contextual",
    w("keepNext"): "keep_next",
    w("pageBreakBefore"): "page_break",
}
_NO_BORDER = ("", "nil", "none")
_WHITE = "FFFFFF"
_A_LINE = 12.0  # points, of `beforeLines`
_HUNDREDTHS = 100


def run_layer(properties: Element | None, theme: Theme) -> RunLayer:
    """What a w:rPr says (§17.3.2.28)."""
    layer: RunLayer = {}
    for node in () if properties is None else properties:
        tag = node.tag
        if tag in _ON_OFF:
            layer[_ON_OFF[tag]] = is_on(node)  # type: ignore[literal-required]
        elif tag == w("rFonts"):
            if font := _font(node, theme):
                layer["font"] = font
        elif tag == w("sz"):
            if (size := length(node.get(VAL), unit=0.5)) is not None:
                layer["size"] = size
        elif tag == w("u"):
            layer["underline"] = (node.get(VAL) or "none") != "none"
        elif tag == w("vertAlign"):
            layer["raised"] = value(node)
        elif tag == w("color"):
            color = value(node)
            layer["color"] = "" if color in ("auto", "000000") else color.upper()
        elif tag == w("highlight"):
            layer["highlighted"] = value(node) not in ("", "none")
        elif tag == w("lang") and value(node):
            layer["language"] = value(node)
    return layer


def _font(node: Element, theme: Theme) -> str:
    for script in ("ascii", "hAnsi"):
        named = theme.get(value(node, f"{script}Theme")) or value(node, script)
        if named:
            return named
    return ""


def paragraph_layer(properties: Element | None) -> ParagraphLayer:
    """What a w:pPr says (§17.3.1.26)."""
    layer: ParagraphLayer = {}
    for node in () if properties is None else properties:
        tag = node.tag
        if tag in _PARAGRAPH_ON_OFF:
            layer[_PARAGRAPH_ON_OFF[tag]] = is_on(node)  # type: ignore[literal-required]
        elif tag == w("jc"):
            layer["alignment"] = _ALIGNMENTS.get(value(node), Alignment.JUSTIFY)
        elif tag == w("ind"):
            _put_indents(layer, node)
        elif tag == w("spacing"):
            _put_spacing(layer, node)
        elif tag == w("outlineLvl"):
            layer["outline"] = integer(node.get(VAL)) or 0
        elif tag == w("numPr"):
            _put_numbering(layer, node)
        elif tag == w("pBdr"):
            layer["border_above"] = is_drawn(child(node, "top"))
            layer["border_below"] = is_drawn(child(node, "bottom"))
    return layer


def is_drawn(border: Element | None) -> bool:
    """Whether a border is there, not switched off (§17.18.2) and not white on white."""
    white = value(border, "color").upper() == _WHITE
    return value(border) not in _NO_BORDER and not white


def _put_indents(layer: ParagraphLayer, node: Element) -> None:
    sides = (("left", ("start", "left")), ("right", ("end", "right")))
    for side, names in sides:
        for name in names:
            if (points := length(node.get(w(name)))) is not None:
                layer[side] = points  # type: ignore[literal-required]
                layer[f"{side}_chars"] = 0.0  # type: ignore[literal-required]
            elif chars := integer(node.get(w(f"{name}Chars"))):
                layer[f"{side}_chars"] = chars / _HUNDREDTHS  # type: ignore[literal-required]
    for name, sign in (("firstLine", 1), ("hanging", -1)):  # hanging wins (§17.3.1.12)
        if (points := length(node.get(w(name)))) is not None:
            layer["first"] = sign * points
            layer["first_chars"] = 0.0
        elif chars := integer(node.get(w(f"{name}Chars"))):
            layer["first_chars"] = sign * chars / _HUNDREDTHS


def _put_spacing(layer: ParagraphLayer, node: Element) -> None:
    for side in ("before", "after"):
        if (points := length(node.get(w(side)))) is not None:
            layer[side] = points
        elif lines := integer(node.get(w(f"{side}Lines"))):
            layer[side] = lines / _HUNDREDTHS * _A_LINE
        if automatic := value(node, f"{side}Autospacing"):
            layer[f"{side}_auto"] = automatic in ("1", "true", "on")  # type: ignore[literal-required]
    if (line := length(node.get(w("line")))) is not None:
        layer["line"] = line
        layer["line_rule"] = value(node, "lineRule") or "auto"
    elif rule := value(node, "lineRule"):
        layer["line_rule"] = rule


def _put_numbering(layer: ParagraphLayer, node: Element) -> None:
    if number := value(child(node, "numId")):
        layer["number"] = number
    if (level := integer(value(child(node, "ilvl")))) is not None:
        layer["level"] = level
