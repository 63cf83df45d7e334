"""Where in a document a passage stands, as one cites it: `mục I.4.a`, `điểm a khoản 1 Điều 2`."""

import re
from collections.abc import Sequence
from itertools import pairwise

_NAMED = re.compile(r"(?:phụ lục|phần|chương|mục|điều)\b", re.IGNORECASE)
_ARTICLE = "điều"


class Headings:
    """The labels that stand above what is read next; `appendix` is the label of the appendix."""

    def __init__(self, appendix: str = "") -> None:
        self._appendix = _cited(appendix)
        self._labels: dict[int, str] = {}  # by level, from 1

    def enter(self, level: int, label: str) -> None:
        """Go on under a labelled heading or point; one without level or label changes nothing."""
        if level < 1 or not label:
            return
        self._labels = {at: above for at, above in self._labels.items() if at < level}
        self._labels[level] = _cited(label)

    def __str__(self) -> str:
        """The labels as one cites them; "" under none.

        Points of an article are named from the lowest (Phụ lục I, II.6.b of Nghị định
        30/2020/NĐ-CP); what contains an article goes unsaid, since articles count through.
        """
        labels = [label for _, label in sorted(self._labels.items())]
        articles = [at for at, label in enumerate(labels) if label.casefold().startswith(_ARTICLE)]
        if articles:
            article, *points = labels[articles[-1] :]
            said = [" ".join([*map(_point, reversed(points)), article])]
        else:
            said = [label for label in labels if _NAMED.match(label)]
            points = _apart([label for label in labels if not _NAMED.match(label)])
            said += [f"mục {'.'.join(points)}"] if points else []
        return ", ".join(filter(None, (self._appendix, *said)))


def _apart(labels: Sequence[str]) -> list[str]:
    """The labels without those that the next one repeats: `2` before `2.1`."""
    together = pairwise((*labels, ""))
    return [label for label, after in together if not after.startswith(f"{label}.")]


def _point(label: str) -> str:
    return f"{'khoản' if label[0].isdecimal() else 'điểm'} {label}"


def _cited(label: str) -> str:
    """A label without its mark; one in capitals (`PHỤ LỤC II`) as in a sentence."""
    text = label.strip().strip("().:").strip()
    word = _NAMED.match(text)
    return f"{word[0].capitalize()}{text[word.end() :]}" if word else text
