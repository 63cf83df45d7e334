"""Abbreviations of a text: where each is used, where it is explained and as what."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.manuscript import Manuscript, Part, Passage
from reportgen.checks.remembering import remembered
from reportgen.checks.wording.data import rows_of
from reportgen.checks.wording.words import HIDDEN, hide_addresses, is_in_capitals, word_set
from reportgen.vietnamese import fold_tone_placement, roman_value

KNOWN = frozenset(row["viet_tat"] for row in rows_of("tu_viet_tat.csv"))
"""Abbreviations that need no explanation; the list gives meanings and reasons."""

_CAPITAL = "A-ZĐƯÂÔÊĂƠ"
_AFTER_FIRST = rf"[{_CAPITAL}]+(?:[&-][{_CAPITAL}]+){{0,20}}"
_SHORT = rf"[{_CAPITAL}]{_AFTER_FIRST}"
# a capital first, then what is before it: capitals are found at once
_USE = re.compile(rf"([{_CAPITAL}](?<![\w/.&@+-].){_AFTER_FIRST})(?![\w&@+]|-[\w]|\.\w)")
_SAID = re.compile(rf"\((?:sau đây|gọi|viết) [^()]*\b(?P<short>{_SHORT})[”\"]?\s*\)")
_IN_BRACKETS = re.compile(
    rf"\(\s*(?P<said>(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))*\s+là:?\s*)?"
    rf"[“\"]?(?P<short>{_SHORT})[”\"]?\s*\)"
)
_WITH_NAME = re.compile(rf"\((?:[^\W\d_]+ ){{1,3}}(?P<short>{_SHORT})\)")
_SPELLED_OUT = re.compile(rf"([{_CAPITAL}](?<![\w/-].){_AFTER_FIRST})\s?[(:]\s?(?=[^\W\d_])")
_SYMBOL = re.compile(
    rf"\d[\w.]*\s?[-/]\s?(?:\d{{4}}\s?/\s?)?[{_CAPITAL}][\w/&-]*|(?<=\s)/[{_CAPITAL}][\w/&-]*"
    rf"|\b(?:NQ|QĐ|NĐ|TT|CT|KH|CV|BC|KL|TB|HD|TTr|TTLT|QyĐ)-[{_CAPITAL}][\w/&-]*"
    r"|(?P<other>\d[\w.]*+)"  # passed over at once, not digit by digit
)
_NAMED = re.compile(
    r"(?:\b[Ss]ố|[Cc]ông ty|[Kk]hách sạn|[Tt]ập đoàn|[Nn]gân hàng|[Pp]hần mềm|[Ứứ]ng dụng|[Mm]ã"
    r"|[Hh]ãng|[Vv]ắc[ -]?xin|[Vv]accine|[Tt]huốc|[Cc]huẩn|TNHH|[Hh]ạng|[Ll]ô) $"
)  # what stands before proper names, classes and codes
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(\w+) $")
_AFTER = re.compile(r" (\w+)")
_NEAR = 30  # words before `(Chương trình MTQG)` in which the name is spelled out
_FAR = 600  # characters before an abbreviation in which what it stands for is looked for
_BESIDE = 60  # characters before it that hold the word or two beside it
_LINKS = word_set("và của về các với cho trong những")
_NOT_VIETNAMESE = frozenset("EIOFJWZ")  # initials of no Vietnamese word that offices abbreviate
_TEXT_PARTS = (Part.BODY, Part.NOTE, Part.APPENDIX)


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation at `text[start:end]` of a passage."""

    short: str
    passage: Passage
    start: int
    end: int

    @property
    def position(self) -> tuple[int, int]:
        return self.passage.index, self.start


@dataclass(frozen=True, slots=True)
class Explanation(Use):
    """What an abbreviation is said to stand for; `phrase` is "" where the words do not fit it."""

    phrase: str = ""

    @property
    def sense(self) -> str:
        """The phrase for comparing: small letters, one placement of tones, no link words."""
        words = _WORD.findall(fold_tone_placement(self.phrase).lower())
        return " ".join(word for word in words if word not in _LINKS)


def explanations(manuscript: Manuscript) -> list[Explanation]:
    """`Ủy ban nhân dân (UBND)`, `(sau đây gọi là BCĐ)`, `UBND (Ủy ban nhân dân)`, in order."""
    return [found for passage in _texts(manuscript) for found in _explained_in(passage)]


def uses(manuscript: Manuscript) -> list[Use]:
    """Every abbreviation in running text, those being explained included, in order."""
    return [found for passage in _texts(manuscript) for found in _used_in(passage)]


def needs_explaining(short: str) -> bool:
    """Whether readers can be expected not to know it: Vietnamese by its letters, not listed."""
    known = all(part in KNOWN for part in short.split("&"))
    return short not in KNOWN and not known and not _NOT_VIETNAMESE & set(_letters(short))


