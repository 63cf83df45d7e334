"""VB062: a word that cannot be Vietnamese and that a slip of the hand explains."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.misspellings import PAIRS
from reportgen.checks.wording.syllable_repairs import repairs, with_stop_tones
from reportgen.checks.wording.words import (
    WORD,
    hide_addresses,
    is_in_capitals,
    spelled_passages,
    word_set,
    words_of,
)
from reportgen.places import communes_of, former_provinces, provinces
from reportgen.problems import Severity
from reportgen.vietnamese import nfc
from reportgen.vietnamese.syllables import is_syllable

_ATTACHED = "-'’_/@&+.0123456789"
_SENTENCE_BEGINS = re.compile(r"(?:^|[.:;!?“(]\s|[-+*]\s|\d[.)]\s|\b[a-zđ]\)\s)\s*$")
# words of other languages that look like Vietnamese ones without tones
_FOREIGN = word_set("chat chip that trap trip chap chop nhat trot thop kit quit phit")
_VIETNAMESE_ONSET = re.compile(r"(?:ph|th|tr|nh|kh|ngh?|đ|gi|qu)")
_SHORTEST = 4  # letters of a word without any mark
_MOST = 2  # suggestions
_BESIDE = 40  # characters before a word in which a sentence may end


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        doubtful = any(map(_may_be_told, set(words_of(passage.text))))
        if doubtful and passage.text == nfc(passage.text):
            yield from _in(passage)


@lru_cache(maxsize=8192)
def _may_be_told(word: str) -> bool:
    """Whether a word in small letters may be one to tell of, by itself or by those beside it."""
    return bool(repairs(word) or _toneless(word))


def _in(passage: Passage) -> Iterator[Finding]:
    text = hide_addresses(passage.text)
    words = list(WORD.finditer(text))
    capitals = is_in_capitals(text)
    for index, match in enumerate(words):
        word = match[0].lower()
        meant = repairs(word) or _without_any_tone(words, index)
        if not meant or _is_attached(text, match) or word in _names():
            continue
        if match[0].islower() or (capitals and len(word) > 2) or _may_be_judged(text, words, index):
            yield _told(passage, match, meant)


def _told(passage: Passage, match: re.Match[str], meant: tuple[str, ...]) -> Finding:
    word, text = match[0], passage.text
    after = WORD.match(text, match.end() + 1)
    usual = _USUAL.get((word.lower(), after[0].lower() if after else ""))
    choice = (usual,) if usual else meant[:_MOST]
    shaped = [_in_case(item, word) for item in choice]
    right = " hoặc ".join(f"“{item}”" for item in shaped)
    message = f"“{word}” không phải là một tiếng trong tiếng Việt"
    return RULE.at(passage, match.start(), match.end(), message, f"viết {right}")


def _without_any_tone(words: list[re.Match[str]], index: int) -> tuple[str, ...]:
    """`phat triển`: a word without any mark amid marked ones, where no other language has it."""
    word = words[index][0]
    if not word.islower() or not _toneless(word):
        return ()
    beside = [words[place][0] for place in (index - 1, index + 1) if 0 <= place < len(words)]
    if not all(is_syllable(other) and not other.isascii() for other in beside) or not beside:
        return ()
    return _toneless(word)


def _toneless(word: str) -> tuple[str, ...]:
    """What a word without any mark may be, where no other language has it."""
    if not word.isascii() or word in _FOREIGN or len(word) < _SHORTEST:
        return ()
    return with_stop_tones(word) if _VIETNAMESE_ONSET.match(word) else ()


def _may_be_judged(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a capitalised word is no part of a name of another language."""
    match = words[index]
    if not match[0][1:].islower():
        return False
    beside = []
    if index and text[words[index - 1].end() : match.start()] == " ":
        beside.append(words[index - 1][0])
    if index + 1 < len(words) and text[match.end() : words[index + 1].start()] == " ":
        beside.append(words[index + 1][0])
    if any(word[0].isupper() for word in beside):
        return False
    before = max(0, match.start() - _BESIDE)
    return bool(_SENTENCE_BEGINS.search(text, before, match.start())) or bool(beside)


def _is_attached(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after, next_ = (text[at : at + 1] for at in (match.end(), match.end() + 1))
    joined = after in tuple(_ATTACHED) and (after != "." or next_.isalnum())
    return (before != "" and before in _ATTACHED and before not in "./") or (
        joined and after != "/"
    )


def _in_case(item: str, word: str) -> str:
    if word.isupper():
        return item.upper()
    return item[0].upper() + item[1:] if word[0].isupper() else item


@cache
def _names() -> frozenset[str]:
    """Words of today's and former places' names, however they are spelled."""
    names = [former.name for former in former_provinces()]
    for province in provinces():
        names += [commune.name for commune in communes_of(province)]
    return frozenset(
        word.lower() for name in names for word in WORD.findall(name) if repairs(word.lower())
    )


_USUAL = {
    (wrong.split()[0], wrong.split()[1]): right.split()[0]
    for wrong, right in PAIRS.items()
    if len(wrong.split()) == 2 and wrong.split()[1] == right.split()[1]
}

RULE = Rule(
    "VB062",
    "chữ không thể có trong tiếng Việt",
    Severity.WARNING,
    "tiếng có p, t, c, ch ở cuối chỉ mang dấu sắc hoặc dấu nặng; ngh, gh, k chỉ đứng trước i, e, ê",
    "Tiếp tục thưc hiện nhiệm vụ của nghành.",
    "Tiếp tục thực hiện nhiệm vụ của ngành tại Đắk Lắk, Ea H'leo qua ứng dụng VNeID.",
    _check,
)
