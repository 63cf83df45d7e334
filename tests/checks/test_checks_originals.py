"""The originals as they were signed: each slip that no clerk misses, and hardly anything else."""

from pathlib import Path

import pytest
from support.expectations import Expected, Judged, judge
from support.originals import ORIGINALS, Original, original_docx
from support.originals_by_pandoc import pandoc_docx

from reportgen.checking import check_file

MOST_OTHERS = 2


@pytest.fixture(scope="module", params=ORIGINALS, ids=lambda original: original.name)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """What the rules say of one original, set in the decree's layout."""
    original: Original = request.param
    path = tmp_path_factory.mktemp("originals") / f"{original.name}.docx"
    path.write_bytes(original_docx(original))
    return _check(path, original.findings)


def test_every_slip_that_a_clerk_cannot_miss_is_found(judged: Judged) -> None:
    assert judged.missed == ()


def test_every_slip_is_told_once(judged: Judged) -> None:
    assert judged.told_twice == ()


def test_what_only_looks_like_a_slip_is_left_alone(judged: Judged) -> None:
    assert judged.wrong == ()


def test_hardly_a_finding_is_not_the_clerks(judged: Judged) -> None:
    assert len(judged.others) <= MOST_OTHERS, "\n".join(judged.others)


@pytest.mark.parametrize("original", ORIGINALS, ids=lambda original: original.name)
def test_figures_are_checked_alike_in_a_file_of_plain_styles(
    original: Original, tmp_path: Path
) -> None:
    figures = [slip for slip in original.findings["must"] if slip["family"] == "SL"]
    expected = {**original.findings, "must": figures}
    judged = _check(pandoc_docx(original, tmp_path), expected)
    assert (judged.missed, judged.told_twice, judged.wrong) == ((), (), ())


def _check(path: Path, expected: Expected) -> Judged:
    checked = check_file(path)
    assert checked.subject is not None
    return judge(checked.findings, checked.subject.manuscript.passages, expected)
