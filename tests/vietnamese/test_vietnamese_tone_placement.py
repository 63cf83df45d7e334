import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import fold_tone_placement, nfc


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("hoà bình", "hòa bình"),
        ("hòa bình", "hòa bình"),
        ("HOÀ", "HÒA"),
        ("Khoẻ, sức khỏe", "Khỏe, sức khỏe"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ lợi", "thủy lợi"),
        ("quý, quỹ, quỳ", "quý, quỹ, quỳ"),
        ("hoàn toàn, ngoài", "hoàn toàn, ngoài"),
        ("chuỷên", "chuỷên"),
        ("THUỴ SỸ", "THỤY SỸ"),
        ("xoá,", "xóa,"),
    ],
)
def test_both_placements_of_a_tone_fold_to_one(typed: str, folded: str) -> None:
    assert fold_tone_placement(typed) == folded


@given(st.text(alphabet="hoqukxn oàáèýỷÀÝ,.OU", max_size=30))
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold_tone_placement(nfc(text))
    assert len(folded) == len(nfc(text))
    assert fold_tone_placement(folded) == folded
