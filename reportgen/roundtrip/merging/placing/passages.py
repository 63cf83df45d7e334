"""The passages of a dossier's source files: where each text of the document is typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from reportgen.dossier.tree import Steps

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TITLES = ("trich_yeu", "dong_ky")
_OF_SECTION = ("thay", "them", "tieu_de")
_BLOCK_TAG = re.compile(r"\{%[-+]?\s*(?P<tag>block|endblock)\b\s*(?P<name>\w*)[^%]*%\}(?P<end>\n?)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text within a file: from `start` to `end`; `steps` lead to it in a YAML file.

    `style` is the sign of a block or quote (`|`, `>`, `"`, `'`), "" for a bare value and for
    Markdown; `column` is where the key of a YAML value begins.
    """

    path: Path
    start: int
    end: int
    steps: Steps = ()
    style: str = ""
    column: int = 0
    indent: int = 0  # how far the lines of a block are set in


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key's value; `column` is where the key begins."""

    key: str
    value: yaml.Node
    steps: Steps
    column: int

    def item(self, number: int, value: yaml.Node) -> "_Entry":
        """An item of the list that is the value."""
        return _Entry(self.key, value, (*self.steps, number), self.column)


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block of a template's wording: its tags' outer and inner ends; `inline` within a line."""

    path: Path
    name: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    inline: bool


def dossier_passages(path: Path, text: str) -> Iterator[Passage]:
    """The texts of a dossier's YAML that sentences are printed from."""
    for entry in _entries(yaml.compose(text, Loader=_LOADER), ()):
        if entry.key in _TITLES:
            yield from _scalar(path, text, entry)
        elif entry.key == "can_cu":
            for item in _items(entry):
                yield from _scalar(path, text, item)
            yield from _scalar(path, text, entry)
        elif entry.key == "noi_dung":
            yield from _sections(path, text, entry)
        elif entry.key == "phu_luc":
            for item in _items(entry):
                for part in _entries(item.value, item.steps):
                    if part.key in ("tieu_de", "noi_dung"):
                        yield from _scalar(path, text, part)


def _sections(path: Path, text: str, within: _Entry) -> Iterator[Passage]:
    for section in _entries(within.value, within.steps):
        yield from _scalar(path, text, section)
        for part in _entries(section.value, section.steps):
            if part.key in _OF_SECTION:
                yield from _scalar(path, text, part)


def settings_passages(path: Path, text: str) -> Iterator[Passage]:
    """The texts of a template's `mau.yaml` that stand above the text of a document."""
    for entry in _entries(yaml.compose(text, Loader=_LOADER), ()):
        if entry.key in _TITLES:
            yield from _scalar(path, text, entry)


def template_blocks(path: Path, text: str) -> Iterator[TemplateBlock]:
    """The blocks of a template's wording, inner ones before those around them."""
    open_tags: list[re.Match[str]] = []
    for tag in _BLOCK_TAG.finditer(text):
        if tag["tag"] == "block":
            open_tags.append(tag)
            continue
        if not open_tags:
            return
        first = open_tags.pop()
        line_end = text.find("\n", tag.end() - len(tag["end"]))
        before = text[text.rfind("\n", 0, first.start()) + 1 : first.start()]
        after = text[tag.end() - len(tag["end"]) : line_end if line_end >= 0 else len(text)]
        inline = bool(before.strip() or after.strip())
        inner_start, inner_end = first.end() if not inline else first.start("end"), tag.start()
        yield TemplateBlock(
            path, first["name"], first.start(), tag.start("end"), inner_start, inner_end, inline
        )


def _entries(node: yaml.Node | None, steps: Steps) -> Iterator[_Entry]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            yield _Entry(name, value, (*steps, name), int(key.start_mark.column))


def _items(entry: _Entry) -> Iterator[_Entry]:
    if isinstance(entry.value, yaml.SequenceNode):
        for number, value in enumerate(entry.value.value):
            yield entry.item(number, value)


def _scalar(path: Path, text: str, entry: _Entry) -> Iterator[Passage]:
    node = entry.value
    if not isinstance(node, yaml.ScalarNode):
        return
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    style = node.style or ""
    first = text.find("\n", start) + 1 if style in ("|", ">") else start + len(style)
    last = end - (len(style) if style in ("'", '"') else 0)
    if style in ("|", ">"):
        last = first + len(text[first:end].rstrip())
    elif not style:
        last = start + len(text[start:end].rstrip())
    if not (style in ("|", ">") and not first):
        line = text[first:last].lstrip("\n")
        indent = len(line) - len(line.lstrip(" ")) if style in ("|", ">") else 0
        column = entry.column
        yield Passage(
            path, first, max(first, last), entry.steps, style, column, indent or column + 2
        )
