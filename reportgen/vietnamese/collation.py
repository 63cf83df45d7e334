"""The order of the Vietnamese alphabet: letters first, then tones, then case."""

import unicodedata
from dataclasses import dataclass, field

from reportgen.vietnamese.text import nfc

# f, j, w, z are no Vietnamese letters but stand in names; they keep their Latin places
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {sign: rank for rank, sign in enumerate(_ALPHABET)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = "\u0302\u0306\u031b"

_SPACE, _SIGN, _DIGIT, _LETTER, _OTHER_LETTER = range(5)

SortKey = tuple[
    tuple[tuple[int, int], ...],  # letters and signs
    tuple[tuple[int, ...], ...],  # tones, word by word
    tuple[bool, ...],  # capitals
    str,  # the text, so that only equal texts are equal
]


@dataclass(slots=True)
class _Levels:
    """What is gathered of a text while it is read sign by sign."""

    primary: list[tuple[int, int]] = field(default_factory=list)
    tones: list[list[int]] = field(default_factory=lambda: [[]])
    capitals: list[bool] = field(default_factory=list)
    last: str = ""

    def add_base(self, sign: str) -> None:
        self.last = sign.lower()
        rank = _rank(self.last)
        if rank[0] < _LETTER:
            self.tones.append([])
        self.primary.append(rank)
        self.capitals.append(sign != self.last)

    def add_mark(self, mark: str) -> None:
        if mark in _TONE_RANK:
            self.tones[-1].append(_TONE_RANK[mark])
        elif mark in _SHAPES and (shaped := nfc(self.last + mark)) in _LETTER_RANK:
            self.last = shaped
            self.primary[-1] = _rank(shaped)


def sort_key(text: str) -> SortKey:
    """A key that sorts texts by a ă â b c d đ e ê …; a total order on texts in NFC.

    Tones (ngang huyền hỏi ngã sắc nặng) count only between texts with the same letters, by word,
    so that "hoà" and "hòa" stand together; then small letters come before capitals.
    """
    composed = nfc(text)
    levels = _Levels()
    for sign in unicodedata.normalize("NFD", composed):
        if unicodedata.combining(sign) and levels.primary:
            levels.add_mark(sign)
        else:
            levels.add_base(sign)
    tones = tuple(tuple(word) for word in levels.tones)
    return tuple(levels.primary), tones, tuple(levels.capitals), composed


def _rank(sign: str) -> tuple[int, int]:
    """The first-level place of one small letter or sign: spaces, signs, digits, letters."""
    if sign in _LETTER_RANK:
        return _LETTER, _LETTER_RANK[sign]
    if sign.isspace():
        return _SPACE, 0
    if sign.isdecimal():
        return _DIGIT, unicodedata.decimal(sign)
    return (_OTHER_LETTER if sign.isalpha() else _SIGN), ord(sign[0])
