"""Which paragraph of one text became which of another: the same ones, then the likest."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,/]*%?")
_ALIKE, _ALIKE_SHORT, _HARDLY = 0.4, 0.5, 0.2
_SHORT = 5  # words
_FEWEST, _BEGINS = 3, 0.99  # words of a beginning that tells; what it is worth
_MOST_PAIRS = 4000  # of a gap in which each paragraph is held against each
_RARE = 6  # paragraphs that a phrase may stand in for it to tell them
_MOVED, _WORDS_MOVED = 0.8, 5

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph (or table, row, note) as it is held against others.

    `key` is its text; only items of one `kind` are ever the same.
    """

    key: str
    label: str = ""
    kind: str = ""
    words: Counter[str] = field(default_factory=Counter)
    sequence: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return len(self.sequence)

    @property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """The words three by three, of which a text shares few with any other."""
        return frozenset(zip(self.sequence, self.sequence[1:], self.sequence[2:], strict=False))


def item(text: str, label: str = "", kind: str = "") -> Item:
    """The item for a text; blanks and figures do not make it less alike."""
    words = tuple("0" if word[0].isdigit() else word for word in _WORD.findall(text.casefold()))
    return Item(f"{kind}\0{''.join(text.split())}", label, kind, Counter(words), words)


def likeness(before: Item, after: Item) -> float:
    """How much of two items is the same, from 0 to 1."""
    if before.kind != after.kind:
        return 0.0
    if before.key == after.key:
        return 1.0
    whole = before.size + after.size
    small, large = sorted((before.words, after.words), key=len)
    common = sum(min(count, large[word]) for word, count in small.items())
    return 2 * common / whole if whole else 0.0


def align(before: Sequence[Item], after: Sequence[Item]) -> list[Pair]:
    """The pairs of indices of what stayed in its order, changed or not."""
    keys = [one.key for one in before], [one.key for one in after]
    pairs: list[Pair] = []
    done = reached = 0
    for start, first, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        pairs += _gap(before, after, (done, start), (reached, first))
        pairs += [(start + at, first + at) for at in range(size)]
        done, reached = start + size, first + size
    return pairs


def _gap(before: Sequence[Item], after: Sequence[Item], old: Pair, new: Pair) -> Iterator[Pair]:
    """The pairs between two places where both texts are the same."""
    olds, news = range(*old), range(*new)
    if not olds or not news:
        return
    if len(olds) * len(news) <= _MOST_PAIRS:
        found = _likest(before, after, olds, news)
    else:
        found = _by_rare_phrases(before, after, olds, news)
    done, reached = old[0], new[0]
    for one, other in [*found, (old[1], new[1])]:
        yield from _alone(before, after, (done, one), (reached, other))
        if one < old[1]:
            yield one, other
        done, reached = one + 1, other + 1


def _alone(before: Sequence[Item], after: Sequence[Item], old: Pair, new: Pair) -> Iterator[Pair]:
    """One paragraph between two that stayed, in the place of another."""
    if old[1] - old[0] != 1 or new[1] - new[0] != 1:
        return
    one, other = before[old[0]], after[new[0]]
    if one.kind != other.kind:
        return
    short = one.size <= _SHORT and other.size <= _SHORT
    same_label = bool(one.label) and one.label == other.label
    if short or same_label or likeness(one, other) >= _HARDLY:
        yield old[0], new[0]


def _likest(before: Sequence[Item], after: Sequence[Item], olds: range, news: range) -> list[Pair]:
    """The pairs that are most alike in all, in their order (Needleman and Wunsch's way)."""
    likes = [[_gain(before[one], after[other]) for other in news] for one in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            gain = likes[row][column]
            paired = best[row + 1][column + 1] + gain if gain else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    found: list[Pair] = []
    row = column = 0
    while row < len(olds) and column < len(news):
        gain = likes[row][column]
        if gain and best[row][column] == best[row + 1][column + 1] + gain:
            found.append((olds[row], news[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return found


def _gain(before: Item, after: Item) -> float:
    """How much it is worth to call them one; 0 where they are not alike."""
    least = _ALIKE_SHORT if min(before.size, after.size) <= _SHORT else _ALIKE
    like = likeness(before, after)
    if like < 1 and _is_cut_or_continued(before, after):
        return _BEGINS
    same_label = bool(before.label) and before.label == after.label
    return like + 0.05 * same_label if like >= least else 0.0


def _is_cut_or_continued(before: Item, after: Item) -> bool:
    """Whether one is the beginning of the other: a paragraph that was parted, or two joined."""
    short, long = sorted((before, after), key=lambda one: len(one.key))
    return short.size >= _FEWEST and long.key.startswith(short.key)


def _by_rare_phrases(
    before: Sequence[Item], after: Sequence[Item], olds: range, news: range
) -> list[Pair]:
    """The same for a long gap: only paragraphs that share a rare phrase are held together."""
    partners = _partners(before, after, olds, news)
    ranked = [(other, one) for one, other in sorted(partners.items())]
    return _rising([(one, other) for other, one in ranked])


def _partners(
    before: Sequence[Item], after: Sequence[Item], olds: Sequence[int], news: Sequence[int]
) -> dict[int, int]:
    """The likest of `news` for each of `olds`, among those that it shares a rare phrase with."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for other in news:
        for phrase in after[other].phrases:
            if len(holders[phrase]) <= _RARE:
                holders[phrase].append(other)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one in olds:
        near = {
            other
            for phrase in before[one].phrases
            if len(holders.get(phrase, ())) <= _RARE
            for other in holders.get(phrase, ())
        } - taken
        best = max(near, key=lambda other: (_gain(before[one], after[other]), -other), default=None)
        if best is not None and _gain(before[one], after[best]):
            found[one] = best
            taken.add(best)
    return found


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs whose second indices rise, too."""
    ends: list[int] = []
    at: list[int] = []
    above: list[int] = []
    for index, (_, other) in enumerate(pairs):
        place = bisect_left(ends, other)
        above.append(at[place - 1] if place else -1)
        ends[place:] = [other]
        at[place:] = [index]
    found: list[Pair] = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(pairs[index])
        index = above[index]
    return found[::-1]


def moved(before: Sequence[Item], after: Sequence[Item], pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs of what is left of both texts that are nearly the same, wherever they stand."""
    olds = sorted(set(range(len(before))) - {one for one, _ in pairs})
    news = sorted(set(range(len(after))) - {other for _, other in pairs})
    exact: defaultdict[str, list[int]] = defaultdict(list)
    for other in news:
        exact[after[other].key].append(other)
    found = {
        one: exact[before[one].key].pop(0)
        for one in olds
        if before[one].size >= _WORDS_MOVED and exact.get(before[one].key)
    }
    taken = set(found.values())
    others = _partners(
        before,
        after,
        [one for one in olds if one not in found and before[one].size >= _WORDS_MOVED],
        [other for other in news if other not in taken],
    )
    alike = {
        one: other for one, other in others.items() if likeness(before[one], after[other]) >= _MOVED
    }
    return sorted((found | alike).items())


def common_share(before: Sequence[Item], after: Sequence[Item], pairs: Sequence[Pair]) -> float:
    """The share of the words before that is still there."""
    whole = sum(one.size for one in before)
    kept = sum((before[one].words & after[other].words).total() for one, other in pairs)
    return kept / whole if whole else 1.0
