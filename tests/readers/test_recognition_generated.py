"""What we write is what we read: the documents of every kind, ours and re-saved by LibreOffice."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.oracles import ROOT, require
from support.originals import ORIGINALS, Original
from support.originals_by_pandoc import pandoc_docx
from support.recognised_words import body_words, file_words, recognised_words

from reportgen.building import build
from reportgen.document.inlines import plain_text
from reportgen.document.tree import Block, Blocks, Document, Heading, Inlines, Paragraph
from reportgen.readers.recognition import Recognised, recognise
from reportgen.readers.word import read_word
from reportgen.rendering import Format, render

DOSSIERS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("examples/van_ban", "examples/phu_luc", "examples/chu_thich", "data")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name != "don_vi.yaml" and path.parent.name not in ("mau", "bao_cao_thang")
)
# A tree knows no chapters (they are centred lines), nor labels typed into a paragraph's text.
_READ_AS_MORE = ("quy_che", "bao_cao")


@cache
def _written(dossier: str) -> tuple[Document, bytes]:
    path = ROOT / dossier
    return build(path).document, render(path, [Format.DOCX]).files[Format.DOCX]


def _read(data: bytes) -> Recognised:
    return recognise(read_word(data, "vb.docx"))


def _line(text: str | Inlines) -> str:
    return " ".join((text if isinstance(text, str) else plain_text(text)).split(" "))


def _joined(lines: tuple[str, ...]) -> str:
    """Names that the writer may break into other lines."""
    return " ".join(" ".join(lines).split())


def _components(document: Document) -> dict[str, object]:
    head, title, marks = document.letterhead, document.title, document.markings
    return {
        "superior": _joined(head.superior),
        "issuer": _joined(head.issuer),
        "number": head.number,
        "place and date": head.place_and_date,
        "letter's subject": _line(head.subject),
        "kind": title.kind,
        "subject": _line(title.subject),
        "period": _line(title.period),
        "addressing": document.addressing if document.addressees else "",
        "addressees": [_line(one) for one in document.addressees],
        "recipients": [_line(one) for one in document.recipients],
        "signatures": [
            (
                _joined(one.authority),
                _joined((one.position,)),
                _joined((one.official_title,)),
                one.name,
            )
            for one in document.signatures
        ],
        "markings": marks,
        "notes": [[_line(one.inlines) for one in note.paragraphs] for note in document.notes],
        "appendices": [
            (one.label, one.title, one.attached_to, one.landscape) for one in document.appendices
        ],
    }


def _outline(blocks: Blocks) -> list[tuple[str, str]]:
    return [_entry(block) for block in blocks]


def _entry(block: Block) -> tuple[str, str]:
    if isinstance(block, Paragraph):
        return block.label, _line(block.inlines).strip()
    if isinstance(block, Heading):
        return block.label, f"{_line(block.title)} {_line(block.run_in)}".replace("  ", " ").strip()
    rows = (*block.header, *block.rows)
    cells = (cell for row in rows for cell in row)
    return f"table of {len(rows)} rows, {len(block.header)} above", " | ".join(
        _line(paragraph.inlines) for cell in cells for paragraph in cell.blocks
    )


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_document_is_read_as_it_was_written(dossier: str) -> None:
    document, data = _written(dossier)
    found = _read(data)
    assert _components(found.document) == _components(document)
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))
    if Path(dossier).stem not in _READ_AS_MORE or "van_ban" not in dossier:
        assert _outline(found.document.body) == _outline(document.body)
    for read, written in zip(found.document.appendices, document.appendices, strict=True):
        assert _outline(read.blocks) == _outline(written.blocks)


@pytest.mark.parametrize("dossier", [one for one in DOSSIERS if "data/" in one])
def test_headings_are_headings_again(dossier: str) -> None:
    document, data = _written(dossier)
    found = _read(data).document

    def headings(blocks: Blocks) -> list[str]:
        return [_line(block.title) for block in blocks if isinstance(block, Heading)]

    assert headings(found.body) == headings(document.body)


def test_a_chapter_is_a_heading_with_the_title_of_the_next_line() -> None:
    _, data = _written("examples/van_ban/quy_che.yaml")
    headings = [one for one in _read(data).document.body if isinstance(one, Heading)]
    assert [(one.label, plain_text(one.title), one.level) for one in headings[:2]] == [
        ("Chương I", "QUY ĐỊNH CHUNG", 1),
        ("Điều 1.", "Phạm vi điều chỉnh", 2),
    ]


def test_files_that_libreoffice_saves_again_are_read_alike(tmp_path: Path) -> None:
    soffice = require("soffice")
    saved = tmp_path / "saved"
    for dossier in DOSSIERS:
        (tmp_path / f"{dossier.replace('/', '_')}.docx").write_bytes(_written(dossier)[1])
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            *map(str, sorted(tmp_path.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    files = sorted(saved.glob("*.docx"))
    assert len(files) == len(DOSSIERS)
    for file in files:
        ours, again = _read((tmp_path / file.name).read_bytes()), _read(file.read_bytes())
        assert _components(again.document) == _components(ours.document), file.name
        assert _outline(again.document.body) == _outline(ours.document.body), file.name
        assert sorted(recognised_words(again)) == sorted(file_words(again.word)), file.name


@pytest.mark.parametrize("original", ORIGINALS, ids=lambda one: one.name)
def test_a_file_of_plain_paragraphs_by_pandoc_is_read(original: Original, tmp_path: Path) -> None:
    require("pandoc")
    found = _read(pandoc_docx(original, tmp_path).read_bytes())
    document = found.document
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))
    assert document.letterhead.number
    assert document.letterhead.place_and_date
    assert document.recipients
    assert len(document.signatures) == 1
    assert document.signatures[0].name
    assert document.signatures[0].position
    assert len(document.notes) == len(found.word.notes)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_half_a_document_loses_no_word_either(data: st.DataObject) -> None:
    word = _read(_written("examples/van_ban/quyet_dinh.yaml")[1]).word
    blocks = data.draw(st.lists(st.sampled_from(word.blocks), max_size=12))
    piece = type(word)(word.file, tuple(blocks), word.sections)
    found = recognise(piece)
    assert sorted(recognised_words(found)) == sorted(file_words(piece))
    assert len(body_words(piece)) <= len(recognised_words(found))
