"""The label scheme (`danh_so`) that a document numbers itself by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from reportgen.document.numbering import Numbering, read_scheme
from reportgen.document.tree import Block, Heading, Paragraph

_LABEL = re.compile(
    r"(?P<prefix>(?:[^\W\d_]+ |\()?)(?P<parents>(?:\d+\.)*)"
    r"(?P<own>\d+|[^\W\d_]{1,7})(?P<suffix>[^\w\s]*)"
)
_USUAL = ("I.", "1.", "a)", "1.1.", "1.1.1.", "a)")
_SIGNS = "1IaAi"
_DEEPEST = 6

Labelled = tuple[int, str]


def labels_of(blocks: Iterable[Block]) -> Iterator[Labelled]:
    """Level and label of each labelled part, in reading order."""
    for one in blocks:
        if isinstance(one, Heading) or (isinstance(one, Paragraph) and one.label and one.level):
            yield min(one.level, _DEEPEST), one.label


def scheme_of(texts: Sequence[Iterable[Block]]) -> tuple[str, ...]:
    """A specimen a level, chosen so that counting prints as many of the labels as can be.

    Each of `texts` (the body, then the appendices) begins its labels anew.
    """
    labelled = [list(labels_of(text)) for text in texts]
    deepest = max((level for text in labelled for level, _ in text), default=0)
    scheme: list[str] = []
    for level in range(1, deepest + 1):
        own = dict.fromkeys(label for text in labelled for at, label in text if at == level)
        found = list(dict.fromkeys(one for label in own for one in _specimens(label)))
        choices = [*found[:40], _USUAL[level - 1]]
        scheme.append(max(choices, key=lambda one: _score([*scheme, one], labelled)))
    return tuple(scheme)


def _specimens(label: str) -> Iterator[str]:
    match = _LABEL.fullmatch(label)
    if match is None:
        return
    depth = match["parents"].count(".")
    for sign in _SIGNS:
        if not depth or sign == "1":
            yield f"{match['prefix']}{'1.' * depth}{sign}{match['suffix']}"


def _score(scheme: Sequence[str], labelled: Iterable[Iterable[Labelled]]) -> int:
    """How many labels of the scheme's deepest level counting gives."""
    styles, problems = read_scheme(scheme, lambda _: None)
    if problems:
        return -1
    hits = 0
    for text in labelled:
        numbering = Numbering(styles, lambda _: None)
        for level, label in text:
            if level > len(scheme):
                continue
            trial = deepcopy(numbering)
            if trial.label(level, None, "") == label:
                hits += level == len(scheme)
                numbering = trial
            else:
                numbering.label(level, label, "")
    return hits
