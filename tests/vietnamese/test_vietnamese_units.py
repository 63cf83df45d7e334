"""Units as they are typed: which can be converted, and by how much."""

from decimal import Decimal

import pytest

from reportgen.vietnamese import Unit, conversion, is_measure, parse_unit


def unit(text: str) -> Unit:
    parsed = parse_unit(text)
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("given", "wanted", "factor"),
    [
        ("tỷ đồng", "triệu đồng", "1000"),
        ("đồng", "tỷ đồng", "0.000000001"),
        ("nghìn tỷ đồng", "tỷ đồng", "1000"),
        ("VNĐ", "đồng", "1"),
        ("triệu lượt", "lượt", "1000000"),
        ("ngàn người", "nghìn người", "1"),
        ("tấn", "tạ", "10"),
        ("km2", "ha", "100"),
        ("Hồ sơ", "hồ sơ", "1"),
    ],
)
def test_units_of_one_kind_are_converted(given: str, wanted: str, factor: str) -> None:
    assert conversion(unit(given), unit(wanted)) == Decimal(factor)
    assert conversion(unit(wanted), unit(given)) * Decimal(factor) == 1


@pytest.mark.parametrize(
    ("given", "wanted"), [("tỷ đồng", "lượt"), ("%", "lần"), ("m2", "km"), ("xã", "phường")]
)
def test_units_of_different_kinds_are_not(given: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=f"từ “{given}” sang “{wanted}”"):
        conversion(unit(given), unit(wanted))


def test_only_equal_scales_may_be_added() -> None:
    assert unit("tỷ đồng").same_as(unit("tỉ đồng"))
    assert not unit("tỷ đồng").same_as(unit("triệu đồng"))
    assert unit("điểm phần trăm").same_as(unit("%"))


def test_some_words_in_brackets_are_surely_units() -> None:
    surely = ["%", "triệu đồng", "đồng", "ha", "nghìn lượt", "điểm %"]
    assert all(map(is_measure, surely))
    assert not any(map(is_measure, ["trực tuyến", "tỷ lệ", "tỷ trọng", "", "năm 2025", "hồ sơ"]))


def test_nothing_typed_is_no_unit() -> None:
    assert parse_unit("  ") is None
