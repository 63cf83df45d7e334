"""Styles: what a style says with all that it is based on, and what all styles together come to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.document.tree import Alignment
from reportgen.readers.word.layers import (
    TOGGLES,
    ParagraphLayer,
    RunLayer,
    paragraph_layer,
    run_layer,
)
from reportgen.readers.word.model import LineRule, ParagraphFormat, RunFormat
from reportgen.readers.word.theme import Theme
from reportgen.wordprocessingml.names import Element, child, value, w

_FONT = "Times New Roman"  # Word's own, where a file names none (§17.3.2.26)
_SIZE = 10.0
_AUTOMATIC = 14.0  # points, of spacing left to Word
_SINGLE = 12.0  # what w:line counts a single line as, in points
_LONGEST = 50  # styles based on each other; more than Word allows
_BODY_TEXT = 9  # the outline level that is none


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it stands in the file, without what it is based on."""

    id: str
    name: str
    kind: str
    based_on: str
    link: str
    run: RunLayer
    paragraph: ParagraphLayer
    node: Element


@dataclass(slots=True)
class Styles:
    """All styles of a file, and the defaults below them."""

    by_id: Mapping[str, Style]
    defaults: Mapping[str, str]  # kind → id of the default style
    default_run: RunLayer
    default_paragraph: ParagraphLayer
    _runs: dict[str, RunLayer] = field(default_factory=dict)
    _bases: dict[tuple[object, ...], "RunBase"] = field(default_factory=dict)

    def paragraph_style(self, identifier: str) -> Style | None:
        """The paragraph style of that id, else the default one."""
        style = self.by_id.get(identifier)
        if style is None or style.kind != "paragraph":
            style = self.by_id.get(self.defaults.get("paragraph", ""))
        return style

    def chain(self, identifier: str) -> tuple[Style, ...]:
        """The style of that id, from the one that all is based on down to itself."""
        found: dict[str, Style] = {}
        while identifier in self.by_id and identifier not in found and len(found) < _LONGEST:
            found[identifier] = self.by_id[identifier]
            identifier = found[identifier].based_on
        return tuple(reversed(found.values()))

    def run(self, identifier: str) -> RunLayer:
        """What the style says of characters, with all that it is based on."""
        if identifier not in self._runs:
            layer: RunLayer = {}
            for style in self.chain(identifier):
                layer = layer | style.run
            self._runs[identifier] = layer
        return self._runs[identifier]

    def run_base(self, identifier: str, table: RunLayer) -> "RunBase":
        """What a paragraph of that style gives to its runs, in a table that says `table`."""
        key = (identifier, *table.items())
        if key not in self._bases:
            self._bases[key] = RunBase(self.default_run, table, self.run(identifier))
        return self._bases[key]

    def character(self, identifier: str) -> RunLayer:
        """What the character style says; of a paragraph style, the one that it is linked with."""
        style = self.by_id.get(identifier)
        if style is None:
            return {}
        return self.run(style.link if style.kind == "paragraph" else identifier)

    def table_styles(self, identifier: str) -> tuple[Element, ...]:
        """The w:style nodes that set a table of that style (else of the default), lowest first."""
        known = identifier in self.by_id
        chain = self.chain(identifier if known else self.defaults.get("table", ""))
        return tuple(style.node for style in chain if style.kind == "table")

    def paragraph(
        self,
        identifier: str,
        table: ParagraphLayer,
        direct: ParagraphLayer,
        numbered: Callable[[ParagraphLayer], ParagraphLayer],
    ) -> ParagraphLayer:
        """Defaults, table style, style chain and direct formatting laid over each other.

        `numbered` gives what the numbering that a layer asks for says of paragraphs: it lies right
        under the layer that asks for it.
        """
        layer = self.default_paragraph | table
        for style in self.chain(identifier):
            if "number" in style.paragraph:
                layer = layer | numbered(layer | style.paragraph)
            layer = layer | style.paragraph
        if "number" in direct or "level" in direct:
            layer = layer | numbered(layer | direct)
        return layer | direct


