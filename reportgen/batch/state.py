"""What a folder of results was made from, kept beside them, so that a batch can be gone on with."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from reportgen.batch.jobs import Job, Outcome, Result
from reportgen.dossier.consulted import digest_of
from reportgen.whole_files import write_all

STATE_NAME = ".reportgen-batch.jsonl"


@dataclass(frozen=True, slots=True)
class Record:
    """A document that was written: what was asked, read and written for it (digests by path)."""

    key: str
    sources: Mapping[str, str]
    files: Mapping[str, str]
    warnings: int

    def as_line(self, name: str) -> bytes:
        """The record of the document of that name as a line of JSON."""
        told = {
            "ten": name,
            "khoa": self.key,
            "nguon": self.sources,
            "tep": self.files,
            "canh_bao": self.warnings,
        }
        return json.dumps(told, ensure_ascii=True).encode("ascii") + b"\n"


class State:
    """The records of a folder: a line is added for each document as soon as it is written.

    A line that a killed run left half done, or that somebody has spoilt, is passed over; its
    document is made again.
    """

    def __init__(self, folder: Path, jobs: Iterable[Job], *, resume: bool) -> None:
        """Read the records. Without `resume` those of the jobs count for nothing."""
        self.path = folder / STATE_NAME
        self._records = dict(_records_in(self.path))
        self._digests: dict[str, str] = {}
        self._file: IO[bytes] | None = None
        if not resume:
            for job in jobs:
                self._records.pop(job.name, None)

    def __enter__(self) -> Self:
        """Write the records that hold good anew, and stand by for more."""
        lines = (record.as_line(name) for name, record in self._records.items())
        write_all({self.path: b"".join(lines)})
        self._file = self.path.open("ab")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    def kept(self, job: Job) -> Outcome | None:
        """The outcome of a job that need not be done: nothing that it hangs on has changed."""
        record = self._records.get(job.name)
        if record is None or record.key != job.key:
            return None
        if {job.file(kind).relative_to(job.output).as_posix() for kind in job.formats} != set(
            record.files
        ):
            return None
        if any(self._now(path) != digest for path, digest in record.sources.items()):
            return None
        if any(digest_of(job.output / name) != digest for name, digest in record.files.items()):
            return None
        return Outcome(
            job.number, job.name, Result.KEPT, files=record.files, warnings=record.warnings
        )

    def add(self, job: Job, outcome: Outcome) -> None:
        """Keep what was written for a job."""
        record = Record(job.key, outcome.sources, outcome.files, outcome.warnings)
        if self._file is not None and outcome.result is Result.WRITTEN:
            self._file.write(record.as_line(job.name))
            self._file.flush()

    def _now(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest_of(path)
        return self._digests[path]


def _records_in(path: Path) -> Iterator[tuple[str, Record]]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        try:
            told = json.loads(line)
            record = Record(
                str(told["khoa"]), _texts(told["nguon"]), _texts(told["tep"]), int(told["canh_bao"])
            )
            yield str(told["ten"]), record
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            continue


def _texts(given: Mapping[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in given.items()}
