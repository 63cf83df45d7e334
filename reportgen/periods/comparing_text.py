"""Two documents' texts side by side: sections matched by their headings, changes word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Literal

from reportgen.periods.comparing_sections import Section

_WORD = re.compile(r"\s+|\w+(?:[./,:-]\w+)*%?|[^\w\s]")
_FIGURE = re.compile(r"[-+]?\d+(?:[./,]\d+)*%?")
_ALIKE = 0.5  # as much of two paragraphs is the same for one to have become the other
_RETITLED = 0.6
_TELLING = 4  # words of a title that is told from others by itself
_NEAR = 20  # paragraphs that are looked at for one that another became
_MOST_PAIRS = 2500
Sign = Literal["=", "-", "+"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a paragraph: kept (`=`), taken out (`-`) or put in (`+`)."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph of either period; both texts follow from its edits."""

    edits: tuple[Edit, ...]

    @property
    def before(self) -> str | None:
        """The paragraph before; None where there was none."""
        return self._side("-")

    @property
    def now(self) -> str | None:
        """The paragraph now; None where it is gone."""
        return self._side("+")

    @property
    def changed(self) -> bool:
        """Whether the paragraph is another than before."""
        return any(edit.sign != "=" for edit in self.edits)

    def _side(self, sign: str) -> str | None:
        kept = [edit.text for edit in self.edits if edit.sign in ("=", sign)]
        return "".join(kept) if kept else None


class Fate(StrEnum):
    """What became of a section."""

    SAME = "không đổi"
    FIGURES = "chỉ đổi số liệu"
    CHANGED = "sửa"
    ADDED = "thêm"
    REMOVED = "bỏ"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section in both periods; `before` or `now` is None where it is added or removed."""

    fate: Fate
    before: Section | None
    now: Section | None
    paragraphs: tuple[ParagraphChange, ...]

    @property
    def retitled(self) -> bool:
        """Whether the section has another title than before."""
        return bool(self.before and self.now and self.before.title != self.now.title)


def compare_sections(before: Sequence[Section], now: Sequence[Section]) -> list[SectionChange]:
    """Every section of either document, in the order of now, what is gone where it stood."""
    partners = _partners(before, now)
    left = [number for number in range(len(before)) if number not in partners.values()]
    changes: list[SectionChange] = []
    for number, section in enumerate(now):
        partner = partners.get(number)
        if partner is not None:
            while left and left[0] < partner:
                changes.append(_removed(before[left.pop(0)]))
        changes.append(_change(before[partner] if partner is not None else None, section))
    return [*changes, *(_removed(before[number]) for number in left)]


def _partners(before: Sequence[Section], now: Sequence[Section]) -> dict[int, int]:
    """The number of each section of now with that of the section it was: by path, then by text."""
    waiting: dict[tuple[str, ...], list[int]] = {}
    for number, section in enumerate(before):
        waiting.setdefault(section.key, []).append(number)
    found: dict[int, int] = {}
    for number, section in enumerate(now):
        if waiting.get(section.key):
            found[number] = waiting[section.key].pop(0)
    news = [number for number in range(len(now)) if number not in found]
    rest = sorted(number for numbers in waiting.values() for number in numbers)
    if len(news) * len(rest) > _MOST_PAIRS:
        return found
    pairs = sorted(
        ((_likeness(before[old], now[new]), -new, -old) for new in news for old in rest),
        reverse=True,
    )
    for likeness, new, old in pairs:
        if likeness >= _RETITLED and -new not in found and -old not in found.values():
            found[-new] = -old
    return found


def _likeness(before: Section, now: Section) -> float:
    """How much of the two sections is the same, from 0 to 1: of their text, or of their titles
    where they stand under the same headings. Figures do not count.
    """
    if before.level != now.level:
        return 0
    found = [_ratio(*(_words(_masked(" ".join(one.paragraphs))) for one in (before, now)))]
    titles = [_words(_masked(one.title)) for one in (before, now)]
    if before.path == now.path and min(map(len, titles)) >= _TELLING:
        found.append(_ratio(*titles))
    return max(found)


def _ratio(first: Sequence[str], last: Sequence[str]) -> float:
    """How much of two texts is the same; 0 where it is too little to matter, or they are empty."""
    matcher = SequenceMatcher(None, first, last, autojunk=False)
    if not (first and last) or matcher.real_quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0


def _removed(section: Section) -> SectionChange:
    return _whole(section, Fate.REMOVED)


def _whole(section: Section, fate: Fate) -> SectionChange:
    sign: Sign = "+" if fate is Fate.ADDED else "-"
    paragraphs = tuple(_all(sign, section.paragraphs))
    before, now = (None, section) if fate is Fate.ADDED else (section, None)
    return SectionChange(fate, before, now, paragraphs)


def _change(before: Section | None, now: Section) -> SectionChange:
    if before is None:
        return _whole(now, Fate.ADDED)
    paragraphs = tuple(_paragraphs(before.paragraphs, now.paragraphs))
    fate = Fate.CHANGED
    if before.title == now.title:
        if before.paragraphs == now.paragraphs:
            fate = Fate.SAME
        elif [*map(_masked, before.paragraphs)] == [*map(_masked, now.paragraphs)]:
            fate = Fate.FIGURES
    return SectionChange(fate, before, now, paragraphs)


def _masked(text: str) -> str:
    """The text with a mark for every figure."""
    return _FIGURE.sub("0", text)


def _paragraphs(before: Sequence[str], now: Sequence[str]) -> Iterator[ParagraphChange]:
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from _all("=", now[first:last])
        else:
            yield from _replaced(before[start:end], now[first:last])


def _replaced(before: Sequence[str], now: Sequence[str]) -> Iterator[ParagraphChange]:
    """Paragraphs that gave way to others: each with the next one that is like it."""
    done = written = 0
    for number, text in enumerate(now):
        near = range(done, min(len(before), done + _NEAR))
        partner = next((n for n in near if _alike(before[n], text)), None)
        if partner is not None:
            yield from _all("-", before[done:partner])
            yield from _all("+", now[written:number])
            yield ParagraphChange(tuple(word_edits(before[partner], text)))
            done, written = partner + 1, number + 1
    yield from _all("-", before[done:])
    yield from _all("+", now[written:])


def _all(sign: Sign, texts: Sequence[str]) -> Iterator[ParagraphChange]:
    return (ParagraphChange((Edit(sign, text),)) for text in texts)


def _alike(before: str, now: str) -> bool:
    first, last = _words(_masked(before)), _words(_masked(now))
    return _ratio(first, last) >= _ALIKE


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isspace()]


def word_edits(before: str, now: str) -> Iterator[Edit]:
    """What to take out of a text and put in, word by word, for it to become the other."""
    first, last = _WORD.findall(before), _WORD.findall(now)
    pending: dict[Sign, str] = {"-": "", "+": ""}
    matcher = SequenceMatcher(None, first, last, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        kept = "".join(first[start:end])
        if tag == "equal" and not (kept.isspace() and all(pending.values())):
            yield from _told(pending)
            pending = {"-": "", "+": ""}
            yield Edit("=", kept)
        else:  # a space alone between two changes does not part them
            pending["-"] += kept
            pending["+"] += "".join(last[begin:stop])
    yield from _told(pending)


def _told(pending: dict[Sign, str]) -> Iterator[Edit]:
    return (Edit(sign, text) for sign, text in pending.items() if text)
