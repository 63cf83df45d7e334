"""Relations between figures: what is read, what is refused, whether they are kept."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.relations import parse_relation
from reportgen.dossier.formulas.syntax import MOST_CHARACTERS
from reportgen.dossier.indicators import Indicator

FIGURES = {
    "tthc_tong": Indicator("tthc_tong", "", Decimal(2156)),
    "tthc_tinh": Indicator("tthc_tinh", "", Decimal(1780)),
    "tthc_xa": Indicator("tthc_xa", "", Decimal(376)),
    "can_cuoc": Indicator("can_cuoc", "", Decimal(90), Decimal(120), "người", Decimal(80)),
    "kinh_phi": Indicator("kinh_phi", "", Decimal(180), None, "tỷ đồng"),
    "hai_long": Indicator("hai_long", "", Decimal("0.75"), la_ti_le=True),
    "zero": Indicator("zero", "", Decimal(0)),
    "trong": Indicator("trong"),
    "in": Indicator("in", "", Decimal(3)),
}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("tthc_tinh + tthc_xa", 2156),
        ("tthc.tinh + tthc.xa", 2156),
        ("tthc_tong - tthc_tinh - tthc_xa", 0),
        ("2 * (1 + 3) - 4 / 2", 6),
        ("can_cuoc.tong_so - can_cuoc", 30),
        ("can_cuoc / can_cuoc.tong_so", Decimal("0.75")),
        ("can_cuoc.ky_truoc × 1,5", 120),
        ("-tthc_xa + 1.000", 624),
        ("90% * 10", 9),
        ("in + 1", 4),
    ],
)
def test_a_side_amounts_to_what_it_says(text: str, amount: Decimal | int) -> None:
    assert parse_relation(f"{text} = 0").left.amount(FIGURES) == amount


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("tthc_tong = tthc_tinh + tthc_xa", True),
        ("tthc.tong = tthc.tinh + tthc.xa", True),
        ("tthc_tong == tthc_tinh", False),
        ("tthc_xa <= tthc_tong", True),
        ("tthc_xa ≤ 375", False),
        ("tthc_xa > 375", True),
        ("tthc_xa <> 376", False),
        ("can_cuoc.ky_truoc < can_cuoc", True),
        ("can_cuoc.ti_le = hai_long", True),
    ],
)
def test_a_relation_is_kept_or_not(text: str, kept: bool) -> None:
    assert parse_relation(text).is_kept(FIGURES) is kept


@pytest.mark.parametrize(
    "text",
    [
        "kinh_phi = can_cuoc * 2",
        "kinh_phi / can_cuoc = 2",
        "kinh_phi + can_cuoc = 270",
        "tthc_tinh / tthc_xa > 4",
        "hai_long = can_cuoc / can_cuoc.tong_so",
        "hai_long >= 75%",
        "hai_long >= 0,75",
        "hai_long * 100 = 75",
    ],
)
def test_amounts_are_compared_whatever_they_are_measured_in(text: str) -> None:
    assert parse_relation(text).is_kept(FIGURES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "để trống"),
        ("tthc_tong", "không có dấu so sánh"),
        ("a = b = c", "so sánh nối tiếp"),
        ("(a = b) = c", "hơn một dấu so sánh"),
        ("a = __import__", "gạch dưới"),
        ("a = b ** 9", "luỹ thừa"),
        ("a = max(b; c)", "“max(b; c)”"),
        ("a = b(c)", "“b(c)”"),
        ("a = b c", "thiếu phép tính"),
        ("a = (b + c", "thiếu dấu “)”"),
        ("a =", "dở dang"),
        ("a = 'x'", '“"x"”'),
        ("a = b va c = d", "không có dấu so sánh"),
        ("a = 24,765", "có hai cách hiểu"),
        ("a = 0.5", "có hai cách hiểu"),
        ("a = 1.2.3", "không phải là số"),
        ("a = " + "(" * 60 + "b" + ")" * 60, "lồng quá"),
        ("a = " + "b + " * MOST_CHARACTERS, "dài quá"),
    ],
)
def test_what_cannot_be_used_is_named_without_speaking_of_functions(text: str, told: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_relation(text)
    (trouble,) = caught.value.troubles
    assert told in trouble.message
    assert trouble.hint
    assert "tong(" not in trouble.hint


def test_division_by_zero_and_missing_values_are_explained() -> None:
    with pytest.raises(Fault, match="chia cho 0"):
        parse_relation("tthc_tong / zero = 1").is_kept(FIGURES)
    with pytest.raises(Fault, match="“trong” chưa có giá trị"):
        parse_relation("tthc_tong + trong = 1").is_kept(FIGURES)
    with pytest.raises(Fault, match=r"“tthc_xa\.tong_so” chưa có giá trị"):
        parse_relation("tthc_xa.tong_so + 1 > 2").is_kept(FIGURES)


def test_references_are_told_once_each_in_order() -> None:
    relation = parse_relation("tthc_tong = tthc_tinh + tthc_xa + tthc_tinh.ky_truoc - tthc_tong")
    assert [str(one) for one in relation.references] == [
        "tthc_tong",
        "tthc_tinh",
        "tthc_xa",
        "tthc_tinh.ky_truoc",
    ]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_a_long_sum_is_exact(parts: list[int]) -> None:
    assert parse_relation(f"{' + '.join(map(str, parts))} = {sum(parts)}").is_kept({})


@given(st.text(alphabet="ab1.+-*/()=<> _,%", max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    assert outcome(text) in ("not read", "not reckoned", "kept", "broken")


def outcome(text: str) -> str:
    try:
        relation = parse_relation(text)
    except Fault:
        return "not read"
    try:
        return "kept" if relation.is_kept(FIGURES) else "broken"
    except Fault:
        return "not reckoned"
