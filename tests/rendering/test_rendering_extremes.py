"""Months unlike the example: no notes or hundreds, endless notes and tables, hostile text."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier
from support.readers import docx_footnotes, mammoth_html, pdf_pages, words

from reportgen.rendering import Format, Rendered, render

ALL = (Format.DOCX, Format.PDF, Format.MARKDOWN)
SENTENCE = "Câu thứ {} của chú thích dài kể về kết quả công tác trong kỳ tại địa phương. "


def rendered(path: Path, formats: tuple[Format, ...] = ALL) -> Rendered:
    return render(path, formats, [TEMPLATES])


def docx_text(data: bytes) -> str:
    """All text of the body, by a look at the XML alone."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
    runs = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        runs = runs.replace(entity, sign)
    return runs


def test_a_month_without_notes_has_none(tmp_path: Path) -> None:
    files = rendered(write_dossier(tmp_path, "Không có chú thích.")).files
    assert docx_footnotes(files[Format.DOCX]) == []
    assert len(pdf_pages(files[Format.PDF])) == 1


def test_three_hundred_notes_come_out_in_order_in_both_formats(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"Đoạn {n} của báo cáo[^n{n}].\n\n[^n{n}]: Chú thích mang mã riêng X{n}Y."
        for n in range(300)
    )
    files = rendered(write_dossier(tmp_path, body)).files
    notes = docx_footnotes(files[Format.DOCX])
    assert [re.findall(r"X\d+Y", note) for note in notes] == [[f"X{n}Y"] for n in range(300)]
    printed = " ".join(pdf_pages(files[Format.PDF]))
    assert re.findall(r"X\d+Y", printed) == [f"X{n}Y" for n in range(300)]


def test_a_note_of_fifteen_thousand_characters_is_printed_whole(tmp_path: Path) -> None:
    note = "".join(SENTENCE.format(n) for n in range(190)).strip()
    assert len(note) > 14_000
    body = f"Mở đầu[^dai] rồi viết tiếp.\n\nĐoạn sau cùng của phần thân.\n\n[^dai]: {note}"
    files = rendered(write_dossier(tmp_path, body)).files
    (text,) = docx_footnotes(files[Format.DOCX])
    assert not words(note) - words(text)
    pages = pdf_pages(files[Format.PDF])
    assert len(pages) > 2
    assert not words(note) - words(" ".join(pages))


def test_a_table_of_two_thousand_rows_keeps_every_row_and_repeats_its_header(
    tmp_path: Path,
) -> None:
    rows = "".join(f"{n},Xã số {n},{n * 7},Ghi chú M{n}N\n" for n in range(1, 2001))
    (tmp_path / "bang.csv").write_text(f"TT,Tên xã,Hồ sơ,Ghi chú\n{rows}", encoding="utf-8")
    more = "phu_luc:\n  - tieu_de: DANH SÁCH\n    huong: ngang\n    bang: bang.csv\n"
    files = rendered(write_dossier(tmp_path, more=more)).files
    wanted = [f"M{n}N" for n in range(1, 2001)]
    assert re.findall(r"M\d+N", docx_text(files[Format.DOCX])) == wanted
    pages = pdf_pages(files[Format.PDF])
    assert re.findall(r"M\d+N", " ".join(pages)) == wanted
    table_pages = [page for page in pages if re.search(r"M\d+N", page)]
    assert all("Tên xã" in page for page in table_pages)


HOSTILE = [
    "R&D <b>đậm</b> & 'nháy' \"kép\"",
    "{{ }} và {% if %} và {# ghi chú #} và 100 % và %s",
    "ten_tep_tin và 2*3*4 và Khách sạn 4*; 5*",
    "Biểu tượng 😀 và chữ 𝒳 và dấu · …",
    "&amp; &lt; &#65; <!-- không phải chú thích --> ]]>",
    r"C:\thư mục và \\may-chu\chung\_x và `mã` và ~ ^ | @ $",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_arrives_as_typed_in_every_format(tmp_path: Path, text: str) -> None:
    files = rendered(write_dossier(tmp_path, f"Bắt đầu {text} kết thúc.")).files
    assert f"Bắt đầu {text} kết thúc." in docx_text(files[Format.DOCX])
    printed = re.sub(r"\s", "", "".join(pdf_pages(files[Format.PDF])))
    assert re.sub(r"\s", "", f"Bắt đầu {text} kết thúc.") in printed


@pytest.mark.parametrize("text", HOSTILE)
def test_data_arrives_as_typed_wherever_it_is_printed(tmp_path: Path, text: str) -> None:
    quoted = text.replace('"', '""')
    figures = f'ma,ten,thuc_hien\nx,"{quoted}",5\n'
    dossier = write_dossier(tmp_path, "Bắt đầu {{ ct.x.ten }} kết thúc.", figures=figures)
    files = rendered(dossier, (Format.DOCX,)).files
    assert f"Bắt đầu {text} kết thúc." in docx_text(files[Format.DOCX])


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    body = "Một đoạn^[Chú thích.] có chú thích.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    dossier = write_dossier(tmp_path, body)
    assert rendered(dossier).files == rendered(dossier).files


def test_the_source_date_dates_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = write_dossier(tmp_path)
    own = rendered(dossier, (Format.DOCX,)).files[Format.DOCX]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = rendered(dossier, (Format.DOCX,)).files[Format.DOCX]
    core = zipfile.ZipFile(io.BytesIO(dated)).read("docProps/core.xml").decode()
    assert own != dated
    assert "2023-11-14T22:13:20Z" in core


def test_notes_stand_at_their_places_for_other_readers(tmp_path: Path) -> None:
    body = "Đầu[^a] giữa^[Chú thích B.] cuối.\n\n[^a]: Chú thích A.\n\n    Đoạn hai của A."
    html = mammoth_html(rendered(write_dossier(tmp_path, body)).files[Format.DOCX])
    assert re.search(
        r"Đầu<sup><a [^>]*>\[1\]</a></sup> giữa<sup><a [^>]*>\[2\]</a></sup> cuối", html
    )
    assert "Đoạn hai của A." in html
