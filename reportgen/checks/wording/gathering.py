"""One slip made many times over, told in one finding instead of dozens."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.sentences import capitals_tell
from reportgen.problems import Severity

_SINGLY = 3  # up to so many are told one by one
_NAMED = 6  # of more, so many are quoted


@dataclass(frozen=True, slots=True)
class Slip:
    """What one finding would say; slips of one `kind` are gathered where they are many."""

    passage: Passage
    start: int
    end: int
    message: str
    hint: str
    kind: str = ""
    why: str = ""
    severity: Severity | None = None

    @property
    def quote(self) -> str:
        return self.passage.text[self.start : self.end]


def told(rule: Rule, slips: Iterable[Slip], singly: int = _SINGLY) -> Iterator[Finding]:
    """A finding for each slip; of a kind that is made more than `singly` times, one at the first.

    That one quotes the others.
    """
    kinds: dict[str, list[Slip]] = {}
    for slip in slips:
        kinds.setdefault(slip.kind, []).append(slip)
    for same in kinds.values():
        if len(same) > singly:
            yield _at(rule, same[0], _gathered(same))
        else:
            for slip in same:
                yield _at(rule, slip, slip.message)


def told_of_capitals(
    rule: Rule, subject: Subject, slips: Callable[[Passage], Iterable[Slip]]
) -> Iterator[Finding]:
    """As `told`, of the slips in each passage whose capitals can be judged."""
    passages = filter(capitals_tell, subject.manuscript.passages)
    return told(rule, (slip for passage in passages for slip in slips(passage)))


def _gathered(same: Sequence[Slip]) -> str:
    others = list(dict.fromkeys(slip.quote for slip in same[1:] if slip.quote != same[0].quote))
    named = ", ".join(f"“{quote}”" for quote in others[:_NAMED])
    more = ", …" if len(others) > _NAMED else ""
    listed = f": {named}{more}" if named else ""
    return f"{same[0].message}; còn {len(same) - 1} chỗ nữa như vậy{listed}"


def _at(rule: Rule, slip: Slip, message: str) -> Finding:
    return rule.at(
        slip.passage,
        slip.start,
        slip.end,
        message,
        slip.hint,
        why=slip.why,
        severity=slip.severity,
    )
