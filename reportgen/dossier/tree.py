"""The YAML tree: texts, lists and mappings that know where they stand. No types are guessed."""

from dataclasses import dataclass, replace

from reportgen.problems import Place


class SourceText(str):
    """Text as typed; `place` is where its first line stands (under the `|` of a block)."""

    __slots__ = ("place",)

    place: Place

    @classmethod
    def at(cls, text: str, place: Place) -> "SourceText":
        """The text with its place."""
        made = cls(text)
        made.place = place
        return made


@dataclass(frozen=True, slots=True)
class YamlText:
    """A scalar; `text` is None where nothing is typed (or `~`, `null`)."""

    text: SourceText | None
    place: Place
    size: int = 1


@dataclass(frozen=True, slots=True)
class YamlList:
    """A list; `size` counts its nodes, repeated ones as often as they stand in it."""

    items: tuple["YamlNode", ...]
    place: Place
    size: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value; `place` is where to point: the value on the key's line, else the key."""

    key_place: Place
    place: Place
    node: "YamlNode"


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A mapping in the order of its keys; `size` counts as in YamlList."""

    entries: dict[str, Entry]
    place: Place
    size: int = 1


YamlNode = YamlText | YamlList | YamlMap
Steps = tuple[str | int, ...]
Plain = SourceText | None | list["Plain"] | dict[str, "Plain"]


def plain(node: YamlNode) -> Plain:
    """The node as lists, dictionaries and SourceText, for the models to read."""
    match node:
        case YamlText():
            return node.text
        case YamlList():
            return [plain(item) for item in node.items]
        case YamlMap():
            return {key: plain(entry.node) for key, entry in node.entries.items()}


def find(node: YamlNode, steps: Steps) -> tuple[Place, YamlNode]:
    """The node that keys and indexes lead to, as far as there is one, and where to point a user."""
    place = node.place
    for step in steps:
        match node:
            case YamlMap() if isinstance(step, str) and step in node.entries:
                place, node = node.entries[step].place, node.entries[step].node
            case YamlList() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = node.place
            case _:
                break
    return place, node


def text_at(node: YamlMap, key: str) -> SourceText | None:
    """The text that stands under a key of a mapping; None where there is none."""
    entry = node.entries.get(key)
    return entry.node.text if entry and isinstance(entry.node, YamlText) else None


def merge(base: YamlNode, over: YamlNode) -> YamlNode:
    """`base` with what `over` says laid on it: mappings key by key, all else replaced whole."""
    if not (isinstance(base, YamlMap) and isinstance(over, YamlMap)):
        return over
    entries = dict(base.entries)
    for key, entry in over.entries.items():
        below = entries.get(key)
        node = merge(below.node, entry.node) if below else entry.node
        entries[key] = replace(entry, node=node)
    return YamlMap(entries, base.place)
