"""What the PDF engine says while it works, as problems: nothing it complains of goes unheard."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import get_ident

from reportgen.problems import Problem, Severity
from reportgen.writers.pdf.css_errors import in_vietnamese

_LOGGERS = ("weasyprint", "fontTools")
_LACKING = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]{4,6})\)", re.DOTALL)
#: The engine's advice to install a faster library; the PDF is the same without it.
_ADVICE = "Using fontTools instead of HarfBuzz-Subset"


class _Keeper(logging.Handler):
    """Keeps what is said in the thread that it was made in."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread:
            self.messages.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """The warnings and errors that the engine logs within, as they come."""
    keeper = _Keeper()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(keeper)
    try:
        yield keeper.messages
    finally:
        for logger in loggers:
            logger.removeHandler(keeper)


def problems_of(messages: Iterable[str]) -> tuple[Problem, ...]:
    """The messages as warnings: one for all letters that no font has, one for each other."""
    lacking: dict[str, None] = {}
    others: dict[str, None] = {}
    for message in messages:
        if found := _LACKING.search(message):
            lacking[chr(int(found[1], 16))] = None
        elif not message.startswith(_ADVICE):
            others[message] = None
    problems = [_engine_problem(message) for message in others]
    return tuple([_lacking_problem(list(lacking)), *problems] if lacking else problems)


def _lacking_problem(letters: list[str]) -> Problem:
    named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
    return Problem(
        "PD002",
        f"không phông chữ nào trên máy có các ký tự sau, PDF in ô trống thay vào: {named}",
        hint="cài phông có các ký tự đó (biểu tượng cảm xúc: gói fonts-noto-color-emoji) hoặc bỏ "
        "chúng khỏi văn bản",
        severity=Severity.WARNING,
    )


def _engine_problem(message: str) -> Problem:
    return Problem(
        "PD003",
        f"khi tạo PDF: {in_vietnamese(message)}",
        hint="xem lại khung.html và khung.css",
        severity=Severity.WARNING,
    )
