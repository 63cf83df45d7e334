"""Two values in brackets after what they compare: `tăng 54 vụ so với năm 2010 (209/155)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.figures.changes import amount
from reportgen.checks.figures.model import Figure, Fraction, Token
from reportgen.checks.figures.phrasing import is_plain
from reportgen.checks.figures.scan import scan
from reportgen.checks.manuscript import Manuscript, Passage

_WORD = re.compile(r"(?<!\w)(tăng|giảm)(?: thêm| được| bớt)?\s+$", re.IGNORECASE)
_ONWARD = re.compile(r"\s*\)\s*(?:,|và)\s*$")
_GAP = re.compile(r"(?P<against>[^.;()]{0,80}?)\(\s*")
_CLOSED = re.compile(r"\s*\)")
_AGAINST = re.compile(
    r"(?<!\w)(?:so với|so cùng|cùng kỳ|năm trước|tháng trước)(?!\w)", re.IGNORECASE
)
_BESIDE = 40  # characters before a figure that hold the word of its own
_CLAUSE = 400  # the most characters of a clause before a figure
_FEWEST = 2  # brackets that fit, before a document is taken to compare in this way


@dataclass(frozen=True, slots=True)
class Compared:
    """`word` (`tăng`, `giảm`) and by how much, and the values now and then in the brackets.

    `says_so`: whether words in the same clause tell that it is a comparison.
    """

    passage: Passage
    word: str
    start: int
    by: Figure
    now: Figure
    then: Figure
    says_so: bool

    @property
    def difference(self) -> Decimal:
        """How much more it is now; negative where it is less."""
        return amount(self.now) - amount(self.then)

    @property
    def adds_up(self) -> bool:
        return abs(self.difference) == amount(self.by)

    @property
    def keeps_order(self) -> bool:
        """Whether the value of now comes first, as the word has it."""
        return (self.difference > 0) == (self.word == "tăng")


def compared(manuscript: Manuscript) -> tuple[Compared, ...]:
    """All such comparisons of exact whole counts, in reading order."""
    return tuple(one for passage in manuscript.running_text() for one in _in_passage(passage))


def is_habit(ones: Sequence[Compared], fits: Sequence[Compared]) -> bool:
    """Whether the document does so: more of its brackets fit than do not, and two at the least."""
    return len(fits) >= _FEWEST and 2 * len(fits) > len(ones)


def _in_passage(passage: Passage) -> Iterator[Compared]:
    last: Compared | None = None
    end = 0
    for by, pair in pairwise(scan(passage.text)):
        gap = _gap(passage.text, by, pair)
        if gap is None or not isinstance(by, Figure) or not isinstance(pair, Fraction):
            continue
        lead = _WORD.search(passage.text, max(0, by.start - _BESIDE), by.start)
        goes_on = last is not None and _ONWARD.fullmatch(passage.text, end, by.start)
        if lead is None and not goes_on:
            continue
        word = lead[1].lower() if lead else last.word if last else ""
        says_so = bool(_AGAINST.search(gap) or _AGAINST.search(_clause_before(passage.text, by)))
        start = lead.start() if lead else by.start
        last, end = Compared(passage, word, start, by, pair.part, pair.whole, says_so), pair.end
        yield last


def _gap(text: str, by: Token, pair: Token) -> str | None:
    """The words between the change and the brackets, None where the two are not of one piece."""
    if not isinstance(by, Figure) or by.percent or not isinstance(pair, Fraction):
        return None
    exact = is_plain(by) and is_plain(pair) and by.scale == pair.part.scale == 1
    if not exact or by.decimals or pair.part.decimals or pair.whole.decimals or by.of_range:
        return None
    gap = _GAP.fullmatch(text, by.end, pair.start)
    return gap["against"] if gap and _CLOSED.match(text, pair.end) else None


def _clause_before(text: str, by: Figure) -> str:
    return re.split(r"[.;](?!\d)", text[max(0, by.start - _CLAUSE) : by.start])[-1]
