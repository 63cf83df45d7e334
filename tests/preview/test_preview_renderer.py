"""The thread that keeps pages up to date, with a worker that does as it is told."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from support.browsers import until

from reportgen.dossier.consulted import digest_of
from reportgen.isolation import DiedError, OutOfMemoryError, OutOfTimeError
from reportgen.preview.desk import Desk
from reportgen.preview.renderer import Renderer
from reportgen.preview.view import Remark
from reportgen.preview.work import Laid, Looked, Refused, lay_out
from reportgen.preview.worker import DroppedError, Worker
from reportgen.problems import Severity

ERROR = Remark("HS005", Severity.ERROR, "thiếu dấu")
ADVICE = Remark("VB040", Severity.ADVICE, "chưa giải thích")


def blank_pdf(pages: int = 1) -> bytes:
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


PDF = blank_pdf()


@dataclass
class Obedient(Worker):
    """Answers with the next of `answers`: what it gives, what it raises, or what it does."""

    path: Path
    answers: list[Any] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    wanted: list[bool] = field(default_factory=list)

    def start(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to close."""

    def ask(
        self,
        function: Callable[..., Any],
        *_arguments: object,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> Any:
        self.asked.append("pages" if function is lay_out else "findings")
        answer = self.answers.pop(0)
        if callable(answer):
            answer = answer()
        self.wanted.append(not unwanted())
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "bao_cao.yaml"
    path.write_text("mau: x\n", encoding="utf-8")
    return path


def laid(dossier: Path) -> Laid:
    from reportgen.preview.pages import Printed

    printed = Printed(PDF)
    pages = printed.pages()
    printed.close()
    return Laid(PDF, pages, (), "", {str(dossier): digest_of(dossier)})


def looked(dossier: Path) -> Looked:
    return Looked((ADVICE,), {str(dossier): digest_of(dossier)})


def at_work(dossier: Path, *answers: Any) -> tuple[Renderer, Desk, Obedient]:
    desk = Desk("bao_cao.yaml")
    worker = Obedient(dossier, list(answers))
    return Renderer(desk, dossier, (), worker, lambda: datetime(2025, 9, 19)), desk, worker


def test_pages_come_first_and_then_what_was_found(dossier: Path) -> None:
    renderer, desk, worker = at_work(dossier, laid(dossier), looked(dossier))
    assert renderer.turn()
    assert worker.asked == ["pages", "findings"]
    assert (desk.view.checked, desk.view.busy, desk.view.broken) == (True, False, False)
    assert desk.view.remarks == (ADVICE,)
    assert list(desk.view.files.values()) == [str(dossier)]
    page = desk.view.pages[0]
    picture = desk.image(page.key, 300)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert desk.image("0" * 24, 300) is None
    desk.close()


def test_errors_keep_the_last_good_page_to_be_seen(dossier: Path) -> None:
    refused = Refused((ERROR,), {str(dossier): digest_of(dossier)})
    renderer, desk, _ = at_work(dossier, laid(dossier), looked(dossier), refused)
    renderer.turn()
    assert renderer.turn()
    assert desk.view.broken
    assert desk.view.remarks == (ERROR,)
    assert desk.image(desk.view.pages[0].key, 300)
    assert desk.pdf == PDF
    desk.close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OutOfTimeError(), "XT003"),
        (OutOfMemoryError(), "XT004"),
        (DiedError("SIGSEGV"), "XT005"),
        (ValueError("không ngờ"), "XT005"),
    ],
)
def test_work_that_came_to_no_result_is_told_and_the_page_stays(
    dossier: Path, error: Exception, code: str
) -> None:
    renderer, desk, _ = at_work(dossier, laid(dossier), looked(dossier), error)
    renderer.turn()
    assert renderer.turn()
    (remark,) = desk.view.remarks
    assert remark.code == code
    assert remark.hint
    assert desk.view.broken
    assert desk.view.pages
    desk.close()


def test_what_is_outdated_is_not_looked_through(dossier: Path) -> None:
    def meanwhile() -> Laid:
        result = laid(dossier)
        dossier.write_text("mau: y\n", encoding="utf-8")
        return result

    renderer, desk, worker = at_work(dossier, meanwhile)
    assert not renderer.turn()
    assert worker.asked == ["pages"]
    assert worker.wanted == [False]
    assert desk.view.busy
    desk.close()


def test_a_piece_of_work_is_dropped_but_not_twice_running(dossier: Path) -> None:
    def meanwhile() -> Exception:
        dossier.write_text(dossier.read_text("utf-8") + "#", encoding="utf-8")
        return DroppedError()

    renderer, desk, worker = at_work(dossier, meanwhile, meanwhile)
    assert not renderer.turn()
    assert worker.wanted == [False]
    assert not renderer.turn()
    assert worker.wanted == [False, True]
    desk.close()


def test_a_change_that_is_taken_back_during_the_checks_does_not_leave_it_undone(
    dossier: Path,
) -> None:
    renderer, desk, worker = at_work(
        dossier, laid(dossier), DroppedError(), laid(dossier), looked(dossier)
    )
    assert not renderer.turn()
    assert desk.view.busy
    assert renderer.turn()
    assert not desk.view.busy
    assert worker.asked == ["pages", "findings"] * 2
    desk.close()


def test_many_quick_saves_are_taken_up_together(dossier: Path) -> None:
    class Willing(Obedient):
        def ask(self, function: Callable[..., Any], *_arguments: object, **_more: object) -> Any:
            self.asked.append("pages" if function is lay_out else "findings")
            result = laid(dossier) if function is lay_out else looked(dossier)
            self.answers = [result.reads[str(dossier)]]
            return result

    desk, worker = Desk("bao_cao.yaml"), Willing(dossier)
    renderer = Renderer(desk, dossier, (), worker)
    renderer.start()
    until(lambda: desk.view.checked and not desk.view.busy, "the first pages")
    before = worker.asked.count("pages")
    for number in range(40):
        dossier.write_text(f"mau: x{number}\n", encoding="utf-8")
    last = digest_of(dossier)
    until(lambda: worker.answers == [last] and not desk.view.busy, "the last of the changes")
    assert 1 <= worker.asked.count("pages") - before < 20
    renderer.stop()
    desk.close()
