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
        node = _laid(node, change, change.steps, problems) or node
    return node if isinstance(node, YamlMap) else root


def _laid(
    node: YamlNode | None, change: Change, steps: tuple[str | int, ...], problems: list[Problem]
) -> YamlNode | None:
    """The node with the value in it; None, and a problem, where there is no room for it."""
    if not steps:
        return YamlText(SourceText.at(change.text, change.place), change.place)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        items = node.items if isinstance(node, YamlList) else ()
        if not isinstance(node, YamlList) or step >= len(items):
            name = change.steps[0]
            message = f"hồ sơ chỉ có {len(items)} mục trong {name}, không có mục thứ {step + 1}"
            hint = f"thêm mục đó vào {name} của hồ sơ"
            problems.append(Problem("HS032", message, change.place, hint))
            return None
        item = _laid(items[step], change, rest, problems)
        return item and replace(node, items=(*items[:step], item, *items[step + 1 :]))
    entries = dict(node.entries) if isinstance(node, YamlMap) else {}
    below = _laid(entries[step].node if step in entries else None, change, rest, problems)
    if below is None:
        return None
    entries[step] = Entry(change.place, change.place, below)
    return YamlMap(entries, node.place if node else change.place, len(entries) + 1)
