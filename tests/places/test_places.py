"""Provinces, communes and former names as offices type them."""

from datetime import date

import pytest

from reportgen.places import (
    Status,
    communes_of,
    find_communes,
    find_former,
    find_province,
    former_provinces,
    provinces,
)

#: NQ 202/2025/QH15, Điều 1: the units that were joined, by today's name.
JOINED = {
    "Tuyên Quang": "Hà Giang",
    "Lào Cai": "Yên Bái",
    "Thái Nguyên": "Bắc Kạn",
    "Phú Thọ": "Vĩnh Phúc, Hòa Bình",
    "Bắc Ninh": "Bắc Giang",
    "Hưng Yên": "Thái Bình",
    "Hải Phòng": "Hải Dương",
    "Ninh Bình": "Hà Nam, Nam Định",
    "Quảng Trị": "Quảng Bình",
    "Đà Nẵng": "Quảng Nam",
    "Quảng Ngãi": "Kon Tum",
    "Gia Lai": "Bình Định",
    "Khánh Hòa": "Ninh Thuận",
    "Lâm Đồng": "Đắk Nông, Bình Thuận",
    "Đắk Lắk": "Phú Yên",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương",
    "Đồng Nai": "Bình Phước",
    "Tây Ninh": "Long An",
    "Cần Thơ": "Sóc Trăng, Hậu Giang",
    "Vĩnh Long": "Bến Tre, Trà Vinh",
    "Đồng Tháp": "Tiền Giang",
    "Cà Mau": "Bạc Liêu",
    "An Giang": "Kiên Giang",
}


def name_of(text: str) -> str | None:
    found = find_province(text)
    return found.name if found else None


def today_of(text: str) -> str:
    found = find_former(text)
    assert found is not None
    return found.today.name


def test_there_are_34_with_codes_and_keys_of_their_own() -> None:
    assert len(provinces()) == 34
    assert len({one.code for one in provinces()} | {one.key for one in provinces()}) == 68


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lao_cai", "Lào Cai"),
        ("15", "Lào Cai"),
        ("Lào Cai", "Lào Cai"),
        ("LÀO CAI", "Lào Cai"),
        ("tỉnh Lào Cai", "Lào Cai"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("Khánh Hòa", "Khánh Hòa"),
        ("Kha\u0301nh Ho\u0300a", "Khánh Hòa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("thanh_pho_hue", "Huế"),
        ("Yên Bái", None),
        ("Bắc Lào", None),
        ("", None),
    ],
)
def test_a_province_is_found_as_it_is_typed(text: str, name: str | None) -> None:
    assert name_of(text) == name


def test_every_province_is_found_by_code_key_and_name() -> None:
    for one in provinces():
        for text in (one.code, one.key, one.name, one.full_name(), one.name.upper()):
            assert find_province(text) is one


def test_dong_nai_is_a_city_from_30_april_2026_on() -> None:
    dong_nai = find_province("dong_nai")
    assert dong_nai is not None
    assert dong_nai.full_name(date(2026, 4, 29)) == "Tỉnh Đồng Nai"
    assert dong_nai.full_name(date(2026, 4, 30)) == "Thành phố Đồng Nai"
    assert dong_nai.full_name() == "Thành phố Đồng Nai"


@pytest.mark.parametrize(("day", "cities"), [(date(2025, 7, 1), 6), (None, 7)])
def test_the_number_of_cities_is_that_of_the_resolutions(day: date | None, cities: int) -> None:
    found = [one for one in provinces() if one.status(day) is Status.CITY]
    assert len(found) == cities


def test_a_day_before_the_34_units_is_refused() -> None:
    with pytest.raises(ValueError, match="Lào Cai"):
        provinces()[6].status(date(2025, 6, 30))


def test_the_63_former_units_lead_to_all_34_of_today() -> None:
    until = [one for one in former_provinces() if one.until == date(2025, 6, 30)]
    assert len({one.name for one in until}) == 63
    assert sum(one.status is Status.CITY for one in until) == 6
    assert {one.today for one in until} == set(provinces())


def test_each_former_unit_belongs_where_the_resolution_puts_it() -> None:
    joined = {old: name for name, olds in JOINED.items() for old in olds.split(", ")}
    assert len(joined) == 63 - 34
    for one in provinces():
        assert today_of(one.name) == one.name
    assert {old: today_of(old) for old in joined} == joined


def test_a_former_name_is_found_as_it_is_typed() -> None:
    for text in ("yen_bai", "Tỉnh Yên Bái", "YÊN BÁI"):
        assert today_of(text) == "Lào Cai"
    assert today_of("Bà Rịa – Vũng Tàu") == "Hồ Chí Minh"
    assert today_of("hoà bình") == "Phú Thọ"


def test_thua_thien_hue_ended_before_the_others() -> None:
    found = find_former("Thừa Thiên - Huế")
    assert found is not None
    assert (found.full_name, found.until) == ("Tỉnh Thừa Thiên Huế", date(2024, 12, 31))
    assert found.today.full_name() == "Thành phố Huế"


def test_the_3321_communes_are_those_of_the_34() -> None:
    ranks = [commune.rank for one in provinces() for commune in communes_of(one)]
    assert (ranks.count("Phường"), ranks.count("Xã"), ranks.count("Đặc khu")) == (697, 2611, 13)
    assert len(ranks) == 3321


@pytest.mark.parametrize(
    ("province", "text", "names"),
    [
        ("lao_cai", "bat xat", ["Xã Bát Xát"]),
        ("lao_cai", "xã Bát Xát", ["Xã Bát Xát"]),
        ("lang_son", "Bắc Sơn", ["Xã Bắc Sơn"]),
        ("khanh_hoa", "Trường Sa", ["Đặc khu Trường Sa"]),
        ("quang_ngai", "Sơn Hạ", ["Xã Sơn Hạ"]),
        ("quang_ngai", "son_ha", ["Xã Sơn Hà", "Xã Sơn Hạ"]),
        ("dak_lak", "Phú Hòa 1", ["Xã Phú Hoà 1"]),
        ("lao_cai", "Trường Sa", []),
    ],
)
def test_communes_are_found_as_they_are_typed(province: str, text: str, names: list[str]) -> None:
    found = find_province(province)
    assert found is not None
    assert [one.full_name for one in find_communes(found, text)] == names
