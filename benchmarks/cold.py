"""Whole commands, from the shell's prompt to the written file."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.contenders import commands
from benchmarks.contenders.report import Report
from benchmarks.measuring import Contender, Cost, in_turn, middle, process, ratio
from benchmarks.table import Row, seconds

PANDOC_LACKS = "letterhead, the decree's layout, rules, signature table, checks of the sources"
_SCRIPT_LACKS = "footnotes, numbering, checks of the sources; the PDF is no PDF/A and has no tags"


def cold(report: Report, folder: Path, runs: int) -> Iterator[Row]:
    """DOCX against pandoc, and DOCX with PDF against a docxtpl script with LibreOffice."""
    lacking = commands.missing()
    if "pandoc" not in lacking:
        contenders: dict[str, Contender] = {
            "ours": lambda: process(commands.render([report.dossier], folder, ["docx"])),
            "pandoc": lambda: process(commands.pandoc(report, folder / "pandoc.docx")),
        }
        yield _row("cold command: DOCX", contenders, runs, "≤ 3", PANDOC_LACKS)
    if "soffice" not in lacking:
        contenders = {
            "ours": lambda: process(commands.render([report.dossier], folder, ["docx", "pdf"])),
            "docxtpl script + LibreOffice": lambda: _script_and_office(report, folder),
        }
        yield _row("cold command: DOCX + PDF", contenders, runs, "≤ 0.6", _SCRIPT_LACKS)
    made = folder / f"{report.dossier.stem}.docx"
    contenders = {
        "ours": lambda: process(commands.check(made), most=1),  # 1: it found something
        "rendering it": lambda: process(commands.render([report.dossier], folder, ["docx"])),
    }
    contenders["rendering it"]()
    yield _row("cold command: check of the DOCX", contenders, runs, "≤ 2", "")


def _script_and_office(report: Report, folder: Path) -> Cost:
    made = folder / "script.docx"
    script = process(commands.docxtpl(report, made))
    return script + process(commands.libreoffice([made], folder, folder / "profile"))


def _row(what: str, contenders: dict[str, Contender], runs: int, target: str, lacks: str) -> Row:
    costs = in_turn(contenders, runs)
    other = next(name for name in contenders if name != "ours")
    ours, theirs = (middle(costs[name]) for name in ("ours", other))
    return Row(
        what,
        _shown(ours),
        other,
        _shown(theirs),
        ratio(costs["ours"], costs[other]),
        target,
        lacks,
    )


def _shown(cost: Cost) -> str:
    return f"{seconds(cost.wall)}, {cost.peak:.0f} MB"
