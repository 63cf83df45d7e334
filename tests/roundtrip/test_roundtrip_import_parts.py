"""What an import makes of the parts of a Word file: components, labels, tables, leftovers."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.imports import import_into
from support.oracles import ROOT
from support.word_files import docx, p

from reportgen.building import search_path
from reportgen.checks.periods import period_in
from reportgen.cli.main import run
from reportgen.document.inlines import plain_text
from reportgen.document.tree import Heading, Paragraph, Table, Text
from reportgen.dossier import load_dossier
from reportgen.drafting import load_template
from reportgen.periods.open_sections import open_sections
from reportgen.problems import InputError
from reportgen.rendering import Format, render
from reportgen.roundtrip.importing.outline import cut, slug
from reportgen.roundtrip.importing.particulars import Value, period_value
from reportgen.roundtrip.importing.schemes import scheme_of
from reportgen.roundtrip.importing.yaml_text import block, scalar

HEAD = "".join(
    p(text)
    for text in (
        "UBND TỈNH KHÁNH HÒA",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-SNV",
        "Khánh Hòa, ngày 05 tháng 10 năm 2025",
        "BÁO CÁO",
        "Kết quả cải cách hành chính tháng 9 năm 2025",
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(Từ ngày 16/8/2025 đến ngày 15/9/2025)", {"tu": "16/8/2025", "den": "15/9/2025"}),
        ("Kết quả tháng 9/2025", "9/2025"),
        ("Kết quả tháng 09 năm 2025", "9/2025"),
        ("Kế hoạch quý IV/2025", "quý IV/2025"),
        ("Báo cáo quý 2 năm 2026", "quý II/2026"),
        ("Báo cáo 6 tháng đầu năm 2025", {"tu": "1/1/2025", "den": "30/6/2025"}),
        ("Tổng kết công tác năm 2025", "2025"),
        ("(từ 01/01 đến 31/3/2025)", "quý I/2025"),
    ],
)
def test_a_period_is_written_as_short_as_a_dossier_has_it(text: str, value: Value) -> None:
    period = period_in(text)
    assert period is not None
    assert period_value(*period) == value


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 400))
def test_any_period_is_read_back_by_the_dossier(first: date, days: int) -> None:
    from reportgen.dossier import Period

    last = date.fromordinal(first.toordinal() + days)
    period = Period.model_validate(period_value(first, last))
    assert (period.tu, period.den) == (first, last)


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" :#-'\"{}[]|>&*%@")))
def test_any_text_is_read_back_from_yaml(text: str) -> None:
    line = " ".join(text.split())
    assert yaml.load(f"a: {scalar(line)}", yaml.BaseLoader)["a"] == line
    if line:
        read = yaml.load(f"a: {block(line, 2)}", yaml.BaseLoader)["a"]
        assert read.rstrip("\n") == line


@pytest.mark.parametrize(
    ("labels", "scheme"),
    [
        ([(1, "I."), (2, "1."), (3, "a)"), (3, "b)")], ("I.", "1.", "a)")),
        ([(1, "1."), (2, "1.1."), (2, "1.2."), (1, "2.")], ("1.", "1.1.")),
        ([(1, "A."), (2, "I."), (2, "II."), (1, "B.")], ("A.", "I.")),
        ([(1, "Điều 1."), (2, "1."), (2, "2."), (1, "Điều 2.")], ("Điều 1.", "1.")),
        ([(1, "I/"), (1, "II/"), (2, "(1)"), (2, "(2)")], ("I/", "(1)")),
        ([(1, "c)"), (1, "d)"), (1, "đ)")], ("a)",)),
    ],
)
def test_the_label_scheme_is_that_of_the_document(
    labels: list[tuple[int, str]], scheme: tuple[str, ...]
) -> None:
    blocks = [Heading(level, label, (Text("Mục"),)) for level, label in labels]
    assert scheme_of([blocks]) == scheme


def test_keys_are_slugs_and_no_two_are_alike() -> None:
    headings = [Heading(1, "I.", (Text("Kết quả"),)), Heading(1, "II.", (Text("Kết quả"),))]
    assert [part.key for part in cut(headings)] == ["ket_qua", "ket_qua_2"]
    assert slug("10 nhiệm vụ", ()) == "muc_10_nhiem_vu"
    assert slug("For", ()) == "muc_for"


def test_headings_stay_in_the_template_and_the_month_in_the_dossier(tmp_path: Path) -> None:
    body = (
        p("Sở Nội vụ báo cáo như sau:")
        + p("I. KẾT QUẢ", run="<w:b/>")
        + p("1. Thể chế:", run="<w:b/>")
        + p("Đã ban hành 3 văn bản.")
        + p("2. Thủ tục hành chính", run="<w:b/>")
        + p("a) Đã giải quyết 120/125 hồ sơ, đạt 96%.")
        + p("b) Còn lại 5 hồ sơ.")
        + p("II. KHÓ KHĂN", run="<w:b/>")
        + p("Không phát sinh.")
        + p("Trên đây là báo cáo tháng 9 của Sở Nội vụ./.")
    )
    made = import_into(tmp_path / "ho_so", docx(HEAD + body))
    dossier = yaml.load(made.text("bao_cao.yaml"), yaml.BaseLoader)
    assert list(dossier["noi_dung"]) == [
        "mo_dau",
        "the_che_mo_dau",
        "thu_tuc_hanh_chinh",
        "kho_khan",
        "loi_ket",
    ]
    assert dossier["ky"] == "9/2025"
    template = made.text(f"mau/{dossier['mau']}/noi_dung.md")
    assert "## Thủ tục hành chính" in template
    assert "hồ sơ" not in template
    assert dossier["noi_dung"]["thu_tuc_hanh_chinh"].startswith("###. Đã giải quyết {{ ct.")
    texts = [plain_text(one.inlines) for one in made.document().body if isinstance(one, Paragraph)]
    assert texts[-1] == "Trên đây là báo cáo tháng 9 của Sở Nội vụ./."


def test_labels_that_do_not_count_on_stand_in_brackets(tmp_path: Path) -> None:
    titles = ("I. KẾT QUẢ", "III. KHÓ KHĂN", "IV. KIẾN NGHỊ")
    body = "".join(p(title, run="<w:b/>") + p("Không có.") for title in titles)
    made = import_into(tmp_path / "ho_so", docx(HEAD + body))
    labels = [one.label for one in made.document().body if isinstance(one, Heading)]
    assert labels == ["I.", "III.", "IV."]


def test_merged_cells_and_rows_of_titles_come_back_as_they_were(tmp_path: Path) -> None:
    def cell(text: str, span: str = "") -> str:
        return f"<w:tc><w:tcPr>{span}</w:tcPr>{p(text)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    tall, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        f"<w:tr>{cell('TT', tall)}{cell('Hồ sơ', wide)}</w:tr>",
        f"<w:tr>{cell('', on)}{cell('Nhận')}{cell('Trả')}</w:tr>",
        f"<w:tr>{cell('1')}{cell('12.340')}{cell('11.002')}</w:tr>",
    )
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
    borders = "<w:tblBorders>" + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = f"<w:tbl><w:tblPr>{borders}</w:tblBorders></w:tblPr>{grid}{''.join(rows)}</w:tbl>"
    made = import_into(tmp_path / "ho_so", docx(HEAD + p("Bảng sau:") + table + p("Hết.")))
    (printed,) = (one for one in made.document().body if isinstance(one, Table))
    shapes = [
        [(plain_text(one.blocks[0].inlines), one.column_span, one.row_span) for one in row]
        for row in (*printed.header, *printed.rows)
    ]
    assert shapes == [
        [("TT", 1, 2), ("Hồ sơ", 2, 1)],
        [("Nhận", 1, 1), ("Trả", 1, 1)],
        [("1", 1, 1), ("12.340", 1, 1), ("11.002", 1, 1)],
    ]
    assert not any("ô nhiều đoạn" in remark for remark in made.imported.remarks)


def test_a_profile_that_is_there_is_used_and_what_differs_laid_over_it(tmp_path: Path) -> None:
    data = render(ROOT / "data/khanh_hoa/2025-09/bao_cao.yaml", [Format.DOCX]).files[Format.DOCX]
    profile = (ROOT / "data/khanh_hoa/don_vi.yaml").read_text(encoding="utf-8")
    (tmp_path / "don_vi.yaml").write_text(
        profile.replace("ho_ten: Nguyễn Khắc Toàn", "ho_ten: Nguyễn Văn A"), encoding="utf-8"
    )
    made = import_into(tmp_path / "2025-09", data)
    assert "don_vi.yaml" not in made.imported.files
    assert any(name.startswith("../mau/") for name in made.imported.files)
    over = yaml.load(made.text("bao_cao.yaml"), yaml.BaseLoader)["ghi_de_don_vi"]
    assert over == {
        "nguoi_ky": {
            "quyen_han": "TM. BAN CHỈ ĐẠO",
            "chuc_vu": "TRƯỞNG BAN",
            "chuc_danh": "CHỦ TỊCH UBND TỈNH",
            "ho_ten": "Nguyễn Khắc Toàn",
        }
    }
    assert load_dossier(made.dossier).dossier.profile.nguoi_ky.ho_ten == "Nguyễn Khắc Toàn"


def test_a_file_without_any_component_becomes_a_dossier_that_says_what_is_missing(
    tmp_path: Path,
) -> None:
    made = import_into(tmp_path / "ho_so", docx(p("Một đoạn chữ.") + p("Đoạn nữa.")))
    assert not made.imported.faults
    texts = [plain_text(one.inlines) for one in made.document().body if isinstance(one, Paragraph)]
    assert texts == ["Một đoạn chữ.", "Đoạn nữa."]
    assert {line for line in made.imported.confirm if "người ký" in line}


def test_an_appendix_that_is_spoken_of_but_not_there_is_left_open(tmp_path: Path) -> None:
    made = import_into(tmp_path / "ho_so", docx(HEAD + p("Chi tiết tại Phụ lục kèm theo.")))
    assert not made.imported.faults
    assert len(made.document().appendices) == 1


def test_a_line_that_no_official_document_prints_is_listed(tmp_path: Path) -> None:
    head = HEAD.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    made = import_into(tmp_path / "ho_so", docx(head + p("Nội dung.")))
    told = " ".join(one.text for one in made.imported.leftovers)
    printed = " ".join(
        plain_text(x.inlines) for x in made.document().body if isinstance(x, Paragraph)
    )
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in f"{told} {printed}"


def test_the_next_month_opens_every_section_of_an_imported_report(tmp_path: Path) -> None:
    data = render(ROOT / "data/khanh_hoa/2025-09/bao_cao.yaml", [Format.DOCX]).files[Format.DOCX]
    made = import_into(tmp_path / "2025-09", data)
    dossier = load_dossier(made.dossier).dossier
    # The profile lies in the new folder, beside its templates.
    target = tmp_path / "2025-09" / "2025-10"
    command = ["new", dossier.mau, "--from", str(made.dossier), "--output", str(target)]
    assert run(command) == 0
    moved = load_dossier(target / "bao_cao.yaml").dossier
    assert moved.ky is not None
    assert (moved.ky.tu, moved.ky.den) == (date(2025, 9, 16), date(2025, 10, 15))
    template = load_template(moved.mau, search_path((), moved), None, "bao_cao")
    opened = {one.key for one in open_sections(moved, template)}
    assert opened >= set(dossier.noi_dung) - {"loi_ket"}
    assert all(one.thuc_hien is None for one in moved.indicators.values())


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        import_into(tmp_path / "ho_so", b"%PDF-1.7 khong phai Word")
    assert {problem.code[:2] for problem in refused.value.problems} == {"WF"}
