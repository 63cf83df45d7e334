"""Word files as the program writes them, faults planted in their looks, and what is found."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reportgen.building import build
from reportgen.checking.inputs import recognised
from reportgen.checks.facts import facts_of
from reportgen.checks.finding import Finding
from reportgen.checks.layout import RULES
from reportgen.checks.reading import manuscript_of
from reportgen.checks.running import find
from reportgen.checks.subject import Subject
from reportgen.rendering import Format, written

ROOT = Path(__file__).resolve().parents[2]
REPORT = "data/khanh_hoa/2025-09/bao_cao.yaml"
LETTER = "data/khanh_hoa/2025-08/cong_van.yaml"
WITH_APPENDICES = "examples/phu_luc/bao_cao.yaml"
DECISION = "examples/van_ban/quyet_dinh.yaml"
NOTICE = "examples/van_ban/thong_bao.yaml"
DOSSIERS = tuple(
    sorted(
        str(path.relative_to(ROOT))
        for folder in ("data", "examples")
        for path in (ROOT / folder).rglob("*.yaml")
        if path.name not in ("don_vi.yaml", "mau.yaml")
    )
)

Word = Any  # a document as python-docx opens it
Fault = Callable[[Word], object]


@cache
def clean(dossier: str) -> bytes:
    """The Word file drafted from a dossier of the repository."""
    return written(build(ROOT / dossier), Format.DOCX).data


def with_fault(dossier: str, fault: Fault) -> bytes:
    """The same with a fault planted."""
    word = docx.Document(io.BytesIO(clean(dossier)))
    fault(word)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def findings(data: bytes) -> tuple[Finding, ...]:
    """What the rules on layout find in a Word file."""
    word = recognised(data, "vb.docx")
    document = word.document
    facts = facts_of(document, word)
    return find(Subject(document, manuscript_of(document), facts, word), RULES)


def codes(data: bytes) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in findings(data)]


def paragraphs(word: Word, style: str) -> list[Any]:
    """The paragraphs of the body in a style, cells included."""
    return [one for one in _everywhere(word) if one.style.name == style]


def _everywhere(word: Word) -> Iterator[Any]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def retyped(style: str, text: str, which: int = 0) -> Fault:
    """A fault: one paragraph of a style says something else."""

    def fault(word: Word) -> None:
        paragraph = paragraphs(word, style)[which]
        first, *others = paragraph.runs
        first.text = text
        for run in others:
            run.text = ""

    return fault


def styled(style: str, **changes: Any) -> Fault:
    """A fault: a style's font (`size`, `bold` …) or paragraph format is another."""

    def fault(word: Word) -> None:
        found = word.styles[style]
        for name, value in changes.items():
            holder = found.font if hasattr(found.font, name) else found.paragraph_format
            setattr(holder, name, value)

    return fault


def sectioned(**changes: Any) -> Fault:
    """A fault: the first section has other measures."""

    def fault(word: Word) -> None:
        for name, value in changes.items():
            setattr(word.sections[0], name, value)

    return fault


def removed(style: str) -> Fault:
    """A fault: the paragraphs of a style are gone; a cell keeps an empty one."""

    def fault(word: Word) -> None:
        for paragraph in paragraphs(word, style):
            node = paragraph._p
            parent = node.getparent()
            if parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1:
                parent.append(OxmlElement("w:p"))
            parent.remove(node)

    return fault


def added(text: str, style: str = "Body Text", before: str = "Body Text", which: int = 0) -> Fault:
    """A fault: a paragraph more, before one of a style."""

    def fault(word: Word) -> None:
        paragraphs(word, before)[which].insert_paragraph_before(text, style)

    return fault


def together(*faults: Fault) -> Fault:
    """Several faults at once."""

    def fault(word: Word) -> None:
        for one in faults:
            one(word)

    return fault
