"""What a sentence says of a change: `500 hồ sơ, tăng 20 hồ sơ (4,2%) so với cùng kỳ (480)`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.figures.model import Figure, Fraction, Token
from reportgen.checks.figures.phrasing import (
    is_percent,
    is_plain,
    is_well_written,
    same_unit,
    sentences,
    tokens_between,
)

_WORD = re.compile(r"(?<!\w)(?P<word>tăng|giảm)(?: thêm| được| bớt)?\s", re.IGNORECASE)
_NOW_GAP = re.compile(r"[^.;()]{0,60}?[,(]\s*$|[^.;(),]{0,30}$")
_RATE_GAP = re.compile(
    r"[^.;,()]{0,25}\(\s*(?:tương ứng|tương đương|tăng|giảm|tức|đạt)?\s*(?:với)?\s*$"
    r"|[^.;,()]{0,25},?\s*(?:tương ứng|tương đương|tức|hay)(?: với| là| tăng| giảm)*\s*$",
    re.IGNORECASE,
)
_BASE_GAP = re.compile(
    r"[^.;,]*?\)?\s*so với (?P<what>[^.;,()]{0,60})\(?\s*(?:là |đạt |có )?$", re.IGNORECASE
)
_FROM = re.compile(r"(?<!\w)từ (?:mức )?$", re.IGNORECASE)
_TO = re.compile(
    r"[^.;,()\d]{0,40}?(?<!\w)(?P<word>lên|xuống|còn|thành|đến)"
    r"(?: còn| đến| tới| thành| mức)*\s+$",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?<!\w)(?:hạng|thứ|vị trí|xếp|bậc|top|đứng)(?!\w)", re.IGNORECASE)
_NEAR = 200  # characters between `từ … lên …` and the change that it tells
_NEXT = 3  # figures after the word that its sentence may be about
_OTHER = re.compile(r"(?<!\w)(?:và|tăng|giảm|còn)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """`by` (a number or a percentage), `rate` beside it, `now` before it, `base` compared with.

    `base` is `before` where the sentence says `từ 480 lên 500`. Only what is said is there.
    """

    word: str  # "tăng" or "giảm"
    start: int
    by: Figure
    rate: Figure | None = None
    now: Figure | None = None
    base: Figure | None = None

    @property
    def rises(self) -> bool:
        return self.word == "tăng"


@dataclass(frozen=True, slots=True)
class Move:
    """`từ 480 lên 500`; `word` (`tăng`, `giảm`) where one stands before it, `to` is `lên`, …"""

    before: Figure
    after: Figure
    to: str
    word: str = ""

    @property
    def difference(self) -> Decimal:
        return amount(self.after) - amount(self.before)


def amount(figure: Figure) -> Decimal:
    """The value, multiplied by the word after it (`triệu`)."""
    return figure.value * figure.scale


def changes(text: str) -> Iterator[Change]:
    """The changes that the text tells, with the figures that belong to each."""
    for start, end in sentences(text):
        inside = tokens_between(text, start, end)
        found = list(_moves(text, inside))
        for word in _WORD.finditer(text, start, end):
            change = _change(text, word, inside)
            if change is not None:
                yield _with_move(text, change, found)


def moves(text: str) -> Iterator[Move]:
    """What the text says went from one value to another; ranks, where 1 is best, are left out."""
    for start, end in sentences(text):
        inside = tokens_between(text, start, end)
        yield from _moves(text, inside)


def _moves(text: str, tokens: Sequence[Token]) -> Iterator[Move]:
    for before, after in pairwise(tokens):
        if isinstance(before, Fraction) or isinstance(after, Fraction):
            continue
        lead = text[max(0, before.start - 60) : before.start]
        to = _TO.fullmatch(text, before.end, after.start)
        if to is None or not _FROM.search(lead) or not _comparable(before, after):
            continue
        if _RANK.search(lead + text[before.end : after.start]):
            continue
        if not is_well_written(before) or not is_plain(after):  # `từ` makes `before` a bound
            continue
        clause = re.split(r"[.;,()]", lead)[-1]
        words = re.findall(r"(?<!\w)(tăng|giảm)(?!\w)", clause.lower())
        yield Move(before, after, to["word"].lower(), words[-1] if len(words) == 1 else "")


def _change(text: str, word: re.Match[str], tokens: Sequence[Token]) -> Change | None:
    first = bisect_left(tokens, word.end(), key=lambda token: token.start)
    later = tokens[first : first + _NEXT]
    if not later or isinstance(later[0], Fraction) or text[word.end() : later[0].start].strip():
        return None
    by = later[0]
    if not is_plain(by):
        return None
    change = Change(word["word"].lower(), word.start(), by)
    rest = later[1:]
    rate = rest[0] if rest else None
    if isinstance(rate, Figure) and rate.percent and _RATE_GAP.fullmatch(text, by.end, rate.start):
        change = replace(change, rate=rate)
        rest = rest[1:]
    said = change.rate or by
    base = _base(text, said, rest, by)
    now = _now(text, word.start(), tokens, by)
    return replace(change, base=base, now=now)


def _base(text: str, said: Figure, rest: Sequence[Token], by: Figure) -> Figure | None:
    if not rest or isinstance(rest[0], Fraction):
        return None
    gap = _BASE_GAP.fullmatch(text, said.end, rest[0].start)
    if gap is None or _OTHER.search(gap["what"]) or is_percent(rest[0]):
        return None
    return rest[0] if is_plain(rest[0]) and (is_percent(by) or _comparable(by, rest[0])) else None


def _now(text: str, start: int, tokens: Sequence[Token], by: Figure) -> Figure | None:
    before = bisect_right(tokens, start, key=lambda token: token.end)
    now = tokens[before - 1] if before else None
    if now is None or isinstance(now, Fraction) or is_percent(now):
        return None
    gap = text[now.end : start]
    if not _NOW_GAP.fullmatch(gap) or _OTHER.search(gap) or not is_plain(now):
        return None
    return now if is_percent(by) or _comparable(by, now) else None


def _with_move(text: str, change: Change, found: list[Move]) -> Change:
    """The change with the values of `từ … lên …` just before it, in place of what it has."""
    for move in found:
        if not 0 <= change.start - move.after.end <= _NEAR:
            continue
        gap = text[move.after.end : change.start]
        near = re.fullmatch(r"[^.;,()]{0,40}[,(]?\s*", gap)
        kindred = (
            is_percent(move.after) or is_percent(change.by) or _comparable(change.by, move.after)
        )
        if near and kindred:
            return replace(change, now=move.after, base=move.before)
    return change


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether both count the same: both per cent or neither, units and scales that go together."""
    if one.percent != other.percent or (one.scale == 1) != (other.scale == 1):
        return False
    return one.scale != 1 or same_unit(one, other)
