"""What a frame must not carry: what runs, what is fetched, what other programs read differently."""

import zipfile
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from reportgen.problems import Place, Problem
from reportgen.system_errors import shortened
from reportgen.wordprocessingml.dangers import (
    DANGEROUS_KINDS,
    FETCHING_FIELDS,
    USELESS_KINDS,
    dangerous_relations,
    fields_of,
)
from reportgen.wordprocessingml.names import V
from reportgen.writers.addresses import is_linkable
from reportgen.writers.docx.oxml import Element
from reportgen.zip_parts import TYPES, carries_macros, odd_entries

_LIVE = ("/activex/", "/embeddings/")
_NESTED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ", b"\x7fELF")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_DECLARED = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_GO_BACK = "mở tệp khung bằng Word, lưu lại dạng .docx; hoặc chép lại khung gốc"
_INSERT = "chèn hẳn nội dung đó vào khung (ảnh: Chèn ảnh, không liên kết), hoặc bỏ đi"
_KINDS = {**DANGEROUS_KINDS, **USELESS_KINDS}


def dangers(archive: zipfile.ZipFile, file: str) -> Iterator[Problem]:
    """Everything of a frame that it may not have (MA100); `file` names it in places."""

    def problem(message: str, hint: str) -> Problem:
        return Problem("MA100", message, Place(file), hint)

    odd = [problem(f"khung có {one}", _GO_BACK) for one in odd_entries(archive.infolist())]
    if odd:
        yield from odd
        return
    names = archive.namelist()
    if carries_macros(names, archive.read(TYPES) if TYPES in names else b""):
        hint = "lưu khung dạng .docx (không phải .docm) trong Word: macro sẽ được bỏ"
        yield problem("khung có macro", hint)
    for name in names:
        data = archive.read(name)
        if any(folder in f"/{name.lower()}" for folder in _LIVE) or data.startswith(_NESTED):
            hint = "xóa đối tượng nhúng khỏi khung; hình thì dán dạng ảnh"
            yield problem(f"khung chứa đối tượng nhúng ({name})", hint)
    for name in sorted(_xml_parts(archive)):
        root = _parsed(archive.read(name))
        if root is not None:
            yield from (problem(*told) for told in _in_part(name, root))


def _xml_parts(archive: zipfile.ZipFile) -> set[str]:
    """The parts that some program may read as XML, whatever their names end with."""
    names = archive.namelist()
    found = {name for name in names if name.lower().endswith((".xml", ".rels", ".vml"))}
    types = _parsed(archive.read(TYPES)) if TYPES in names else None
    for node in () if types is None else types:
        if (node.get("ContentType") or "").lower().endswith("xml"):
            suffix = f".{(node.get('Extension') or '').lower()}"
            part = (node.get("PartName") or "").lstrip("/").lower()
            is_default = node.tag == f"{_DECLARED}Default"
            found |= {
                name
                for name in names
                if (name.lower().endswith(suffix) if is_default else name.lower() == part)
            }
    return found


def _parsed(data: bytes) -> Element | None:
    """None where it is no XML: whoever reads the part says so."""
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _in_part(name: str, root: Element) -> Iterator[tuple[str, str]]:
    """What is wrong in a part, and how to mend it."""
    if root.getroottree().docinfo.internalDTD is not None:
        yield f"phần “{name}” của khung có khai báo DOCTYPE", _GO_BACK
    if name.endswith(".rels"):
        for what, target, _ in dangerous_relations(root, _KINDS):
            yield f"khung lấy nội dung ở ngoài tệp hoặc có {what}: {shortened(target)}", _INSERT
        for target in _links(root):
            told = f"khung lấy nội dung ở ngoài tệp (hyperlink): {shortened(target)}"
            yield told, "chỉ liên kết tới trang web (http, https) hoặc hộp thư (mailto)"
    for field in fields_of(root, FETCHING_FIELDS):
        hint = "trong Word chọn trường đó, bấm Ctrl+Shift+F9 để đổi thành chữ, rồi lưu lại"
        yield f"khung có trường {field}, lấy nội dung hoặc chạy chương trình ở ngoài tệp", hint
    for node in root.iter(f"{{{V}}}*"):
        for attribute, value in node.attrib.items():
            if etree.QName(attribute).localname in ("src", "href") and urlsplit(value).scheme:
                yield f"khung lấy hình ở ngoài tệp: {shortened(str(value))}", _INSERT


def _links(relations: Element) -> Iterator[str]:
    """Links that lead neither to the web nor to a mailbox; a click on them may start a program."""
    for relation in relations:
        kind, target = relation.get("Type") or "", relation.get("Target") or ""
        inside = (relation.get("TargetMode") or "").casefold() != "external" or target[:1] == "#"
        if kind.endswith("/hyperlink") and not (inside or is_linkable(target)):
            yield target
