"""The same text in two manuscripts: a dossier's document, and the Word file drafted from it."""

from collections import defaultdict, deque
from collections.abc import Mapping

from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.document.origins import WordPlace
from reportgen.problems import Place


def word_places(own: Manuscript, drafted: Manuscript) -> Mapping[int, WordPlace]:
    """Where in the Word file the passages of `own` stand, by their index.

    Passages of the same text are taken in their order.
    """
    waiting: defaultdict[str, deque[WordPlace]] = defaultdict(deque)
    for passage in drafted.passages:
        if isinstance(passage.origin, WordPlace):
            waiting[_key(passage)].append(passage.origin)
    found: dict[int, WordPlace] = {}
    for passage in own.passages:
        if isinstance(passage.origin, WordPlace):
            found[passage.index] = passage.origin
        elif places := waiting[_key(passage)]:
            found[passage.index] = places.popleft()
    return found


def sources(own: Manuscript, places: Mapping[int, WordPlace]) -> Mapping[WordPlace, Place]:
    """The lines of the dossier that paragraphs of the Word file were drafted from."""
    origins = {passage.index: passage.origin for passage in own.passages}
    return {
        place: origin
        for index, place in places.items()
        if isinstance(origin := origins[index], Place)
    }


def _key(passage: Passage) -> str:
    """Capitals and spaces are the frame's business."""
    return "".join(passage.text.casefold().split())
