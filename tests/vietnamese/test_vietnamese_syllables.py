import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.legacy import Encoding, decode, encoding_of
from reportgen.vietnamese.syllables import is_syllable, parse_syllable, spellings

SYLLABLES = """
    a à ả ạ anh ấy ăn âu bác bệnh biếc biển bướm cá cách chuyển chuyện cuốn dưỡng đẹp được đường
    em ê ếch gà ghế ghi gì giếng giặt gìn giữa hoà hòa hoạch hoàn huỳnh huyện khuya khuỷu khoẻ khỏe
    khuếch kể kỹ kí lý luật mét một nghề nghiêng người nguyệt ngoằn ngoèo nước oán phường quả quê
    quốc quý quyết quýt quỳnh rượu sĩ sỹ soóc thuở thuế thuỷ thủy trường tuyến uỷ ủy uống vườn xoong
    xuất y ý yêu yến ước ướt
""".split()  # noqa: SIM905
OTHERS = """
    thưc viêc quôc trưc đươc nghành nge kông đuợc truờng trưòng khỏan cuả qúy hoạchh lýý bch fax
    web đrây krông lắk kđăm thựcj trìhn bcđ giiếng cê gê ngê ghà quot
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", SYLLABLES)
def test_a_vietnamese_syllable_is_one_in_any_case(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(word.capitalize())


@pytest.mark.parametrize("word", OTHERS)
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@given(st.sampled_from(SYLLABLES))
def test_a_syllable_is_spelled_as_it_was_read(word: str) -> None:
    syllable = parse_syllable(word)
    assert syllable is not None
    assert word in spellings(syllable)


@given(st.text(max_size=12))
def test_any_text_is_a_syllable_or_not_without_ado(text: str) -> None:
    assert is_syllable(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "encoding", "meant"),
    [
        (
            "Céng hßa x· héi chñ nghÜa ViÖt Nam",
            Encoding.TCVN3,
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        ("§éc lËp - Tù do - H¹nh phóc", Encoding.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("Coäng hoøa xaõ hoäi Vieät Nam", Encoding.VNI, "Cộng hòa xã hội Việt Nam"),
        ("Thöïc hieän nhieäm vuï ñöôïc giao", Encoding.VNI, "Thực hiện nhiệm vụ được giao"),
    ],
)
def test_a_text_of_an_old_encoding_is_told_and_read(
    text: str, encoding: Encoding, meant: str
) -> None:
    assert encoding_of(text) is encoding
    assert " ".join(decode(word, encoding) for word in text.split()).lower() == meant.lower()
    assert encoding_of(meant) is None
