"""Templates of strangers: no known way out of the sandbox, or to keep it busy, gets through."""

import json
from time import process_time

import pytest
from conftest import DOSSIER, Drafting
from support.escapes import ESCAPES

from reportgen.problems import InputError

SECONDS = 5.0  # of reckoning; the slowest takes a tenth of one
#: What a dossier's text prints as it is typed: no formula at all, or not as Jinja reads it.
REFUSED = {"MA010", "MA011", "MA012", "MA020", "MA021", "MA022", "MA024", "MA030", "MA032", "MA044"}


def refused(drafting: Drafting, **written: str) -> set[str]:
    began = process_time()
    with pytest.raises(InputError) as caught:
        drafting(**written)
    assert process_time() - began < SECONDS
    assert all(problem.hint and problem.place for problem in caught.value.problems)
    return {problem.code for problem in caught.value.problems}


def test_the_suite_is_a_long_one() -> None:
    assert len(ESCAPES) > 100


@pytest.mark.parametrize("source", ESCAPES.values(), ids=ESCAPES.keys())
def test_a_template_cannot_get_out(source: str, drafting: Drafting) -> None:
    assert refused(drafting, noi_dung=source.replace("NAME", "don_vi.ten_goi")) & REFUSED


@pytest.mark.parametrize("source", ESCAPES.values(), ids=ESCAPES.keys())
def test_a_dossier_cannot_get_out(source: str, drafting: Drafting) -> None:
    """What is no formula in a dossier's text is printed as it was typed."""
    typed = source.replace("NAME", "don_vi.ten_goi")
    began = process_time()
    codes, body = outcome(drafting, f"{DOSSIER}noi_dung:\n  the_che: {json.dumps(typed)}\n")
    assert codes & REFUSED or _signs(body) == _signs(typed)
    assert process_time() - began < SECONDS


def outcome(drafting: Drafting, dossier: str) -> tuple[set[str], str]:
    """The codes that a dossier is refused with, and else its printed body."""
    try:
        return set(), drafting(bao_cao=dossier).draft.body
    except InputError as error:
        return {problem.code for problem in error.problems}, ""


def _signs(text: str) -> int:
    """How many tags a text seems to open; of formulas where there is no tag."""
    plain = text.replace("\\", "")
    return plain.count("{%") or plain.count("{{")
