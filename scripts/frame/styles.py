"""word/styles.xml of the frame: every component of the decree as a paragraph style."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document.tree import Alignment
from reportgen.layout.metrics import millimetres, points, text_width
from reportgen.layout.nd30 import (
    ADDRESS_RULE,
    ADDRESSEE_INDENT,
    ADDRESSEE_WORD,
    APPENDIX_RULE,
    COMPONENTS,
    FONT,
    ISSUER_RULE,
    LANGUAGE,
    MARK_HEIGHT,
    MARK_SPACE,
    MARK_WEIGHT,
    MOTTO_RULE,
    SIGNATURE_ROOM,
    SUBJECT_RULE,
    URGENCY_COLOR,
    Rule,
    TextStyle,
)
from reportgen.writers.docx.oxml import Element, element, put, twips, w
from reportgen.writers.docx.styles import OTHER_STYLES, PARAGRAPH_STYLES

NORMAL = "Normal"
#: Word's own styles keep the ids that Word gives them.
_BUILT_IN = {
    "Body Text": "BodyText",
    "heading 1": "Heading1",
    "heading 2": "Heading2",
    "heading 3": "Heading3",
    "heading 4": "Heading4",
    "header": "Header",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
    "Hyperlink": "Hyperlink",
    "Table Grid": "TableGrid",
}
_SIDES = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "both",
}
_BLACK = "#000000"
#: Boxed components: the colour of box and text, pt above the box and below it.
_BOXES = {
    "urgency": (URGENCY_COLOR, MARK_SPACE, 0.0),
    "circulation": (_BLACK, 0.0, MARK_SPACE / 2),
}
_BOX_PADDING = 4  # pt between text and line, above and below
_RULES: dict[str, Rule] = {
    "motto_rule": MOTTO_RULE,
    "issuer_rule": ISSUER_RULE,
    "subject_rule": SUBJECT_RULE,
    "appendix_rule": APPENDIX_RULE,
    "address_rule": ADDRESS_RULE,
}
#: Height in pt of the empty line that bears a rule, a part of the room below it.
_RULE_LINE = 1


@dataclass(frozen=True)
class Indent:
    """Left edge and hanging part, mm."""

    left: float
    hanging: float


def style_id(key: str) -> str:
    """The id of the style of a component: Word's own, or the name in plain letters."""
    name = {**PARAGRAPH_STYLES, **OTHER_STYLES}[key]
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    words = "".join(c for c in plain if not unicodedata.combining(c)).title().split()
    return _BUILT_IN.get(name, "".join(words))


def styles_part() -> Element:
    """The whole part."""
    root = element("styles", _defaults(), _normal(), *_base_styles())
    root.extend(_component_style(key, style) for key, style in _components())
    root.extend(_rule_style(key, rule) for key, rule in _RULES.items())
    root.extend((_signature_room(), _anchor()))
    return root


def _defaults() -> Element:
    run = element("rPr", _fonts(), element("sz", val=28), element("szCs", val=28), _language())
    paragraph = element(
        "pPr",
        element("widowControl"),
        element("spacing", before=0, after=0, line=240, lineRule="auto"),
    )
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _fonts() -> Element:
    return element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _language() -> Element:
    return element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE)


def _style(kind: str, identifier: str, name: str, *rest: Element) -> Element:
    made = element("style", type=kind, styleId=identifier)
    if identifier not in {*_BUILT_IN.values(), NORMAL, "DefaultParagraphFont", "TableNormal"}:
        made.set(w("customStyle"), "1")
    made.append(element("name", val=name))
    made.extend(rest)
    return made


def _normal() -> Element:
    made = _style("paragraph", NORMAL, NORMAL, element("qFormat"))
    made.append(element("rPr", _fonts(), element("color", val="000000"), _language()))
    made.set(w("default"), "1")
    return made


def _base_styles() -> Iterator[Element]:
    font = _style("character", "DefaultParagraphFont", "Default Paragraph Font")
    font.extend((element("uiPriority", val=1), element("semiHidden")))
    table = _style("table", "TableNormal", "Normal Table")
    cell = element(
        "tblCellMar", *(element(s, w=0, type="dxa") for s in ("top", "left", "bottom", "right"))
    )
    table.extend((element("uiPriority", val=99), element("semiHidden")))
    table.append(element("tblPr", element("tblInd", w=0, type="dxa"), cell))
    for made in (font, table):
        made.set(w("default"), "1")
        yield made
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (element(side, val="single", sz=4, space=0, color="000000") for side in sides)
    grid = element("tblPr", element("tblBorders", *lines))
    yield _style("table", "TableGrid", "Table Grid", element("basedOn", val="TableNormal"), grid)
    marks = {
        "footnote_mark": element("rPr", element("vertAlign", val="superscript")),
        "link": element("rPr", element("color", val="000000")),
    }
    for key, properties in marks.items():
        base = element("basedOn", val="DefaultParagraphFont")
        yield _style("character", style_id(key), OTHER_STYLES[key], base, properties)


