"""YAML text → tree with positions: scalars stay text, doubtful YAML is refused (YAML 1.1)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import yaml

from reportgen.dossier.files import read_text, shown_path, unprintable_signs
from reportgen.dossier.tree import Entry, SourceText, YamlList, YamlMap, YamlNode, YamlText
from reportgen.dossier.yaml_messages import explain
from reportgen.dossier.yaml_repair import without_value
from reportgen.dossier.yaml_scalars import swallowed
from reportgen.problems import InputError, Place, Problem

MAX_DEPTH = 30
MAX_REPEATED_NODES = 10_000
MAX_FAULTS = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = ("", "~", "null")
_QUOTE = "đặt cả giá trị trong dấu nháy kép, hoặc gõ | sau khoá rồi xuống dòng, thụt vào"


def read_yaml(path: Path, problems: list[Problem], named_at: Place | None = None) -> YamlMap | None:
    """The mapping that a YAML file holds; None where it cannot be read.

    Adds what is wrong to `problems`: HS001-003 (file), HS004 signs that YAML forbids, HS005
    syntax, HS006 YAML that is refused here (merge keys, tags, several documents, endless
    repetition), HS007 duplicate keys, HS008 an empty file, HS009 no mapping at the top, HS021
    (warning) and HS022 text that YAML takes away, HS023 lines that it joins.
    """
    try:
        text = read_text(path, "HS", named_at)
    except InputError as error:
        problems.extend(error.problems)
        return None
    return parse_yaml(text, shown_path(path), problems)


def parse_yaml(text: str, file: str, problems: list[Problem]) -> YamlMap | None:
    """As `read_yaml`, from the text itself; `file` is what places call it."""
    forbidden = list(unprintable_signs(text, file, "HS004"))
    if forbidden:
        problems.extend(forbidden)
        return None
    reader, root = _read(text, file, problems)
    if reader is None:
        return None
    problems.extend(reader.problems)
    if root is None or (isinstance(root, YamlText) and root.text is None):
        hint = "gõ ít nhất các khoá bắt buộc; xem thư mục examples"
        problems.append(Problem("HS008", "tệp không có nội dung", Place(file), hint))
        return None
    if not isinstance(root, YamlMap):
        what = "danh sách" if isinstance(root, YamlList) else "một đoạn chữ"
        hint = "mỗi dòng ngoài cùng phải có dạng “khoá: giá trị”, không có dấu “-” ở đầu"
        if isinstance(root, YamlText) and re.match(r"\s*[a-z_]+:\S", root.text or ""):
            hint = "gõ một dấu cách giữa dấu “:” của khoá và giá trị"
        message = f"tệp phải gồm các dòng “khoá: giá trị”, nhưng đây là {what}"
        problems.append(Problem("HS009", message, root.place, hint))
        return None
    return root


def _read(
    text: str, file: str, problems: list[Problem]
) -> "tuple[_Reader | None, YamlNode | None]":
    """The tree, values with a syntax fault left out; no reader where that is no help."""
    mended: set[int] = set()
    while True:
        reader = _Reader(text, file)
        try:
            return reader, reader.document()
        except yaml.MarkedYAMLError as error:
            problem, local = explain(error, text, file)
        except _RefusedError as error:
            problem, local = error.problem, error.local
        line = problem.place.line if problem.place else None
        if line not in mended:
            problems.append(problem)
        if line is None or line in mended or not local or len(mended) == MAX_FAULTS:
            problems.extend(reader.problems)
            return None, None
        mended.add(line)
        text = without_value(text, line)


class _RefusedError(Exception):
    """YAML that is well formed, but that we do not go on reading.

    `local`: the fault lies in the value on that line only.
    """

    def __init__(self, problem: Problem, *, local: bool) -> None:
        self.problem = problem
        self.local = local
        super().__init__(problem.message)


class _Reader:
    """Builds the tree from the parser's events; keeps the problems that allow reading on."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._anchors: dict[str, YamlNode | None] = {}
        self._repeated = 0

    def document(self) -> YamlNode | None:
        """The one document of the stream; None where the stream is empty."""
        root: YamlNode | None = None
        for event in self._events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if root is not None:
                message = "tệp có hơn một văn bản YAML (dòng “---” hoặc “...” ở giữa tệp)"
                self._refuse(event, message, "xoá dòng đó, hoặc tách thành hai tệp")
            root = self._node(next(self._events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> YamlNode:
        if depth > MAX_DEPTH:
            self._refuse(event, f"lồng nhau quá {MAX_DEPTH} tầng", "bỏ bớt các dấu [ hoặc {")
        if isinstance(event, yaml.AliasEvent):
            return self._repeat(event)
        assert isinstance(event, yaml.NodeEvent)  # noqa: S101 - the grammar of YAML has no other
        anchor = event.anchor
        if anchor is not None:
            self._anchors[anchor] = None
        node = self._new(event, depth)
        if anchor is not None:
            self._anchors[anchor] = node
        return node

    def _new(self, event: yaml.NodeEvent, depth: int) -> YamlNode:
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(
                event, "giá trị bắt đầu bằng dấu “!”, YAML hiểu là tên kiểu", _QUOTE, local=True
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._map(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> YamlText:
        place = self._place(event)
        block = event.style in ("|", ">")
        if not event.style and event.value in _NULLS:
            return YamlText(None, place)
        self.problems += swallowed(event, self._text, place)
        text_place = place.shifted(1) if block else place
        return YamlText(SourceText.at(event.value, text_place), place)

    def _list(self, start: yaml.Event, depth: int) -> YamlList:
        items: list[YamlNode] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return YamlList(tuple(items), self._place(start), 1 + sum(item.size for item in items))

    def _map(self, start: yaml.Event, depth: int) -> YamlMap:
        entries: dict[str, Entry] = {}
        size = 1
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, key_place = self._key(event), self._place(event)
            value = next(self._events)
            node = self._node(value, depth + 1)
            size += node.size
            if key in entries:
                first = entries[key].key_place.line
                message = f"khoá “{key}” ghi hai lần (lần đầu ở dòng {first})"
                hint = "xoá một trong hai, hoặc gộp lại làm một"
                self.problems.append(Problem("HS007", message, key_place, hint))
                continue
            here = self._place(value)
            place = here if here.line == key_place.line else key_place
            entries[key] = Entry(key_place, place, node)
        return YamlMap(entries, self._place(start), size)

    def _key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.MappingStartEvent):
            self._refuse(event, "giá trị bắt đầu bằng {{ mà không có dấu nháy", _QUOTE, local=True)
        if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
            message = "tên khoá phải là chữ, không thể bắt đầu bằng [, * hoặc !"
            self._refuse(event, message, f"nếu đây là giá trị thì {_QUOTE}")
        if event.value == "<<" and not event.style:
            message = "khoá gộp “<<” không được dùng ở đây"
            self._refuse(event, message, "chép các khoá cần dùng vào chỗ này")
        if not event.value.strip():
            self._refuse(event, "thiếu tên khoá trước dấu “:”", "gõ tên khoá, hoặc xoá dòng này")
        return event.value

    def _repeat(self, event: yaml.AliasEvent) -> YamlNode:
        name = event.anchor or ""
        if name not in self._anchors:
            message = f"giá trị bắt đầu bằng “*{name}”, YAML hiểu là nhắc lại một đoạn đã đặt tên"
            self._refuse(event, message, _QUOTE, local=True)
        node = self._anchors[name]
        if node is None:
            self._refuse(
                event, f"đoạn “&{name}” nhắc lại chính nó", "chép nội dung cần dùng ra đây"
            )
        self._repeated += node.size
        if self._repeated > MAX_REPEATED_NODES:
            message = "các dấu “*” nhắc lại quá nhiều nội dung"
            self._refuse(event, message, "chép nội dung cần dùng thay cho dấu “*”")
        return replace(node, place=self._place(event))

    def _place(self, event: yaml.Event) -> Place:
        index = event.start_mark.index if event.start_mark else 0
        line = bisect_right(self._starts, index)
        return Place(self._file, line, index - self._starts[line - 1] + 1)

    def _refuse(
        self, event: yaml.Event, message: str, hint: str, *, local: bool = False
    ) -> NoReturn:
        raise _RefusedError(Problem("HS006", message, self._place(event), hint), local=local)
