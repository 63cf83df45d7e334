"""What making a PDF may cost, and what to tell of one that would cost more."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from reportgen.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from reportgen.isolation import Task

T = TypeVar("T")

SECONDS, MEGABYTES = "REPORTGEN_PDF_SECONDS", "REPORTGEN_PDF_MB"
"""The environment variables that set other limits."""
_MOST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one PDF may be in the making, and the memory that it may take.

    A report of 12 pages needs 2 seconds and 150 MB; the usual limits let 1.000 pages pass.
    """

    seconds: int = 900
    megabytes: int = 4096


def limits() -> Limits:
    """The limits that the environment sets, else the usual ones.

    Raises InputError (GH003) for a value that is no whole number above 0.
    """
    usual = Limits()
    found = {name: os.environ.get(name, "").strip() for name in (SECONDS, MEGABYTES)}
    hint = (
        "ghi số nguyên lớn hơn 0, hoặc bỏ biến này để dùng giới hạn mặc định "
        f"({usual.seconds} giây, {usual.megabytes} MB)"
    )
    problems = [
        Problem("GH003", f"biến môi trường {name} ghi “{text[:40]}”", None, hint)
        for name, text in found.items()
        if text and not _is_count(text)
    ]
    if problems:
        raise InputError(problems)
    return Limits(int(found[SECONDS] or usual.seconds), int(found[MEGABYTES] or usual.megabytes))


def result_of(task: "Task[T]", limits: Limits, place: Place) -> T:
    """What a task gives; `place` is the dossier.

    Raises InputError: GH001 too long, GH002 too much memory, GH004 died; and what the task raises.
    """
    from reportgen.isolation import DiedError, OutOfMemoryError, OutOfTimeError

    try:
        return task.result()
    except OutOfTimeError as error:
        message = f"tạo PDF quá {limits.seconds} giây nên đã dừng"
        hint = (
            "xem văn bản, bảng, khung.html và khung.css có phần nào lớn hoặc lặp bất thường; "
            f"văn bản dài thật thì đặt biến môi trường {SECONDS} lớn hơn"
        )
        raise InputError([Problem("GH001", message, place, hint)]) from error
    except OutOfMemoryError as error:
        message = f"tạo PDF cần hơn {limits.megabytes} MB bộ nhớ nên đã dừng"
        hint = (
            "xem văn bản, bảng, hình và khung.css có phần nào lớn bất thường; văn bản lớn thật thì "
            f"đặt biến môi trường {MEGABYTES} lớn hơn, hoặc tách phụ lục thành văn bản riêng"
        )
        raise InputError([Problem("GH002", message, place, hint)]) from error
    except DiedError as error:
        message = f"phần tạo PDF dừng đột ngột ({error})"
        hint = "chạy lại; vẫn lỗi thì tạo riêng bản DOCX (--format docx) và xem lại khung.css, hình"
        raise InputError([Problem("GH004", message, place, hint)]) from error


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) > 0
