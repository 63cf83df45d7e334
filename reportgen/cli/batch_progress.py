"""How far a batch is: a bar where there is a terminal, plain lines where there is none."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self

from reportgen.batch import Outcome, Result
from reportgen.cli.printing import print_error, print_remark
from reportgen.vietnamese import format_number

_STEPS = 20  # lines for a long batch


def failure_line(outcome: Outcome) -> str:
    """`ten_tep: lỗi: don_vi.yaml:3: … (và 4 lỗi nữa)`."""
    more = f" (và {outcome.errors - 1} lỗi nữa)" if outcome.errors > 1 else ""
    return f"{outcome.name}: lỗi: {outcome.reason}{more}"


class Progress(Protocol):
    """What is told of outcomes while the batch runs."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def tell(self, outcome: Outcome) -> None:
        """One more job is done."""

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        """The counts at the end."""


def progress(total: int) -> Progress:
    """The bar, or the lines, of a batch of that many jobs."""
    return Bar(total) if sys.stderr.isatty() else Lines(total)


class Lines:
    """Plain lines on standard error: each failure, and every so often how far it is."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.failed = 0
        self.step = max(1, total // _STEPS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def tell(self, outcome: Outcome) -> None:
        self.done += 1
        if outcome.result is Result.FAILED:
            self.failed += 1
            print_error(failure_line(outcome))
        if self.done % self.step == 0 or self.done == self.total:
            failed = f", {format_number(self.failed)} lỗi" if self.failed else ""
            print_remark(f"đã xong {format_number(self.done)}/{format_number(self.total)}{failed}")

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        first, second = (max(map(len, column)) for column in zip(*rows, strict=True))
        for title, count in rows:
            print_remark(f"  {title:<{first}}  {count:>{second}}")


class Bar:
    """A bar on the terminal, with the failures as lines above it."""

    def __init__(self, total: int) -> None:
        from rich import progress as parts
        from rich.console import Console

        self.console = Console(stderr=True, highlight=False)
        self.bar = parts.Progress(
            parts.TextColumn("{task.description}"),
            parts.BarColumn(),
            parts.MofNCompleteColumn(),
            parts.TimeRemainingColumn(),
            parts.TextColumn("{task.fields[failed]}", style="red"),
            console=self.console,
            transient=True,
        )
        self.task = self.bar.add_task("Dựng văn bản", total=total, failed="")
        self.failed = 0

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.bar.stop()

    def tell(self, outcome: Outcome) -> None:
        if outcome.result is Result.FAILED:
            self.failed += 1
            line = failure_line(outcome)
            self.console.print(line, style="red", markup=False, soft_wrap=True)
        failed = f"{format_number(self.failed)} lỗi" if self.failed else ""
        self.bar.update(self.task, advance=1, failed=failed)

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        from rich.table import Table

        table = Table()
        table.add_column("Kết quả")
        table.add_column("Số tài liệu", justify="right")
        for row in rows:
            table.add_row(*row)
        self.console.print(table)
