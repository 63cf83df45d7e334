"""What a pattern is sought by is in everything that it matches."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import reportgen.checks
from reportgen.checks.registry import all_rules
from reportgen.checks.seeking import Sought, sought

TEXTS = [
    *(text for rule in all_rules() for text in (rule.wrong, rule.right)),
    *(
        file.read_text(encoding="utf-8")
        for folder in ("tests/checks", "data", "examples", "templates")
        for kind in ("*.py", "*.yaml", "*.md", "*.j2")
        for file in sorted((Path(__file__).parents[2] / folder).rglob(kind))
    ),
]


def _sought() -> Iterator[tuple[str, Sought]]:
    for module in pkgutil.walk_packages(reportgen.checks.__path__, "reportgen.checks."):
        for name, value in vars(import_module(module.name)).items():
            made = value() if hasattr(value, "cache_info") and name.startswith("_") and (
                value.__annotations__ == {"return": Sought}) else value  # fmt: skip
            for number, one in enumerate(_flat(made)):
                yield f"{module.name}.{name}[{number}]", one


def _flat(value: object) -> Iterator[Sought]:
    if isinstance(value, Sought):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _flat(item)


ALL = dict(_sought())


@pytest.mark.parametrize("name", ALL)
def test_each_match_holds_one_of_the_pieces(name: str) -> None:
    one = ALL[name]
    lines = [line for text in TEXTS for line in text.splitlines() if one.pattern.search(line)]
    assert [line for line in lines if not one.may_be_in(line)] == []


def test_patterns_are_sought_all_over_the_rules() -> None:
    assert len(ALL) > 40
    assert any("former_provinces._with_rank" in name for name in ALL)


def test_what_is_found_is_what_the_pattern_finds() -> None:
    one = sought(r"\b[Tt]hứ (hai|ba)", "hứ ")
    assert [match[1] for match in one.finditer("thứ hai và Thứ ba")] == ["hai", "ba"]
    assert one.search("tháng hai") is None
