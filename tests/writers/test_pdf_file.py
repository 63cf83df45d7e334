"""The file: archival, tagged, titled, with fonts in it, the same every time, closed to outside."""

import io
import logging
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from support.pdf_layout import pages
from support.printing import CREATED, frame, paragraph, printed

from reportgen.document.tree import Document, Text
from reportgen.problems import InputError, Severity
from reportgen.writers.assets import asset_address
from reportgen.writers.pdf import write_pdf
from reportgen.writers.pdf.assets import MemoryFetcher, RefusedAddressError
from reportgen.writers.pdf.fonts import find_fonts, needed_letters
from reportgen.writers.pdf.journal import problems_of

HOSTILE = (
    '& < > " \' {{ }} {% raw %} % _ * <b>đậm</b> <img src="file:///etc/passwd"> '
    "<img src=http://127.0.0.1:9/x.png> <style>*{display:none}</style> url(http://x/) "
    "<script>alert(1)</script> &lt; &amp;amp; ]]> <!-- --> \\ a_b 2*3*4"
)


@pytest.fixture
def pdf(sample: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed(sample).data))


def test_it_says_that_it_is_pdf_a_3u(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "U"
    assert pdf.pdf_version == "1.7"
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert pdf.trailer.ID is not None


def test_title_author_dates_and_language_agree_in_both_places(
    pdf: pikepdf.Pdf, sample: Document
) -> None:
    assert pdf.Root.Lang == "vi"
    assert str(pdf.docinfo["/Title"]) == sample.properties.title
    assert str(pdf.docinfo["/Author"]) == sample.properties.author
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20250919")
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == sample.properties.title
        assert metadata["dc:creator"] == [sample.properties.author]
        assert metadata["xmp:CreateDate"].startswith("2025-09-19T00:00:00")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def tags_of(node: Any) -> set[str]:
    """Every kind of element below `node` in the structure tree."""
    found: set[str] = set()
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found |= {str(kid.S), *tags_of(kid)}
    return found


def test_it_is_tagged_with_headings_paragraphs_and_tables(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    wanted = {"/Document", "/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/Link"}
    assert wanted <= tags_of(pdf.Root.StructTreeRoot)


def test_bookmarks_are_the_headings_with_their_labels_and_levels(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        below = [item.title for item in outline.root[0].children]
        deepest = [item.title for item in outline.root[0].children[1].children]
    assert tops == [
        "I. KẾT QUẢ CÁC MẶT CÔNG TÁC",
        "II. KHÓ KHĂN, VƯỚNG MẮC",
        "Phụ lục. Kết quả triển khai các mô hình",
    ]
    assert below == ["1. Chỉ đạo, triển khai thực hiện", "2. Tuyên truyền thực hiện Đề án"]
    assert deepest == ["2.1. Hạ tầng dịch vụ công"]


def test_every_font_is_embedded_and_readable_as_text(pdf: pikepdf.Pdf) -> None:
    fonts = [one for page in pdf.pages for one in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        (descendant,) = font.DescendantFonts
        assert "/FontFile2" in descendant.FontDescriptor
        assert "/ToUnicode" in font
        assert "Serif" in str(font.BaseFont) or "Times" in str(font.BaseFont)


def test_links_are_only_to_web_and_mail(bare: Document) -> None:
    addresses = ("https://dichvucong.gov.vn", "javascript:alert(1)", "file:///etc/passwd", "//x[")
    body = tuple(replace(paragraph("x"), inlines=(Text(a, link=a),)) for a in addresses)
    made = pikepdf.open(io.BytesIO(printed(replace(bare, body=body)).data))
    links = [str(note.A.URI) for page in made.pages for note in page.get("/Annots", [])]
    assert links == ["https://dichvucong.gov.vn"]


def test_the_same_document_gives_the_same_bytes(sample: Document) -> None:
    again = write_pdf(sample, frame(), CREATED)
    assert again.data == printed(sample).data
    later = write_pdf(sample, frame(), datetime(2025, 9, 20, tzinfo=UTC))
    assert later.data != again.data


def test_text_that_looks_like_markup_is_printed_as_text(bare: Document) -> None:
    (page,) = pages(printed(replace(bare, body=(paragraph(HOSTILE),))).data)
    assert "".join(HOSTILE.split()) in "".join(page.text.split())


def test_hostile_text_is_text_in_every_place(bare: Document) -> None:
    everywhere = replace(
        bare,
        letterhead=replace(bare.letterhead, superior=("<b>&CQ",), place_and_date="<i>&nơi"),
        title=replace(bare.title, kind="<u>&LOẠI", subject=(Text("<s>&trích"),)),
        recipients=((Text("- <a>&nhận;"),),),
        signatures=(replace(bare.signatures[0], position="<p>&CHỨC", name="<q>&Tên"),),
        properties=replace(bare.properties, title='</title><b>&"x'),
    )
    result = printed(everywhere)
    (page,) = pages(result.data)
    shown = "".join(page.text.split())
    for text in ("<B>&CQ", "<i>&nơi", "<U>&LOẠI", "<s>&trích", "<a>&nhận;", "<P>&CHỨC", "<q>&Tên"):
        assert text in shown
    opened = pikepdf.open(io.BytesIO(result.data))
    assert str(opened.docinfo["/Title"]) == '</title><b>&"x'


def test_a_letter_that_no_font_has_is_named_in_one_warning(bare: Document) -> None:
    body = (paragraph("Chữ \U0001325a và \U0001325b và \U0001325a."),)
    warnings = write_pdf(replace(bare, body=body), frame(), CREATED).warnings
    (warning,) = warnings
    assert warning.code == "PD002"
    assert warning.severity is Severity.WARNING
    assert "U+1325A" in warning.message
    assert warning.message.count("U+1325A") == 1
    assert "U+1325B" in warning.message


def test_a_frame_that_reaches_outside_is_refused_and_reported(
    bare: Document, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"x")
    reaching = replace(
        frame(),
        template=frame().template.replace("<main>", f'<main><img src="{secret.as_uri()}" alt="x">'),
        stylesheet=frame().stylesheet + '\n@import url("http://127.0.0.1:9/x.css");',
    )
    result = write_pdf(bare, reaching, CREATED)
    assert any("secret.png" in warning.message for warning in result.warnings)
    assert {warning.code for warning in result.warnings} == {"PD003"}


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "https://x/", "file:///etc/passwd", "data:text/css,x", "ftp://x/"],
)
def test_the_fetcher_refuses_every_address_but_its_assets(address: str) -> None:
    fetcher = MemoryFetcher({"regular": b"font"})
    assert fetcher(asset_address("regular")).read() == b"font"
    with pytest.raises(RefusedAddressError):
        fetcher(address)
    assert fetcher.refused == [address]


def test_a_fault_of_the_frame_is_an_error_that_names_the_file(bare: Document) -> None:
    for broken, code in (
        ("{{ khong_co }}", "MA097"),
        ("{% if %}", "MA098"),
        ("{{ 1/0 }}", "MA098"),
    ):
        with pytest.raises(InputError) as raised:
            write_pdf(bare, replace(frame(), template=broken), CREATED)
        (problem,) = raised.value.problems
        assert problem.code == code
        assert str(problem.place).startswith("khung.html")
        assert problem.hint


def test_a_frame_cannot_reach_the_programs_inside(bare: Document) -> None:
    reaching = replace(frame(), template="{{ kieu.__globals__ }}")
    with pytest.raises(InputError):
        write_pdf(bare, reaching, CREATED)


def test_the_result_names_the_font(sample: Document) -> None:
    assert printed(sample).font == find_fonts().description
    assert any(char.isalpha() for char in printed(sample).font)


def serif_without(tmp_path: Path, letters: str) -> Path:
    """A folder with copies of the font in use whose character maps lack some letters."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    names = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
    for face, data in find_fonts().faces.items():
        font = TTFont(io.BytesIO(data))
        for table in font["cmap"].tables:
            for letter in letters:
                table.cmap.pop(ord(letter), None)
        font.save(folder / f"LiberationSerif-{names[face]}.ttf")
    return folder


def test_a_family_is_not_taken_at_its_word_but_asked_for_its_letters(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    whole, lacking = serif_without(tmp_path / "whole", ""), serif_without(tmp_path, "ệ")
    assert find_fonts([whole]).family.name == "Liberation Serif"
    with pytest.raises(InputError) as raised:
        find_fonts([lacking])
    (problem,) = raised.value.problems
    assert problem.code == "PD001"
    assert "fonts-liberation2" in problem.hint


def test_a_whole_family_elsewhere_is_taken_over_a_lacking_one(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    lacking, whole = serif_without(tmp_path / "a", "ợ"), serif_without(tmp_path / "b", "")
    found = find_fonts([lacking, whole])
    assert all(data in {p.read_bytes() for p in whole.iterdir()} for data in found.faces.values())


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "times.ttf").write_bytes(b"no font")
    with pytest.raises(InputError):
        find_fonts([tmp_path, tmp_path / "missing"])


def test_all_letters_of_vietnamese_are_asked_for() -> None:
    letters = needed_letters()
    assert {"ạ", "Ặ", "ề", "Ỗ", "ư", "Ỹ", "đ", "Đ", "“", "–", "…"} <= letters
    assert len([one for one in letters if one.isalpha() and not one.isascii()]) == 134


def test_what_the_engine_says_becomes_problems_without_its_advice() -> None:
    said = [
        "Using fontTools instead of HarfBuzz-Subset for font x. This will be unsupported",
        "Ignored `x: y` at 1:2, unknown property.",
        "Ignored `x: y` at 1:2, unknown property.",
    ]
    (problem,) = problems_of(said)
    assert problem.code == "PD003"
    assert "unknown property" in problem.message


def test_the_engines_log_is_left_as_it_was(bare: Document) -> None:
    logger = logging.getLogger("weasyprint")
    before = list(logger.handlers)
    write_pdf(bare, frame(), CREATED)
    assert logger.handlers == before
