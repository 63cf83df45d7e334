"""A slip that runs down a column of a table, told at the first of its cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportgen.checks.finding import Finding
from reportgen.checks.subject import Subject

Check = Callable[[Subject], Iterable[Finding]]


def once_a_column(check: Check) -> Check:
    """What `check` finds, but in each column of a table the first only, saying how many follow."""

    def told(subject: Subject) -> Iterator[Finding]:
        columns: dict[tuple[int, int], list[Finding]] = {}
        for finding in check(subject):
            place = finding.passage.cell if finding.passage else None
            if place is None:
                yield finding
            else:
                columns.setdefault((place.table, place.column), []).append(finding)
        for first, *others in columns.values():
            more = f" Còn {len(others)} chỗ nữa như vậy trong cột này." if others else ""
            yield replace(first, message=first.message + more)

    return told
