"""The same text in two manuscripts: a dossier's document, and the Word file drafted from it."""

from collections import defaultdict, deque
from collections.abc import Mapping

from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.document.origins import WordPlace


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


def standing(own: Manuscript, places: Mapping[int, WordPlace]) -> Mapping[WordPlace, Passage]:
    """The passages of `own` by the paragraph of the Word file that each stands in."""
    passages = {passage.index: passage for passage in own.passages}
    return {place: passages[index] for index, place in places.items()}


def _key(passage: Passage) -> str:
    """Capitals and spaces are the frame's business."""
    return "".join(passage.text.casefold().split())
