"""Formulas get the values that Jinja itself would give them."""

from decimal import Decimal

import pytest
from jinja2 import Undefined
from jinja2.exceptions import SecurityError, UndefinedError

from reportgen.drafting.evaluating import evaluate
from reportgen.drafting.sandbox import SANDBOX, parse_expression
from reportgen.drafting.values import FormulaError

VALUES = {
    "a": Decimal(7),
    "b": Decimal("2.5"),
    "ten": "xã",
    "muc": ["một", "hai"],
    "trong": None,
    "bang": {"cot": Decimal(3)},
}
FORMULAS = [
    *("a", "a + b", "a - b * 2", "(a + b) / a", "-a", "+b", "1.5", '"chữ"', "true", "none"),
    *("a > b", "a > b > 1", "b < 1 < a", "a == 7", "a != 7", "a >= 7", "a <= 6", "1 < b < 2"),
    *('"x" in muc', '"một" in muc', '"x" not in muc', "not a", "a and b", "trong and thieu"),
    *("trong or a", "a if b > 2 else thieu", "(a if b > 9) is defined", "thieu is defined"),
    *("trong is none", "thieu is not defined", "bang.cot", 'bang["cot"]', "muc[1]", "muc[0] ~ a"),
    *("[a, b]", "(a, b)", "(a,)", "[]", "a | so", "b | so ~ ten", 'muc | join(", ")'),
    *('muc | join(separator="; ")', "muc | first | viet_hoa", "(a / 3) | ti_le(1)"),
]


@pytest.mark.parametrize("source", FORMULAS)
def test_a_formula_has_the_value_that_jinja_gives_it(source: str) -> None:
    expected = SANDBOX.compile_expression(source, undefined_to_none=False)(**VALUES)
    assert evaluate(parse_expression(source), VALUES) == expected


@pytest.mark.parametrize("source", ["ten + ten", "thieu.cot | so", "trong + 1", "ten | so"])
def test_what_has_no_value_is_refused_as_jinja_would(source: str) -> None:
    with pytest.raises((FormulaError, UndefinedError)) as expected:
        SANDBOX.compile_expression(source)(**VALUES)
    with pytest.raises(type(expected.value)):
        evaluate(parse_expression(source), VALUES)


def test_a_choice_without_an_else_prints_nothing() -> None:
    value = evaluate(parse_expression("a if b > 9"), VALUES)
    assert isinstance(value, Undefined)
    assert str(value) == ""


@pytest.mark.parametrize("source", ["ten.__class__", "ten['__class__']", "ten.upper"])
def test_attributes_come_from_the_sandbox_or_not_at_all(source: str) -> None:
    value = evaluate(parse_expression(source), VALUES)
    with pytest.raises(SecurityError):
        str(value)


@pytest.mark.parametrize("source", ["ten.upper()", "2 ** 9", "{'a': 1}", "a // b", "muc[0:1]"])
def test_nothing_off_the_allow_list_has_a_value(source: str) -> None:
    with pytest.raises(SecurityError):
        evaluate(parse_expression(source), VALUES)
