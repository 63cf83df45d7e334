"""Labels in reading order, each with the one of its fellows that it should go on from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reportgen.checks.manuscript import Manuscript, Part, Passage
from reportgen.readers.recognition.label_shapes import read_label
from reportgen.vietnamese import letter, letter_value, nfc, roman

_LETTER = re.compile(r"\(?(?P<letter>[^\W\d_])(?P<mark>[.)/])")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_QUOTES = re.compile("[“”]")
#: Letters of other alphabets, and those with marks, which the decree's own lists leave out.
STRANGE = frozenset("fjwzăâêôơư")


@dataclass(frozen=True, slots=True)
class Step:
    """A label: its style (`1.`, `a)`, `điều`), its count, and the count and label before it.

    `last` is 0 where it opens a list; `parents` are the labels that it stands under, outermost
    first.
    """

    passage: Passage
    style: str
    count: int
    last: int = 0
    last_label: str = ""
    parents: tuple[tuple[str, int], ...] = ()

    @property
    def wanted(self) -> str:
        """The label that should stand here."""
        return self.labelled(self.last + 1)

    def labelled(self, count: int) -> str:
        """The label of that count in this style."""
        sign = self.style.rstrip("./)").lstrip("(").rpartition(".")[2]
        if sign in ("a", "A"):
            number = letter(count) if sign == "a" else letter(count).upper()
        elif sign in ("I", "i"):
            number = roman(count) if sign == "I" else roman(count).lower()
        else:
            number = str(count)
        typed = self.passage.label
        head = re.match(r"(?:[^\W\d_]+\s+)+|\(|(?:\d+\.)*(?=\d)", typed)
        start = head[0] if head and not (len(typed) < 4 and typed[0].isalpha()) else ""
        return f"{start}{number}{typed[-1] if typed[-1] in '.)/:' else ''}"


@dataclass(slots=True)
class _Level:
    style: str
    count: int
    label: str
    outer: str = ""  # of a list that began anew: the label before it, which may yet go on
    outer_count: int = 0

    def followed_by(self, count: int, label: str) -> "_Level":
        """What comes after it: goes on, begins a list within it, or goes on after such a list."""
        if count == 1 and self.count > 1:
            return _Level(self.style, count, label, self.label, self.count)
        if self.before(count) != (self.count, self.label):
            return _Level(self.style, count, label)
        return _Level(self.style, count, label, self.outer, self.outer_count)

    def before(self, count: int) -> tuple[int, str]:
        """Count and label that this one goes on from."""
        if self.outer_count and count == self.outer_count + 1 != self.count + 1:
            return self.outer_count, self.outer
        return self.count, self.label


def steps(manuscript: Manuscript) -> Iterator[Step]:
    """Every label of the body and of each appendix outside tables and quoted text."""
    passages = (
        one
        for one in manuscript.passages
        if one.part in (Part.BODY, Part.APPENDIX) and one.cell is None
    )
    for _, together in groupby(passages, lambda one: one.appendix):
        yield from _steps(together)


def _steps(passages: Iterator[Passage]) -> Iterator[Step]:
    stack: list[_Level] = []
    articles = _Level("điều", 0, "")
    for passage, quoted in _with_quotations(list(passages)):
        read = None if quoted or not passage.label else _read(passage.label, stack)
        if read is None:
            continue
        style, count = read
        if style == "điều":
            if count == 1:  # a text of its own that is attached or enclosed
                articles = _Level("điều", 0, "")
            yield Step(passage, style, count, articles.count, articles.label)
            articles = _Level("điều", count, passage.label)
            stack = [one for one in stack if one.style in ("phần", "chương", "mục", "tiểu mục")]
            continue
        at = next((index for index, one in enumerate(stack) if one.style == style), None)
        last = stack[at] if at is not None else None
        stack = stack[: at if at is not None else len(stack)]
        parents = tuple((one.style, one.count) for one in stack)
        if last is None:
            yield Step(passage, style, count, parents=parents)
        else:
            yield Step(passage, style, count, *last.before(count), parents)
        strange = nfc(passage.label).strip("().")[:1] in STRANGE
        known = last.count if last and strange else count
        label = passage.label
        stack.append(last.followed_by(known, label) if last else _Level(style, known, label))


def _with_quotations(passages: list[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Each passage and whether it is quoted; a quote that nothing closes opens no quotation."""
    until = -1
    for index, passage in enumerate(passages):
        inside = index <= until
        yield passage, inside or passage.text.lstrip().startswith(("“", '"'))
        if not inside and (opened := _balance(passage.text)) > 0:
            until = _closing(passages, index, opened)


def _closing(passages: list[Passage], index: int, opened: int) -> int:
    """The place of the passage that closes what is opened at `index`; `index` where none does."""
    for place in range(index + 1, len(passages)):
        opened += _balance(passages[place].text)
        if opened <= 0:
            return place
    return index


def _balance(text: str) -> int:
    return sum(1 if sign == "“" else -1 for sign in _QUOTES.findall(text))


def _read(label: str, stack: list[_Level]) -> tuple[str, int] | None:
    """Style and count; `i)` is a letter only after `h)`, and a strange letter counts as none."""
    text = nfc(label)
    found = read_label(f"{text} X")
    if found is None:
        return None
    match = _LETTER.fullmatch(found.text)
    if match is None or not match["letter"].islower():
        return found.style, found.count
    sign, style = match["letter"], f"{'(' if found.text[0] == '(' else ''}a{match['mark']}"
    top = next((one for one in reversed(stack) if one.style == style), None)
    if sign in _ROMAN and (top is None or top.count + 1 < (letter_value(sign) or 0)):
        return style.replace("a", "i"), _ROMAN[sign]
    return style, letter_value(sign) or 0
