"""Charts as drawn: the same bytes every time, without a word of the machine they were made on."""

import re
import struct
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.drawing import drawn
from reportgen.charts.series import Plot, Series

MONTHS = tuple(f"tháng {month}/2025" for month in range(4, 10))
VALUES = tuple(map(Decimal, (900000, 1000500, 950000, 1200000, 1100000, 1365565)))
values = st.none() | st.decimals(-(10**12), 10**12, places=2, allow_nan=False)


def plot(columns: bool, series: int = 1) -> Plot:
    rows = tuple(Series(f"Chỉ tiêu số {number}", VALUES) for number in range(series))
    return Plot("Hồ sơ", MONTHS, rows, "hồ sơ", False, columns)


@pytest.mark.parametrize("columns", [True, False])
@pytest.mark.parametrize("series", [1, 4])
def test_a_chart_is_drawn_in_the_same_bytes_every_time(columns: bool, series: int) -> None:
    first = drawn(plot(columns, series))
    assert drawn(plot(columns, series)) == first


def test_a_chart_is_fine_enough_for_print_and_has_no_date() -> None:
    made = drawn(plot(True))
    width, height = struct.unpack(">II", made.png[16:24])
    assert width / 6.5 >= 200
    assert height / width == pytest.approx(made.aspect, abs=0.01)
    for data in (made.png, made.svg):
        assert not re.search(rb"<dc:date>|Matplotlib v|tEXt|tIME", data)


def test_a_chart_is_black_white_and_grey() -> None:
    colours = set(re.findall(rb"#[0-9a-f]{6}", drawn(plot(False, 4)).svg))
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


@settings(max_examples=15, deadline=None)
@given(st.lists(values, min_size=2, max_size=8), st.booleans())
def test_any_values_with_one_at_least_can_be_drawn(
    found: list[Decimal | None], columns: bool
) -> None:
    found[0] = found[0] if found[0] is not None else Decimal(1)
    names = tuple(f"tháng {number}/2025" for number in range(len(found)))
    made = drawn(Plot("Hồ sơ", names, (Series("Hồ sơ", tuple(found)),), "", False, columns))
    assert made.png.startswith(b"\x89PNG")
    assert b"</svg>" in made.svg


def test_a_name_with_dollar_signs_is_printed_as_it_is() -> None:
    odd = Plot(
        "Hồ sơ", MONTHS, (Series("$x^2$ và $", VALUES), Series("b", VALUES)), "$", False, True
    )
    assert drawn(odd).png


def test_the_drawing_library_is_loaded_for_charts_only() -> None:
    code = "import sys, reportgen.rendering; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
