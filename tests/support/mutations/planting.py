"""What a kind of slip is, and what comes of planting it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from support.mutations.clean import Clean

from reportgen.checks.finding import Finding
from reportgen.checks.registry import all_rules
from reportgen.checks.running import find
from reportgen.checks.subject import Subject


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip in a document: `words` are where it must be found, "" for the document as a whole.

    `before` is the same document with the right words in that place.
    """

    before: Subject
    after: Subject
    words: str


Plant = Callable[[Clean, Random], Planted | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip; any of `codes` may tell of it, the first is the rule that it is for.

    `plant` gives None where the document has no place for it.
    """

    name: str
    codes: tuple[str, ...]
    documents: tuple[Clean, ...]
    plant: Plant
    at_the_words: bool = True  # False: the rule may tell of it at another of several places
    rules: str = ""  # run are those whose codes begin so


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often a kind was planted and found, and what else was told because of it."""

    kind: Kind
    planted: int
    found: int
    missed: tuple[str, ...]
    others: tuple[str, ...]


_KNOWN: dict[tuple[int, str], tuple[Subject, Counter[tuple[str, str, str]]]] = {}


def measure(kind: Kind, wanted: int, tries: int) -> Outcome:
    """Plant the kind up to `wanted` times, each in a document and at a place of its own seed."""
    found, missed, others, planted = 0, [], [], 0
    for seed in range(tries):
        if planted == wanted:
            break
        rng = Random(f"{kind.name} {seed}")
        clean = rng.choice(kind.documents)
        slip = kind.plant(clean, rng)
        if slip is None:
            continue
        planted += 1
        new = _new(kind, slip)
        told = [one for one in new if _tells(kind, one, slip.words)]
        found += bool(told)
        if not told:
            missed.append(f"{clean.name}: “{slip.words}” in {_passage(slip)}")
        others += [_shown(clean, slip, one) for one in new if one.code not in kind.codes]
    return Outcome(kind, planted, found, tuple(missed), tuple(others))


def _passage(slip: Planted) -> str:
    """The changed text that holds the words."""
    known = {passage.text for passage in slip.before.manuscript.passages}
    texts = [one.text for one in slip.after.manuscript.passages if one.text not in known]
    return next((text for text in texts if slip.words in text), "")[:240]


def _shown(clean: Clean, slip: Planted, other: Finding) -> str:
    return f"{clean.name}: “{slip.words}” → {other.code} “{other.quote}”: {other.message}"


def _new(kind: Kind, slip: Planted) -> list[Finding]:
    """What is found now and was not before; a finding that only counts more is no new one."""
    known = _known(kind, slip).copy()
    new = []
    for finding in _findings(kind, slip, slip.after):
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        else:
            new.append(finding)
    return new


def _known(kind: Kind, slip: Planted) -> "Counter[tuple[str, str, str]]":
    """What is found before; clean documents are looked at once."""
    subject = slip.before
    key = id(subject), kind.rules
    if key not in _KNOWN or _KNOWN[key][0] is not subject:
        _KNOWN[key] = subject, Counter(map(_key, _findings(kind, slip, subject)))
    return _KNOWN[key][1]


def _findings(kind: Kind, slip: Planted, subject: Subject) -> tuple[Finding, ...]:
    """What the rules find; those on the looks are left out where the file stayed as it was."""
    same_file = slip.before.word is slip.after.word and not kind.rules
    rules = (
        rule
        for rule in all_rules()
        if rule.code.startswith(kind.rules) and not (same_file and rule.code.startswith("TT"))
    )
    return find(subject, rules)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.quote, re.sub(r"\d+", "1", finding.message)


def _tells(kind: Kind, finding: Finding, words: str) -> bool:
    if finding.code not in kind.codes:
        return False
    if not words or not kind.at_the_words or finding.passage is None:
        return True
    return any(
        finding.start < start + len(words) and start < finding.end
        for start in _starts(finding.passage.text, words)
    ) or (finding.quote != "" and words in finding.quote)


def _starts(text: str, words: str) -> Iterable[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
