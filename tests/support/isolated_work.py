"""Work for processes of their own: what goes well, and all that can go wrong."""

import ctypes
import faulthandler
import os
import signal
import sys
import time

from reportgen.problems import InputError, Place, Problem

PROBLEM = Problem("HS005", "sai cú pháp", Place("ho_so.yaml", 3), "sửa dòng này")


def doubled(number: int) -> int:
    return number * 2


def own_process() -> int:
    return os.getpid()


def megabytes(count: int) -> int:
    return len(bytearray(count * 1024 * 1024))


def grown_for_ever() -> None:
    held = []
    while True:
        held.append("a" * 1_000_000)


def asleep() -> None:
    time.sleep(600)


def reckoning_for_ever() -> None:
    while True:
        pass


def ended_by(number: int) -> None:
    os.kill(os.getpid(), number)


def left() -> None:
    os._exit(3)


def broken_like_a_library() -> None:
    os.write(2, b"GLib-ERROR **: failed to allocate 1099511627776 bytes\n")
    os.kill(os.getpid(), signal.SIGABRT)


def fallen() -> None:
    faulthandler.disable()
    ctypes.string_at(0)


def refused() -> None:
    raise InputError([PROBLEM])


def divided() -> float:
    return 1 / 0


class UnpickledError(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def oddly_failed() -> None:
    raise UnpickledError("một", "hai")


def unpicklable() -> object:
    return lambda: None


def deep(depth: int) -> object:
    found: object = None
    for _ in range(depth):
        found = [found]
    return found


def printed() -> str:
    print("không ai đọc")  # noqa: T201
    print("không ai đọc", file=sys.stderr)  # noqa: T201
    return "xong"
