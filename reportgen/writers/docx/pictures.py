"""Pictures set in a line of their own: DrawingML and the parts that hold them (ECMA-376 §20)."""

from collections.abc import Mapping

from lxml import etree

from reportgen.document.tree import Picture
from reportgen.writers.docx.oxml import Element, R, element

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMES: dict[str | None, str] = {"wp": _WP, "a": _A, "pic": _PIC, "r": R}
_EMU_PER_TWIP = 635
_FIRST_NUMBER = 10_001  # far from the numbers of the frame's own drawings (§20.4.2.5)


class Pictures:
    """Numbers a document's pictures, and keeps each picture's bytes once."""

    def __init__(self) -> None:
        self._files: dict[bytes, int] = {}
        self._drawn = 0

    def drawing(self, picture: Picture, width: float) -> Element:
        """A run that holds the picture, `width` twips wide."""
        size = {
            "cx": str(round(width) * _EMU_PER_TWIP),
            "cy": str(round(width * picture.aspect) * _EMU_PER_TWIP),
        }
        file = self._files.setdefault(picture.png, len(self._files) + 1)
        self._drawn += 1
        named = {
            "id": str(_FIRST_NUMBER + self._drawn - 1),
            "name": f"Hình {self._drawn}",
            "descr": picture.alternative,
        }
        inline = _inline(named, size, _identifier(file))
        return element("r", element("drawing", inline))

    @property
    def targets(self) -> Mapping[str, str]:
        """Relationship id → target, as the main part names it."""
        return {_identifier(file): _target(file) for file in self._files.values()}

    @property
    def parts(self) -> Mapping[str, bytes]:
        """The pictures' bytes by their targets."""
        return {_target(file): data for data, file in self._files.items()}


def _identifier(file: int) -> str:
    return f"hinh{file}"


def _target(file: int) -> str:
    return f"media/hinh{file}.png"


def _inline(named: Mapping[str, str], size: Mapping[str, str], identifier: str) -> Element:
    """wp:inline in schema order: extent, docPr, locks, graphic (§20.4.2.8)."""
    inline = etree.Element(f"{{{_WP}}}inline", nsmap=_NAMES)  # type: ignore[arg-type]
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    _add(inline, _WP, "extent", size)
    _add(inline, _WP, "docPr", named)
    locks = _add(inline, _WP, "cNvGraphicFramePr")
    _add(locks, _A, "graphicFrameLocks", {"noChangeAspect": "1"})
    data = _add(_add(inline, _A, "graphic"), _A, "graphicData", {"uri": _PIC})
    picture = _add(data, _PIC, "pic")
    described = _add(picture, _PIC, "nvPicPr")
    _add(described, _PIC, "cNvPr", named)
    _add(described, _PIC, "cNvPicPr")
    fill = _add(picture, _PIC, "blipFill")
    _add(fill, _A, "blip", {f"{{{R}}}embed": identifier})
    _add(_add(fill, _A, "stretch"), _A, "fillRect")
    shape = _add(picture, _PIC, "spPr")
    frame = _add(shape, _A, "xfrm")
    _add(frame, _A, "off", {"x": "0", "y": "0"})
    _add(frame, _A, "ext", size)
    _add(_add(shape, _A, "prstGeom", {"prst": "rect"}), _A, "avLst")
    return inline


def _add(
    parent: Element, namespace: str, name: str, attributes: Mapping[str, str] | None = None
) -> Element:
    made = etree.SubElement(parent, f"{{{namespace}}}{name}")
    for key, value in (attributes or {}).items():
        made.set(key, value)
    return made
