"""Every file in `cases/` is a small dossier with the text, or the problems, that must come of it.

The first lines say what holds. `=== name` begins a file of the dossier's folder (what is not given
is as in `mau/`), `=== ra` the expected body, `=== lỗi` the expected problems, a line each with its
hint below.
"""

import re
from pathlib import Path

import pytest
from conftest import Drafting

from reportgen.problems import InputError

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def parts_of(case: Path) -> dict[str, str]:
    _, *rest = re.split(r"^=== (.+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(rest[::2], rest[1::2], strict=True))


def told(error: InputError) -> str:
    lines = [f"{one.place} {one.code} {one.message}\n  → {one.hint}" for one in error.problems]
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_case_comes_out_as_its_file_says(case: Path, drafting: Drafting) -> None:
    parts = parts_of(case)
    expected, problems = parts.pop("ra", None), parts.pop("lỗi", None)
    if problems is not None:
        with pytest.raises(InputError) as caught:
            drafting(parts)
        assert told(caught.value) == problems.strip()
    else:
        body = drafting(parts).draft.body
        assert re.sub(r"\n{3,}", "\n\n", body).strip() == (expected or "").strip()


def test_there_are_cases() -> None:
    assert len(CASES) > 20
