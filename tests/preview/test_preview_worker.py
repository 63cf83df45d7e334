"""The warm process: results, errors, limits, and work that nobody wants any more."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier

from reportgen.isolation import DiedError, OutOfMemoryError, OutOfTimeError
from reportgen.preview.work import Laid, Looked, Refused, lay_out, look_through
from reportgen.preview.worker import DroppedError, Worker

_COPIES = pytest.mark.skipif(sys.platform != "linux", reason="only Linux works in copies")


@contextmanager
def working(seconds: float = 60.0, megabytes: int = 1_000) -> Iterator[Worker]:
    worker = Worker(seconds, megabytes)
    try:
        yield worker
    finally:
        worker.close()


def hungry() -> int:
    return len(bytearray(3_000_000_000))


def test_pages_and_findings_come_from_the_process_with_what_was_read(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Đến nay đạt 50/80 hồ sơ (đạt 99%).")
    with working() as worker:
        laid = worker.ask(lay_out, path, (TEMPLATES,))
        assert isinstance(laid, Laid)
        assert len(laid.pages) == 1
        assert str(path) in laid.reads
        looked = worker.ask(look_through, path, (TEMPLATES,), laid.pdf)
        assert isinstance(looked, Looked)
        found = next(one for one in looked.remarks if one.quote == "99%")
        assert (found.spots[0].page, len(found.spots[0].boxes)) == (0, 1)
        assert found.place == f"bao_cao.yaml, dòng {found.line}"
        path.write_text("mau: [\n", encoding="utf-8")
        refused = worker.ask(lay_out, path, (TEMPLATES,))
        assert isinstance(refused, Refused)
        assert str(path) in refused.reads


@_COPIES
def test_work_ends_at_its_limits_and_the_process_goes_on() -> None:
    with working(seconds=1.0, megabytes=500) as worker:
        with pytest.raises(OutOfTimeError):
            worker.ask(time.sleep, 60)
        with pytest.raises(OutOfMemoryError):
            worker.ask(hungry)
        assert worker.ask(abs, -3) == 3


@_COPIES
def test_work_that_is_not_wanted_any_more_is_dropped_at_once() -> None:
    with working() as worker:
        assert worker.ask(abs, -1) == 1
        with pytest.raises(DroppedError):
            worker.ask(time.sleep, 60, unwanted=lambda: True)
        assert worker.ask(abs, -2) == 2


def test_a_process_that_dies_is_told_of_and_another_takes_its_place() -> None:
    with working() as worker:
        with pytest.raises(DiedError):
            worker.ask(os._exit, 3)
        assert worker.ask(abs, -4) == 4


def test_an_error_of_the_work_is_told_in_words() -> None:
    with working() as worker, pytest.raises(DiedError, match="ZeroDivisionError"):
        worker.ask(divmod, 1, 0)


def test_a_worker_that_is_closed_does_nothing_more() -> None:
    with working() as worker:
        pass
    with pytest.raises(DroppedError):
        worker.ask(abs, -1)
