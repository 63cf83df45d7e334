"""Both walls of the sandbox, and the bounds of what a template can cost."""

import time

import pytest
from conftest import Drafting
from jinja2.exceptions import SecurityError, TemplateError

from reportgen.drafting.parsing import parse_template
from reportgen.drafting.sandbox import SANDBOX, parse_expression, refusals
from reportgen.drafting.values import FormulaError
from reportgen.problems import InputError

ESCAPES = [
    "ct.__class__",
    "''.__class__.__mro__",
    "ct['__class__']",
    "''['format']('x')",
    "'{0.__class__}'.format(ct)",
    "'%s' % ct",
    "range(9)",
    "lipsum()",
    "cycler('a').next()",
    "joiner()",
    "namespace(a=1)",
    "self.__init__",
    "loop.changed(1)",
    "ct[ky]",
    "9 ** 9 ** 9",
    "{'a': 1}",
    "[1, 2][0:1]",
    "_a",
    "so | join(*ct)",
    "so | ti_le(**ct)",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_the_allow_list_refuses_whatever_is_no_name_figure_or_filter(source: str) -> None:
    assert list(refusals(parse_expression(source)))


@pytest.mark.parametrize("name", ["attr", "format", "map", "select", "pprint", "safe", "tojson"])
def test_filters_of_jinja_that_reach_further_do_not_exist(name: str, drafting: Drafting) -> None:
    with pytest.raises(InputError) as caught:
        drafting(noi_dung=f"{{{{ so | {name} }}}}")
    assert [problem.code for problem in caught.value.problems] == ["MA021"]


@pytest.mark.parametrize(
    "source", ["{{ x.__class__ }}", "{{ x.upper() }}", "{{ range(3) }}", "{{ x['__class__'] }}"]
)
def test_the_sandbox_holds_even_where_the_allow_list_is_passed_by(source: str) -> None:
    with pytest.raises((SecurityError, TemplateError)):
        SANDBOX.from_string(source).render(x="chữ")


@pytest.mark.parametrize("source", ["{{ 'a' * 10 }}", "{{ 'a' + 'b' }}", "{{ [1] * 10 }}"])
def test_arithmetic_is_for_numbers_only(source: str) -> None:
    with pytest.raises(FormulaError):
        SANDBOX.from_string(source).render()


@pytest.mark.parametrize(
    "source",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ 1" + " + 1" * 5000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
        "{{ [" + "[" * 3000 + "]" * 3000 + "] }}",
    ],
    ids=["brackets", "sum", "digits", "statements", "lists"],
)
def test_endless_nesting_is_a_problem_not_a_crash(source: str) -> None:
    assert parse_template(source, "noi_dung.md").problems


@pytest.mark.parametrize(
    "source",
    [
        "".join(f"{{% for a{n} in [1,1,1,1,1,1,1,1,1,1] %}}" for n in range(20))
        + "x"
        + "{% endfor %}" * 20,
        "".join(f"{{% for a{n + 1} in [a{n} ~ a{n}] %}}" for n in range(60)).replace("a0", '"xx"')
        + "{{ a60 }}"
        + "{% endfor %}" * 60,
        "".join(f"{{% for a{n + 1} in [[a{n}, a{n}]] %}}" for n in range(60)).replace("a0", '"x"')
        + "{% endfor %}" * 60,
        "{% for a in [" + "1," * 19_000 + "] %}" + "dài " * 1000 + "{% endfor %}",
    ],
    ids=["rounds", "doubling text", "doubling lists", "much text"],
)
def test_what_a_template_can_cost_is_bounded(source: str, drafting: Drafting) -> None:
    began = time.monotonic()
    with pytest.raises(InputError) as caught:
        drafting(noi_dung=source)
    assert {problem.code for problem in caught.value.problems} <= {"MA030", "MA032"}
    assert time.monotonic() - began < 5
