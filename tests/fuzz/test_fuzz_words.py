"""Numbers, dates, units, labels and places, read from any text: what they are, or a refusal."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks.figures.clauses import clauses
from reportgen.checks.figures.scan import scan
from reportgen.dossier.dates import period_days
from reportgen.periods.calendar import parse_period
from reportgen.places import communes_of, find_communes, find_former, find_province, provinces
from reportgen.vietnamese import (
    AmbiguousNumber,
    ImpossibleDate,
    NotADate,
    NotANumber,
    fold_tone_placement,
    letter_value,
    parse_date,
    parse_month,
    parse_number,
    parse_unit,
    plain_name,
    roman_value,
    sort_key,
    split_superscripts,
)
from reportgen.vietnamese.legacy import Encoding, decode, encoding_of
from reportgen.vietnamese.syllables import parse_syllable

_PIECES = st.sampled_from(
    """0|1|9|31|02|2025|13|1.365.565|14,4|,|.|-|−|+|%|/| |ngày |tháng |năm |quý |IV|xii|từ
    | đến |h1|Q|tỷ |triệu |đồng|hồ sơ|m²|ha|a|đ|aa|ư|ớ|e\u0302\u0323|Khánh Hòa|khanh hoa|tỉnh
    |TP. |thành phố |56|Nha Trang|xã |phường |⁽¹⁾|²|٣|Ⅳ|İ|ß|\u00a0|\u200b|µ|®|×|N|°|"|(|)|;
    |99999999999999999999"""
    .replace("\n    ", "").split("|")
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=8).map("".join) | st.text(max_size=30)
_REFUSALS = (AmbiguousNumber, NotANumber, NotADate, ImpossibleDate)
_PLACE = min(provinces(), key=lambda one: len(communes_of(one)))
_READERS: dict[str, Callable[[str], object]] = {
    "number": parse_number,
    "date": parse_date,
    "month": parse_month,
    "period of a dossier": period_days,
    "unit": parse_unit,
    "roman numeral": roman_value,
    "letter": letter_value,
    "superscripts": split_superscripts,
    "plain name": plain_name,
    "tone marks": fold_tone_placement,
    "order": sort_key,
    "syllable": parse_syllable,
    "old encodings": lambda text: (encoding_of(text), *(decode(text, one) for one in Encoding)),
    "province": find_province,
    "former province": find_former,
    "commune": lambda text: find_communes(_PLACE, text),
    "figures": scan,
    "clauses": clauses,
}


@settings(settings.get_profile("fuzz"))
@given(_TEXTS)
def test_any_word_is_read_or_refused_by_name(text: str) -> None:
    for name, read in _READERS.items():
        try:
            read(text)
        except _REFUSALS:
            continue
        except Exception as error:
            error.add_note(f"read as {name}: {text!r}")
            raise


@settings(settings.get_profile("fuzz"))
@given(_TEXTS)
def test_what_a_command_line_calls_a_period_is_one_or_none(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert period.tu <= period.den
