"""One process that has everything loaded, as a server or a worker has; others likewise."""

import io
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.cold import PANDOC_LACKS
from benchmarks.contenders import commands
from benchmarks.contenders.docxtpl_script import filled
from benchmarks.contenders.docxtpl_template import context_of
from benchmarks.contenders.report import Report
from benchmarks.measuring import Contender, Cost, call, in_turn, middle, process, ratio
from benchmarks.table import Row, seconds
from reportgen.building import build
from reportgen.checking import check_file
from reportgen.rendering import Format, render, written

_SCRIPT_LACKS = "footnotes, numbering, the decree's layout; the text as values, no template chain"
_SAME = "nothing: the same page and options (PDF/A-3u, tagged); it finds its font by name"


def warm(report: Report, folder: Path, runs: int) -> Iterator[Row]:
    """DOCX, PDF and the check of a DOCX, each in this process."""
    context = context_of(build(report.dossier).document)
    target = folder / "filled.docx"
    alone = call_of(lambda: filled(str(report.template), context, target))
    docx = {"ours": call_of(lambda: render(report.dossier, [Format.DOCX])), "docxtpl alone": alone}
    if "pandoc" not in commands.missing():
        docx["a pandoc process"] = lambda: process(commands.pandoc(report, folder / "pandoc.docx"))
    costs = in_turn(docx, runs)
    if "a pandoc process" in costs:
        yield _row("warm: DOCX", costs, "a pandoc process", "≤ 0.5", PANDOC_LACKS)
    yield _row("warm: DOCX", costs, "docxtpl alone", "≤ 2", _SCRIPT_LACKS)
    yield _pdf(report, runs)
    yield _check(report, folder, runs)


def call_of(function: Callable[[], object]) -> Contender:
    """The function as a contender."""
    return lambda: call(function)


def print_page(html: str) -> bytes:
    """The page printed by WeasyPrint alone, with the options that our PDF is written with."""
    from weasyprint import HTML

    buffer = io.BytesIO()
    with warnings.catch_warnings(), _silent(logging.getLogger("weasyprint")):
        warnings.simplefilter("ignore", ResourceWarning)
        HTML(string=html).write_pdf(buffer, pdf_variant="pdf/a-3u", pdf_tags=True)
    return buffer.getvalue()


@contextmanager
def _silent(logger: logging.Logger) -> Iterator[None]:
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _pdf(report: Report, runs: int) -> Row:
    html = report.html.read_text(encoding="utf-8")
    building = build(report.dossier)
    pdf: dict[str, Contender] = {
        "ours": call_of(lambda: written(building, Format.PDF)),
        "WeasyPrint alone": call_of(lambda: print_page(html)),
    }
    costs = in_turn(pdf, runs)
    return _row("warm: PDF", costs, "WeasyPrint alone", "≤ 1.15", _SAME)


def _check(report: Report, folder: Path, runs: int) -> Row:
    file = folder / "checked.docx"
    file.write_bytes(render(report.dossier, [Format.DOCX]).files[Format.DOCX])
    both = {
        "ours": call_of(lambda: check_file(file)),
        "rendering it": call_of(lambda: render(report.dossier, [Format.DOCX])),
    }
    costs = in_turn(both, runs)
    return _row("warm: check of the DOCX", costs, "rendering it", "≤ 2", "")


def _row(what: str, costs: dict[str, list[Cost]], other: str, target: str, lacks: str) -> Row:
    ours, theirs = (seconds(middle(costs[name]).wall) for name in ("ours", other))
    return Row(what, ours, other, theirs, ratio(costs["ours"], costs[other]), target, lacks)
