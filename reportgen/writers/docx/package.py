"""A DOCX package as a value: parts, relationships, content types; the same bytes every time."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from zlib import Z_BEST_COMPRESSION

from lxml import etree

from reportgen.writers.docx.oxml import Element, serialised

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_CORE = "docProps/core.xml"
_DEFAULT_NAMESPACE: dict[str, str] = {None: _RELATIONS[1:-1]}  # type: ignore[dict-item]
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
#: Content types that say nothing.
NO_TYPES = f'<Types xmlns="{_TYPES[1:-1]}"/>'.encode()
_ZIP_EPOCH = 1980  # the earliest year that a zip entry can carry


class Package:
    """The parts of an Open Packaging package (ECMA-376 part 2) by name, without leading slash."""

    def __init__(self, data: bytes) -> None:
        """Read a zip; raises zipfile.BadZipFile where it is none."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {
                name: archive.read(name) for name in archive.namelist() if not name.endswith("/")
            }

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> "Package":
        """A package of those parts, be they but some of a file's."""
        made = cls.__new__(cls)
        made.parts = dict(parts)
        return made

    def xml(self, name: str) -> Element:
        """The part parsed afresh; KeyError where it is missing, XMLSyntaxError where ill-formed."""
        return etree.fromstring(self.parts[name], _PARSER)

    def store(self, name: str, root: Element, content_type: str = "") -> None:
        """Put a part, and declare its content type where it is new."""
        self.parts[name] = serialised(root)
        if content_type:
            self.declare(name, content_type)

    def put(self, name: str, data: bytes, content_type: str) -> None:
        """Put a part that is no XML."""
        self.parts[name] = data
        self.declare(name, content_type)

    def declare(self, name: str, content_type: str) -> None:
        """Say what a part is, where nothing says it yet."""
        root = self.xml("[Content_Types].xml")
        part = f"/{name}"
        if any(node.get("PartName") == part for node in root):
            return
        node = etree.SubElement(root, f"{_TYPES}Override")
        node.set("PartName", part)
        node.set("ContentType", content_type)
        self.parts["[Content_Types].xml"] = serialised(root)

    def related(self, source: str, kind: str) -> str | None:
        """The name of the part that `source` ('' for the package) refers to as `kind`."""
        for relation in self._relations(source):
            if relation.get("Type") == kind and relation.get("TargetMode") != "External":
                return _resolved(source, relation)
        return None

    def target(self, source: str, identifier: str) -> str | None:
        """The name of the part to which `source` refers by that relationship id."""
        for relation in self._relations(source):
            if relation.get("Id") == identifier and relation.get("TargetMode") != "External":
                return _resolved(source, relation)
        return None

    def copy(self, name: str, as_name: str, content_type: str) -> None:
        """Put a part a second time, with what it refers to, as `as_name`."""
        self.parts[as_name] = self.parts[name]
        if relations_name(name) in self.parts:
            self.parts[relations_name(as_name)] = self.parts[relations_name(name)]
        self.declare(as_name, content_type)

    def relate(
        self, source: str, kind: str, targets: Mapping[str, str], external: bool = False
    ) -> None:
        """Add relationships of one kind from `source`: relationship id → target."""
        if not targets:
            return
        root = self._relations(source)
        for identifier, target in targets.items():
            relation = etree.SubElement(root, f"{_RELATIONS}Relationship")
            relation.set("Id", identifier)
            relation.set("Type", kind)
            relation.set("Target", target)
            if external:
                relation.set("TargetMode", "External")
        self.parts[relations_name(source)] = serialised(root)

    def drop_properties(self) -> None:
        """Take out the core properties, under whatever relationship an editor filed them.

        python-docx makes such a part anew, under its usual name.
        """
        root = self._relations("")
        for relation in list(root):
            target = posixpath.normpath(relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/core-properties") or target == _CORE:
                self.parts.pop(target, None)
                root.remove(relation)
        self.parts[relations_name("")] = serialised(root)

    def bytes(self, created: datetime) -> bytes:
        """The zip: entries sorted, all of one date, so that the same parts give the same bytes."""
        moment = created.astimezone(UTC) if created.tzinfo else created
        stamp = (max(moment.year, _ZIP_EPOCH), *moment.timetuple()[1:6])
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name in sorted(self.parts):
                entry = zipfile.ZipInfo(name, stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                archive.writestr(entry, self.parts[name], compresslevel=Z_BEST_COMPRESSION)
        return buffer.getvalue()

    def _relations(self, source: str) -> Element:
        name = relations_name(source)
        if name not in self.parts:
            return etree.Element(f"{_RELATIONS}Relationships", nsmap=_DEFAULT_NAMESPACE)
        return self.xml(name)


def relations_name(source: str) -> str:
    """The name of the part that holds the relationships of `source`."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(source: str, relation: Element) -> str:
    base = "/" + posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(base, relation.get("Target") or "")).lstrip("/")
