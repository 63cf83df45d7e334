"""A draft as Word has it, and edits made to it there with python-docx."""

import io
import random
import subprocess
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree
from support.oracles import ROOT, require

from reportgen.building import Building, build
from reportgen.rendering import Format, written

_NEW = 9999  # an id that no note has
SEPTEMBER = "data/khanh_hoa/2025-09/bao_cao.yaml"


@cache
def building(dossier: str = SEPTEMBER) -> Building:
    """The dossier's document, as it is rendered."""
    return build(ROOT / dossier)


@cache
def draft(dossier: str = SEPTEMBER) -> bytes:
    """The DOCX of the dossier."""
    return written(building(dossier), Format.DOCX).data


def edited(change: Callable[[Document], None], data: bytes | None = None) -> bytes:
    """The draft (or `data`) after a change that python-docx makes."""
    document = docx.Document(io.BytesIO(draft() if data is None else data))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraph_with(document: Document, words: str) -> Paragraph:
    """The first paragraph of the body, or of a table, that has these words."""
    for node in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(node, document._body)
        if words in paragraph.text:
            return paragraph
    raise LookupError(words)


def retype(paragraph: Paragraph, old: str, new: str) -> None:
    """Other words in the place of `old`, which may run over several runs."""
    texts = list(paragraph._p.iter(qn("w:t")))
    whole = "".join(one.text or "" for one in texts)
    start = whole.index(old)
    end, offset = start + len(old), 0
    for one in texts:
        text = one.text or ""
        left, right = max(start - offset, 0), min(end - offset, len(text))
        if left < right or (left == right == len(text) == 0):
            first = offset + left == start
            one.text = text[:left] + (new if first else "") + text[right:]
            one.set(qn("xml:space"), "preserve")
        offset += len(text)


def paragraph_after(paragraph: Paragraph, text: str) -> Paragraph:
    """A new paragraph below, set like it."""
    node = deepcopy(paragraph._p)
    for run in list(node):
        if run.tag != qn("w:pPr"):
            node.remove(run)
    paragraph._p.addnext(node)
    made = Paragraph(node, paragraph._parent)
    made.add_run(text)
    return made


def remove(paragraph: Paragraph) -> None:
    """Take a paragraph out."""
    paragraph._p.getparent().remove(paragraph._p)


def add_note(document: Document, paragraph: Paragraph, text: str) -> None:
    """A footnote at the end of a paragraph."""
    part = next(
        one.target_part for one in document.part.rels.values() if one.reltype.endswith("/footnotes")
    )
    root = parse_xml(part.blob)
    note = parse_xml(
        f'<w:footnote {nsdecls("w")} w:id="{_NEW}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    )
    root.append(note)
    mark = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{_NEW}"/></w:r>')
    paragraph._p.append(mark)
    _number_as_marked(root, document)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _number_as_marked(root: etree._Element, document: Document) -> None:
    """Notes with the numbers and in the order of their marks, as Word saves them."""
    name = qn("w:id")
    notes = {one.get(name): one for one in root.iter(qn("w:footnote"))}
    for number, mark in enumerate(document.element.body.iter(qn("w:footnoteReference")), 1):
        note = notes[mark.get(name)]
        root.append(note)
        note.set(name, str(number))
        mark.set(name, str(number))


def resaved(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files by their names, as LibreOffice saves them again."""
    soffice = require("soffice")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    saved = folder / "saved"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            *(str(folder / f"{name}.docx") for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: (saved / f"{name}.docx").read_bytes() for name in files}


def body_paragraphs(document: Document, least: int = 6) -> list[Paragraph]:
    """The paragraphs of running text with at least so many words, head and foot left out."""
    return [one for one in document.paragraphs if len(one.text.split()) >= least]


def some_words(paragraph: Paragraph, chance: random.Random) -> str:
    """A word of the paragraph that stands in it once, of letters only."""
    words = [one for one in paragraph.text.split() if one.isalpha() and len(one) > 2]
    alone = [one for one in words if paragraph.text.count(one) == 1]
    return chance.choice(alone) if alone else ""
