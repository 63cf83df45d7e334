"""VB054: both placements of the tone (`hòa`, `hoà`) in one document, told once."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import WORD, words_of
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement, nfc
from reportgen.vietnamese.syllables import parse_syllable, spellings

_MOST_FORMS = 5
_Spot = tuple[Passage, int, int]


def _check(subject: Subject) -> Iterator[Finding]:
    texts = (passage.text for passage in subject.manuscript.passages)
    if all(fold_tone_placement(text) == text for text in texts):
        return  # nothing is marked the new way
    old, new = _found(subject)
    if not old or not new:
        return
    fewer, name, more, other = (
        (new, "kiểu mới", old, "kiểu cũ")
        if len(new) <= len(old)
        else (old, "kiểu cũ", new, "kiểu mới")
    )
    forms = Counter(passage.text[start:end].lower() for passage, start, end in fewer)
    shown = ", ".join(f"“{form}” ({count} chỗ)" for form, count in forms.most_common(_MOST_FORMS))
    rest = len(forms) - _MOST_FORMS
    passage, start, end = fewer[0]
    example = more[0][0].text[more[0][1] : more[0][2]].lower()
    message = (
        f"văn bản đặt dấu thanh theo cả hai kiểu: {len(more)} chỗ {other} như “{example}”, "
        f"{len(fewer)} chỗ {name}: {shown}{f' và {rest} từ khác' if rest > 0 else ''}"
    )
    hint = f"viết thống nhất, ở đây là “{_other_way(passage.text[start:end])}”"
    yield RULE.at(passage, start, end, message, hint)


def _found(subject: Subject) -> tuple[list[_Spot], list[_Spot]]:
    """Where syllables with an open glide stand: those marked the old way, those the new way."""
    old: list[_Spot] = []
    new: list[_Spot] = []
    for passage in subject.manuscript.passages:
        if not any(map(_has_a_choice, words_of(passage.text))) or passage.text != nfc(passage.text):
            continue
        folded = fold_tone_placement(passage.text)
        for match in WORD.finditer(passage.text):
            if _has_a_choice(match[0].lower()):
                is_old = folded[match.start() : match.end()] == match[0]
                (old if is_old else new).append((passage, match.start(), match.end()))
    return old, new


@lru_cache(maxsize=8192)
def _has_a_choice(word: str) -> bool:
    """Whether it is a syllable in small letters whose tone may stand on either of two letters."""
    syllable = parse_syllable(word)
    if syllable is None or not syllable.tone or syllable.rhyme not in ("oa", "oe", "uy"):
        return False
    return word in spellings(syllable)


def _other_way(word: str) -> str:
    folded = fold_tone_placement(word)
    if folded != word:
        return folded
    syllable = parse_syllable(word)
    other = spellings(syllable)[1] if syllable else word
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


RULE = Rule(
    "VB054",
    "đặt dấu thanh theo cả hai kiểu (hòa, hoà) trong một văn bản",
    Severity.ADVICE,
    "cả hai kiểu đều dùng được, nhưng một văn bản dùng một kiểu",
    "Ủy ban nhân dân tỉnh Khánh Hòa coi đây là chìa khoá của chuyển đổi số.",
    "Ủy ban nhân dân tỉnh Khánh Hòa coi đây là chìa khóa của chuyển đổi số.",
    _check,
)
