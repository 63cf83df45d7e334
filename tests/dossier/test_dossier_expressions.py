"""Expressions over indicators: what is read, what is refused, what they amount to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.expressions import (
    MOST_SIGNS,
    ExpressionError,
    NoValue,
    Reference,
    parse_expression,
    parse_relation,
)
from reportgen.dossier.indicators import Indicator

FIGURES = {
    "tthc_tong": Indicator("tthc_tong", "", Decimal(2156)),
    "tthc_tinh": Indicator("tthc_tinh", "", Decimal(1780)),
    "tthc_xa": Indicator("tthc_xa", "", Decimal(376)),
    "can_cuoc": Indicator("can_cuoc", "", Decimal(90), Decimal(120), "", Decimal(80)),
    "khong": Indicator("khong", "", Decimal(0)),
    "trong": Indicator("trong"),
    "in": Indicator("in", "", Decimal(3)),
}


def value_of(reference: Reference) -> Decimal | None:
    return reference.of(FIGURES)


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
def test_an_expression_amounts_to_what_it_says(text: str, amount: Decimal | int) -> None:
    assert parse_expression(text).value(value_of) == amount


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("tthc_tong = tthc_tinh + tthc_xa", True),
        ("tthc.tong = tthc.tinh + tthc.xa", True),
        ("tthc_tong == tthc_tinh", False),
        ("tthc_xa <= tthc_tong", True),
        ("tthc_xa ≤ 375", False),
        ("tthc_xa > 375", True),
        ("tthc_xa <> 376", False),
        ("can_cuoc.ky_truoc < can_cuoc", True),
    ],
)
def test_a_relation_holds_or_not(text: str, holds: bool) -> None:
    assert parse_relation(text).holds(value_of) is holds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tthc_tong", "không có dấu so sánh"),
        ("a = b = c", "hơn một dấu so sánh"),
        ("a = __import__", "dấu “_”"),
        ("a = B", "chữ “B”"),
        ("a = b ** 9", "dấu “**”"),
        ("a = max(b, c)", "dấu “,”"),
        ("a = b(c)", "thiếu dấu tính"),
        ("a = b c", "viết chưa trọn"),
        ("a = (b + c", "viết chưa trọn"),
        ("a =", "viết chưa trọn"),
        ("a = b[0]", "dấu “[”"),
        ("a = 'x'", "dấu “'”"),
        ("a = 24,765", "có thể hiểu là"),
        ("a = 1.2.3", "không phải là số"),
        ("tổng = a + b", "chữ"),
        ("a = " + "(" * 60 + "b" + ")" * 60 + " + " + "-" * 60 + "c", "quá sâu"),
        ("a = " + "b + " * MOST_SIGNS, "chương trình đọc đến"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, told: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_relation(text)
    assert told in caught.value.message
    assert caught.value.hint


def test_division_by_zero_and_missing_values_are_explained() -> None:
    with pytest.raises(NoValue, match="chia cho 0"):
        parse_expression("tthc_tong / khong").value(value_of)
    with pytest.raises(NoValue, match="“trong” chưa có giá trị"):
        parse_expression("tthc_tong + trong").value(value_of)
    with pytest.raises(NoValue, match=r"“tthc_xa\.tong_so” chưa có giá trị"):
        parse_expression("tthc_xa.tong_so + 1").value(value_of)


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
    text = " + ".join(map(str, parts))
    assert parse_expression(text).value(value_of) == sum(parts)


@given(st.text(alphabet="ab1.+-*/()=<> _,%", max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    assert outcome(text) in ("refused", "no value", "true", "false")


def outcome(text: str) -> str:
    try:
        return str(parse_relation(text).holds(value_of)).lower()
    except ExpressionError:
        return "refused"
    except NoValue:
        return "no value"
