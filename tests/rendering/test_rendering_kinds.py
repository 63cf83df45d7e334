"""Every kind of document of the decree, from the template `van_ban`: one example each."""

import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from support import oracles
from support.readers import mammoth_text, pdf_pages, words

from reportgen.dossier import KINDS
from reportgen.problems import InputError
from reportgen.rendering import Format, Rendered, render

Write = Callable[..., Path]
Golden = Callable[[Path, str], None]
FOLDER = Path(__file__).resolve().parents[2] / "examples/van_ban"
EXAMPLES = {path.stem: path for path in sorted(FOLDER.glob("*.yaml")) if path.stem != "don_vi"}
SYMBOLS = {
    "nghi_quyet": "NQ", "quyet_dinh": "QĐ", "chi_thi": "CT", "quy_che": "QC", "quy_dinh": "QyĐ",
    "thong_cao": "TC", "thong_bao": "TB", "huong_dan": "HD", "chuong_trinh": "CTr",
    "ke_hoach": "KH", "phuong_an": "PA", "de_an": "ĐA", "du_an": "DA", "bao_cao": "BC",
    "bien_ban": "BB", "to_trinh": "TTr", "hop_dong": "HĐ", "cong_dien": "CĐ",
    "ban_ghi_nho": "BGN", "ban_thoa_thuan": "BTT", "giay_uy_quyen": "GUQ", "giay_moi": "GM",
    "giay_gioi_thieu": "GGT", "giay_nghi_phep": "GNP", "phieu_gui": "PG", "phieu_chuyen": "PC",
    "phieu_bao": "PB",
}  # fmt: skip

# What the forms of some kinds print, and the optional components shown in each.
PRINTED = {
    "bien_ban": ("THƯ KÝ", "CHỦ TỌA"),
    "cong_dien": ("HỎA TỐC", "tỉnh Khánh Hòa điện:"),
    "giay_gioi_thieu": ("trân trọng giới thiệu:", "Đại tá Nguyễn Văn A"),
    "giay_moi": ("KHẨN", "trân trọng kính mời:", "Trang thông tin điện tử"),
    "ke_hoach": ("PL.(300)", "PHÂN CÔNG NHIỆM VỤ"),
    "phuong_an": ("LƯU HÀNH NỘI BỘ", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "quyet_dinh": ("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "QUYẾT ĐỊNH:", "Điều 3.", "- Như Điều 3;"),
    "to_trinh": ("Kính gửi:", "07/TTr-SKHCN", "Q. GIÁM ĐỐC"),
}


@cache
def printed(kind: str) -> Rendered:
    return render(EXAMPLES[kind], (Format.DOCX, Format.PDF))


def markdown(path: Path) -> Rendered:
    return render(path, (Format.MARKDOWN,))


def text(path: Path) -> str:
    return markdown(path).files[Format.MARKDOWN].decode("utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Write:
    """Writes a dossier of a few lines beside the examples' profile."""
    shutil.copy(FOLDER / "don_vi.yaml", tmp_path)

    def write(kind: str, more: str = "") -> Path:
        path = tmp_path / "van_ban.yaml"
        head = f"mau: van_ban\nloai: {kind}\nso: 7\ntrich_yeu: Về việc thử\n"
        path.write_text(f"{head}{more}noi_dung:\n  toan_van: Nội dung.\n", encoding="utf-8")
        return path

    return write


def test_every_kind_but_the_letter_has_its_example() -> None:
    assert set(EXAMPLES) == set(KINDS) - {"cong_van"}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_example_reads_as_last_read(kind: str, golden: Golden) -> None:
    rendered = markdown(EXAMPLES[kind])
    assert rendered.warnings == ()
    text = rendered.files[Format.MARKDOWN].decode("utf-8")
    assert text == golden(FOLDER / f"{kind}.md", text)


@pytest.mark.parametrize(("kind", "abbreviation"), SYMBOLS.items())
def test_the_symbol_follows_from_the_kind(kind: str, abbreviation: str, small: Write) -> None:
    assert f"\nSố: 07/{abbreviation}-UBND\n" in text(small(kind))


def test_a_letter_has_its_field_in_the_symbol_and_no_title(small: Write) -> None:
    written = text(small("cong_van", "linh_vuc: KGVX\n"))
    assert "\nSố: 07/UBND-KGVX\n" in written
    assert "CÔNG VĂN" not in written


def test_a_public_letter_bears_no_number(small: Write) -> None:
    assert "Số:" not in text(small("thu_cong"))


@pytest.mark.parametrize(("kind", "abbreviation"), SYMBOLS.items())
def test_a_symbol_of_another_kind_is_refused(kind: str, abbreviation: str, small: Write) -> None:
    wrong = "BC" if kind != "bao_cao" else "TTr"
    with pytest.raises(InputError) as caught:
        markdown(small(kind, f"ky_hieu: {wrong}-UBND\n"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("HS026", f"viết: {abbreviation}-UBND")
    assert problem.place is not None
    assert problem.place.line == 5


def test_a_document_without_kind_is_told_to_name_it(small: Write) -> None:
    path = small("to_trinh")
    path.write_text(path.read_text("utf-8").replace("loai: to_trinh\n", ""), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        markdown(path)
    assert [problem.hint for problem in caught.value.problems] == [
        "ghi loai trong hồ sơ, ví dụ loai: to_trinh"
    ]


def test_a_key_of_another_kind_is_refused(small: Write) -> None:
    path = small("to_trinh")
    path.write_text(path.read_text("utf-8") + "  thoi_gian: 08 giờ 00\n", encoding="utf-8")
    with pytest.raises(InputError, match="mẫu không có khối “thoi_gian”"):
        markdown(path)


@pytest.mark.parametrize(("kind", "parts"), PRINTED.items())
def test_the_pdf_has_every_part_of_the_form_and_every_word_of_the_docx(
    kind: str, parts: tuple[str, ...]
) -> None:
    files = printed(kind).files
    pages = pdf_pages(files[Format.PDF])
    assert len(pages) == (2 if kind == "ke_hoach" else 1)
    shown = " ".join(" ".join(pages).split())
    assert [part for part in parts if part not in shown] == []
    assert words(mammoth_text(files[Format.DOCX])) - words(shown) == Counter()


@pytest.mark.parametrize("kind", ["bien_ban", "cong_dien", "giay_moi", "ke_hoach"])
def test_both_ooxml_validators_accept_the_docx(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(printed(kind).files[Format.DOCX])
    assert oracles.openxml_audit_findings(path) == ""
    assert oracles.ooxml_validator_findings(path) == ""
