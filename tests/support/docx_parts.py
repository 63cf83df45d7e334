"""A DOCX taken apart: its parts, styles and paragraphs, read with nothing of ours."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from reportgen.document.tree import Document
from reportgen.problems import InputError
from reportgen.writers.docx import write_docx

FRAME = Path(__file__).resolve().parents[2] / "templates/_khung/khung.docx"
CREATED = datetime(2025, 9, 19, tzinfo=UTC)
NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"
Node = etree._Element


class Docx:
    """A written document, by part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.body = self.part("word/document.xml")

    def part(self, name: str) -> Node:
        return etree.fromstring(self.archive.read(name))

    def names(self) -> list[str]:
        return self.archive.namelist()

    def style(self, name: str) -> Node:
        (found,) = find(self.part("word/styles.xml"), f"//w:style[w:name/@w:val='{name}']")
        return found

    def styled(self, name: str) -> list[Node]:
        """Paragraphs of the body in the style of that name."""
        identifier = self.style(name).get(f"{W}styleId")
        return find(self.body, f"//w:p[w:pPr/w:pStyle/@w:val='{identifier}']")

    def text(self, name: str) -> list[str]:
        """The text of the paragraphs in that style."""
        return [text(node) for node in self.styled(name)]


def write(document: Document, frame: bytes | None = None) -> Docx:
    """The document written into the built-in frame, or into `frame`."""
    return Docx(write_docx(document, frame or FRAME.read_bytes(), CREATED))


def find(node: Node, path: str) -> list[Node]:
    found = node.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def values(node: Node, path: str) -> list[str]:
    """Attribute values or texts that the path finds."""
    found = node.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(one) for one in found]


def text(node: Node) -> str:
    parts = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        parts.get(str(one.tag), one.text or "") for one in node.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def number(node: Node, path: str) -> int:
    (value,) = values(node, path)
    return int(value)


def repacked(data: bytes, **changes: tuple[str, str]) -> bytes:
    """The package with one text replaced by another in a part: `document=("from", "to")`."""
    source, buffer = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            key = name.removeprefix("word/").removesuffix(".xml")
            if key in changes:
                before, after = (part.encode("utf-8") for part in changes[key])
                assert before in content
                content = content.replace(before, after)
            target.writestr(name, content)
    return buffer.getvalue()


def refusal(document: Document, frame: bytes) -> InputError:
    """What the writer says of a frame that it refuses."""
    with pytest.raises(InputError) as caught:
        write(document, frame)
    return caught.value
