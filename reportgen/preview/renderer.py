"""The thread that lays pages out anew whenever a source has changed."""

import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.isolation import OutOfMemoryError, OutOfTimeError
from reportgen.preview import view as views
from reportgen.preview.desk import Desk
from reportgen.preview.view import Remark
from reportgen.preview.watching import Watch, dossier_alone
from reportgen.preview.work import (
    Laid,
    Refused,
    lay_out,
    look_through,
    merged,
    remark_of_problem,
    source_files,
)
from reportgen.preview.worker import DroppedError, Worker
from reportgen.problems import Place, Problem

_TURN = 0.1  # seconds between two looks at the sources
_SHARE = 0.1  # of the time that may be spent looking: on a slow drive the looks are fewer
_QUIET = 0.12  # seconds without a further change before a change is taken up
_LONGEST = 1.5  # seconds after which a change is taken up though others keep coming

Clock = Callable[[], datetime]


class Renderer:
    """Keeps the desk's pages up to date until it is stopped."""

    def __init__(
        self,
        desk: Desk,
        path: Path,
        templates: tuple[Path, ...] = (),
        worker: Worker | None = None,
        clock: Clock = datetime.now,
    ) -> None:
        self._desk, self._path, self._templates = desk, path, templates
        self._worker = worker or Worker()
        self._clock = clock
        self._own = dossier_alone(path)
        self._watch = Watch(self._own)
        self._dropped = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        """Begin; the first pages are laid out at once."""
        self._worker.start()
        self._thread.start()

    def stop(self) -> None:
        """End, whatever is under way."""
        self._stop.set()
        self._worker.close()
        if self._thread.is_alive():
            self._thread.join(5)

    def _run(self) -> None:
        while not self._stop.is_set():
            if self.turn():
                self._wait_for_change()
            self._wait_for_quiet()

    def turn(self) -> bool:
        """Lay the pages out as the sources are now, and look them through.

        False where that was given up because the sources have changed in the meantime.
        """
        self._desk.step(views.begun)
        begun = self._watch.state()
        self._own = {path: begun.get(path, digest) for path, digest in self._own.items()}

        def outdated() -> bool:
            return self._stop.is_set() or self._watch.state() != begun

        # What is dropped must not be dropped for ever where somebody saves again and again.
        unwanted = (lambda: False) if self._dropped else outdated
        self._dropped = False
        try:
            return self._lay_out(unwanted)
        except DroppedError:
            self._dropped = True
            return False
        except Exception as error:
            self._watch.use(begun)
            self._refuse((remark_of_problem(_problem(error, shown_path(self._path))),), {})
            return True

    def _lay_out(self, unwanted: Callable[[], bool]) -> bool:
        result = self._worker.ask(lay_out, self._path, self._templates, unwanted=unwanted)
        self._watch.use({**self._own, **result.reads})
        if isinstance(result, Refused):
            self._refuse(result.remarks, source_files(result.reads))
            return True
        self._desk.lay(result.pdf, result.pages, result.note, self._clock())
        try:
            return self._look_through(result)
        except DroppedError:
            return False

    def _look_through(self, result: Laid) -> bool:
        def outdated() -> bool:
            return self._stop.is_set() or self._watch.changed()

        if outdated():
            return False
        looked = self._worker.ask(
            look_through, self._path, self._templates, result.pdf, unwanted=outdated
        )
        self._watch.add(looked.reads)
        remarks = merged(looked.remarks, result.remarks)
        files = source_files({**result.reads, **looked.reads})
        self._desk.step(lambda view: views.looked_through(view, remarks, files))
        return True

    def _refuse(self, remarks: tuple[Remark, ...], files: Mapping[str, str]) -> None:
        at = self._clock()
        self._desk.step(lambda view: views.refused(view, remarks, files, at))

    def _wait_for_change(self) -> None:
        while not self._stop.is_set():
            start = time.monotonic()
            if self._watch.changed():
                return
            self._stop.wait(max(_TURN, (time.monotonic() - start) / _SHARE))

    def _wait_for_quiet(self) -> None:
        """Wait until for a moment no further change comes, but not for ever."""
        latest = time.monotonic() + _LONGEST
        before = self._watch.state()
        while not self._stop.wait(_QUIET) and time.monotonic() < latest:
            now = self._watch.state()
            if now == before:
                return
            before = now


def _problem(error: Exception, file: str) -> Problem:
    """Why the work came to no result."""
    place = Place(file)
    match error:
        case OutOfTimeError():
            message = "dựng quá lâu nên chương trình đã dừng lại"
            hint = "xem lại phần vừa sửa: bảng quá dài, vòng lặp trong mẫu; sửa rồi lưu lại"
            return Problem("XT003", message, place, hint)
        case OutOfMemoryError():
            message = "dựng cần nhiều bộ nhớ hơn mức cho phép nên chương trình đã dừng lại"
            hint = "xem lại phần vừa sửa: bảng quá dài, vòng lặp trong mẫu; sửa rồi lưu lại"
            return Problem("XT004", message, place, hint)
    message = f"lỗi bên trong chương trình, không phải do hồ sơ ({error!r})"
    return Problem(
        "XT005", message, place, "lưu lại hồ sơ để dựng lại; vẫn lỗi thì báo người phát triển"
    )
