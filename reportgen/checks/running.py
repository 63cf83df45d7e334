"""Rules run over one document: what they find, in reading order, each slip told once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.remembering import forget_long_documents
from reportgen.checks.subject import Subject
from reportgen.document.origins import Origin
from reportgen.problems import Severity

_LAYOUT = "TT"
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Run:
    """What rules found, and those that a fault of the program kept from running to their end."""

    findings: tuple[Finding, ...]
    failed: tuple[tuple[Rule, Exception], ...] = ()


def find(subject: Subject, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """What the rules find: in reading order, of findings about the same words one.

    That one is the most severe, then the one about the fewest words. Raises what a rule raises.
    """
    found = [finding for rule in rules for finding in rule.check(subject)]
    forget_long_documents()
    return _told(subject, found)


def find_in_spite_of_failures(subject: Subject, rules: Iterable[Rule]) -> Run:
    """As `find`, but a rule that raises is told of and the others still run."""
    found: list[Finding] = []
    failed: list[tuple[Rule, Exception]] = []
    for rule in rules:
        try:
            found += rule.check(subject)
        except Exception as error:  # one faulty rule must not cost a whole report
            failed.append((rule, error))
    forget_long_documents()
    return Run(_told(subject, found), tuple(failed))


def _told(subject: Subject, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each slip once, in reading order."""
    kept = list(_without_rivals(dict.fromkeys(findings)))
    places: dict[Origin, int] = {}
    for passage in subject.manuscript.passages:
        if passage.origin is not None:
            places.setdefault(passage.origin, passage.index)

    def position(finding: Finding) -> tuple[int, int, str]:
        if finding.passage is not None:
            return finding.passage.index, finding.start, finding.code
        origin = finding.origin
        return (places.get(origin, -1) if origin else -1), -1, finding.code

    return tuple(sorted(kept, key=position))


def _without_rivals(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings but for those about words that a weightier one speaks of already."""
    told: dict[int, _Told] = {}
    for finding in sorted(findings, key=_weight):
        if finding.passage is None or told.setdefault(finding.passage.index, _Told()).add(finding):
            yield finding


def _weight(finding: Finding) -> tuple[int, int, str]:
    return _WEIGHT[finding.severity], finding.end - finding.start, finding.code


class _Told:
    """The words of one passage that findings speak of; no two of one kind overlap.

    How a paragraph looks (TT) is another matter than what it says, and each measure one of its
    own; a slip of wording may lie within a sentence whose figures do not add up.
    """

    def __init__(self) -> None:
        self._by_kind: dict[str, list[tuple[int, int]]] = {}  # in order
        self._words: set[tuple[int, int]] = set()  # of findings about what is said

    def add(self, finding: Finding) -> bool:
        """Take the finding's words; False, and nothing, where a finding speaks of the slip."""
        span = finding.start, finding.end
        looks = finding.code.startswith(_LAYOUT)
        told = self._by_kind.setdefault(finding.code if looks else finding.code[:2], [])
        place = bisect_right(told, span)
        near = told[max(0, place - 2) : place + 2]  # one without length may share another's start
        if any(_overlap(span, other) for other in near) or (not looks and span in self._words):
            return False
        told.insert(place, span)
        if not looks and finding.start < finding.end:
            self._words.add(span)
        return True


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])
