"""The side that works: one document made and written, whatever happens to it told as data."""

import hashlib
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from reportgen.batch import process
from reportgen.batch.jobs import Job, Outcome, Result, failed
from reportgen.dossier.consulted import noting
from reportgen.pdf_engines import PdfEngine
from reportgen.problems import InputError, Problem
from reportgen.rendering import Format, render
from reportgen.whole_files import write_all


class _TimeIsUp(BaseException):
    """The document has taken as long as it may; no Exception, so that no library swallows it."""


def render_job(job: Job, *, settled: bool = True) -> Outcome:
    """Make the document of a job and write its files, each in one move; never raises.

    Without `settled` its files are left for the caller to `settle`. What it reads is noted while it
    works. Beyond its time it is given up (in the main thread of a process, on systems with timers;
    a worker of `local_pool` is ended where even that is no help).
    """
    try:
        with _time_limit(job.seconds), noting() as noted:
            _make_ready(job)
            rendered = render(
                job.dossier, job.formats, job.templates, job.changes, engine=job.engine
            )
            files = {job.file(kind): data for kind, data in rendered.files.items()}
            write_all(files, settled=settled)
    except InputError as error:
        return failed(job, error.problems)
    except _TimeIsUp:
        return failed(job, (late(job.seconds),))
    except MemoryError:
        return failed(job, (_no_memory(),))
    except Exception as error:
        return failed(job, (_internal(error),))
    return Outcome(
        job.number,
        job.name,
        Result.WRITTEN,
        files={
            path.relative_to(job.output).as_posix(): hashlib.sha256(data).hexdigest()
            for path, data in files.items()
        },
        sources=noted,
        warnings=len(rendered.warnings),
    )


def _make_ready(job: Job) -> None:
    """Have what PDFs need kept from one document to the next."""
    if Format.PDF in job.formats and job.engine is PdfEngine.WEASYPRINT:
        from reportgen.writers.pdf.faces import keep_faces

        keep_faces()


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _TimeIsUp within after that time, and again until it is heard."""
    if not seconds:
        yield
        return
    with process.doomed(seconds):
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, _ring)
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _TimeIsUp


def late(seconds: float) -> Problem:
    """That a document took longer than it may."""
    message = f"dựng lâu quá {seconds:g} giây nên bị dừng"
    hint = "xem lại hồ sơ này, hoặc cho thêm thời gian bằng --timeout"
    return Problem("HL012", message, None, hint)


def _no_memory() -> Problem:
    hint = "xem bảng, phụ lục của hồ sơ này có quá lớn không, hoặc thêm bộ nhớ bằng --memory"
    return Problem("HL013", "cần nhiều bộ nhớ hơn mức cho phép", None, hint)


def _internal(error: Exception) -> Problem:
    hint = "chạy reportgen render với hồ sơ này để xem kỹ hơn"
    return Problem("HL014", f"lỗi bên trong chương trình: {error!r:.300}", None, hint)
