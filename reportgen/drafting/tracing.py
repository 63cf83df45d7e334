"""Finding the line of the sources that a paragraph was printed from, figures and all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.drafting.locating import Source
from reportgen.problems import Place

# What printing may have put in or changed: anything with a digit, markup, escapes.
_PRINTED = re.compile(r"\S*\d\S*|[\\`*_#\[\]^<>|~{}]+")
_MARKS = re.compile(r"[\s#>\-.|*]*")
_BEFORE_TEXT = re.compile(_MARKS.pattern + r"(?:(?:Điều )?[\w.]{1,6}[.)] +)?[*\s]*")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_WORDS = 5  # in a row make a piece that seldom stands twice
_PIECES = 12  # the longest ones decide


@dataclass(frozen=True, slots=True)
class Tracer:
    """The lines of all sources; line i is at `places[i]`.

    `whole` has the lines by their text, with and without the marks before it: most paragraphs are
    printed as they stand, and need not be looked for then. `words` tells which lines have a word.
    """

    lines: tuple[str, ...]
    places: tuple[Place, ...]
    whole: Mapping[str, int]
    words: Mapping[str, Sequence[int]]

    def __call__(self, printed: str) -> Place | None:
        """The line that a printed paragraph (Markdown) came from; None where no line is like it.

        A line that holds the paragraph's beginning as it stands goes first, best one that begins
        with it; else the line that has most of the words between the figures.
        """
        wanted = printed.strip().partition("\n")[0].strip()
        if not wanted:
            return None
        line = self.whole.get(wanted)
        if line is None:
            line = self._holding(wanted)
        if line is None:
            line = self._alike(printed)
        return None if line is None else self.places[line]

    def _holding(self, wanted: str) -> int | None:
        """The first line that is `wanted` but for the marks before it, else one with it inside."""
        inside = None
        for number in self._lines_with(wanted):
            line = self.lines[number]
            index = line.find(wanted)
            while index >= 0:
                if _BEFORE_TEXT.fullmatch(line, 0, index):
                    return number
                index = line.find(wanted, index + 1)
            inside = number if inside is None else inside
        return inside

    def _alike(self, printed: str) -> int | None:
        score: Counter[int] = Counter()
        for piece in _pieces(printed):
            for line in self._lines_with(piece):
                score[line] += len(piece)
        if not score:
            return None
        most = max(score.values())
        return min(line for line, points in score.items() if points == most)

    def _lines_with(self, fragment: str) -> Iterator[int]:
        """The lines that hold a fragment of a line, in their order.

        Its words, but for the first and the last, stand in such a line as they do in the fragment.
        """
        inner = (self.words.get(word, ()) for word in fragment.split(" ")[1:-1] if word)
        among = min(inner, key=len, default=range(len(self.lines)))
        return (number for number in among if fragment in self.lines[number])


def tracer(sources: Iterable[Source]) -> Tracer:
    """The tracer of texts, each with the place where it begins."""
    lines = [
        (line, place.shifted(number) if number else place)
        for text, place in sources
        for number, line in enumerate(text.split("\n"))
    ]
    whole: dict[str, int] = {}
    words: defaultdict[str, list[int]] = defaultdict(list)
    for number, (line, _) in enumerate(lines):
        for text in _texts_of(line):
            whole.setdefault(text, number)
        for word in set(line.split(" ")):
            words[word].append(number)
    texts = tuple(line for line, _ in lines)
    return Tracer(texts, tuple(place for _, place in lines), whole, dict(words))


def _texts_of(line: str) -> Iterator[str]:
    """What a line may be printed as: itself, and without what stands before its text."""
    text = line.strip()
    yield text
    for before in (_MARKS, _BEFORE_TEXT, _NOTE):
        if match := before.match(text):
            yield text[match.end() :]


def _pieces(printed: str) -> list[str]:
    """Runs of words without anything that printing may have changed, the longest first."""
    found: list[str] = []
    for chunk in _PRINTED.split(printed.replace("\n", " ")):
        words = chunk.split(" ")
        while words and not words[0]:
            del words[0]
        found += (" ".join(words[index : index + _WORDS]) for index in range(0, len(words), _WORDS))
    told = dict.fromkeys(piece for piece in found if len(piece.strip(" .,;:()")) > 2)
    return sorted(told, key=len, reverse=True)[:_PIECES]