def read_styles(root: Element | None, theme: Theme) -> Styles:
    """The styles part (§17.7); a file without one has Word's bare defaults."""
    by_id: dict[str, Style] = {}
    defaults: dict[str, str] = {}
    for node in () if root is None else root.iterchildren(w("style")):
        style = _style(node, theme)
        by_id.setdefault(style.id, style)
        if value(node, "default") in ("1", "true", "on"):
            defaults.setdefault(style.kind, style.id)
    base = child(root, "docDefaults")
    run = run_layer(child(base, "rPrDefault", "rPr"), theme)
    paragraph = paragraph_layer(child(base, "pPrDefault", "pPr"))
    return Styles(by_id, defaults, run, paragraph)


def _style(node: Element, theme: Theme) -> Style:
    return Style(
        id=value(node, "styleId"),
        name=value(child(node, "name")),
        kind=value(node, "type") or "paragraph",
        based_on=value(child(node, "basedOn")),
        link=value(child(node, "link")),
        run=run_layer(child(node, "rPr"), theme),
        paragraph=paragraph_layer(child(node, "pPr")),
        node=node,
    )


@dataclass(slots=True)
class RunBase:
    """What a paragraph gives to its runs: defaults, table style and paragraph style."""

    default: RunLayer
    table: RunLayer
    paragraph: RunLayer
    _formats: dict[tuple[object, ...], RunFormat] = field(default_factory=dict)

    def format(self, character: RunLayer, direct: RunLayer) -> RunFormat:
        """How characters of that character style and direct formatting look (§17.7.3)."""
        key = (*character.items(), None, *direct.items())
        if key not in self._formats:
            self._formats[key] = self._format(character, direct)
        return self._formats[key]

    def _format(self, character: RunLayer, direct: RunLayer) -> RunFormat:
        layer = self.default | self.table | self.paragraph | character | direct
        toggled = {name: self._toggled(name, character, direct) for name in TOGGLES}
        raised = layer.get("raised", "")
        return RunFormat(
            font=layer.get("font", _FONT),
            size=layer.get("size", _SIZE),
            bold=toggled["bold"],
            italic=toggled["italic"],
            underline=layer.get("underline", False),
            strike=toggled["strike"] or layer.get("double_strike", False),
            caps=toggled["caps"],
            small_caps=toggled["small_caps"],
            superscript=raised == "superscript",
            subscript=raised == "subscript",
            hidden=toggled["hidden"],
            color=layer.get("color", ""),
            highlighted=layer.get("highlighted", False),
            language=layer.get("language", ""),
        )

    def _toggled(self, name: str, character: RunLayer, direct: RunLayer) -> bool:
        if name in direct:
            return bool(direct[name])  # type: ignore[literal-required]
        if self.default.get(name):
            return True
        levels = (self.table, self.paragraph, character)
        return sum(bool(layer.get(name)) for layer in levels) % 2 == 1


def paragraph_format(layer: ParagraphLayer, style: Style | None, size: float) -> ParagraphFormat:
    """The layer as it is set; `size` (pt) is what indents in characters count by."""
    rule = _LINE_RULES.get(layer.get("line_rule", "auto"), LineRule.MULTIPLE)
    line = layer.get("line", _SINGLE)
    if rule is LineRule.MULTIPLE:
        line /= _SINGLE
    outline = layer.get("outline", _BODY_TEXT)
    return ParagraphFormat(
        alignment=layer.get("alignment", Alignment.LEFT),
        indent_left=layer.get("left_chars", 0.0) * size or layer.get("left", 0.0),
        indent_right=layer.get("right_chars", 0.0) * size or layer.get("right", 0.0),
        first_line=layer.get("first_chars", 0.0) * size or layer.get("first", 0.0),
        space_before=_AUTOMATIC if layer.get("before_auto") else layer.get("before", 0.0),
        space_after=_AUTOMATIC if layer.get("after_auto") else layer.get("after", 0.0),
        line=line,
        line_rule=rule,
        contextual_spacing=layer.get("contextual", False),
        keep_next=layer.get("keep_next", False),
        page_break_before=layer.get("page_break", False),
        outline_level=outline if 0 <= outline < _BODY_TEXT else None,
        style_id=style.id if style else "",
        style_name=style.name if style else "",
    )


_LINE_RULES = {
    "auto": LineRule.MULTIPLE,
    "atLeast": LineRule.AT_LEAST,
    "exact": LineRule.EXACTLY,
}
