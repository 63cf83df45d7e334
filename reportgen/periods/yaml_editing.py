"""Changing a YAML text value by value: comments, order, quotes and layout of the rest stay."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from reportgen.dossier.tree import Steps

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARK = "# "
COMMENTED_KEY = re.compile(r"(?P<indent>[ ]*)# ?(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?=[ ]|$)")
"""A line that `comment_entry` made of a key's line."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key of a mapping and its value (nodes of PyYAML), with the lines that they fill."""

    key: yaml.Node
    value: yaml.Node
    first: int
    last: int

    @property
    def column(self) -> int:
        return int(self.key.start_mark.column)


class YamlEditor:
    """A YAML text whose values can be changed one by one; steps are keys and indexes.

    The text must be one that `parse_yaml` reads without problems. Changes must not overlap. Steps
    that lead nowhere change nothing.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        self._edits: list[tuple[int, int, str]] = []

    def source(self, *steps: str | int) -> str | None:
        """A scalar as it is typed, quotes and line ends included; None where there is none."""
        node = self._node(steps)
        return self._typed(node) if isinstance(node, yaml.ScalarNode) else None

    def extent(self, *steps: str | int) -> tuple[int, int] | None:
        """Where the lines of a key and its value begin and end (without the last line's end)."""
        entry = self._entry(steps)
        if entry is None:
            return None
        return self._starts[entry.first], self._starts[entry.last] + len(self._lines[entry.last])

    def column(self, *steps: str | int) -> int | None:
        """How far a key is set in."""
        entry = self._entry(steps)
        return entry.column if entry else None

    def keys(self, *steps: str | int) -> list[str]:
        """The keys of a mapping in their order."""
        node = self._node(steps)
        return [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []

    def kind(self, *steps: str | int) -> str:
        """What a key holds: `text`, `map`, `list`; "" where it is not there or holds nothing."""
        match self._node(steps):
            case yaml.ScalarNode() as scalar:
                return "text" if scalar.value or scalar.style else ""
            case yaml.MappingNode():
                return "map"
            case yaml.SequenceNode():
                return "list"
            case _:
                return ""

    def flows(self, *steps: str | int) -> bool:
        """Whether a mapping or list is typed in braces or brackets."""
        node = self._node(steps)
        return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

    def replace(self, *steps: str | int, value: str) -> None:
        """Put a scalar in another's place; it stays in quotes where the typed one is."""
        node = self._node(steps)
        if node is None:
            return
        typed = self._typed(node)
        quote = typed[:1] if typed[:1] in ("'", '"') and isinstance(node, yaml.ScalarNode) else ""
        self._change(node.start_mark.index, typed, f"{quote}{value}{quote}")

    def rewrite(self, *steps: str | int, source: str) -> None:
        """Put a source text in the place of a value's."""
        node = self._node(steps)
        if node is not None:
            self._change(node.start_mark.index, self._typed(node), source)

    def blank(self, *steps: str | int) -> None:
        """Leave a key without its value; a comment behind it stays."""
        node = self._node(steps)
        if node is None or not (typed := self._typed(node)):
            return
        start = node.start_mark.index
        end = start + len(typed)
        rest = self._text[end : self._starts[self._line(end) + 1] - 1]
        if not rest.strip():
            start = len(self._text[:start].rstrip(" "))
        self._edits.append((start, end, ""))

    def change_head(self, change: Callable[[str], str]) -> None:
        """Put `change` of the comments above the first key in their place."""
        for line, at in zip(self._lines, self._starts, strict=False):
            if line.strip() and not line.startswith("#"):
                return
            if (new := change(line)) != line:
                self._change(at, line, new)

    def comment_text(self, *steps: str | int) -> None:
        """Make comments of a text; its key stays and waits for another (`khoá: |`)."""
        entry = self._entry(steps)
        if entry is None:
            return
        if getattr(entry.value, "style", None) not in ("|", ">"):
            beside = entry.value.start_mark.line == entry.first
            at = entry.value.start_mark.index if beside else entry.key.end_mark.index + 1
            self._edits.append((at, at, "| # " if beside else " |"))
        self._comment(entry, entry.first + 1)

    def comment_entry(self, *steps: str | int) -> None:
        """Make comments of a key and its value."""
        entry = self._entry(steps)
        if entry is not None:
            self._comment(entry, entry.first)

    def insert_after(self, key: str, line: str) -> None:
        """Add a line below a key of the outermost mapping and its value."""
        entry = self._entry((key,))
        if entry is not None:
            at = self._starts[entry.last] + len(self._lines[entry.last])
            self._edits.append((at, at, f"\n{line}"))

    def result(self) -> str:
        """The text with all changes."""
        text = self._text
        for start, end, new in sorted(self._edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _change(self, start: int, typed: str, new: str) -> None:
        self._edits.append((start, start + len(typed), new))

    def _comment(self, entry: _Entry, first: int) -> None:
        for number in range(first, entry.last + 1):
            line = self._lines[number]
            if line.strip():
                indent = min(entry.column, len(line) - len(line.lstrip(" ")))
                at = self._starts[number] + indent
                self._edits.append((at, at, _MARK))

    def _typed(self, node: yaml.Node) -> str:
        return self._text[node.start_mark.index : node.end_mark.index].rstrip()

    def _line(self, index: int) -> int:
        return self._text.count("\n", 0, index)

    def _node(self, steps: Steps) -> yaml.Node | None:
        node = self._root
        for step in steps:
            if isinstance(node, yaml.MappingNode) and isinstance(step, str):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step] if step < len(node.value) else None
            else:
                return None
        return node

    def _entry(self, steps: Steps) -> _Entry | None:
        around = self._node(steps[:-1])
        if not isinstance(around, yaml.MappingNode):
            return None
        for key, value in around.value:
            if key.value == steps[-1]:
                first = key.start_mark.line
                return _Entry(key, value, first, self._last_line(key, value))
        return None

    def _last_line(self, key: yaml.Node, value: yaml.Node) -> int:
        if isinstance(value, yaml.CollectionNode) and value.value and not value.flow_style:
            last = value.value[-1]
            return self._last_line(*last) if isinstance(last, tuple) else self._last_line(key, last)
        if not (isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")):
            return int(value.end_mark.line)
        last_line = number = int(value.start_mark.line)
        for line in self._lines[number + 1 :]:
            number += 1
            if line.strip() and len(line) - len(line.lstrip(" ")) <= key.start_mark.column:
                break
            last_line = number if line.strip() else last_line
        return last_line
