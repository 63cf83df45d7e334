"""Drawings anchored in a run: text boxes, lines and pictures, DrawingML and VML alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.readers.word.story import chosen
from reportgen.wordprocessingml.names import (
    MC,
    PIC,
    WP,
    WPG,
    WPS,
    A,
    Element,
    O,
    V,
    integer,
    length,
    local,
    w,
)

_EMU = 1 / 12_700
_BOX = w("txbxContent")
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_THIN = 4.0  # points; a rectangle no higher is a line
_SHORT = 8.0  # points; a line no longer is none that closes a heading
_A_LINE = 6.0  # points that a shape is lower than its anchor where it stands below the text
_QUARTER_TURN = 5_400_000  # in 60000ths of a degree
_INSET = 14.4  # points at both sides of a text box, unless said (§21.1.2.1.1)
_STRAIGHT = "_x0000_t32"
_PERMILLE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line: `width` in points, or a share of the column where `relative`."""

    width: float
    below: bool = True
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands in a w:drawing, w:pict or w:object; `boxes` with their inner widths."""

    boxes: tuple[tuple[Element, float], ...] = ()
    lines: tuple[Line, ...] = ()
    picture: str = ""


def read_drawing(node: Element) -> Drawn:
    """Text boxes, lines and the alternative text of a picture in a drawing."""
    boxes: list[tuple[Element, float]] = []
    lines: list[Line] = []
    picture = ""
    below, extent = _is_below(node), next(node.iter(f"{{{WP}}}extent"), None)
    for part, scale in _live(node, 1.0):
        if part.tag == _BOX:
            boxes.append((part, _box_width(part)))
        elif part.tag in (f"{{{WPS}}}wsp", f"{{{WPS}}}cxnSp"):
            lines += [Line(width, below) for width in _line_widths(part, scale, extent)]
        elif isinstance(part.tag, str) and part.tag.startswith(f"{{{V}}}"):
            lines += _vml_line(part, scale)
        picture = picture or _picture(part, node)
    return Drawn(tuple(boxes), tuple(lines), picture)


def _live(node: Element, scale: float) -> Iterator[tuple[Element, float]]:
    """Every element that counts and the scale of the groups around it; text boxes stay shut."""
    for part in node:
        if not isinstance(part.tag, str):
            continue
        if part.tag == _ALTERNATIVES:
            branch = chosen(part)
            if branch is not None:
                yield from _live(branch, scale)
            continue
        yield part, scale
        if part.tag != _BOX:
            yield from _live(part, scale * _group_scale(part))


def _group_scale(node: Element) -> float:
    """How much wider the inside of a group is drawn than it is measured."""
    if node.tag in (f"{{{WPG}}}wgp", f"{{{WPG}}}grpSp"):
        frame = node.find(f"{{{WPG}}}grpSpPr/{{{A}}}xfrm")
        if frame is not None:
            outer, inner = frame.find(f"{{{A}}}ext"), frame.find(f"{{{A}}}chExt")
            widths = [length(one.get("cx")) for one in (outer, inner) if one is not None]
            if len(widths) == 2 and widths[0] and widths[1]:
                return widths[0] / widths[1]
    if node.tag == f"{{{V}}}group":
        size = (node.get("coordsize") or "1000,1000").split(",")
        width, inner_width = _style(node).get("width"), length(size[0], unit=1.0)
        if width and inner_width:
            return (_measure(width) or inner_width) / inner_width
    return 1.0


def _line_widths(shape: Element, scale: float, whole: Element | None) -> list[float]:
    """The width of a DrawingML line or thin rectangle, points; none of another shape (§20.1.9.18).

    `whole` is the extent of the drawing, for a shape that has none of its own or only a point.
    """
    properties = shape.find(f"{{{WPS}}}spPr")
    if properties is None:
        return []
    geometry = properties.find(f"{{{A}}}prstGeom")
    kind = "" if geometry is None else geometry.get("prst") or ""
    frame = properties.find(f"{{{A}}}xfrm")
    own = None if frame is None else frame.find(f"{{{A}}}ext")
    extent = whole if own is None or (scale == 1.0 and _is_point(own)) else own
    if extent is None:
        return []
    wide = (length(extent.get("cx"), unit=_EMU) or 0.0) * scale
    high = (length(extent.get("cy"), unit=_EMU) or 0.0) * scale
    turn = 0 if frame is None else integer(frame.get("rot")) or 0
    if round(turn / _QUARTER_TURN) % 2:
        wide, high = high, wide
    is_line = kind in _LINES or (kind == "rect" and not _has_text(shape))
    return [wide] if is_line and _is_flat(wide, high) else []


def _is_point(extent: Element) -> bool:
    """Whether the extent is next to nothing both ways, as LibreOffice writes of a line."""
    sides = (length(extent.get(name), unit=_EMU) or 0.0 for name in ("cx", "cy"))
    return all(side < 1.0 for side in sides)


def _has_text(shape: Element) -> bool:
    return next(shape.iter(w("t")), None) is not None


def _is_flat(wide: float, high: float) -> bool:
    return wide > _SHORT and abs(high) <= _THIN


def _is_below(drawing: Element) -> bool:
    """Whether an anchored shape hangs below its paragraph's text; an inline one does."""
    vertical = next(drawing.iter(f"{{{WP}}}positionV"), None)
    if vertical is None or vertical.get("relativeFrom") not in ("paragraph", "line"):
        return True
    offset = length(vertical.findtext(f"{{{WP}}}posOffset"), unit=_EMU)
    return offset is None or offset > _A_LINE


