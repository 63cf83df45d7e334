"""Formulas as secretaries type them: what is read, and what is refused with which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.nodes import spelled
from reportgen.dossier.formulas.syntax import MOST_CHARACTERS, parse

READ = {
    "tthc_tinh + tthc_xa": "tthc_tinh + tthc_xa",
    "= tthc_tinh+tthc_xa": "tthc_tinh + tthc_xa",
    "a - (b - c)": "a - (b - c)",
    "a × b ÷ c": "(a * b) / c",
    "a : b": "a / b",
    "can_cuoc.tong_so − 1.000": "can_cuoc.tong_so - 1.000",
    "-a + 14,4": "(-a) + 14,4",
    "tong(tinh.ho_so; tinh.vung = “Đông Nam Bộ”)": 'tong(tinh.ho_so; tinh.vung = "Đông Nam Bộ")',
    'tong(tinh["Hồ sơ (trực tuyến)"])': 'tong(tinh["Hồ sơ (trực tuyến)"])',
    "dem_neu(tinh.x ≥ 90,5% và không tinh.y <> 0)": "dem_neu((tinh.x >= 90,5%) va "
    "(khong (tinh.y <> 0)))",
    "lam_tron(a, 2)": "lam_tron(a; 2)",
    "lam_tron(14,4; 0)": "lam_tron(14,4; 0)",
    "tinh.hồ_sơ": "tinh.ho_so",
    "is + in + lambda": "(is + in) + lambda",
}
REFUSED = {
    "": ("TS001", "để trống"),
    "a +": ("TS001", "dở dang"),
    "(a + b": ("TS001", "thiếu dấu “)”"),
    "a b": ("TS001", "thiếu phép tính"),
    "a @ b": ("TS001", "“@”"),
    "0.5 * a": ("TS001", "có hai cách hiểu: 0,5 hoặc 5"),
    "lam_tron(3,1)": ("TS001", "có hai cách hiểu"),
    "a ** 2": ("TS002", "luỹ thừa"),
    "a // 2": ("TS002", "chia nguyên"),
    "a < b < c": ("TS002", "so sánh nối tiếp"),
    "[a, b]": ("TS002", "danh sách"),
    "a.b.c": ("TS002", "phần của một phép tính"),
    "__import__('os')": ("TS002", "gạch dưới"),
    "().__class__": ("TS002", "gạch dưới"),
    "f(*a)": ("TS002", ""),
    "(" * 41 + "a" + ")" * 41: ("TS002", "lồng"),
    "a" + "+a" * 130: ("TS002", "nối quá"),
    "a" * (MOST_CHARACTERS + 1): ("TS002", "dài quá"),
}


@pytest.mark.parametrize(("typed", "read"), READ.items())
def test_a_formula_is_read_as_it_is_meant(typed: str, read: str) -> None:
    assert spelled(parse(typed)) == read


@pytest.mark.parametrize(("typed", "why"), REFUSED.items(), ids=lambda one: str(one)[:20])
def test_what_cannot_be_read_or_is_not_allowed_is_said(typed: str, why: tuple[str, str]) -> None:
    with pytest.raises(Fault) as caught:
        parse(typed)
    (trouble,) = caught.value.troubles
    assert trouble.code == why[0]
    assert why[1] in trouble.message
    assert trouble.hint


@given(st.text(alphabet="ab_.+-*/()[]<>=;,0159% \"“”'va{}:@\n", max_size=60))
def test_no_text_breaks_the_reader(typed: str) -> None:
    code, again = _outcome(typed)
    assert code in ("", "TS001", "TS002")
    assert code or _outcome(again) == ("", again)


def _outcome(typed: str) -> tuple[str, str]:
    """The code of what is wrong with a formula, and how it is spelled."""
    try:
        return "", spelled(parse(typed))
    except Fault as fault:
        return fault.troubles[0].code, ""