def _texts(manuscript: Manuscript) -> Iterator[Passage]:
    for passage in manuscript.passages:
        if passage.part in _TEXT_PARTS and passage.cell is None:
            yield passage


def _prose(passage: Passage) -> str:
    return _prose_of(passage.text, passage.title_length if passage.is_heading else 0)


@remembered
def _prose_of(printed: str, title_length: int) -> str:
    """The text with symbols of documents, addresses and a title in capitals blotted out."""
    text = hide_addresses(printed)
    if is_in_capitals(text):
        return HIDDEN * len(text)
    if is_in_capitals(text[:title_length]):
        text = HIDDEN * title_length + text[title_length:]
    return _SYMBOL.sub(lambda match: match["other"] or HIDDEN * len(match[0]), text)


def _used_in(passage: Passage) -> Iterator[Use]:
    text = _prose(passage)
    return (Use(text[start:end], passage, start, end) for start, end in _uses(text))


@remembered
def _uses(text: str) -> tuple[tuple[int, int], ...]:
    """Where the abbreviations of a text stand; several rules ask."""
    return tuple(
        match.span() for match in _USE.finditer(text) if not _is_word_in_capitals(text, match)
    )


def _is_word_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether it is a word or a numeral and no abbreviation: `HÀ NỘI`, `PAR INDEX`, `IV`."""
    short = match[1]
    if text[match.start() - 1 : match.start()] in ("“", '"'):
        return True  # talked about, not used
    beginning = text[max(0, match.start() - _BESIDE) : match.start()]
    if roman_value(short) is not None or _has_tone(short) or _NAMED.search(beginning):
        return True
    neighbours = _BEFORE.search(beginning), _AFTER.match(text, match.end())
    beside = [found[1] for found in neighbours if found]
    return any(
        word.isupper() and len(word) > 1 and word.isalpha() and word not in KNOWN
        and roman_value(word) is None
        for word in beside
    )  # fmt: skip


def _has_tone(word: str) -> bool:
    marks = "\u0300\u0301\u0303\u0309\u0323"
    return any(sign in marks for sign in unicodedata.normalize("NFD", word))


def _explained_in(passage: Passage) -> Iterator[Explanation]:
    text = _prose(passage)
    for (start, end), phrase in _explained(text):
        yield Explanation(text[start:end], passage, start, end, phrase)


@remembered
def _explained(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """Where abbreviations are explained, and as what; several rules ask."""
    return tuple(_explanations(text))


def _explanations(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _IN_BRACKETS.finditer(text):
        phrase = _phrase_before(_words_before(text, match.start()), match["short"])
        yield match.span("short"), phrase
    for match in _SAID.finditer(text):
        if _IN_BRACKETS.match(text, match.start()):
            continue
        yield match.span("short"), ""
    for match in _WITH_NAME.finditer(text):
        words = _WORD.findall(_words_before(text, match.start()))[-_NEAR:]
        if _letters(match["short"]) in "".join(map(_initial, words)):
            yield match.span("short"), ""
    for match in _SPELLED_OUT.finditer(text):
        if phrase := _phrase_after(text[match.end() : match.end() + _FAR], match[1]):
            yield match.span(1), phrase


def _words_before(text: str, end: int) -> str:
    """The last few words of `text[:end]`, none of them cut off."""
    start = max(0, end - _FAR)
    return text[start:end] if start == 0 else text[start:end].partition(" ")[2]


def _phrase_before(text: str, short: str) -> str:
    """The words at the end of the text whose initials are the abbreviation; "" where none are."""
    words = [*_WORD.finditer(text)]
    count = _match(
        [_initial(word[0]) for word in reversed(words)], _letters(short)[::-1], words[::-1]
    )
    if not count or re.search(r"[.;:(]", text[words[-count].end() :]):
        return ""
    return text[words[-count].start() :].strip()


def _phrase_after(text: str, short: str) -> str:
    words = [*_WORD.finditer(text)][:12]
    count = _match([_initial(word[0]) for word in words], _letters(short), words)
    if not count or re.search(r"[.;:)]", text[: words[count - 1].start()]):
        return ""
    return text[: words[count - 1].end()]


def _match(initials: list[str], letters: str, words: list[re.Match[str]]) -> int:
    """How many words the letters take up, link words being passed over where they do not fit."""
    taken = 0
    for letter in letters:
        while taken < len(initials) and initials[taken] != letter:
            if words[taken][0].lower() not in _LINKS:
                return 0
            taken += 1
        if taken == len(initials):
            return 0
        taken += 1
    return taken


def _letters(short: str) -> str:
    return "".join(_initial(sign) for sign in short if sign.isalpha())


def _initial(word: str) -> str:
    """The first letter without its marks; `đ` as D, because both are written for it."""
    plain = unicodedata.normalize("NFD", word[0].upper().replace("Đ", "D"))
    return plain[0]
