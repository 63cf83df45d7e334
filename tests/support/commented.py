"""Comments and the words that they stand at, read with nothing of ours."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ASIDE = (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}note-body")

Comment = tuple[str, str]  # what it says, and the words in its range


def part(data: bytes, name: str) -> etree._Element:
    """A part of a DOCX, Strict names turned into the usual ones."""
    content = zipfile.ZipFile(io.BytesIO(data)).read(name)
    return etree.fromstring(content.replace(_STRICT, _W[1:-1].encode()))


def docx_comments(data: bytes) -> list[Comment]:
    """The comments of a DOCX as its XML has them, in the order of the part."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    referred: list[str] = []
    for node in part(data, "word/document.xml").iter():
        identifier = node.get(f"{_W}id") or ""
        match str(node.tag).removeprefix(_W):
            case "commentRangeStart":
                opened[identifier] = []
            case "commentRangeEnd":
                closed[identifier] = "".join(opened.pop(identifier))
            case "commentReference":
                referred.append(identifier)
            case "t":
                for words in opened.values():
                    words.append(node.text or "")
            case "tab" | "br":
                for words in opened.values():
                    words.append(" ")
    assert not opened
    comments = part(data, "word/comments.xml").findall(f"{_W}comment")
    identifiers = [node.get(f"{_W}id") or "" for node in comments]
    assert sorted(identifiers) == sorted(referred) == sorted(closed)
    return [(_said(node), closed[node.get(f"{_W}id") or ""]) for node in comments]


def _said(comment: etree._Element) -> str:
    paragraphs = comment.iter(f"{_W}p")
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(f"{_W}t")) for paragraph in paragraphs
    )


def fodt_comments(path: Path) -> list[Comment]:
    """The comments of a flat ODT that LibreOffice made, in the order of the text."""
    root = etree.parse(path).getroot()
    said: list[str] = []
    words: dict[str, list[str]] = {}
    opened: set[str] = set()
    for kind, node, text in _events(root):
        name = "" if node is None else node.get(f"{_OFFICE}name") or str(len(said))
        if kind == "annotation" and node is not None:
            paragraphs = node.iter(f"{_TEXT}p")
            said.append("\n".join("".join(map(str, one.itertext())) for one in paragraphs))
            words[name] = []
            opened.add(name)
        elif kind == "annotation-end":
            opened.discard(name)
        for one in opened:
            words[one].append(text)
    return list(zip(said, map("".join, words.values()), strict=True))


def _events(node: etree._Element) -> Iterator[tuple[str, etree._Element | None, str]]:
    """Annotations, their ends and the characters of the text between, in their order."""
    if isinstance(node.tag, str):
        if node.tag.startswith(f"{_OFFICE}annotation"):
            yield node.tag.removeprefix(_OFFICE), node, ""
        elif node.tag in (f"{_TEXT}tab", f"{_TEXT}s", f"{_TEXT}line-break"):
            yield "", None, " " * int(node.get(f"{_TEXT}c") or 1)
        if node.tag not in _ASIDE:
            yield "", None, node.text or ""
            for child in node:
                yield from _events(child)
    yield "", None, node.tail or ""
