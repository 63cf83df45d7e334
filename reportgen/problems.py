"""Errors and warnings as data: where, what, how to mend. Imports nothing of ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs; an error stops the rendering, the others do not."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    ADVICE = "gợi ý"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a source file, as a user would look it up; lines and columns count from 1.

    `cell` is a cell of a workbook (`Sheet1!C5`) or one of its rows (`Sheet1!5`); line and column
    are then its row and column, if anything.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            sheet, _, cell = self.cell.rpartition("!")
            return f"{self.file}: trang “{sheet}”, {'dòng' if cell.isdecimal() else 'ô'} {cell}"
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)

    def shifted(self, lines: int) -> "Place":
        """The place that many lines further down (the column is no longer known)."""
        return Place(self.file, None if self.line is None else self.line + lines)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code, a message and a hint in Vietnamese, and where it stands."""

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR

    def sort_key(self) -> tuple[str, int, int, str]:
        place = self.place or Place("")
        return (place.file, place.line or 0, place.column or 0, self.code)


class InputError(Exception):
    """The input cannot be rendered; `problems` holds everything that was found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        unique = dict.fromkeys(problems)
        self.problems: tuple[Problem, ...] = tuple(sorted(unique, key=Problem.sort_key))
        super().__init__("; ".join(problem.message for problem in self.problems))

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Problem, ...]]]:
        """The problems, so that it goes from one process to another whole."""
        return InputError, (self.problems,)
