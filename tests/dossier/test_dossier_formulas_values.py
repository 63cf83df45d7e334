"""What formulas amount to: figures, tables, units, rates; held against plain arithmetic."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.formulas.computed import Computed, Declared
from reportgen.dossier.formulas.computing import compute
from reportgen.dossier.formulas.data_tables import DataTable
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.tables import parse_csv
from reportgen.problems import Place, Problem, Severity

TABLE = """\
TT;Tỉnh, thành phố;Vùng;Hồ sơ;Trực tuyến;Đúng hạn (%);Vốn (tỷ đồng)
I;Vùng A;;150;105;;
1;Tỉnh Lào Cai;A;100;60;90;5
2;Huế;A;50;45;80,5;1,5
II;Vùng B;;10;9;;
3;Khánh Hòa;B;10;9;95;-
;Tổng cộng;;160;114;;6,5
"""


def table(text: str = TABLE, **more: Any) -> DataTable:
    problems: list[Problem] = []
    read = parse_csv(text, "tinh.csv", problems)
    assert read is not None
    assert problems == []
    return DataTable("tinh", read, **more)


def figures(**values: Any) -> dict[str, Indicator]:
    """Indicators by code: a number, or the fields of the row."""
    made = {}
    for line, (code, value) in enumerate(values.items(), 2):
        given = value if isinstance(value, dict) else {"thuc_hien": value}
        fields: dict[str, Any] = {key: _decimal(one) for key, one in given.items()}
        made[code] = Indicator(code, place=Place("chi_tieu.csv", line), **fields)
    return made


def _decimal(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


BASE: dict[str, Any] = {
    "a": {"thuc_hien": 30, "tong_so": 40, "ky_truoc": 25, "cung_ky": 60, "don_vi_tinh": "hồ sơ"},
    "b": {"thuc_hien": 10, "ky_truoc": 8, "don_vi_tinh": "hồ sơ"},
    "tron": 7,
    "von": {"thuc_hien": 2, "don_vi_tinh": "tỷ đồng"},
    "von_nho": {"thuc_hien": 500, "don_vi_tinh": "triệu đồng"},
    "ti_le": {"thuc_hien": Decimal("0.133"), "ky_truoc": Decimal("0.12"), "la_ti_le": True},
    "trong": {"don_vi_tinh": "hồ sơ"},
}


def computed(text: str, **more: Any) -> Computed:
    declared = [Declared("x", text, Place("bao_cao.yaml", 9), **more)]
    return compute(figures(**BASE), declared, {"tinh": table()}, "Khánh Hòa")


def value(text: str, **more: Any) -> Indicator:
    result = computed(text, **more)
    assert result.problems == ()
    return result.indicators["x"]


def problem(text: str, **more: Any) -> Problem:
    (found,) = computed(text, **more).problems
    return found


# formula: value (a share of one for a rate), unit, whether it is a rate
VALUES: dict[str, tuple[str, str, bool]] = {
    "a + b": ("40", "hồ sơ", False),
    "a - b - b": ("10", "hồ sơ", False),
    "a * 2": ("60", "hồ sơ", False),
    "a / 4": ("7.5", "hồ sơ", False),
    "a / b": ("3", "", True),  # 300%
    "ti_trong(b; a + b)": ("0.25", "", True),  # 10 : 40
    "a.ti_le": ("0.75", "", True),  # 30 : 40
    "a.tong_so - a": ("10", "hồ sơ", False),
    "100% - ti_le": ("0.867", "", True),
    "a * ti_le": ("3.990", "hồ sơ", False),  # 30 × 13,3%
    "von + doi_don_vi(von_nho; \"tỷ đồng\")": ("2.5", "tỷ đồng", False),
    "doi_don_vi(von; \"triệu đồng\")": ("2000", "triệu đồng", False),
    "so_voi_ky_truoc(a)": ("5", "hồ sơ", False),
    "ti_le_so_voi_ky_truoc(a)": ("0.2", "", True),  # 5 : 25
    "so_voi_cung_ky(a)": ("-30", "hồ sơ", False),
    "ti_le_so_voi_cung_ky(a)": ("-0.5", "", True),  # -30 : 60
    "so_voi_ky_truoc(ti_le)": ("0.013", "điểm phần trăm", True),
    "toc_do_tang(a; b)": ("2", "", True),
    "tong(a; b; b)": ("50", "hồ sơ", False),
    "lon_nhat(a; b)": ("30", "hồ sơ", False),
    "tri_tuyet_doi(b - a)": ("20", "hồ sơ", False),
    "khong_don_vi(a) + khong_don_vi(von)": ("32", "", False),
    "lam_tron(a / 7; 1)": ("4.3", "hồ sơ", False),  # 4,2857
    "lam_tron(ti_trong(tron; 9); 1)": ("0.778", "", True),  # 77,78% → 77,8%
    "tong(tinh.ho_so)": ("160", "", False),
    'tong(tinh.ho_so; tinh.vung = "A")': ("150", "", False),
    "tong(tinh.ho_so; tinh.ho_so > 10 va tinh.vung <> \"B\")": ("150", "", False),
    "ti_le_chung(tinh.truc_tuyen; tinh.ho_so)": ("0.7125", "", True),  # 114 : 160
    # (90×100 + 80,5×50 + 95×10) : 160 = (9000 + 4025 + 950) : 160 = 13975 : 160
    "binh_quan_gia_quyen(tinh.dung_han; tinh.ho_so)": ("0.8734375", "", True),
    "binh_quan_gian_don(tinh.dung_han)": ("0.885", "", True),  # 265,5 : 3
    "xep_hang(tinh.dung_han; dia_danh)": ("1", "", False),
    "xep_hang(tinh.dung_han; \"Lào Cai\"; tu_thap)": ("2", "", False),
    "xep_hang(tinh.truc_tuyen / tinh.ho_so; \"Huế\")": ("1", "", False),  # 90%, 90%, 60%
    "xep_hang(tinh.truc_tuyen / tinh.ho_so; \"Tỉnh Lào Cai\")": ("3", "", False),
    "so_dong_hang(tinh.truc_tuyen / tinh.ho_so; \"Huế\")": ("1", "", False),
    "xep_hang(tinh.ho_so; \"Huế\"; tinh.vung = \"A\")": ("2", "", False),
    "lon_nhat(tinh.ho_so)": ("100", "", False),
    "nho_nhat(tinh.dung_han)": ("0.805", "", True),
    "gia_tri(tinh.ho_so; \"Tổng cộng\")": ("160", "", False),
    "gia_tri(tinh.dung_han; \"huế\")": ("0.805", "", True),
    "dem_neu(tinh.dung_han >= 90%)": ("2", "", False),
    "dem_neu(tinh.ho_so > 1.000)": ("0", "", False),
    "so_dong(tinh)": ("3", "", False),
    "tong(tinh.von; co_so_lieu(tinh.von))": ("6.5", "tỷ đồng", False),
    'tong(tinh["Vốn (tỷ đồng)"]; co_so_lieu(tinh.von))': ("6.5", "tỷ đồng", False),
    "ti_le * tron": ("0.931", "", False),  # 13,3% of 7
    "2 * ti_le": ("0.266", "", True),
    "lam_tron(lon_nhat(toc_do_tang(tinh.ho_so; tinh.truc_tuyen)); 2)": ("0.6667", "", True),
    "dem_neu(tinh.dung_han > a.ti_le)": ("3", "", False),
    "dem_neu(co_so_lieu(tinh.von))": ("2", "", False),
    "tong(tinh.truc_tuyen) / so_dong(tinh) - 30": ("8", "", False),  # 114 : 3
    "dem_neu(tinh.vung = \"A\") / so_dong(tinh) * 3": ("2", "", True),
    "1 + 2 * 3": ("7", "", False),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), VALUES.items())
def test_a_formula_has_its_value_its_unit_and_is_a_rate_or_not(
    text: str, wanted: tuple[str, str, bool]
) -> None:
    figure = value(text)
    assert (figure.thuc_hien, figure.don_vi_tinh, figure.la_ti_le) == (
        Decimal(wanted[0]), wanted[1], wanted[2],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    {
        "ten_lon_nhat(tinh.truc_tuyen / tinh.ho_so)": "Huế và Khánh Hòa",
        "ten_nho_nhat(tinh.ho_so)": "Khánh Hòa",
        'ten_lon_nhat(tinh.ho_so; tinh.vung = "A")': "Tỉnh Lào Cai",
    }.items(),
)
def test_the_name_of_the_best_row_is_a_text(text: str, name: str) -> None:
    figure = value(text)
    assert (figure.chu, figure.thuc_hien) == (name, None)


# formula: code, what the message says, what the hint says
FAULTS: dict[str, tuple[str, str, str]] = {
    "a + tronn": ("TS020", "không có chỉ tiêu hay bảng nào tên “tronn”", "“tron”"),
    "a + c": ("TS020", "không có chỉ tiêu hay bảng nào tên “c”", "khai bảng"),
    "a.tongso": ("TS020", "không có phần “tongso”", "tong_so"),
    "tong(tinh.ho_xo)": ("TS020", "không có cột “ho_xo”", "tinh.ho_so"),
    "tongs(tinh.ho_so)": ("TS020", "không có hàm “tongs”", "“tong”"),
    "binh_quan(tinh.dung_han)": ("TS020", "binh_quan", "binh_quan_gian_don"),
    "tinh.ho_so": ("TS021", "cả một cột", "tong(tinh.ho_so)"),
    "tinh + 1": ("TS021", "cả một bảng", "so_dong(tinh)"),
    "lam_tron(a)": ("TS021", "1 tham số", "lam_tron(x;"),
    "a > b": ("TS021", "điều kiện", "dem_neu"),
    "tong(tinh.ho_so; tinh.truc_tuyen)": ("TS021", "tham số không đúng", "tong(bang.cot"),
    "xep_hang(tinh.ho_so; \"Huee\")": ("TS022", "không có dòng “Huee”", "Huế"),
    "trong + 1": ("TS023", "“trong” (chi_tieu.csv:8) chưa có giá trị", "thuc_hien"),
    "tong(tinh.von)": ("TS023", "dòng “Khánh Hòa” chưa có giá trị ở cột “Vốn", "co_so_lieu"),
    'tong(tinh.ho_so; tinh.vung = "C")': ("TS025", "không có ô nào là “C”", "“A”, “B”"),
    "tong(tinh.ho_so; tinh.ho_so > 999)": ("TS027", "không có dòng nào", ""),
    "a / (b - b)": ("TS011", "chia cho 0 (30 hồ sơ : 0 hồ sơ)", ""),
    "a + von": ("TS010", "“hồ sơ” với “tỷ đồng” (30 hồ sơ; 2 tỷ đồng)", "khong_don_vi"),
    "von + von_nho": ("TS010", "“tỷ đồng” với “triệu đồng”", 'doi_don_vi(…; "tỷ đồng")'),
    "doi_don_vi(a; \"tỷ đồng\")": ("TS010", "không đổi được", ""),
    "tong(tinh.dung_han) / so_dong(tinh)": ("TS012", "bình quân giản đơn", "binh_quan_gian_don"),
    "ti_le + a": ("TS012", "tỷ lệ 13,3% với số 30 hồ sơ", ""),
    "1 - ti_le": ("TS012", "tỷ lệ 13,3% với số 1", "1%"),
    "ti_trong(b; a) * 100": ("TS012", "nhân tỷ lệ 33,33% với 100", "bỏ “* 100”"),
    "dem_neu(tinh.dung_han > 90)": ("TS012", "với số 90", "90%"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FAULTS.items())
def test_what_is_wrong_with_a_formula_is_said_with_its_figure(
    text: str, wanted: tuple[str, str, str]
) -> None:
    found = problem(text)
    assert found.code == wanted[0]
    assert found.message.startswith("công thức của “x”: ")
    assert wanted[1] in found.message
    assert wanted[2] in found.hint


def test_a_fault_stands_at_the_formula_or_at_the_cell() -> None:
    assert problem("a + von").place == Place("bao_cao.yaml", 9)
    assert problem("tong(tinh.von)").place == Place("tinh.csv", 6)
    cells = computed("tong(tinh.vung)").problems
    assert [(one.code, one.place and one.place.line) for one in cells] == [
        ("TS024", 3), ("TS024", 4), ("TS024", 6),
    ]  # fmt: skip


def test_the_declared_unit_must_be_that_of_the_value() -> None:
    assert value("a / tron", unit="%").la_ti_le
    assert value("tron / 2", unit="lượt").don_vi_tinh == "lượt"
    assert problem("von", unit="triệu đồng").hint.startswith("viết doi_don_vi(…")
    assert problem("a + b", unit="lượt").code == "TS010"
    assert problem("tron + 1", unit="%").code == "TS012"


def test_a_value_is_rounded_only_where_that_is_declared() -> None:
    assert value("ti_trong(tron; 9)", decimals=2).thuc_hien == Decimal("0.7778")
    assert value("ti_trong(tron; 9)").thuc_hien == Decimal("0." + "7" * 33 + "8")
    assert value("a / 7", decimals=0).thuc_hien == 4


def test_a_third_three_times_is_one() -> None:
    assert value("a / 3 / 7 * 3 * 7 - a").thuc_hien == 0
    assert str(value("a / 7 * 7").thuc_hien) == "30"


def test_a_formula_of_figures_alone_has_last_periods_value_too() -> None:
    figure = value("a + b")
    assert (figure.ky_truoc, figure.cung_ky) == (Decimal(33), None)  # b has no cung_ky
    assert value("tong(tinh.ho_so)").ky_truoc is None


@pytest.mark.parametrize(
    ("typed", "formula", "differs"),
    [
        (40, "a + b", False),
        (41, "a + b", True),
        (Decimal("0.333"), "b / a", False),  # 33,3% of 33,33…%
        (Decimal("0.334"), "b / a", True),
        (4, "a / 7", True),  # 4,29 typed as 4
        (Decimal("4.29"), "a / 7", False),
    ],
)
def test_a_typed_value_beside_a_formula_must_be_the_same(
    typed: Any, formula: str, differs: bool
) -> None:
    rate = formula == "b / a"
    row = {"thuc_hien": typed, "cong_thuc": formula, "la_ti_le": rate, "don_vi_tinh": ""}
    problems = compute(figures(**BASE, x=row)).problems
    assert [one.code for one in problems] == (["TS005"] if differs else [])
    if differs:
        assert "đã gõ" in problems[0].message


def test_formulas_may_build_on_each_other_in_any_order() -> None:
    rows = {"d": {"cong_thuc": "c * 2"}, "c": {"cong_thuc": "a + b"}}
    result = compute(figures(**rows, **BASE))
    assert result.problems == ()
    assert result.indicators["d"].thuc_hien == 80


def test_a_circle_is_named_with_its_whole_path_and_told_once() -> None:
    rows = {
        "c": {"cong_thuc": "d + 1"},
        "d": {"cong_thuc": "e"},
        "e": {"cong_thuc": "c - 1"},
        "f": {"cong_thuc": "c + a"},
        "g": {"cong_thuc": "g + 1"},
    }
    problems = compute(figures(**rows, **BASE)).problems
    assert [(one.code, one.message) for one in problems] == [
        ("TS003", "các công thức tính vòng tròn: c → d → e → c"),
        ("TS003", "công thức của “g” gọi lại chính nó"),
    ]


def test_of_a_long_circle_only_the_ends_are_named() -> None:
    rows = {f"m{one:03}": {"cong_thuc": f"m{(one + 1) % 500:03} + 1"} for one in range(500)}
    (problem,) = compute(figures(**rows)).problems
    assert problem.code == "TS003"
    assert problem.message.startswith("các công thức tính vòng tròn: m000 → m001 → m002")
    assert problem.message.endswith("m009 → … → m499 → m000")


def test_what_waits_for_a_blank_figure_is_blank_and_only_warned_of_once() -> None:
    rows = {"c": {"cong_thuc": "trong + a"}, "d": {"cong_thuc": "c * 2"}}
    result = compute(figures(**rows, **BASE))
    assert [(one.code, one.severity) for one in result.problems] == [("TS023", Severity.WARNING)]
    assert result.indicators["c"].thuc_hien is None
    assert result.indicators["d"].thuc_hien is None


def test_two_formulas_for_one_figure_are_told() -> None:
    declared = [Declared("c", "a", Place("bao_cao.yaml", 4))]
    rows = figures(**BASE, c={"cong_thuc": "b"})
    (found,) = compute(rows, declared).problems
    assert (found.code, str(found.place)) == ("TS004", "bao_cao.yaml:4")


def test_shares_without_a_percent_sign_under_a_percent_heading_are_not_guessed() -> None:
    text = "Tỉnh;Tỷ lệ (%)\nHuế;0,9\nLào Cai;0,85\n"
    declared = [Declared("x", "lon_nhat(tinh.ty_le)", Place("bao_cao.yaml", 9))]
    (found,) = compute({}, declared, {"tinh": table(text)}).problems
    assert (found.code, found.place) == ("TS026", Place("tinh.csv", 1))


def test_total_rows_count_only_where_the_table_asks_for_them() -> None:
    declared = [Declared("x", "tong(tinh.ho_so)", Place("bao_cao.yaml", 9))]
    kept = compute({}, declared, {"tinh": table(keeps_totals=True)})
    assert kept.indicators["x"].thuc_hien == 480  # 3 × 160


NUMBERS = st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30)


@given(NUMBERS, st.data())
def test_columns_are_reckoned_as_plain_arithmetic_does(numbers: list[int], data: Any) -> None:
    weights = data.draw(
        st.lists(st.integers(1, 10**6), min_size=len(numbers), max_size=len(numbers))
    )
    rows = "\n".join(f"t{i};{n};{w}" for i, (n, w) in enumerate(zip(numbers, weights, strict=True)))
    texts = {
        "tong": "tong(tinh.so)",
        "chung": "ti_le_chung(tinh.so; tinh.quyen)",
        "quyen": "binh_quan_gia_quyen(tinh.so; tinh.quyen)",
        "hang": 'xep_hang(tinh.so; "t0")',
        "cao": "lon_nhat(tinh.so)",
        "am": "dem_neu(tinh.so < 0)",
    }
    declared = [Declared(code, text, Place("x", 1), decimals=4) for code, text in texts.items()]
    result = compute({}, declared, {"tinh": table(f"Tên;Số;Quyền\n{rows}\n")})
    assert result.problems == ()
    found = {code: result.indicators[code].thuc_hien for code in texts}
    whole = sum(weights)
    products = sum(n * w for n, w in zip(numbers, weights, strict=True))
    assert found == {
        "tong": sum(numbers),
        "chung": _quotient(sum(numbers), whole, 6),
        "quyen": _quotient(products, whole, 4),
        "hang": 1 + sum(n > numbers[0] for n in numbers),
        "cao": max(numbers),
        "am": sum(n < 0 for n in numbers),
    }


def _quotient(top: int, bottom: int, decimals: int) -> Decimal:
    """Half up, away from zero, by whole numbers only."""
    scaled = Decimal(abs(top) * 10**decimals * 2 + bottom) // Decimal(2 * bottom)
    value = scaled.scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return value if top >= 0 else -value
