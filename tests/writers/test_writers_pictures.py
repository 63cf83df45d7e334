"""Pictures in every output: shown, described in words, held to their captions."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from support import oracles
from support.docx_parts import find, values, write
from support.printing import printed
from support.readers import pdf_pages

from reportgen.checks.reading import manuscript_of
from reportgen.document.tree import Appendix, Document, Heading, Paragraph, Picture, Text
from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.writers.markdown import write_markdown

ALTERNATIVE = "Biểu đồ Hồ sơ tiếp nhận: tháng 8/2025 1.200.000; tháng 9/2025 1.365.565"
CAPTION = "Biểu đồ 1. Hồ sơ tiếp nhận"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40">'
    b'<path d="M0 0L80 40" stroke="black"/></svg>'
)


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        length, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(name + data))
        return length + name + data + check

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


PICTURE = Picture(png(80, 40), 0.5, ALTERNATIVE, (Text(CAPTION),), 0.8)


def with_pictures(bare: Document, *pictures: Picture) -> Document:
    body = (Heading(1, "I.", (Text("Kết quả"),)), *pictures, Paragraph((Text("Hết./."),)))
    return replace(bare, body=body)


def figures(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The figures of a tagged PDF."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
            yield thing


def test_a_picture_in_word_has_its_words_and_its_share_of_the_line(bare: Document) -> None:
    docx = write(with_pictures(bare, PICTURE))
    (inline,) = find(docx.body, "//*[local-name()='inline']")
    (properties,) = find(inline, "*[local-name()='docPr']")
    assert properties.get("descr") == ALTERNATIVE
    (extent,) = find(inline, "*[local-name()='extent']")
    width = round(0.8 * (11906 - 1701 - 850)) * 635
    assert (extent.get("cx"), int(extent.get("cy") or 0)) == (
        str(width),
        pytest.approx(width / 2, abs=635),
    )


def test_a_picture_and_its_caption_stay_on_one_page(bare: Document) -> None:
    docx = write(with_pictures(bare, PICTURE))
    (shown,) = find(docx.body, "//w:p[.//*[local-name()='inline']]")
    caption = shown.getnext()
    assert caption is not None
    assert values(caption, ".//w:t/text()") == [CAPTION]
    assert values(shown, "w:pPr/w:keepNext/@w:val") == []
    assert len(find(shown, "w:pPr/w:keepNext")) == 1


def test_one_picture_shown_twice_is_in_the_file_once(bare: Document) -> None:
    appendix = Appendix("Phụ lục", "Biểu đồ", "(Kèm theo)", (PICTURE,))
    document = replace(with_pictures(bare, PICTURE), appendices=(appendix,))
    docx = write(document)
    names = [name for name in docx.names() if name.startswith("word/media/")]
    assert names == ["word/media/hinh1.png"]
    numbers = [node.get("id") for node in find(docx.body, "//*[local-name()='docPr']")]
    assert len(set(numbers)) == 2


def test_the_validators_accept_a_word_file_with_pictures(bare: Document, tmp_path: Path) -> None:
    path = tmp_path / "hinh.docx"
    path.write_bytes(write(with_pictures(bare, PICTURE, replace(PICTURE, caption=()))).data)
    assert oracles.openxml_audit_findings(path) == ""
    assert oracles.ooxml_validator_findings(path) == ""


@pytest.mark.parametrize("svg", [b"", SVG])
def test_a_picture_in_the_pdf_is_a_figure_with_its_words(bare: Document, svg: bytes) -> None:
    result = printed(with_pictures(bare, replace(PICTURE, svg=svg)))
    assert result.warnings == ()
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        (figure,) = figures(pdf)
        assert str(figure.Alt) == ALTERNATIVE
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3U"


def test_a_picture_as_high_as_a_page_leaves_room_for_its_caption(bare: Document) -> None:
    high = replace(PICTURE, png=png(10, 100), aspect=10.0, width=1.0)
    (extent,) = find(
        write(with_pictures(bare, high)).body, "//*[local-name()='inline']/*[local-name()='extent']"
    )
    assert int(extent.get("cy") or 0) / 12700 <= 0.8 * 729
    pages = pdf_pages(printed(with_pictures(bare, high)).data)
    assert ["KẾT QUẢ" in page for page in pages if CAPTION in page] == [True]


def test_markdown_tells_what_the_picture_shows(bare: Document) -> None:
    text = write_markdown(with_pictures(bare, PICTURE))
    assert f"*\\[Hình: {ALTERNATIVE}\\]*" in text
    assert f"*{CAPTION}*" in text


def test_captions_are_read_and_the_words_for_a_picture_are_not(bare: Document) -> None:
    passages = [one.text for one in manuscript_of(with_pictures(bare, PICTURE)).passages]
    assert CAPTION in passages
    assert ALTERNATIVE not in passages


def test_a_word_file_with_a_picture_is_read_back_without_it(bare: Document) -> None:
    data = write(with_pictures(bare, PICTURE)).data
    body = recognise(read_word(data, "hinh.docx")).document.body
    texts = [
        "".join(getattr(i, "value", "") for i in one.inlines)
        for one in body
        if isinstance(one, Paragraph)
    ]
    assert texts[-2:] == [CAPTION, "Hết./."]
    assert ALTERNATIVE not in texts
