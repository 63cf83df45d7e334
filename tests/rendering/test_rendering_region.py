"""A province against its region and the country: every figure of the example reckoned by hand.

The table: province number i has 10.000 + 500·i files and 1.000 + 100·i million đồng; a region's
provinces have the same share of files online but for the six of the region in question:

    no.  province     files   online share   online   content
    21   Đà Nẵng      20.500  90%            18.450   95%
    22   Quảng Ngãi   21.000  74%            15.540   92%
    23   Gia Lai      21.500  70%            15.050   90%
    24   Khánh Hòa    22.000  77%            16.940   93%
    25   Đắk Lắk      22.500  68%            15.300   89%
    26   Lâm Đồng     23.000  72%            16.560   91%
                      130.500                97.840
"""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen.dossier import Indicator, load_dossier
from reportgen.rendering import Format, render

FOLDER = Path(__file__).resolve().parents[2] / "examples/so_sanh_vung"
DOSSIER = FOLDER / "bao_cao.yaml"

# Country, region by region: files and online
#   Trung du và miền núi phía Bắc   9·10.000 + 500·56 = 118.000 · 60% =  70.800
#   Đồng bằng sông Hồng             6·10.000 + 500·64 =  92.000 · 80% =  73.600
#   Bắc Trung Bộ                    5·10.000 + 500·90 =  95.000 · 70% =  66.500
#   Duyên hải Nam Trung Bộ …                            130.500          97.840
#   Đông Nam Bộ                     3·10.000 + 500·84 =  72.000 · 85% =  61.200
#   Đồng bằng sông Cửu Long         5·10.000 + 500·160 = 130.000 · 65% = 84.500
#                                                       637.500         454.440
BY_HAND = {
    "truc_tuyen": Fraction(16_940),  # 22.000 · 77%
    "ti_le_tinh": Fraction(77, 100),
    "tang_cung_ky": Fraction(54, 100),  # (16.940 - 11.000) : 11.000 = 5.940 : 11.000
    "ti_le_vung": Fraction(97_840, 130_500),  # 74,97%
    "ti_le_ca_nuoc": Fraction(454_440, 637_500),  # 71,28%
    # above 77%: six of Đồng bằng sông Hồng (80%), three of Đông Nam Bộ (85%), Đà Nẵng (90%)
    "hang": Fraction(11),
    "hang_trong_vung": Fraction(2),  # only Đà Nẵng is above
    "so_tinh": Fraction(34),
    "so_tinh_trong_vung": Fraction(6),
    "so_tinh_dat": Fraction(11),  # the ten above, and Khánh Hòa itself
    "cao_nhat": Fraction(90, 100),  # Đà Nẵng
    "thap_nhat_vung": Fraction(68, 100),  # Đắk Lắk
    "hai_long": Fraction(93, 100),
    # 20.500·95 + 21.000·92 + 21.500·90 + 22.000·93 + 22.500·89 + 23.000·91 = 11.956.000
    "hai_long_vung": Fraction(11_956_000, 13_050_000),  # 91,62%; the plain mean is 91,67%
    "kinh_phi": Fraction(3_400),  # 1.000 + 100·24 million
    "kinh_phi_vung": Fraction(201, 10),  # 6·1.000 + 100·141 = 20.100 million
    "phan_kinh_phi": Fraction(3_400, 20_100),  # 16,92%
    "qua_han": Fraction(120),  # typed
}
SENTENCES = (
    "tiếp nhận 16.940 hồ sơ trực tuyến, tăng 1.540 (10%) so với tháng trước",  # 1.540 : 15.400
    "tăng 54% so với cùng kỳ năm trước; đạt 77%, tăng 1,5 điểm phần trăm",  # 77 - 75,5
    "120 hồ sơ, giảm 30 (20%)",  # 30 : 150
    "3.400 triệu đồng, bằng 16,92% kinh phí của vùng (20,1 tỷ đồng)",
    "cao hơn 2,03 điểm phần trăm so với vùng (74,97%)",  # 77 - 74,9732
    "cao hơn 5,72 điểm phần trăm so với cả nước (71,28%)",  # 77 - 71,2847
    "xếp thứ 11 so với 34 tỉnh, thành phố, xếp thứ 2 so với 6 tỉnh, thành phố trong vùng",
    "Cao nhất cả nước là Đà Nẵng (90%); thấp nhất trong vùng là Đắk Lắk (68%)",
    "cao hơn 1,38 điểm phần trăm so với mức chung của vùng (91,62%)",  # 93 - 91,6169
)


@pytest.fixture(scope="module")
def figures() -> dict[str, Indicator]:
    return dict(load_dossier(DOSSIER).dossier.indicators)


@pytest.mark.parametrize(("code", "wanted"), BY_HAND.items())
def test_a_figure_is_what_was_reckoned_by_hand(
    code: str, wanted: Fraction, figures: dict[str, Indicator]
) -> None:
    value = figures[code].thuc_hien
    assert value is not None
    assert abs(Fraction(value) - wanted) < Fraction(1, 10**30)


def test_no_figure_of_the_example_is_left_unreckoned(figures: dict[str, Indicator]) -> None:
    names = {"ten_cao_nhat": "Đà Nẵng", "ten_thap_nhat_vung": "Đắk Lắk"}
    assert {code: figures[code].chu for code in names} == names
    assert figures.keys() == BY_HAND.keys() | names.keys()


def test_the_report_words_every_comparison_by_its_sign() -> None:
    rendered = render(DOSSIER, [Format.MARKDOWN])
    text = rendered.files[Format.MARKDOWN].decode("utf-8")
    assert rendered.warnings == ()
    assert [sentence for sentence in SENTENCES if sentence not in text] == []


def test_the_table_is_as_the_sending_system_exports_it() -> None:
    sheet = load_workbook(FOLDER / "tinh.xlsx")["Số liệu"]
    rows = list(sheet.iter_rows(values_only=True))
    assert "MINH HỌA" in str(rows[1][0])
    assert [str(one) for one in sheet.merged_cells.ranges].count("E4:F4") == 1
    assert (rows[29][1], rows[29][2]) == ("56", "Khánh Hòa")  # the code is text
    assert rows[-1][2:6] == ("Cả nước", None, 637_500, 454_440)
    assert sum(Decimal(str(row[4])) for row in rows[6:-1]) == 637_500
