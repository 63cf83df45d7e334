"""How a sentence with figures is put together: brackets, sentences, items and their quantities."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token
from reportgen.checks.figures.scan import scan
from reportgen.checks.full_stops import is_of_abbreviation

_SENTENCE_END = re.compile(r"(?<!\.)\.(?=\s+[^\W\d_a-zà-ỹ]|\s*$|/\.)|\n")
_SEMICOLON = re.compile(r";")
_COMMA = re.compile(r",(?=\s)|\s(?=và\s)")
_UNFINISHED = re.compile(r"\.\.\.|…|\bv\.\s?v")
_OWN_PARTS = re.compile(
    r"trong đó|(?<!bao )gồm|bao gồm|đạt|chiếm|tỷ lệ|tỉ lệ|tăng|giảm|so với|tương ứng", re.IGNORECASE
)
_REMAINDER = re.compile(r"\b(?:còn lại|khác|các|những|một số)\b")
_NO_UNITS = {"lên", "xuống", "tăng", "giảm", "thành", "nữa", "trên"}


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a list, `text[start:end]`, and the quantity that it names.

    `label` are its words without bracketed text and figures, in lower case. `sure` is False where
    it holds several quantities and one cannot tell which is meant.
    """

    start: int
    end: int
    label: str
    quantity: Token | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Bracket:
    """`text[start:end]` from the opening to the closing sign, both included."""

    start: int
    end: int
    depth: int  # 0: inside no other bracket


@lru_cache(maxsize=512)
def brackets(text: str) -> tuple[Bracket, ...]:
    """The round brackets of the text in order of their opening; a sign without its fellow is left
    out, as is the one of a label (`a)`)."""
    found: list[Bracket] = []
    opened: list[int] = []
    for index, sign in enumerate(text):
        if sign == "(":
            opened.append(index)
        elif sign == ")" and opened:
            start = opened.pop()
            found.append(Bracket(start, index + 1, len(opened)))
    return tuple(sorted(found, key=lambda bracket: bracket.start))


@lru_cache(maxsize=512)
def outer(text: str) -> str:
    """The text with everything in brackets and quotation marks blanked, at the same length."""
    signs = list(text)
    for bracket in brackets(text):
        if bracket.depth == 0:
            signs[bracket.start : bracket.end] = " " * (bracket.end - bracket.start)
    blanked = "".join(signs)
    return re.sub(r"“[^“”]*”|\"[^\"]*\"", lambda found: " " * len(found[0]), blanked)


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences as spans without their full stops; one inside brackets ends none.

    What a rule on wording takes for a sentence is cut finer: `checks/wording/sentences.py`.
    """
    spans, start = [], 0
    for stop in _SENTENCE_END.finditer(outer(text)):
        if is_of_abbreviation(text, stop.start()):
            continue
        if stop.start() > start:
            spans.append((start, stop.start()))
        start = stop.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds the offset."""
    spans = sentences(text)
    index = bisect_left(spans, offset, key=lambda span: span[1])
    if index < len(spans) and spans[index][0] <= offset:
        return spans[index]
    return 0, len(text)


def is_unfinished(text: str) -> bool:
    """Whether the text says that it names only some of what there is (`…`, `v.v.`)."""
    return bool(_UNFINISHED.search(text))


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The figures and fractions that count or measure within the span; no percentages."""
    stop = len(text) if end is None else end
    return (token for token in tokens_between(text, start, stop) if not is_percent(token))


def tokens_between(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The figures and fractions that stand wholly within the span."""
    tokens = scan(text)
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_left(tokens, end, lo=first, key=lambda token: token.start)
    return tuple(token for token in tokens[first:last] if token.end <= end)


def is_percent(token: Token) -> bool:
    """Whether the token is a percentage."""
    return isinstance(token, Figure) and token.percent


def figures_of(token: Token) -> tuple[Figure, ...]:
    """The one figure, or the two of a fraction."""
    return (token.part, token.whole) if isinstance(token, Fraction) else (token,)


