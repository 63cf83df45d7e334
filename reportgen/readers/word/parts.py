"""The parts of a Word file as XML: found by their relationships, Strict turned Transitional."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reportgen.problems import InputError, Place, Problem
from reportgen.readers.word.package import Package
from reportgen.readers.word.tracked import invert
from reportgen.system_errors import shortened
from reportgen.wordprocessingml.dangers import STARTING_FIELDS, dangerous_relations, fields_of
from reportgen.wordprocessingml.names import Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/")
_MAIN = "word/document.xml"
#: More tags than this would fill the memory; a page of a report has one or two thousand.
MOST_TAGS = 700_000


@dataclass(frozen=True, slots=True)
class Relation:
    """To what a part refers: `kind` as the last word of its type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


Relations = Mapping[str, Relation]


class Parts:
    """The parsed parts of a Word file."""

    def __init__(self, package: Package, rejecting: bool = False) -> None:
        """Find the main part; raises InputError: WF008 there is none, WF006 dangerous relations.

        `rejecting`: tracked changes stand in the parts the other way round.
        """
        self._rejecting = rejecting
        self._package = package
        self._relations: dict[str, Relations] = {}
        self.file = package.file
        found = self._target(self.relations(""), "officeDocument")
        self.main = found or _MAIN
        if self.main not in package:
            raise self.no_document()
        self._refuse_dangers()

    def no_document(self) -> InputError:
        """What to raise where the package holds no text."""
        return self._package.refused("WF008", "tệp không có nội dung của một văn bản Word")

    def xml(self, name: str) -> Element:
        """The part parsed.

        Raises InputError: WF005 too large, WF006 with a DOCTYPE or a field that starts programs,
        WF009 broken.
        """
        data = self._package.read(name)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = _as_utf8(data)
        if data.count(b"<") > MOST_TAGS:
            raise self._package.too_large(name)
        if b"http://purl.oclc.org/ooxml/" in data:
            data = _transitional(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            message = f"phần “{name}” của tệp Word bị hỏng (dòng {error.lineno})"
            hint = "mở tệp bằng Word để sửa, lưu lại dạng .docx rồi kiểm tra lại"
            raise self._package.refused("WF009", message, hint) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._package.refused("WF006", f"phần “{name}” của tệp có khai báo DOCTYPE")
        if starting := next(fields_of(root, STARTING_FIELDS), None):
            message = f"tệp có trường {starting}, mở ra sẽ chạy chương trình khác"
            hint = "mở bằng Word, chọn trường đó, bấm Ctrl+Shift+F9 để đổi thành chữ, rồi lưu lại"
            raise self._package.refused("WF006", message, hint)
        if self._rejecting:
            invert(root)
        return root

    def _refuse_dangers(self) -> None:
        """Raise InputError (WF006) with all that the file refers to and that no document needs."""
        found = [
            Problem("WF006", f"tệp có {what}: {shortened(target)}", Place(self.file), hint)
            for name in sorted(self._package.names)
            if name.endswith(".rels")
            for what, target, hint in dangerous_relations(self.xml(name))
        ]
        if found:
            raise InputError(found)

    def related(self, kind: str) -> Element | None:
        """The part to which the main part refers as `kind`, if it is there."""
        name = self.related_name(kind)
        return None if name is None else self.xml(name)

    def related_name(self, kind: str) -> str | None:
        name = self._target(self.relations(self.main), kind)
        return name if name and name in self._package else None

    def of_package(self, kind: str) -> Element | None:
        """The part to which the package itself refers as `kind` (`core-properties`)."""
        name = self._target(self.relations(""), kind)
        return self.xml(name) if name and name in self._package else None

    def relations(self, source: str) -> Relations:
        """What the part `source` ('' for the package) refers to, by relationship id."""
        if source not in self._relations:
            self._relations[source] = self._read_relations(source)
        return self._relations[source]

    def _read_relations(self, source: str) -> Relations:
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._package:
            return {}
        found = {}
        for node in self.xml(name).iter(_RELATIONS):
            external = node.get("TargetMode") == "External"
            target = node.get("Target") or ""
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (node.get("Type") or "").rpartition("/")[2]
            found[node.get("Id") or ""] = Relation(kind, target, external)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._package

    @staticmethod
    def _target(relations: Relations, kind: str) -> str | None:
        targets = (
            one.target for one in relations.values() if one.kind == kind and not one.external
        )
        return next(targets, None)


def _transitional(data: bytes) -> bytes:
    """ISO/IEC 29500 Strict in the names of Transitional, which differ in their years only."""
    data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
    return data.replace(b"/2006/extendedProperties", b"/2006/extended-properties")


def strict(data: bytes) -> bytes:
    """A part that was turned Transitional in the names of Strict again."""
    return _TRANSITIONAL.sub(rb"http://purl.oclc.org/ooxml/\1/", data)


def is_strict(data: bytes) -> bool:
    """Whether a part of WordprocessingML is in the names of Strict."""
    return b'"http://purl.oclc.org/ooxml/wordprocessingml/main"' in data.replace(b"'", b'"')


def _as_utf8(data: bytes) -> bytes:
    text = data.decode("utf-16", errors="replace")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8")
