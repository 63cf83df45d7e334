"""The file as a whole: same bytes, properties, what other programs say of it."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from support.docx_parts import CREATED, FRAME, write
from support.oracles import (
    libreoffice_pdf,
    ooxml_validator_findings,
    openxml_audit_findings,
    pdf_text,
)
from support.readers import mammoth_html

from reportgen.document.tree import Document
from reportgen.writers.docx import write_docx


def test_the_same_input_gives_the_same_bytes(sample: Document) -> None:
    assert write(sample).data == write(sample).data


def test_entries_are_sorted_and_carry_the_documents_date(sample: Document) -> None:
    entries = zipfile.ZipFile(io.BytesIO(write(sample).data)).infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {e.date_time for e in entries} == {(2025, 9, 19, 0, 0, 0)}


def test_a_date_before_the_zip_format_is_no_obstacle(bare: Document) -> None:
    data = write_docx(bare, FRAME.read_bytes(), datetime(1975, 5, 1, tzinfo=UTC))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_the_files_properties_are_filled(sample: Document) -> None:
    properties = docx.Document(io.BytesIO(write(sample).data)).core_properties
    assert properties.title == sample.properties.title
    assert properties.author == "Ban Chỉ đạo tỉnh Khánh Hòa"
    assert properties.keywords == "Đề án 06; tháng 9/2025"
    assert properties.language == "vi-VN"
    assert (properties.created, properties.modified) == (CREATED, CREATED)


def test_python_docx_and_mammoth_open_the_file(sample: Document) -> None:
    data = write(sample).data
    assert len(docx.Document(io.BytesIO(data)).sections) == 2
    assert "Không phát sinh." in mammoth_html(data)


@pytest.mark.parametrize("kind", ["whole", "bare", "addressed", "frame"])
def test_both_validators_have_nothing_to_say(
    kind: str, sample: Document, bare: Document, tmp_path: Path
) -> None:
    documents = {
        "whole": lambda: write(sample).data,
        "bare": lambda: write(bare).data,
        "addressed": lambda: write(replace(bare, addressees=sample.recipients)).data,
        "frame": FRAME.read_bytes,
    }
    path = tmp_path / "van_ban.docx"
    path.write_bytes(documents[kind]())
    assert openxml_audit_findings(path) == ""
    assert ooxml_validator_findings(path) == ""


def test_libreoffice_prints_letterhead_notes_and_appendix(sample: Document, tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(write(sample).data)
    printed = pdf_text(libreoffice_pdf(path, tmp_path))
    for wanted in ("Số: 87/BC-BCĐ", "Công văn số 5083/UBND-KT.", "KẾT QUẢ TRIỂN KHAI CÁC MÔ HÌNH"):
        assert wanted in printed
