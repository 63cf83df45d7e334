"""SL027: `gấp 2,24 lần` against the two values."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.figures.model import Figure, Fraction, Token
from reportgen.checks.figures.phrasing import is_percent, is_plain, same_unit, sentences
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.scan import scan
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import round_half_up
from reportgen.vietnamese.numbers import shift

_TIMES = re.compile(r"(?<!\w)gấp\s+(?=[\d])", re.IGNORECASE)
_UNIT = re.compile(r"\s*lần")
_AFTER = re.compile(r"\s*lần[^.;,()\d]{0,40}\(\s*(?:là )?", re.IGNORECASE)
_BASE = re.compile(r"\s*lần so với [^.;,()]{0,60}(?:\(|là )\s*|\s*lần so với ", re.IGNORECASE)
_NOW_GAP = re.compile(r"[^.;()]{0,60}")

Pair = tuple[Figure, Figure]
"""The value now and the value that it is compared with."""


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        text = passage.text
        for start, end in sentences(text):
            tokens = [t for t in scan(text) if t.start >= start and t.end <= end]
            for word in _TIMES.finditer(text, start, end):
                said = next((t for t in tokens if t.start == word.end()), None)
                if not isinstance(said, Figure) or not _UNIT.match(text, said.end):
                    continue
                pair = _pair(text, tokens, said, word.start())
                shown = _misfit(said, pair) if pair and is_plain(said) else None
                if pair is None or shown is None:
                    continue
                yield RULE.at(
                    passage,
                    word.start(),
                    said.end,
                    f"“gấp {said.text} lần” không khớp hai số được so",
                    f"nếu hai số đúng thì viết “gấp {shown} lần”",
                    why=f"{pair[0].text} : {pair[1].text} = {shown}, không phải {said.text}",
                )


def _pair(text: str, tokens: list[Token], said: Figure, start: int) -> Pair | None:
    """`gấp 2 lần (1.200/600)`, `1.200/600, gấp 2 lần`, `1.200, gấp 2 lần so với … (600)`."""
    earlier = [t for t in tokens if t.end <= start and not is_percent(t)]
    later = [t for t in tokens if t.start > said.start and not is_percent(t)]
    if later and isinstance(later[0], Fraction):
        fits = _AFTER.fullmatch(text, said.end, later[0].start)
        return _plain_pair(later[0].part, later[0].whole) if fits else None
    if not earlier or not _NOW_GAP.fullmatch(text, earlier[-1].end, start):
        return None
    now = earlier[-1]
    if isinstance(now, Fraction):
        near = re.fullmatch(r"[^.;(]{0,20}[,(]?\s*", text[now.end : start])
        return _plain_pair(now.part, now.whole) if near else None
    if not later or isinstance(later[0], Fraction) or not same_unit(now, later[0]):
        return None
    return _plain_pair(now, later[0]) if _BASE.fullmatch(text, said.end, later[0].start) else None


def _plain_pair(now: Figure, base: Figure) -> Pair | None:
    plain = is_plain(now) and is_plain(base) and base.value > 0 and now.scale == base.scale
    return (now, base) if plain else None


def _misfit(said: Figure, pair: Pair) -> str | None:
    """What should be said instead, in as many decimals; None where it fits, rounded or cut off."""
    ratio = pair[0].value / pair[1].value
    last = shift(Decimal(1), -said.decimals)
    readings = (ratio, ratio - 1, 1 / ratio if ratio else ratio)
    if any(-last / 2 <= one - said.value < last for one in readings):
        return None
    return printed(round_half_up(ratio, max(said.decimals, 1)))


RULE = Rule(
    "SL027",
    "số lần gấp không khớp hai số được so",
    Severity.ERROR,
    "số lần gấp là số kỳ này chia cho số được so",
    "Số hồ sơ gấp 2,42 lần so với cùng kỳ (1.200/536).",
    "Số hồ sơ gấp 2,24 lần so với cùng kỳ (1.200/536).",
    _check,
)
