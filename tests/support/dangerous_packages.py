"""What Word files of strangers may carry: relations, fields, odd ZIPs; put into any package."""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
NO_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "</Relationships>"
)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_parts(data: bytes, **more: bytes) -> bytes:
    """The package with parts put in or replaced; `__` in a name stands for a slash."""
    return packed(parts_of(data) | more)


def related(data: bytes, kind: str, target: str, external: bool = False) -> bytes:
    """The package whose document refers to `target` as `kind`."""
    mode = ' TargetMode="External"' if external else ""
    base = kind if "/" in kind else f"{OFFICE}/{kind}"
    relation = f'<Relationship Id="la" Type="{base}" Target="{target}"{mode}/></Relationships>'
    parts = parts_of(data)
    there = parts.get(RELATIONS, NO_RELATIONS.encode())
    parts[RELATIONS] = there.replace(b"</Relationships>", relation.encode())
    return packed(parts)


def with_body(data: bytes, xml: str, part: str = DOCUMENT) -> bytes:
    """The package with XML at the beginning of the body (or of another part's root)."""
    parts = parts_of(data)
    text = parts[part].decode("utf-8")
    start = "<w:body>" if part == DOCUMENT else text[text.index("<w:") : text.index(">", 60) + 1]
    assert start in text
    parts[part] = text.replace(start, start + xml, 1).encode()
    return packed(parts)


def field(*pieces: str) -> str:
    """A complex field whose instruction is cut into pieces."""
    texts = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    ]
    return f"<w:p>{marks[0]}{texts}{marks[1]}<w:r><w:t>x</w:t></w:r>{marks[2]}</w:p>"


def simple_field(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def with_entry(data: bytes, entry: zipfile.ZipInfo, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(entry, content)
    return buffer.getvalue()


def link_to(data: bytes, target: str) -> bytes:
    """With an entry that is a symbolic link."""
    entry = zipfile.ZipInfo("word/media/lien_ket.png")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return with_entry(data, entry, target.encode())


def locked(data: bytes) -> bytes:
    """With an entry that says it is encrypted."""
    made = with_entry(data, zipfile.ZipInfo("word/khoa.xml"))
    return flagged(made, b"word/khoa.xml")


def flagged(data: bytes, name: bytes) -> bytes:
    """The general purpose flag of an entry set to 1, in both of its headers."""
    made = bytearray(data)
    for signature, flags, start in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = made.find(signature)
        while at >= 0:
            if made[at + start : at + start + len(name)] == name:
                made[at + flags : at + flags + 2] = struct.pack("<H", 1)
            at = made.find(signature, at + 4)
    return bytes(made)
