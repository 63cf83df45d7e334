"""The benchmarks run on small input; how long anything takes is not looked at."""

import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.batches import batches
from benchmarks.cold import cold
from benchmarks.contenders import commands
from benchmarks.contenders.docxtpl_script import main as docxtpl_script
from benchmarks.contenders.report import Report, prepared
from benchmarks.dossiers import of_notes, of_pages, of_rows
from benchmarks.growth import Growth, growth
from benchmarks.growth import markdown as growth_markdown
from benchmarks.measuring import Cost, in_turn, process, ratio, slope
from benchmarks.table import Row, markdown
from benchmarks.warm import warm
from reportgen.document.tree import Heading
from reportgen.rendering import Format, render


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("report")
    return prepared(folder / "forms", of_notes(folder / "dossier", 3))


def test_each_contender_gets_the_whole_text(report: Report, tmp_path: Path) -> None:
    docxtpl_script(str(report.template), str(report.values), str(tmp_path / "filled.docx"))
    filled = zipfile.ZipFile(tmp_path / "filled.docx").read("word/document.xml").decode("utf-8")
    forms = (filled, report.markdown.read_text("utf-8"), report.html.read_text("utf-8"))
    for number in range(3):
        for form in forms:
            assert f"Báo cáo số {number + 1}/BC-TCT" in form


def test_contenders_take_turns_after_a_run_that_does_not_count() -> None:
    order: list[str] = []

    def contender(name: str) -> Cost:
        order.append(name)
        return Cost(2.0 if name == "a" else 1.0, 0.0)

    costs = in_turn({"a": lambda: contender("a"), "b": lambda: contender("b")}, 2)
    assert order == ["a", "b"] * 3
    assert ratio(costs["a"], costs["b"]) == 2


def test_a_process_is_told_of_by_the_system_and_its_failure_is_not_measured() -> None:
    cost = process([sys.executable, "-c", "x = bytearray(50_000_000)"])
    assert cost.wall > 0
    assert cost.peak > 45
    with pytest.raises(RuntimeError, match="quá nhiều"):
        process([sys.executable, "-c", "raise SystemExit('quá nhiều')"])


def test_exponents_are_those_of_the_two_largest_sizes() -> None:
    assert slope([1, 10, 100], [5, 1, 100]) == pytest.approx(2)
    assert slope([10, 100], [1, 10]) == pytest.approx(1)


def test_a_ratio_on_the_wrong_side_of_its_target_shows() -> None:
    rows = [
        Row("a", "1 s", "b", "2 s", 0.5, "≤ 0.6"),
        Row("c", "1 s", "d", "2 s", 2.0, "≥ 5", "notes"),
    ]
    assert [row.holds for row in rows] == [True, False]
    assert markdown(rows).splitlines()[2:] == [
        "| a | 1 s | b | 2 s | 0.50 ✓ | ≤ 0.6 |  |",
        "| c | 1 s | d | 2 s | 2.00 ✗ | ≥ 5 | notes |",
    ]


def test_dossiers_have_the_size_asked_for(tmp_path: Path) -> None:
    from reportgen.building import build

    assert len(build(of_notes(tmp_path / "notes", 25)).document.notes) == 25
    table = build(of_rows(tmp_path / "rows", 12)).document.appendices[0].blocks[-1]
    assert len(table.rows) == 12
    body = build(of_pages(tmp_path / "pages", 6)).document.body
    assert sum(not isinstance(block, Heading) for block in body) == 6 * 7


def test_every_part_gives_its_rows(report: Report, tmp_path: Path) -> None:
    told = [row.what for row in warm(report, tmp_path, 1)]
    assert {"warm: DOCX", "warm: PDF", "warm: check of the DOCX"} <= set(told)
    told = [row.what for row in cold(report, tmp_path, 1)]
    assert "cold command: check of the DOCX" in told or commands.missing()


def test_a_batch_is_measured_in_throughput_and_memory(report: Report, tmp_path: Path) -> None:
    rows = list(batches(report, tmp_path, 2))
    assert [row.what for row in rows][-1].startswith("time of the last 10 of 2")
    assert all(row.ratio is not None and row.ratio > 0 for row in rows)


def test_growth_is_measured_in_processes_of_their_own(tmp_path: Path) -> None:
    found = list(growth(tmp_path, {"docx": {"rows": (2, 4)}}))
    assert [(one.what, one.way, len(one.times)) for one in found] == [("rows", "docx", 2)]
    shown = Growth("rows", "docx", (10, 100, 1000), (0.1, 1.0, 10.0), (1.0, 10.0, 100.0))
    assert growth_markdown([shown]).splitlines()[2] == (
        "| rows | docx | 10 · 100 · 1.000 | 100 ms · 1.00 s · 10.00 s | 1.00 "
        "| 1 MB · 10 MB · 100 MB | 1.00 |"
    )


def test_a_thousand_pages_are_within_the_limits(tmp_path: Path) -> None:
    assert render(of_pages(tmp_path, 1000), [Format.DOCX]).files[Format.DOCX]
