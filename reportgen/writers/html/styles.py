"""The stylesheet's measures: the decree's data as CSS declarations."""

from collections.abc import Iterator

from reportgen.layout import COMPONENTS, TextStyle
from reportgen.layout.metrics import LINE_HEIGHT
from reportgen.layout.nd30 import SUPERSCRIPT_SHARE


def declarations(component: str) -> str:
    """The CSS declarations of a component of `nd30.COMPONENTS`: `font-size: 14pt; …`."""
    pairs = _declarations(COMPONENTS[component])
    return " ".join(f"{name}: {value};" for name, value in pairs)


def _declarations(style: TextStyle) -> Iterator[tuple[str, str]]:
    yield "font-size", f"{style.size:g}pt"
    yield "font-weight", "bold" if style.bold else "normal"
    yield "font-style", "italic" if style.italic else "normal"
    yield "text-transform", "uppercase" if style.capitals else "none"
    yield "text-align", style.alignment.value
    yield "text-indent", f"{style.first_line:g}mm"
    yield "line-height", f"{LINE_HEIGHT * style.line_spacing:.4g}"
    yield "margin", f"{style.space_before:g}pt {style.side_indent:g}mm {style.space_after:g}pt"
    if style.keep_with_next:
        yield "break-after", "avoid"


def superscript_declarations() -> str:
    """The CSS declarations of a mark above the line, which does not move its line apart."""
    size = f"{100 * SUPERSCRIPT_SHARE:g}%"
    return f"font-size: {size}; vertical-align: super; line-height: 0;"
