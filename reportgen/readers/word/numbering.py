"""Automatic numbering: what the lists of a file are, and the labels that they print (§17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reportgen.readers.word.layers import ParagraphLayer, paragraph_layer
from reportgen.readers.word.numerals import numeral
from reportgen.readers.word.styles import Styles
from reportgen.readers.word.symbols import bullet
from reportgen.wordprocessingml.names import Element, child, integer, is_on, value, w

_LEVELS = 9
_PLACEHOLDER = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list (w:lvl); `restart` as the file has it, None for after any higher level."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    font: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph: ParagraphLayer = field(default_factory=ParagraphLayer)
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A w:num: its levels, the counters that it shares, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


Lists = Mapping[str, List]


def read_numbering(root: Element | None, styles: Styles) -> Lists:
    """The numbering part: lists by the id of their w:num."""
    if root is None:
        return {}
    abstracts = {value(node, "abstractNumId"): node for node in root.iterchildren(w("abstractNum"))}
    numbers = {name: node for node in root.iterchildren(w("num")) if (name := value(node, "numId"))}
    levels = {name: _levels(node) for name, node in abstracts.items()}
    lists = {}
    for name, node in numbers.items():
        abstract = _abstract(value(child(node, "abstractNumId")), abstracts, numbers, styles)
        lists[name] = _list(node, abstract, dict(levels.get(abstract, {})))
    return lists


def _list(node: Element, abstract: str, levels: dict[int, Level]) -> List:
    """A w:num of that definition, whose levels it may override."""
    starts: dict[int, int] = {}
    for override in node.iterchildren(w("lvlOverride")):
        index = integer(value(override, "ilvl")) or 0
        levels.update(_levels(override))
        start = integer(value(child(override, "startOverride")))
        if start is not None:
            starts[index] = start
            levels[index] = replace(levels.get(index, Level()), start=start)
    return List(abstract, levels, starts)


def _abstract(
    identifier: str,
    abstracts: Mapping[str, Element],
    numbers: Mapping[str, Element],
    styles: Styles,
) -> str:
    """The definition meant; one that only links to a numbering style is followed (§17.9.21)."""
    seen = set()
    while identifier in abstracts and identifier not in seen:
        seen.add(identifier)
        link = value(child(abstracts[identifier], "numStyleLink"))
        style = styles.by_id.get(link)
        number = numbers.get(style.paragraph.get("number", "")) if style else None
        if number is None:
            break
        identifier = value(child(number, "abstractNumId"))
    return identifier


def _levels(node: Element | None) -> dict[int, Level]:
    nodes = () if node is None else node.iterchildren(w("lvl"))
    indexed = ((integer(value(one, "ilvl")) or 0, one) for one in nodes)
    return {index: _level(one) for index, one in indexed if 0 <= index < _LEVELS}


def _level(node: Element) -> Level:
    start = integer(value(child(node, "start")))
    # Word writes newer formats as an alternative; its fallback stands last.
    formats = [value(one) for one in node.iter(w("numFmt"))]
    fonts = child(node, "rPr", "rFonts")
    return Level(
        start=0 if start is None else start,
        format=formats[-1] if formats else "decimal",
        text=value(child(node, "lvlText")),
        font=value(fonts, "ascii") or value(fonts, "hAnsi"),
        restart=integer(value(child(node, "lvlRestart"))),
        legal=is_on(child(node, "isLgl")),
        paragraph=paragraph_layer(child(node, "pPr")),
        style=value(child(node, "pStyle")),
    )


class Counters:
    """Where every list of a file stands; asked for one paragraph after the other."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._values: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of(self, layer: ParagraphLayer, style: str) -> int | None:
        """The level (from 0) at which a paragraph is numbered, None where it is not.

        A style that numbers finds its level by being named there (§17.9.23).
        """
        numbered = self._lists.get(layer.get("number", ""))
        if numbered is None:
            return None
        if "level" in layer:
            return min(max(layer["level"], 0), _LEVELS - 1)
        named = (index for index, level in numbered.levels.items() if level.style == style)
        return next(named, 0) if style else 0

    def paragraph(self, layer: ParagraphLayer, style: str) -> ParagraphLayer:
        """What the numbering that the layer asks for says of the paragraph's indents."""
        level = self.level_of(layer, style)
        if level is None:
            return {}
        return self._lists[layer["number"]].levels.get(level, Level()).paragraph

    def next(self, number: str, level: int) -> str:
        """Count a paragraph at that level of the list; the label that it prints."""
        numbered = self._lists[number]
        values = self._values.setdefault(numbered.abstract, [None] * _LEVELS)
        anew = level in numbered.starts and (number, level) not in self._started
        self._started.add((number, level))
        current = values[level]
        at = numbered.levels.get(level, Level())
        values[level] = at.start if current is None or anew else current + 1
        for deeper in range(level + 1, _LEVELS):
            restart = numbered.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                values[deeper] = None
        return _label(numbered, at, values)


def _label(numbered: List, level: Level, values: list[int | None]) -> str:
    if level.format == "bullet":
        return bullet(level.text, level.font)

    def printed(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = numbered.levels.get(index, Level())
        number = values[index]
        style = "decimal" if level.legal and other.format != "none" else other.format
        return numeral(other.start if number is None else number, style)

    return _PLACEHOLDER.sub(printed, level.text).strip()
