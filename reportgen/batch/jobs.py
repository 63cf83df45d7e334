"""What a batch is made of: a job for each document, an outcome for each job."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reportgen import __version__
from reportgen.dossier.changes import Change
from reportgen.pdf_engines import PdfEngine
from reportgen.problems import Problem, Severity
from reportgen.rendering import Format
from reportgen.source_date import source_date


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be made: small, and the same in every process.

    `name` is what its files are called, without suffix, below the folder `output`; `changes` are
    laid over the dossier. `seconds` is how long it may take, 0 for as long as it likes; `engine`
    makes the PDF.
    """

    number: int
    name: str
    dossier: Path
    output: Path
    formats: tuple[Format, ...] = (Format.DOCX, Format.PDF)
    templates: tuple[Path, ...] = ()
    changes: tuple[Change, ...] = ()
    seconds: float = 0
    engine: PdfEngine = PdfEngine.WEASYPRINT

    def file(self, suffix: Format) -> Path:
        """Where one of its files goes."""
        return self.output / f"{self.name}.{suffix}"

    @property
    def key(self) -> str:
        """What changes when something else is asked for; files that are read are not in it."""
        asked = (
            __version__,
            str(source_date()),
            sorted(self.formats),
            self.engine.value,
            str(self.dossier.absolute()),
            [str(folder.absolute()) for folder in self.templates],
            [(change.steps, change.text) for change in self.changes],
        )
        return hashlib.sha256(repr(asked).encode("utf-8", "surrogateescape")).hexdigest()


class Result(StrEnum):
    """What came of a job; the value is printed."""

    WRITTEN = "đã ghi"
    KEPT = "giữ nguyên"
    FAILED = "lỗi"
    STOPPED = "chưa làm"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job.

    `files` are the digests of what was written, by path below the folder of the results; `sources`
    those of all that was read for it, by absolute path. `reason` is the first error in one line.
    """

    number: int
    name: str
    result: Result
    files: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    reason: str = ""


def failed(job: Job, problems: tuple[Problem, ...]) -> Outcome:
    """A job that came to nothing, with the first error that has a line, told in one line."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    at_lines = (problem for problem in errors if problem.place and problem.place.line)
    first = next(at_lines, (errors or problems)[0])
    reason = f"{first.place}: {first.message}" if first.place else first.message
    return Outcome(
        job.number,
        job.name,
        Result.FAILED,
        errors=max(1, len(errors)),
        warnings=len(problems) - len(errors),
        reason=f"{' '.join(reason.split())} [{first.code}]",
    )
