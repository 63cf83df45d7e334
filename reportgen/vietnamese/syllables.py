"""Which letters make a Vietnamese syllable: onset, rhyme and tone (the school grammar's tables)."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LEVEL, GRAVE, HOOK, TILDE, ACUTE, DOT = "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
TONES = (GRAVE, HOOK, TILDE, ACUTE, DOT)
STOPS = ("c", "ch", "p", "t")
"""Finals after which only sắc and nặng are spoken."""

_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_RHYMES = _set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơng
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oem
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uy uơ
    uân uâng uât uây uê uêch uên uênh uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ych
    """
)
_ONLY_ALONE = _set("y yêm yên yêng yêt yêu")
_Y_ONSETS = frozenset(("", "h", "k", "l", "m", "s", "t", "v", "qu", "đ", "b", "n", "r", "th"))
# after qu the glide is written once: quy, quyên, quât; o would write it twice
_AFTER_QU = _set(
    """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây
    e en eo et ê êch ên ênh êt i ich in inh it ơ ơi ơn ơt y ych yên yêt yn ynh yt yp yu ôc
    """
)
_FRONT = ("i", "y", "e", "ê")
_ALONE_AFTER_GI = ("êc", "êng", "êt")  # giếng, giêng: i is written once
_AFTER_G = frozenset(("in", "ich", "ip"))  # gìn, lô gích, xe gíp


@dataclass(frozen=True, slots=True)
class Syllable:
    """A word taken apart: `tone` is a combining mark, "" for the level tone; small letters."""

    onset: str
    rhyme: str
    tone: str

    @property
    def final(self) -> str:
        """The stop that the rhyme ends in, "" where it ends otherwise."""
        return next(
            (stop for stop in sorted(STOPS, key=len)[::-1] if self.rhyme.endswith(stop)), ""
        )


@lru_cache(maxsize=8192)
def split_tone(word: str) -> tuple[str, str]:
    """A word in small letters without its tones, and the tones as combining marks in order."""
    plain: list[str] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFD", word.lower()):
        (tones if sign in TONES else plain).append(sign)
    return unicodedata.normalize("NFC", "".join(plain)), "".join(tones)


@lru_cache(maxsize=8192)
def parse_syllable(word: str) -> Syllable | None:
    """The syllable that a word spells by letters alone, whatever its tone; None where none.

    Spelling counts: `ngh`, `gh`, `k` stand before i, e, ê, y only, `ng`, `g`, `c` elsewhere.
    """
    plain, tones = split_tone(word)
    if not plain or len(tones) > 1:
        return None
    for onset in _ONSETS:
        rhyme = plain[len(onset) :]
        if plain.startswith(onset) and _fits(onset, rhyme):
            return Syllable(onset, rhyme, tones)
    return None


def is_syllable(word: str) -> bool:
    """Whether a word may be a Vietnamese syllable: letters, the tone, and where the tone stands.

    In: one word in NFC, any case. Both placements of the tone in `hoà`, `thuỷ` are right.
    """
    syllable = parse_syllable(word)
    if syllable is None or (syllable.final and syllable.tone not in (ACUTE, DOT)):
        return False
    return not syllable.tone or word.lower() in spellings(syllable)


def spellings(syllable: Syllable) -> tuple[str, ...]:
    """The ways to write a syllable: one, or two where old and new placement of the tone differ."""
    onset, rhyme, tone = syllable.onset, syllable.rhyme, syllable.tone
    if not tone:
        return (onset + rhyme,)
    if onset == "gi" and not rhyme:
        return (unicodedata.normalize("NFC", "gi" + tone),)
    if onset == "gi" and rhyme[0] == "ê":
        rhyme = rhyme.removeprefix("i")
    return tuple(
        unicodedata.normalize("NFC", onset + rhyme[: place + 1] + tone + rhyme[place + 1 :])
        for place in _places(rhyme)
    )


def _places(rhyme: str) -> tuple[int, ...]:
    """Which letter of the rhyme bears the tone."""
    if rhyme in ("oa", "oe", "uy"):
        return (0, 1)
    for sign in "ơăâêô":
        if sign in rhyme:
            return (rhyme.rindex(sign),)
    vowels = [index for index, sign in enumerate(rhyme) if sign in "aeiouyư"]
    if rhyme in ("ooc", "oong"):
        return (1,)
    if len(vowels) == 1:
        return (vowels[0],)
    glide = rhyme.startswith(("oa", "oe", "uy")) and len(rhyme) > 2
    return (vowels[1],) if glide else (vowels[0],)


def _fits(onset: str, rhyme: str) -> bool:
    if onset == "gi":
        return rhyme in ("", *_ALONE_AFTER_GI) or (rhyme in _RHYMES and rhyme[0] not in "iy")
    if onset == "qu":
        return rhyme in _AFTER_QU
    if rhyme in _ONLY_ALONE:
        return onset == "" or (rhyme == "y" and onset in _Y_ONSETS)
    return rhyme in _RHYMES and _is_spelled_before(onset, rhyme)


def _is_spelled_before(onset: str, rhyme: str) -> bool:
    """Whether this spelling of the sound ng, g or k stands before the rhyme's first vowel."""
    if onset in ("ngh", "gh", "k"):
        return rhyme[0] in _FRONT
    if onset in ("ng", "g", "c"):
        return rhyme[0] not in _FRONT or (onset == "g" and rhyme in _AFTER_G)
    return True
