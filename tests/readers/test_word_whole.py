"""Whole files of several programs: every word that was written is read back."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.document import Document as PythonDocx
from docx.table import _Cell
from hypothesis import given, settings
from hypothesis import strategies as st
from support.oracles import require
from support.readers import words

from reportgen.building import build
from reportgen.document.tree import Document, Inlines, NoteReference, Properties, Text
from reportgen.readers.word import read_word
from reportgen.readers.word.model import WordFile, WordTable, paragraphs_of
from reportgen.rendering import Format, written

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    "data/khanh_hoa/2025-09/bao_cao.yaml",
    "data/khanh_hoa/2025-08/cong_van.yaml",
    "data/lao_cai/2025-q4/ke_hoach.yaml",
    "examples/phu_luc/bao_cao.yaml",
    "examples/chu_thich/bao_cao.yaml",
]
every_document = pytest.mark.parametrize("name", DOCUMENTS)


@cache
def _made(name: str) -> tuple[Document, bytes]:
    building = build(ROOT / name, ())
    return building.document, written(building, Format.DOCX).data


def _strings(value: object) -> Iterator[str]:
    """Every text in a part of the tree, formatting and links left aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and any(isinstance(one, Text) for one in value):
        yield "".join(
            one.value if isinstance(one, Text) else "\n" for one in value if not _is_mark(one)
        )
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value) and not isinstance(value, Properties | NoteReference):
        for part in fields(value):
            if part.compare and part.name not in ("role", "alignment", "running", "addressing"):
                yield from _strings(getattr(value, part.name))


def _is_mark(inline: object) -> bool:
    return isinstance(inline, NoteReference)


def _text(found: WordFile) -> str:
    body = [f"{one.label} {one.text}" for one in found.paragraphs()]
    notes = [one.text for note in found.notes for one in paragraphs_of(note.blocks)]
    footers = [
        one.text
        for section in found.sections
        for running in section.footers.values()
        for one in running
    ]
    return "\n".join((*body, *notes, *footers))


def _joined(texts: tuple[Inlines, ...]) -> list[str]:
    return ["".join(_strings(inlines)) for inlines in texts]


@every_document
def test_every_word_of_a_document_is_read_back(name: str) -> None:
    document, data = _made(name)
    missing = words("\n".join(_strings(document)))
    missing.subtract(words(_text(read_word(data, "vb.docx"))))
    assert not {word: count for word, count in missing.items() if count > 0}


@every_document
def test_notes_are_read_back_one_by_one(name: str) -> None:
    document, data = _made(name)
    found = read_word(data, "vb.docx")
    expected = {
        note.number: [text.strip() for text in _joined(tuple(p.inlines for p in note.paragraphs))]
        for note in document.notes
    }
    assert expected == {
        note.number: [one.text.strip() for one in paragraphs_of(note.blocks)]
        for note in found.notes
    }


@every_document
def test_every_place_is_met_once(name: str) -> None:
    found = read_word(_made(name)[1], "vb.docx")
    notes = [one for note in found.notes for one in paragraphs_of(note.blocks)]
    places = [one.place for one in (*found.paragraphs(), *notes)]
    assert len(set(places)) == len(places)


def test_a_file_saved_again_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    _, data = _made(DOCUMENTS[0])
    (tmp_path / "vao").mkdir()
    source = tmp_path / "vao" / "vb.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to", "docx"]
    command += ["--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    before, after = (
        read_word(content, "vb.docx") for content in (data, (tmp_path / "vb.docx").read_bytes())
    )
    texts = [
        [one.text for one in found.paragraphs() if one.text.strip()] for found in (before, after)
    ]
    assert texts[0] == texts[1]
    assert len(before.notes) == len(after.notes)
    looks = [
        [
            (one.text, one.format.alignment, one.runs[0].format.size, one.runs[0].format.bold)
            for one in found.paragraphs()
            if one.text.strip()
        ]
        for found in (before, after)
    ]
    assert looks[0] == looks[1]
    shapes = [
        [[len(row) for row in block.rows] for block in found.blocks if isinstance(block, WordTable)]
        for found in (before, after)
    ]
    assert shapes[0] == shapes[1]


_TEXTS = st.text(st.sampled_from("aăâđêôơư ộằ1.,-%/\t"), max_size=12)
_BLOCKS = st.recursive(
    _TEXTS,
    lambda inner: st.lists(
        st.lists(st.lists(inner, min_size=1, max_size=2), min_size=2, max_size=2),
        min_size=1,
        max_size=3,
    ),
    max_leaves=12,
)


def _build(holder: PythonDocx | _Cell, blocks: list[object]) -> Iterator[str]:
    """Write paragraphs (texts) and tables (rows of cells of blocks); the texts in reading order."""
    for block in blocks:
        if isinstance(block, str):
            holder.add_paragraph(block)
            yield block
            continue
        rows = cast("list[list[list[object]]]", block)
        table = holder.add_table(len(rows), 2)
        for row, cells in enumerate(rows):
            for column, inside in enumerate(cells):
                yield ""  # the paragraph that every new cell has
                yield from _build(table.cell(row, column), inside)
        if isinstance(holder, _Cell):
            yield ""  # python-docx closes a cell with a paragraph


@given(st.lists(_BLOCKS, max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_tree_of_paragraphs_is_read_whole(blocks: list[object]) -> None:
    document = docx.Document()
    expected = list(_build(document, blocks))
    buffer = io.BytesIO()
    document.save(buffer)
    found = list(read_word(buffer.getvalue(), "vb.docx").paragraphs())
    assert [one.text for one in found] == expected
    assert [one.place.paragraph for one in found] == list(range(1, len(found) + 1))
