"""Two hundred reports: `reportgen batch` on two processors against loops over the others."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.contenders import commands
from benchmarks.contenders.report import Report
from benchmarks.measuring import Cost, process
from benchmarks.table import Row, seconds

JOBS = 2
MOST_MEMORY = 400  # MB a worker


def batches(report: Report, folder: Path, reports: int) -> Iterator[Row]:
    """DOCX against a loop over pandoc, DOCX + PDF against docxtpl and one LibreOffice process.

    Then the memory of one worker after ten reports and after all. Ratios are of reports a second.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest = _manifest(report.dossier, folder, reports)
    lacking = commands.missing()
    told = f"batch of {reports} on {JOBS} processors"
    if "pandoc" not in lacking:
        half = reports // 2  # before and after, so that both meet the same machine
        theirs = _loop(report, folder, half)
        ours = process(commands.batch(manifest, folder / "docx", ["docx"], JOBS))
        theirs += _loop(report, folder, reports - half)
        yield _row(f"{told}: DOCX", "a loop over pandoc", reports, (ours, theirs), "≥ 5")
    if "soffice" not in lacking:
        ours = process(commands.batch(manifest, folder / "both", ["docx", "pdf"], JOBS))
        theirs = _script_and_office(report, folder, reports)
        name = "a docxtpl loop + one LibreOffice"
        yield _row(f"{told}: DOCX + PDF", name, reports, (ours, theirs), "≥ 1.5")
    yield from _memory(report, folder, reports)


def _manifest(dossier: Path, folder: Path, reports: int) -> Path:
    """A list of that many reports: one dossier, each time with another number."""
    lines = (f"{dossier},bao_cao_{number:04d},{number}" for number in range(1, reports + 1))
    path = folder / "danh_sach.csv"
    path.write_text("\n".join(("ho_so,ten_tep,so", *lines)) + "\n", encoding="utf-8")
    return path


def _loop(report: Report, folder: Path, reports: int) -> Cost:
    each = (process(commands.pandoc(report, folder / "pandoc.docx")) for _ in range(reports))
    return sum(each, Cost(0, 0))


def _script_and_office(report: Report, folder: Path, reports: int) -> Cost:
    filled = folder / "filled"
    script = process(commands.docxtpl(report, filled, max(2, reports)))
    files = sorted(filled.glob("*.docx"))[:reports]
    return script + process(commands.libreoffice(files, folder / "office", folder / "profile"))


def _row(what: str, name: str, reports: int, costs: tuple[Cost, Cost], target: str) -> Row:
    mine, other = (f"{seconds(one.wall)}, {reports / one.wall:.1f} a second" for one in costs)
    ours, theirs = costs
    return Row(what, mine, name, other, theirs.wall / ours.wall, target, "as above")


def _memory(report: Report, folder: Path, reports: int) -> Iterator[Row]:
    for way in ("docx", "pdf"):
        command = [sys.executable, "-m", "benchmarks.worker_memory"]
        command += [str(report.dossier), str(folder / "memory"), way, str(reports)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        tenth, last, slower = json.loads(done.stdout.splitlines()[-1])
        yield Row(
            f"memory of a worker after {reports}: {way.upper()}",
            f"{last:.0f} MB (most allowed: {MOST_MEMORY} MB)",
            "after 10",
            f"{tenth:.0f} MB",
            last / tenth,
            "≤ 1.1",
        )
        yield Row(f"time of the last 10 of {reports}: {way.upper()}", "", "the 10 after the first "
                  "10", "", slower, "≤ 1.15")  # fmt: skip
