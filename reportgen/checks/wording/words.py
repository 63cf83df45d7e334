"""What the rules on wording share: words, and what in a text is no prose."""

import re
from collections.abc import Iterator
from sys import intern

from reportgen.checks.manuscript import Manuscript, Part, Passage
from reportgen.checks.remembering import remembered
from reportgen.checks.seeking import sought

WORD = re.compile(r"[^\W\d_]+")
HIDDEN = "\ufffc"
"""Stands for each character that is no prose; nobody types it."""

_WEB = re.compile(  # RFC 3986 has no such brackets in a path
    r"(?:https?://|www\.)[^\s<>\[\]]+", re.IGNORECASE
)
_ADDRESS = sought(
    r"(?<![\w.+-])(?!www\.)[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov|edu|info|io|gp|docx?|xlsx?|pdf|pptx?|zip)\b[^\s<>\[\]]*",
    *("http", "www.", "@", ".vn", ".com", ".net", ".org", ".gov", ".edu", ".info", ".io", ".gp"),
    *(".doc", ".xls", ".pdf", ".ppt", ".zip"),
    flags=re.IGNORECASE,
)
_OTHER = r"\b(?P<other>[\w-]++(?:\.[\w-]++)*+)"  # passed over at once, not sign by sign
_EACH = re.compile(rf"{_ADDRESS.pattern.pattern}|{_OTHER}", re.IGNORECASE)
_CAPITALS_SHARE = 0.6


def word_set(listed: str) -> frozenset[str]:
    """The words of a text, blanks between them."""
    return frozenset(listed.split())


@remembered
def hide_addresses(text: str) -> str:
    """The text with web, mail and file addresses blotted out; every offset holds."""
    if not _ADDRESS.may_be_in(text):
        return text
    return _WEB.sub(_blotted, _EACH.sub(_blotted_unless_other, text))


def _blotted_unless_other(match: re.Match[str]) -> str:
    return _blotted(match) if match["other"] is None else match[0]


def _blotted(match: re.Match[str]) -> str:
    address = match[0].rstrip("),.;:”\"'>]")  # marks that end the sentence around it
    return HIDDEN * len(address) + match[0][len(address) :]


@remembered
def is_in_capitals(text: str) -> bool:
    """Whether a text is set in capitals throughout, so that no capital in it says anything."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) > _CAPITALS_SHARE * letters


def sentences_of(manuscript: Manuscript, *parts: Part, cells: bool = False) -> Iterator[Passage]:
    """The passages of those parts that are text of their own; table cells only where asked for."""
    for passage in manuscript.passages:
        if passage.part in parts and (cells or passage.cell is None) and passage.text.strip():
            yield passage


def spelled_passages(manuscript: Manuscript) -> Iterator[Passage]:
    """The passages whose spelling is the drafter's: all but names and running lines."""
    for passage in manuscript.passages:
        if passage.part is not Part.RUNNING and not passage.component.endswith(".name"):
            yield passage


@remembered
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, one after the other."""
    return tuple(map(intern, WORD.findall(text.lower())))


def count_words(text: str) -> int:
    """How many words the text has."""
    return len(words_of(text))


def listed(items: list[str], most: int = 5) -> str:
    """The first few items, quoted: `“a”, “b” và 3 chỗ khác`."""
    shown = ", ".join(f"“{item}”" for item in items[:most])
    return shown if len(items) <= most else f"{shown} và {len(items) - most} chỗ khác"
