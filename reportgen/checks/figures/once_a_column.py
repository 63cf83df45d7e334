"""A slip that runs down a column of a table, or through a text, told at the first place."""

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
            more = f"; còn {len(others)} chỗ nữa như vậy trong cột này" if others else ""
            yield replace(first, message=first.message + more)

    return told


def once_a_text(check: Check, singly: int) -> Check:
    """What `check` finds, but more than `singly` of them outside tables as one, with their number.

    For advice on a habit: whoever follows it goes through the text anyway.
    """

    def told(subject: Subject) -> Iterator[Finding]:
        found = list(check(subject))
        in_text = [one for one in found if one.passage and one.passage.cell is None]
        if len(in_text) <= singly:
            yield from found
            return
        yield from (one for one in found if one not in in_text)
        first = in_text[0]
        more = f"; còn {len(in_text) - 1} chỗ nữa như vậy trong văn bản"
        yield replace(first, message=first.message + more)

    return told
