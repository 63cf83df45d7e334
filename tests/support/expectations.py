"""Findings held against what a clerk wrote down: which of them are right, wrong, or missing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.checks.finding import Finding
from reportgen.checks.manuscript import Passage

Expected = Mapping[str, Any]
Span = tuple[int, int, int]  # index of the passage, start, end

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾\u00a0", "0123456789() ")
_LONGEST_QUOTE = 120  # characters: more than that no longer points at the words


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the expectations; every list is of lines to print."""

    missed: tuple[str, ...]
    told_twice: tuple[str, ...]
    wrong: tuple[str, ...]  # findings at words that are right
    others: tuple[str, ...]  # findings that nobody expected


def judge(findings: Sequence[Finding], passages: Sequence[Passage], expected: Expected) -> Judged:
    """Hold `findings` against `expected` (must, may by family, must_not)."""
    clerk = _Clerk(passages)
    missed, told_twice, known = [], [], set()
    for slip in expected["must"]:
        places = slip.get("places", [slip])
        hits = clerk.hits(findings, places, _families(slip))
        known.update(hits)
        if not hits:
            missed.append(f"{slip['at']}: {places[0]['words']} ({slip['why']})")
        elif "places" not in slip and len(hits) > 1:
            told_twice += [_shown(findings[index]) for index in hits]
    for family, places in expected["may"].items():
        known.update(clerk.hits(findings, places or [], (family,)))
    traps = expected["must_not"]
    wrong = [
        f"{_shown(findings[index])} · đúng: {trap['words']}"
        for trap in traps
        for index in clerk.hits(findings, [trap], _families(trap))
        if index not in known
    ]
    left = (finding for index, finding in enumerate(findings) if index not in known)
    return Judged(tuple(missed), tuple(told_twice), tuple(wrong), tuple(map(_shown, left)))


def places_of(place: Expected, passages: Iterable[Passage]) -> list[Span]:
    """Wherever the words of an expectation stand (within `in`, if that is given)."""
    return list(_Clerk(passages).spans(place))


class _Clerk:
    def __init__(self, passages: Iterable[Passage]) -> None:
        self._texts = [(passage.index, plain(passage.text)) for passage in passages]

    def hits(
        self, findings: Sequence[Finding], places: Iterable[Expected], families: tuple[str, ...]
    ) -> list[int]:
        """The positions of the findings of these families that are about one of the places."""
        places = list(places)
        spans = [span for place in places for span in self.spans(place)]
        return [
            index
            for index, finding in enumerate(findings)
            if finding.code.startswith(families)
            and (_at(finding, spans) if finding.passage else _names(finding, places))
        ]

    def spans(self, place: Expected) -> Iterator[Span]:
        words = _pattern(place["words"])
        around = _pattern(place.get("in", place["words"]))
        for index, text in self._texts:
            for whole in around.finditer(text):
                for found in words.finditer(text, whole.start(), whole.end()):
                    yield index, found.start(), found.end()


def plain(text: str) -> str:
    """NFC, raised digits as digits and no-break spaces as spaces; as long as the NFC text."""
    return unicodedata.normalize("NFC", text).translate(_RAISED)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, plain(words).split())))


def _at(finding: Finding, spans: Iterable[Span]) -> bool:
    """Whether the finding points at one of the spans, and not at half a page around it."""
    passage, start, end = finding.passage, finding.start, max(finding.end, finding.start + 1)
    return any(
        passage is not None
        and passage.index == index
        and start < last
        and first < end
        and end - start <= max(_LONGEST_QUOTE, 2 * (last - first))
        for index, first, last in spans
    )


def _names(finding: Finding, places: Iterable[Expected]) -> bool:
    return any(_pattern(place["words"]).search(plain(finding.message)) for place in places)


def _families(expected: Expected) -> tuple[str, ...]:
    family = expected.get("family", ("SL", "VB", "TT", "WF"))
    return (family,) if isinstance(family, str) else tuple(family)


def _shown(finding: Finding) -> str:
    before, after = finding.context
    where = f"…{before}[{finding.quote}]{after}…" if finding.passage else ""
    return f"{finding.code} {finding.severity}: {finding.message} {where}".strip()