def is_plain(token: Token) -> bool:
    """Whether every figure of it is written without a slip and said without `khoảng`."""
    return is_well_written(token) and not any(f.approximate for f in figures_of(token))


def is_well_written(token: Token) -> bool:
    """Whether every figure of it is written without a slip."""
    plain = (Notation.PLAIN, Notation.VIETNAMESE)
    return all(figure.notation in plain for figure in figures_of(token))


def unit_word(token: Token) -> str:
    """The first word of what the token counts, in lower case; "" where nothing says so."""
    first = token.unit.partition(" ")[0]
    return "" if first in _NO_UNITS else first


def same_unit(one: Token, other: Token) -> bool:
    """Whether both count the same, as far as they say what they count."""
    first, second = unit_word(one), unit_word(other)
    return not first or not second or first == second


def items_between(text: str, start: int, end: int) -> tuple[Item, ...]:
    """The items of the list `text[start:end]`: cut at `;`, else at `,` and `và`.

    A piece without a figure belongs to its neighbour (`Sở Giáo dục và Đào tạo (08)`).
    """
    view = outer_within(text, start, end)
    if ";" in view:
        pieces = [
            part
            for piece in _cut(view, start, _SEMICOLON)
            for part in _cut_further(text, view, start, piece)
        ]
    else:
        pieces = _join_names(text, _cut(view, start, _COMMA))
    return tuple(_item(text, *piece) for piece in pieces if text[slice(*piece)].strip())


def outer_within(text: str, start: int, end: int) -> str:
    """`text[start:end]` with its own brackets and quotations blanked."""
    return outer(text[start:end])


def _cut(view: str, start: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, begin = [], 0
    for found in separator.finditer(view):
        spans.append((start + begin, start + found.start()))
        begin = found.end()
    spans.append((start + begin, start + len(view)))
    return spans


def _cut_further(text: str, view: str, start: int, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """The piece between two semicolons; cut at `,` and `và` where each part has its own figure."""
    inside = view[piece[0] - start : piece[1] - start]
    parts = _cut(inside, piece[0], _COMMA)
    if len(parts) > 1 and not _OWN_PARTS.search(inside):
        counts = [len(list(quantities(text, *part))) for part in parts]
        if all(count == 1 for count in counts):
            return parts
    return [piece]


def _join_names(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces without a figure joined to the piece that they belong to."""
    filled = [bool(_within(text, piece)) for piece in pieces]
    if not any(filled):
        return pieces
    first = pieces[filled.index(True)]
    figure_first = filled[0] and not text[first[0] : _within(text, first)[0].start].strip(" :")
    joined: list[tuple[int, int]] = []
    waiting: int | None = None
    for piece, has_figure in zip(pieces, filled, strict=True):
        if has_figure:
            joined.append((piece[0] if waiting is None else waiting, piece[1]))
            waiting = None
        elif figure_first and joined:
            joined[-1] = (joined[-1][0], piece[1])
        elif waiting is None:
            waiting = piece[0]
    if waiting is not None and _REMAINDER.search(text, waiting, pieces[-1][1]):
        joined.append((waiting, pieces[-1][1]))
    return joined


def _within(text: str, piece: tuple[int, int]) -> list[Token]:
    return list(quantities(text, *piece))


def _item(text: str, start: int, end: int) -> Item:
    view = outer_within(text, start, end)
    tokens = list(quantities(text, start, end))
    top = [token for token in tokens if view[token.start - start].strip()]
    chosen = top or tokens[:1]
    signs = list(view)
    for token in tokens_between(text, start, end):
        signs[token.start - start : token.end - start] = " " * (token.end - token.start)
    label = "".join(signs)
    sure = len(chosen) == 1
    if len(chosen) > 1:
        own = _OWN_PARTS.search(text, chosen[0].end, chosen[1].start)
        sure = own is not None
        label = label[: own.start() - start] if own else label
    quantity = chosen[0] if chosen else None
    return Item(start, end, " ".join(label.lower().split()).strip(" :-–"), quantity, sure)
