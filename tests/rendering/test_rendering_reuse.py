"""Templates in the hands of provinces that did not write them: a month of Lào Cai, a plan of Khánh
Hòa."""

import re
from functools import cache
from pathlib import Path

import pytest
from support.docx_parts import FRAME, Docx, number
from support.readers import mammoth_text, pdf_pages, words

from reportgen.dossier import load_dossier
from reportgen.rendering import Format, Rendered, render
from reportgen.template_check import check

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
OFFICE = ROOT / "data/lao_cai"
DOSSIERS = {
    "lao_cai_2025-09": OFFICE / "2025-09/bao_cao.yaml",
    "khanh_hoa_2025-q4": ROOT / "data/khanh_hoa/2025-q4/ke_hoach.yaml",
}
both = pytest.mark.parametrize("name", DOSSIERS)


@cache
def rendered(name: str) -> Rendered:
    return render(DOSSIERS[name], tuple(Format))


def markdown(name: str) -> str:
    return rendered(name).files[Format.MARKDOWN].decode("utf-8")


@both
def test_the_wording_is_the_one_last_read(name: str, golden) -> None:
    assert markdown(name) == golden(GOLDEN / f"{name}.md", markdown(name))


@both
def test_nothing_is_left_to_warn_of(name: str) -> None:
    assert rendered(name).warnings == ()


@both
def test_the_pdf_has_every_word_of_the_docx(name: str) -> None:
    wanted = words(mammoth_text(rendered(name).files[Format.DOCX]))
    printed = words(" ".join(pdf_pages(rendered(name).files[Format.PDF])))
    assert not wanted - printed


@both
def test_the_dossier_says_that_it_is_no_real_document(name: str) -> None:
    files = [DOSSIERS[name], *DOSSIERS[name].parent.glob("*.csv")]
    assert len(files) > 1
    for file in files:
        assert "MINH HỌA" in file.read_text(encoding="utf-8").split("\n")[0]
    assert load_dossier(DOSSIERS[name]).dossier.profile.nguoi_ky.ho_ten == "Nguyễn Văn A"


@pytest.mark.parametrize(
    ("name", "other"), [("lao_cai_2025-09", "Khánh Hòa"), ("khanh_hoa_2025-q4", "Lào Cai")]
)
def test_the_province_that_wrote_the_template_is_not_named(name: str, other: str) -> None:
    assert other.casefold() not in markdown(name).casefold()


@pytest.mark.parametrize(
    ("name", "symbol", "place"),
    [
        ("lao_cai_2025-09", "/BC-BCĐ", "*Lào Cai, ngày"),
        ("khanh_hoa_2025-q4", "/KH-BCĐ", "*Khánh Hòa, ngày"),
    ],
)
def test_place_and_symbol_are_the_provinces_own(name: str, symbol: str, place: str) -> None:
    assert symbol in markdown(name)
    assert place in markdown(name)


def test_lao_cai_numbers_its_parts_its_own_way_and_has_its_own_recipients() -> None:
    text = markdown("lao_cai_2025-09")
    assert "#### 1.1. Nổi bật trong kỳ báo cáo:" in text
    assert re.search(r"^a\) ", text, re.MULTILINE) is None
    assert "- Lưu: VT, NC." in text


def test_lao_cai_words_one_section_itself_and_takes_the_others_as_they_are() -> None:
    text = markdown("lao_cai_2025-09")
    assert "tiếng Mông, tiếng Dao, tiếng Tày" in text
    assert "thôn đảo" not in text
    assert "tàu cá" not in text
    assert "**3. Về hoàn thiện thể chế:** không phát sinh." in text


def test_lao_cais_document_has_the_look_of_its_own_frame() -> None:
    own = Docx(rendered("lao_cai_2025-09").files[Format.DOCX])
    built_in = Docx(FRAME.read_bytes())
    path = "w:pPr/w:spacing/@w:before"
    assert number(own.style("Body Text"), path) > number(built_in.style("Body Text"), path)


def test_lao_cais_template_and_frame_have_no_fault() -> None:
    assert check(OFFICE / "mau").problems == ()
    template = OFFICE / "mau/bao_cao_thang"
    assert check(template, dossiers=[DOSSIERS["lao_cai_2025-09"]]).problems == ()
