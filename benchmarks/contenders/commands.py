"""The command lines that are timed, and which programs they need."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders.report import Report

Command = tuple[str | Path, ...]
HINTS = {
    "pandoc": "apt install pandoc",
    "soffice": "apt install libreoffice-writer",
}
"""How the programs that are no part of the environment are installed on Debian and Ubuntu."""


def missing() -> tuple[str, ...]:
    """The programs that are not on this machine."""
    return tuple(name for name in HINTS if shutil.which(name) is None)


def render(dossiers: Sequence[Path], output: Path, formats: Sequence[str]) -> Command:
    """`reportgen render`, the program that the environment installed."""
    wanted = (part for name in formats for part in ("--format", name))
    return (_installed("reportgen"), "render", *dossiers, "--output", output, *wanted)


def batch(manifest: Path, output: Path, formats: Sequence[str], jobs: int) -> Command:
    """`reportgen batch` with so many workers."""
    wanted = (part for name in formats for part in ("--format", name))
    command = (_installed("reportgen"), "batch", manifest, "--output", output)
    return (*command, *wanted, "--jobs", str(jobs))


def check(file: Path) -> Command:
    """`reportgen check` of a Word file."""
    return (_installed("reportgen"), "check", file)


def pandoc(report: Report, output: Path) -> Command:
    """pandoc from Markdown to DOCX."""
    return ("pandoc", report.markdown, "--output", output)


def docxtpl(report: Report, output: Path, copies: int = 1) -> Command:
    """The script that fills a docxtpl template."""
    module = "benchmarks.contenders.docxtpl_script"
    command = (sys.executable, "-m", module, report.template, report.values)
    return (*command, output, str(copies))


def libreoffice(files: Sequence[Path], output: Path, profile: Path) -> Command:
    """One LibreOffice process that converts all files to PDF, with a profile of its own."""
    home = f"-env:UserInstallation={profile.resolve().as_uri()}"
    return ("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", output, *files)


def _installed(name: str) -> Path:
    return Path(sys.executable).with_name(name)
