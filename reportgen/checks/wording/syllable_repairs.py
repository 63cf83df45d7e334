"""What was meant by a word that cannot be a Vietnamese syllable, where a slip of the hand tells."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reportgen.vietnamese.syllables import (
    ACUTE,
    DOT,
    TONES,
    is_syllable,
    parse_syllable,
    spellings,
    split_tone,
)

_WITHOUT_HORN = (
    (re.compile(r"ưo|uơ"), ("ươ",)),
    (re.compile(r"uo"), ("uô", "ươ")),
    (re.compile(r"(?<=[iy])e"), ("ê",)),
)
_ORTHOGRAPHY = (
    (re.compile(r"^ngh(?=[aăâoôơuư])"), "ng"),
    (re.compile(r"^ng(?=[ieê])"), "ngh"),
    (re.compile(r"^gh(?=[aăâoôơuư])"), "g"),
    (re.compile(r"^g(?=[eê])"), "gh"),
    (re.compile(r"^k(?=[aăâôơuư]|o(?![ae]))"), "c"),
    (re.compile(r"^c(?=[ieêy])"), "k"),
)
_SWAPPED = (("hn", "nh"), ("gn", "ng"), ("hc", "ch"))
_SHORTEST, _LONGEST = 3, 20  # letters; two syllables have 14 at most
_TYPING_KEYS = "sfrxj"  # the tone keys of Telex
_SHORTEST_PAIR = 6  # letters of two syllables run together


@lru_cache(maxsize=8192)
def repairs(word: str) -> tuple[str, ...]:
    """What a word in small letters was meant to be; () where it is right or cannot be told.

    Each result is a syllable, or two with a blank between. A word that bears no Vietnamese mark is
    left alone.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or word.isascii() or is_syllable(word):
        return ()
    for ways in (_tone, _two_tones, _shape, _orthography, _typing, _run_together):
        if found := tuple(dict.fromkeys(ways(word))):
            return found
    return ()


def with_stop_tones(word: str) -> tuple[str, ...]:
    """A syllable that ends in a stop with the two tones that it may bear: `phat`: phát, phạt."""
    syllable = parse_syllable(word)
    if syllable is None or not syllable.final:
        return ()
    return tuple(_toned(split_tone(word)[0], tone) for tone in (ACUTE, DOT))


def _tone(word: str) -> Iterator[str]:
    """`thưc`: a stop asks for a tone; `khỏan`: the tone stands on the wrong letter."""
    syllable = parse_syllable(word)
    if syllable is None:
        return
    if syllable.final and syllable.tone not in (ACUTE, DOT):
        yield from with_stop_tones(word)
    elif syllable.tone:
        yield from spellings(syllable)[:1]


def _two_tones(word: str) -> Iterator[str]:
    """`lýý`, `tạọ`, `lợí`: one tone or one letter too many."""
    for shorter in _without_doubled(word):
        if is_syllable(shorter):
            yield shorter
    plain, tones = split_tone(word)
    if len(tones) > 1:
        for tone in dict.fromkeys(tones):
            yield from _if_syllable(_toned(plain, tone))


def _shape(word: str) -> Iterator[str]:
    """`đuợc`, `trưòng`, `hiẹn`: the horn or the hat of one vowel is missing."""
    plain, tones = split_tone(word)
    for pattern, shapes in _WITHOUT_HORN:
        if pattern.search(plain):
            for shape in shapes:
                level = _toned(pattern.sub(shape, plain), "")
                stops = not tones and not is_syllable(level)
                for tone in (ACUTE, DOT) if stops else (tones,):
                    yield from _if_syllable(_toned(pattern.sub(shape, plain), tone))


def _orthography(word: str) -> Iterator[str]:
    """`nghành`: ngh, gh, k stand before i, e, ê only."""
    plain, tone = split_tone(word)
    for pattern, onset in _ORTHOGRAPHY:
        if pattern.search(plain):
            yield from _if_syllable(_toned(pattern.sub(onset, plain), tone))


def _typing(word: str) -> Iterator[str]:
    """`trìhn`, `thựcj`: letters in the wrong order, a key of the typing method left over."""
    for wrong, right in _SWAPPED:
        if word.endswith(wrong):
            yield from _if_syllable(word.removesuffix(wrong) + right)
    if word[-1] in _TYPING_KEYS:
        yield from _if_syllable(word[:-1])


def _run_together(word: str) -> Iterator[str]:
    """`quảnlý`: the blank is missing. Loan words (`vắcxin`) have one tone at most."""
    if len(word) < _SHORTEST_PAIR:
        return
    for place in range(2, len(word) - 1):
        first, second = word[:place], word[place:]
        if all(split_tone(part)[1] and is_syllable(part) for part in (first, second)):
            yield f"{first} {second}"


def _without_doubled(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        if word[place] == word[place - 1]:
            yield word[:place] + word[place + 1 :]


def _toned(plain: str, tone: str) -> str:
    syllable = parse_syllable(plain)
    if syllable is None or tone not in ("", *TONES):
        return ""
    return spellings(type(syllable)(syllable.onset, syllable.rhyme, tone))[0]


def _if_syllable(word: str) -> Iterator[str]:
    word = unicodedata.normalize("NFC", word)
    if word and is_syllable(word):
        yield word
