"""How the letters of paragraphs are set, each look weighed by how many letters it has."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from itertools import takewhile
from typing import TypeVar

from reportgen.checks.remembering import remembered
from reportgen.readers.recognition.label_shapes import read_label
from reportgen.readers.word.model import RunFormat, WordParagraph, WordRun
from reportgen.vietnamese import nfc

_Look = TypeVar("_Look", bound=Hashable)
_MOST_OF = 0.8  # of the letters of a component
_QUOTED = 8  # words of a paragraph that a message quotes


def letters_of(run: WordRun) -> int:
    """How many letters and digits a run prints on the line (raised ones and hidden ones not)."""
    look = run.format
    if look.superscript or look.subscript or look.hidden:
        return 0
    return _letters_in(run.text)


@remembered
def _letters_in(text: str) -> int:
    return sum(map(str.isalnum, text))


def weigh(
    paragraphs: Iterable[WordParagraph], look: Callable[[RunFormat], _Look]
) -> Counter[_Look]:
    """How many letters have each look."""
    found: Counter[_Look] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if count := letters_of(run):
                found[look(run.format)] += count
    return found


def sizes(paragraphs: Iterable[WordParagraph]) -> Counter[float]:
    """How many letters each size in points has."""
    return weigh(paragraphs, lambda look: look.size)


def size_of(paragraphs: Iterable[WordParagraph]) -> float | None:
    """The size in points of most letters; None where there are none."""
    found = sizes(paragraphs).most_common(1)
    return found[0][0] if found else None


def mostly(paragraphs: Iterable[WordParagraph], look: Callable[[RunFormat], bool]) -> bool | None:
    """Whether nearly all letters have a look (True) or lack it (False); None: mixed or none."""
    found = weigh(paragraphs, look)
    total = found.total()
    if not total:
        return None
    share = found[True] / total
    if share >= _MOST_OF:
        return True
    return False if share <= 1 - _MOST_OF else None


def labels_with(paragraph: WordParagraph, look: Callable[[WordRun], bool]) -> bool:
    """Whether the runs that a paragraph begins with have a look and are just a label (`1.`)."""
    typed = (run for run in paragraph.runs if run.text.strip())
    head = nfc("".join(run.text for run in takewhile(look, typed))).strip()
    label = read_label(f"{head} X") if head else None
    return label is not None and label.text == head


def printed(paragraph: WordParagraph) -> str:
    """The text as it is printed: label and capitals as shown, single blanks, letters composed."""
    parts = (
        run.text.upper() if run.format.caps or run.format.small_caps else run.text
        for run in paragraph.runs
    )
    return nfc(" ".join(f"{paragraph.label} {''.join(parts)}".split()))


def quoted(paragraph: WordParagraph) -> str:
    """The first words of a paragraph, in quotation marks."""
    words = printed(paragraph).split()
    more = " …" if len(words) > _QUOTED else ""
    return f"“{' '.join(words[:_QUOTED])}{more}”"
