"""A dossier with other values than its file has: one dossier, many units."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportgen.dossier.tree import Entry, SourceText, YamlList, YamlMap, YamlNode, YamlText
from reportgen.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Change:
    """A value for the key that `steps` lead to, list items by index; `place` is where it is typed.

    A file's name is reckoned from the dossier's folder, as one in the dossier is.
    """

    steps: tuple[str | int, ...]
    text: str
    place: Place


def changed(root: YamlMap, changes: Iterable[Change], problems: list[Problem]) -> YamlMap:
    """The dossier with the values laid over it, in order.

    Adds to `problems`: HS032 a value for an item of a list that the dossier does not have.
    """
    node: YamlNode = root
    for change in changes:
        node = _laid(node, change, change.steps, problems)
    return node if isinstance(node, YamlMap) else root


def _laid(
    node: YamlNode | None, change: Change, steps: tuple[str | int, ...], problems: list[Problem]
) -> YamlNode:
    if not steps:
        return YamlText(SourceText.at(change.text, change.place), change.place)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if isinstance(node, YamlList) and step < len(node.items):
            item = _laid(node.items[step], change, rest, problems)
            return replace(node, items=(*node.items[:step], item, *node.items[step + 1 :]))
        count = len(node.items) if isinstance(node, YamlList) else 0
        name = change.steps[0]
        message = f"hồ sơ chỉ có {count} mục trong {name}, không có mục thứ {step + 1}"
        hint = f"thêm mục đó vào {name} của hồ sơ"
        problems.append(Problem("HS032", message, change.place, hint))
        return node or YamlMap({}, change.place)
    entries = dict(node.entries) if isinstance(node, YamlMap) else {}
    below = entries[step].node if step in entries else None
    entries[step] = Entry(change.place, change.place, _laid(below, change, rest, problems))
    return YamlMap(entries, node.place if node else change.place, len(entries) + 1)
