"""The percentages of a document with what they are told of, judged."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.figures.rate_pairs import RatePair, rate_pairs
from reportgen.checks.figures.rates import Judged, judge
from reportgen.checks.manuscript import Manuscript, Passage


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair in a passage and what its percentage is."""

    passage: Passage
    pair: RatePair
    judged: Judged

    @property
    def told(self) -> str:
        """The percentage as it stands in the text."""
        return self.pair.percent.text

    @property
    def figures(self) -> str:
        """The two figures as they stand in the text."""
        return self.passage.text[self.pair.start : self.pair.end]


def judged_pairs(manuscript: Manuscript) -> Iterator[JudgedPair]:
    """All pairs of exact figures in reading order; `trên 89%` and `khoảng 1.200/1.350` bind to
    nothing."""
    for passage in manuscript.running_text():
        for pair in rate_pairs(passage.text):
            figures = (pair.part, pair.whole, pair.percent)
            if not any(figure.approximate for figure in figures):
                yield JudgedPair(passage, pair, judge(pair))
