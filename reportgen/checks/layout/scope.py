"""Which documents the decree's layout binds: those of the state, with a letterhead, since 2020."""

import re

from reportgen.checks.layout.plain import plain_look
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import IN_FORCE
from reportgen.readers.recognition.anatomy import Component, Recognised

DECREE = "Nghị định 30/2020/NĐ-CP"
_HEAD = (
    Component.NATIONAL_NAME,
    Component.MOTTO,
    Component.ISSUER,
    Component.NUMBER,
    Component.PLACE_AND_DATE,
)
_FEWEST = 3
# Số: 93/2007/QĐ-TTg: a legal normative document, which follows Nghị định 78/2025/NĐ-CP.
_NORMATIVE = re.compile(r"\d{4}/|.*(?:NĐ-CP|/QH\d+|UBTVQH\d*)$")


def clause(text: str) -> str:
    """`Phụ lục I, II.6.e Nghị định 30/2020/NĐ-CP`."""
    return f"{text} {DECREE}"


def has_letterhead(word: Recognised) -> bool:
    """Whether enough of a letterhead was recognised to tell an administrative document."""
    anatomy = word.anatomy
    named = anatomy.of(Component.ISSUER) or anatomy.of(Component.NUMBER)
    return bool(named) and sum(bool(anatomy.of(one)) for one in _HEAD) >= _FEWEST


def is_exempt(subject: Subject) -> bool:
    """Whether other rules bind the document: the Party's, older ones, those on legal norms."""
    facts = subject.facts
    older = facts.issued is not None and facts.issued < IN_FORCE
    return facts.party or older or _NORMATIVE.match(facts.symbol) is not None


def governed(subject: Subject) -> Recognised | None:
    """The file whose looks the decree prescribes; None where it does not, or nobody set them."""
    word = subject.word
    if word is None or is_exempt(subject) or not has_letterhead(word):
        return None
    told = subject.facts.symbol or word.anatomy.of(Component.PLACE_AND_DATE)
    if not told:
        return None  # a contract between others is numbered without a symbol
    return None if plain_look(word) else word