def _components() -> Iterator[tuple[str, TextStyle]]:
    yield from COMPONENTS.items()
    yield "addressee_item", replace(COMPONENTS["addressee"], space_before=0)


def _indent(key: str) -> Indent | None:
    """`Kính gửi:` hangs its text after the colon; a list has its dashes under the colon (II.9)."""
    style = COMPONENTS["addressee"]

    def width(text: str) -> float:
        return millimetres(text_width(text, style.size))

    word, dash = width(f"{ADDRESSEE_WORD} "), width("- ")
    under_colon = ADDRESSEE_INDENT + width(ADDRESSEE_WORD[:-1])
    return {
        "addressee": Indent(ADDRESSEE_INDENT + word, word),
        "addressee_item": Indent(under_colon + dash, dash),
    }.get(key)


def _component_style(key: str, style: TextStyle) -> Element:
    made = _style(
        "paragraph",
        style_id(key),
        PARAGRAPH_STYLES[key],
        element("basedOn", val=NORMAL),
        element("qFormat"),
    )
    # A điểm with a title stands below a khoản, at the third level of Word's outline.
    level = key.partition("_")[2].replace("point", "3") if key.startswith("heading_") else ""
    if level:
        made.insert(2, element("next", val=style_id("body")))
        made.insert(3, element("uiPriority", val=9))
    made.append(_paragraph_properties(key, style, level))
    made.append(_run_properties(style))
    if key in _BOXES:
        _box(made, *_BOXES[key])
    return made


def _box(style: Element, colour: str, before: float, after: float) -> None:
    """Draw a box around the paragraph, MARK_HEIGHT high; the writer sets its width."""
    paragraph, run = style[-2], style[-1]
    hexadecimal = colour.removeprefix("#")
    sides = {"top": _BOX_PADDING, "left": 0, "bottom": _BOX_PADDING, "right": 0}
    weight = round(MARK_WEIGHT * 8)
    lines = (
        element(side, val="single", sz=weight, space=space, color=hexadecimal)
        for side, space in sides.items()
    )
    put(paragraph, element("pBdr", *lines))
    height = round((points(MARK_HEIGHT) - 2 * _BOX_PADDING) * 20)
    space = {"before": round(before * 20), "after": round(after * 20)}
    put(paragraph, element("spacing", **space, line=height, lineRule="exact"))
    put(run, element("color", val=hexadecimal))


def _paragraph_properties(key: str, style: TextStyle, level: str) -> Element:
    made = element("pPr")
    if style.keep_with_next:
        put(made, element("keepNext"))
    before, after = round(style.space_before * 20), round(style.space_after * 20)
    line = round(240 * style.line_spacing)
    put(made, element("spacing", before=before, after=after, line=line, lineRule="auto"))
    hanging = _indent(key)
    if hanging:
        put(made, element("ind", left=twips(hanging.left), hanging=twips(hanging.hanging)))
    elif style.first_line or style.side_indent:
        side = twips(style.side_indent)
        put(made, element("ind", left=side, right=side, firstLine=twips(style.first_line)))
    put(made, element("jc", val=_SIDES[style.alignment]))
    if level:
        put(made, element("outlineLvl", val=int(level) - 1))
    return made


def _run_properties(style: TextStyle) -> Element:
    made = element("rPr")
    flags = {
        "b": style.bold,
        "bCs": style.bold,
        "i": style.italic,
        "iCs": style.italic,
        "caps": style.capitals,
    }
    for tag in (tag for tag, wanted in flags.items() if wanted):
        put(made, element(tag))
    for tag in ("sz", "szCs"):
        put(made, element(tag, val=round(style.size * 2)))
    return made


def _rule_style(key: str, rule: Rule) -> Element:
    border = element("top", val="single", sz=round(rule.weight * 8), space=0, color="000000")
    before, after = round(rule.gap * 20), round((rule.after - _RULE_LINE) * 20)
    line = round(_RULE_LINE * 20)
    spacing = element("spacing", before=before, after=after, line=line, lineRule="exact")
    return _style(
        "paragraph",
        style_id(key),
        PARAGRAPH_STYLES[key],
        element("basedOn", val=NORMAL),
        element("pPr", element("keepNext"), element("pBdr", border), spacing),
        element("rPr", element("sz", val=2), element("szCs", val=2)),
    )


def _signature_room() -> Element:
    """An empty paragraph as high as a signature with its seal."""
    height = round(points(SIGNATURE_ROOM) * 20)
    return _style(
        "paragraph",
        style_id("signature_room"),
        PARAGRAPH_STYLES["signature_room"],
        element("basedOn", val=NORMAL),
        element("pPr", element("spacing", before=0, after=0, line=height, lineRule="exact")),
    )


def _anchor() -> Element:
    return _style(
        "paragraph",
        style_id("anchor"),
        PARAGRAPH_STYLES["anchor"],
        element("basedOn", val=style_id("body")),
        element("rPr", element("i"), element("iCs")),
    )