def _vml_line(shape: Element, scale: float) -> list[Line]:
    """A VML line, straight connector, thin rectangle or horizontal rule (part 4 §19.1)."""
    name, style = local(shape), _style(shape)
    below = (_measure(style.get("margin-top", "")) or _A_LINE + 1) > _A_LINE
    wide, high = 0.0, 0.0
    if name == "line":
        (left, top), (right, bottom) = (_point(shape.get(end)) for end in ("from", "to"))
        wide, high = abs(right - left) * scale, abs(bottom - top) * scale
        below = max(top, bottom) > _A_LINE if "margin-top" not in style else below
    elif name == "rect" or (name == "shape" and (shape.get("type") or "").endswith(_STRAIGHT)):
        wide = (_measure(style.get("width", "")) or 0.0) * scale
        high = (_measure(style.get("height", "")) or 0.0) * scale
        if wide == 0 and shape.get(f"{{{O}}}hr") in ("t", "true"):
            share = integer(shape.get(f"{{{O}}}hrpct")) or _PERMILLE
            return [Line(share / _PERMILLE, below, relative=True)]
    return [Line(wide, below)] if _is_flat(wide, high) and not _has_text(shape) else []


def _style(node: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in (node.get("style") or "").split(";"))
    return {name.strip().casefold(): text.strip() for name, _, text in pairs}


def _point(text: str | None) -> tuple[float, float]:
    parts = [*(text or "").split(","), "", ""]
    return _measure(parts[0]) or 0.0, _measure(parts[1]) or 0.0


def _measure(text: str) -> float | None:
    """A VML length in points: a bare number counts as the group's unit, `px` three quarters."""
    if text.endswith("px"):
        return length(text[:-2], unit=0.75)
    return length(re.sub(r"^\.", "0.", text), unit=1.0)


def _box_width(content: Element) -> float:
    """The inner width of a text box in points, 0 where it is not said."""
    for parent in content.iterancestors():
        if parent.tag == f"{{{WPS}}}wsp":
            extent = parent.find(f"{{{WPS}}}spPr/{{{A}}}xfrm/{{{A}}}ext")
            if extent is not None:
                wide = length(extent.get("cx"), unit=_EMU) or 0.0
                return max(wide - _insets(parent), 0.0)
        elif isinstance(parent.tag, str) and parent.tag.startswith(f"{{{V}}}"):
            vml = _measure(_style(parent).get("width", ""))
            if vml:
                return max(vml - _INSET, 0.0)
        elif parent.tag == w("r"):
            break
    return 0.0


def _insets(shape: Element) -> float:
    body = shape.find(f"{{{WPS}}}bodyPr")
    if body is None:
        return _INSET
    sides = (length(body.get(name), unit=_EMU) for name in ("lIns", "rIns"))
    return sum(_INSET / 2 if side is None else side for side in sides)


def _picture(part: Element, drawing: Element) -> str:
    if part.tag == f"{{{PIC}}}pic" or local(part) in ("chart", "relIds"):
        properties = next(drawing.iter(f"{{{WP}}}docPr"), None)
        if properties is None:
            return "hình"
        names = (properties.get(key) for key in ("descr", "title", "name"))
        return next(filter(None, names), "hình")
    if part.tag == f"{{{V}}}imagedata":
        holder = part.getparent()
        alternative = None if holder is None else holder.get("alt")
        return alternative or part.get(f"{{{O}}}title") or "hình"
    return ""
