"""PDFs made in a process of their own: the same bytes, and an end to what would never end."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from support.dossiers import TEMPLATES, write_dossier

from reportgen.limits import MEGABYTES, SECONDS, Limits, limits
from reportgen.problems import InputError, Problem
from reportgen.rendering import Format, render

USUAL = Limits()
LONG = "\n\n".join(["| TT | Tên |\n| --- | --- |" + "\n| 1 | Sở |" * 4000] * 2)


@pytest.fixture(params=["một luồng", "nhiều luồng"])
def threads(request: pytest.FixtureRequest) -> Iterator[None]:
    done = Event()
    other = Thread(target=done.wait)
    if request.param == "nhiều luồng":
        other.start()
    yield
    done.set()
    if other.ident:
        other.join()


def refused(path: Path, **given: int) -> Problem:
    with pytest.raises(InputError) as caught:
        render(path, [Format.PDF], [TEMPLATES], limits=Limits(**given))
    (problem,) = caught.value.problems
    return problem


@pytest.mark.usefixtures("threads")
def test_the_bytes_are_those_of_a_pdf_made_here(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Nội dung^[Chú thích.] của báo cáo.")
    here = render(path, [Format.PDF, Format.DOCX], [TEMPLATES])
    assert render(path, [Format.PDF, Format.DOCX], [TEMPLATES], limits=USUAL) == here
    assert list(here.files) == [Format.PDF, Format.DOCX]


@pytest.mark.usefixtures("threads")
def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    problem = refused(write_dossier(tmp_path, LONG), seconds=1)
    assert (problem.code, "quá 1 giây" in problem.message) == ("GH001", True)
    assert SECONDS in problem.hint
    assert str(problem.place).endswith("bao_cao.yaml")


@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("megabytes", [1, 20])
def test_a_pdf_that_takes_too_much_memory_is_given_up(tmp_path: Path, megabytes: int) -> None:
    problem = refused(write_dossier(tmp_path, LONG), megabytes=megabytes)
    assert (problem.code, f"hơn {megabytes} MB" in problem.message) == ("GH002", True)
    assert MEGABYTES in problem.hint


def test_a_style_sheet_that_makes_pages_without_end_is_given_up(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Nội dung. " * 2000)
    frame = tmp_path / "mau" / "_khung"
    frame.mkdir(parents=True)
    (frame / "khung.css").write_text("@page { size: 20mm 8mm; margin: 1mm } p { margin: 90mm }")
    assert refused(path, seconds=1).code == "GH001"


def test_faults_of_the_frame_are_told_as_ever(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    frame = tmp_path / "mau" / "_khung"
    frame.mkdir(parents=True)
    (frame / "khung.css").write_text("p { color: {{ la }} }", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(path, [Format.DOCX, Format.PDF], [TEMPLATES], limits=USUAL)
    with pytest.raises(InputError) as here:
        render(path, [Format.DOCX, Format.PDF], [TEMPLATES])
    assert caught.value.problems == here.value.problems


def test_limits_are_set_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits() == USUAL
    monkeypatch.setenv(SECONDS, "30")
    monkeypatch.setenv(MEGABYTES, " 512 ")
    assert limits() == Limits(30, 512)
    for wrong in ("0", "-5", "nhiều", "1.5", "9" * 8, "٣"):
        monkeypatch.setenv(SECONDS, wrong)
        monkeypatch.setenv(MEGABYTES, wrong)
        with pytest.raises(InputError) as caught:
            limits()
        assert [problem.code for problem in caught.value.problems] == ["GH003"] * 2
