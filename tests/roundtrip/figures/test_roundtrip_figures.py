"""Figures of a text become indicators only where the text is printed again as it stood."""

import csv
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.dossier import Indicator
from reportgen.dossier.indicators import read_indicators
from reportgen.drafting.context import Indicators
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.printing import print_wording
from reportgen.problems import Place, Problem
from reportgen.rendering import Format, render
from reportgen.roundtrip.figures import COLUMNS, IndicatorRow, Offered, offer_indicators

ROOT = Path(__file__).parents[3]
SEPTEMBER = ROOT / "data/khanh_hoa/2025-09/bao_cao.yaml"


def printed(passage: str, indicators: dict[str, Indicator]) -> str:
    parsed = parse_narrative(passage, Place(""))
    return print_wording(parsed.wording, {"ct": Indicators(indicators)}).text


def loaded(rows: tuple[IndicatorRow, ...], folder: Path) -> dict[str, Indicator]:
    """The rows as a dossier reads them from `chi_tieu.csv`, without a single complaint."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.cells() for row in rows)
    path = folder / "chi_tieu.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    problems: list[Problem] = []
    found = read_indicators([(path, None)], problems)
    assert problems == []
    return found


def offered(sentence: str, context: str = "") -> Offered:
    return offer_indicators([sentence], [context])


def values(row: IndicatorRow) -> tuple[str, str, str]:
    return row.thuc_hien, row.tong_so, row.don_vi_tinh


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        (
            "Đã cấp: 2.000.680/2.215.460 công dân thường trú - đạt tỷ lệ 90,31%;",
            "Đã cấp: {{ ct.a | ti_so }} công dân thường trú - đạt tỷ lệ {{ ct.a | ti_le }};",
        ),
        (
            "Thu nhận: 1.365.565/1.816.581 tài khoản mức độ 2 (đạt 75%)",
            "Thu nhận: {{ ct.a | ti_so }} tài khoản mức độ 2 (đạt {{ ct.a | ti_le(0) }})",
        ),
        (
            "tổng số chuyến có hành khách checkin qua VNeID: 1.103/1.350, tỷ lệ 81,7%",
            "tổng số chuyến có hành khách checkin qua VNeID: {{ ct.a | ti_so }}, tỷ lệ "
            "{{ ct.a | ti_le }}",
        ),
        (
            "đối tượng bảo trợ: làm sạch dữ liệu đạt 89,81% (85.217/94.887)",
            "đối tượng bảo trợ: làm sạch dữ liệu đạt {{ ct.a | ti_le }} ({{ ct.a | ti_so }})",
        ),
        (
            "Đã làm sạch 85.217 trong tổng số 94.887 đối tượng.",
            "Đã làm sạch {{ ct.a | so }} trong tổng số {{ ct.a.tong_so | so }} đối tượng.",
        ),
        (
            "đã giải quyết 05/09 vụ việc (55,6%)",
            "đã giải quyết {{ ct.a | dem }}/{{ ct.a.tong_so | dem }} vụ việc "
            "({{ ct.a | ti_le(1) }})",
        ),
        (
            "Tòa án đã số hóa 59.394 hồ sơ (đạt 100%).",
            "Tòa án đã số hóa {{ ct.a | so }} hồ sơ (đạt {{ ct.a | ti_le }}).",
        ),
        ("thu nhận **79.591** hồ sơ", "thu nhận **{{ ct.a | so }}** hồ sơ"),
        ("ban hành 02 quyết định về kiểm tra", "ban hành {{ ct.a | dem }} quyết định về kiểm tra"),
        ("đã chi trả trên 14,4 tỷ đồng", "đã chi trả trên {{ ct.a | so }} tỷ đồng"),
        ("100% thôn phủ sóng 4G", "{{ ct.a | ti_le }} thôn phủ sóng 4G"),
        ("nhiệt độ giảm -5,5 độ", "nhiệt độ giảm {{ ct.a | so }} độ"),
        (
            "được phủ sóng^[Gồm 376 thôn đã có cáp quang.] toàn tỉnh",
            "được phủ sóng^[Gồm {{ ct.a | so }} thôn đã có cáp quang.] toàn tỉnh",
        ),
        ("[^cap]: Đã cấp 4.116 tài khoản.", "[^cap]: Đã cấp {{ ct.a | so }} tài khoản."),
        (
            "| Đơn vị | Kết quả |\n|---|---|\n| Sở Y tế | đã cấp 1.250 thẻ |",
            "| Đơn vị | Kết quả |\n|---|---|\n| Sở Y tế | đã cấp {{ ct.a | so }} thẻ |",
        ),
    ],
)
def test_a_figure_becomes_a_formula_of_one_indicator(sentence: str, passage: str) -> None:
    found = offered(sentence)
    assert len(found.rows) == 1
    assert found.passages[0].replace(f"ct.{found.rows[0].ma}", "ct.a") == passage


@pytest.mark.parametrize(
    "sentence",
    [
        "Kế hoạch số 2943/KH-UBND ngày 29/8/2025 và Nghị định số 30/2020/NĐ-CP",
        "theo khoản 2 Điều 5 và Đề án 06, giai đoạn 2022-2025",
        "## Kết quả 12 nhiệm vụ trọng tâm",
        "-> QUY ĐỊNH 12 nội dung <-",
        "họp lúc 14 giờ 30, điện thoại 0258 3822 229",
        "xem <https://dichvucong.gov.vn/123> và [^12]",
        "{{ ct.cu | so }} hồ sơ của {{ ct.cu.tong_so | so }} hồ sơ",
        "kỷ niệm 80 năm Cách mạng, cao điểm 90 ngày đêm",
        "chính quyền địa phương 2 cấp",
        "Chính sách phí “0 đồng” cho người dân",
        "(5) Mô hình 3: Xây dựng tối thiểu 20 dịch vụ công không dùng giấy;",
        "từ 12 - 15% hộ dân, từ 5 đến 7 ngày làm việc",
        "đã có 1365565 hồ sơ",
        "đạt 90,30% dân số",
        "đạt tỷ lệ 90.31% dân số",
        "đã nhập 12.35 thẻ",
        "| TT | Xã | Số hộ |\n|---|---|---|\n| 1 | Vĩnh Hải | 1.250 |",
        "1.250",
        "",
    ],
)
def test_what_is_no_figure_or_would_print_otherwise_stays(sentence: str) -> None:
    found = offered(sentence)
    assert found.passages == (sentence,)
    assert found.rows == ()


@pytest.mark.parametrize(
    ("sentence", "name", "code", "row"),
    [
        (
            "đã thu nhận và truyền lên Hệ thống 79.591 hồ sơ",
            "Hồ sơ đã thu nhận và truyền lên Hệ thống",
            "ho_so_thu_nhan_truyen",
            ("79591", "", "hồ sơ"),
        ),
        (
            "7.730/7.743 trường hợp nhận Bảo hiểm thất nghiệp (đạt tỷ lệ 99,8%)",
            "Trường hợp nhận Bảo hiểm thất nghiệp",
            "truong_hop_nhan_bhtn",
            ("7730", "7743", "trường hợp"),
        ),
        (
            "- Thu nhận, kích hoạt: 1.365.565/1.816.581 tài khoản mức độ 2",
            "Tài khoản mức độ 2 (thu nhận, kích hoạt)",
            "tai_khoan_muc_do_2",
            ("1365565", "1816581", "tài khoản"),
        ),
        (
            "tỷ lệ dân số được phủ sóng mạng di động 5G là 51%",
            "Tỷ lệ dân số được phủ sóng mạng di động 5G",
            "ti_le_dan_phu_song_mang_di",
            ("51%", "", ""),
        ),
        (
            "đảm bảo cắt giảm ít nhất 30% thời gian giải quyết TTHC",
            "Tỷ lệ cắt giảm thời gian giải quyết TTHC",
            "ti_le_cat_giam_thoi_gian",
            ("30%", "", ""),
        ),
        (
            "đã chi trả số tiền trên 210 tỉ đồng",
            "Số tiền đã chi trả",
            "so_tien_chi_tra",
            ("210", "", "tỷ đồng"),
        ),
        (
            "Đối tượng trẻ em: cập nhật thông tin và có mã định danh đạt 93,66% (393.249/419.886)",
            "Đối tượng trẻ em: cập nhật thông tin và có mã định danh",
            "doi_tuong_tre_em",
            ("393249", "419886", ""),
        ),
        (
            "Trong tháng 9/2025, đã tiếp nhận 58.455 hồ sơ",
            "Hồ sơ đã tiếp nhận, trong kỳ",
            "ho_so_tiep_nhan_ky",
            ("58455", "", "hồ sơ"),
        ),
        (
            "diện tích trồng mới 1,234 ha rừng",
            "Diện tích trồng mới",
            "dien_tich_trong_moi",
            ("1,2340", "", "ha"),
        ),
    ],
)
def test_a_row_is_named_by_the_words_around_its_figure(
    sentence: str, name: str, code: str, row: tuple[str, str, str]
) -> None:
    (found,) = offered(sentence).rows
    assert (found.ten, found.ma, values(found)) == (name, code, row)


def test_parts_are_named_with_what_they_are_parts_of() -> None:
    text = "có 2.156 TTHC gồm: Sở Tư pháp (06 thủ tục), Công an tỉnh (19 thủ tục)"
    names = [row.ten for row in offered(text, "Dịch vụ công").rows]
    assert names == ["TTHC, dịch vụ công", "Sở Tư pháp, TTHC", "Công an tỉnh, TTHC"]


def test_a_cell_is_named_with_its_row_and_column() -> None:
    table = "| Đơn vị | Thẻ đã cấp |\n|---|---|\n| Sở Y tế | đạt 1.250/1.300 |"
    (row,) = offered(table).rows
    assert row.ten == "Sở Y tế, Thẻ đã cấp"


def test_the_same_value_under_other_words_is_another_indicator() -> None:
    two = "chi trả cho 57.241 trường hợp hưu trí; hỗ trợ cho 57.241 đối tượng bảo trợ xã hội"
    assert [row.thuc_hien for row in offered(two).rows] == ["57241", "57241"]
    same = "Trường hợp nhận lương hưu: 57.241; trường hợp nhận lương hưu: 57.241"
    assert len(offered(same).rows) == 1


def test_codes_are_unique_and_the_same_each_time() -> None:
    passages = ["đã cấp 12.000 thẻ đảng viên", "đã cấp 13.000 thẻ đảng viên"] * 3
    found = offer_indicators(passages)
    codes = [row.ma for row in found.rows]
    assert codes == ["the_dang_vien_cap", "the_dang_vien_cap_2"]
    assert offer_indicators(passages) == found


def test_a_percentage_that_does_not_fit_is_told_by_itself_with_the_arithmetic() -> None:
    found = offered("làm sạch dữ liệu đạt 89% (85.217/94.887)")
    rate, count = sorted(found.rows, key=lambda row: row.thuc_hien, reverse=True)
    assert (rate.thuc_hien, count.thuc_hien, count.tong_so) == ("89%", "85217", "94887")
    (doubt,) = found.doubts
    assert (doubt.text, doubt.ma, doubt.passage) == ("89%", rate.ma, 0)
    assert "85.217 : 94.887 = 89,81%, không phải 89%" in doubt.message


def test_a_figure_written_with_a_slip_stays_and_is_doubted() -> None:
    found = offered("định danh cho 12.597/15.16 cơ quan, hội viên: 24,765; 12.345 thẻ")
    assert [doubt.text for doubt in found.doubts] == ["12.597/15.16", "24,765"]
    assert "24.765 hoặc 24,765" in found.doubts[1].message
    assert [row.thuc_hien for row in found.rows] == ["24,7650", "12345"]
    assert found.passages[0].startswith("định danh cho 12.597/15.16 cơ quan")


def test_two_digits_are_a_count_where_the_document_pads_counts() -> None:
    padded = offer_indicators(["dừng 08 mô hình cũ", "lắp đặt 12 kiosk tự phục vụ"])
    assert "| dem }}" in padded.passages[1]
    assert "| so }}" in offered("lắp đặt 12 kiosk tự phục vụ").passages[0]


_PIECES = st.sampled_from(
    """1.365.565/1.816.581|đạt 75,17%|(|89%)|hồ sơ|02 quyết định|{{|}}|{{ ct.a | so }}|^[|]|[^a]|*
    |**|\\|{|}|"|'|trong đó|gồm:|;|. |, |tỷ đồng|14,4|đã cấp|1 365 565|-5%|5 %|(đạt 100%)|“|”|:|%
    |85.217 trong tổng số 94.887|<https://a.vn/5>|…|./.|## |###. |-> | <-|9/9|tháng 9/2025|0|1.
    """.replace("\n    ", "").split("|")
) | st.sampled_from(["\n", "\n\n", "|", "| a | b |\n|---|---|\n| x 12 hồ sơ | 5 |\n", " ", "\r\n"])


@given(st.lists(st.text(max_size=60) | st.lists(_PIECES, max_size=20).map(" ".join), max_size=3))
@example(["\\{{ 5 hồ sơ }} 12 thẻ", "{12 thẻ}", "{{ 'a 12 thẻ }} 13 thẻ '"])
@example(["*12* thẻ và \\*13 thẻ, C:\\14 thẻ"])
def test_any_text_prints_again_as_it_stood(passages: list[str]) -> None:
    found = offer_indicators(passages)
    with TemporaryDirectory() as folder:
        indicators = loaded(found.rows, Path(folder)) if found.rows else {}
    assert list(indicators) == [row.ma for row in found.rows]
    for passage, before in zip(found.passages, passages, strict=True):
        assert printed(passage, indicators) == printed(before, {})


def test_the_september_report_is_offered_nearly_whole(tmp_path: Path) -> None:
    rendered = render(SEPTEMBER, [Format.MARKDOWN])
    text = next(iter(rendered.files.values())).decode("utf-8")
    passages = [one for one in re.split(r"\n\s*\n", text) if not one.startswith("|")]
    found = offer_indicators(passages)
    indicators = loaded(found.rows, tmp_path)
    assert [printed(one, indicators) for one in found.passages] == [
        printed(one, {}) for one in passages
    ]
    pairs = re.findall(r"(?<![\d/])\d[\d.]*/\d[\d.]*(?![\d/-])(?!/)", text)
    wanted = [pair for pair in pairs if not re.fullmatch(r"\d{1,2}/(?:\d{4}|\d\.?)|23/10", pair)]
    got = sum(1 for row in found.rows if row.tong_so)
    assert got >= 0.95 * len(wanted)
    assert found.doubts == ()


def test_texts_of_any_length_take_a_time_in_proportion() -> None:
    for piece in ("5 hồ sơ và ", "12 ", "^[5 hồ sơ ", "{{", "(", "| a 5 | b |\n|---|---|\n"):
        found = offer_indicators([piece * 3000])
        assert len(found.passages) == 1
