"""VB058, VB059: letters of other alphabets in Vietnamese words, letters in figures."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import WORD, hide_addresses, spelled_passages
from reportgen.problems import Severity
from reportgen.vietnamese.legacy import encoding_of

_LOOK_ALIKES = dict(
    zip(
        "аеорсухіјѕАВЕКМНОРСТУХІЈЅ" + "οαυνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ðÐƉɖɗ",
        "aeopcyxijsABEKMHOPCTYXIJS" + "oauviABEZHIKMNOPTYX" + "đĐĐđđ",
        strict=True,
    )
)
_MOST_TOLD = 3  # words with the same letter
_ETH = frozenset("ðÐƉɖɗ")
_ODD = re.compile(f"[{''.join(_LOOK_ALIKES)}\uff01-\uff5e]")
_WIDE = re.compile("[\uff01-\uff5e]+")
_FIGURE = re.compile(
    r"(?<![\w/.,-])(?:\d[\d.,]*[Oo](?=[\d.,]*\d)[\d.,Oo]*|\d[\d.,]*O[\d.,O]*|O\d[\d.,O]*\d"
    r"|O[014-9](?=\s|[;:.,)]|$)|l\d[\d.,]*\d|\d[\d.,]*[Il](?=[\d.,]*\d)[\d.,Il]*)(?![\w/-])"
)
_DIGITS = str.maketrans("OoIl", "0011")


def _letters(subject: Subject) -> Iterator[Finding]:
    words: dict[str, list[Finding]] = defaultdict(list)  # by their first foreign letter
    for passage in spelled_passages(subject.manuscript):
        if not _ODD.search(passage.text) or encoding_of(passage.text):
            continue  # the letters are right, the encoding is not
        text = hide_addresses(passage.text)
        for match in WORD.finditer(text):
            meant = _meant(match[0])
            if meant != match[0]:
                odd = next(sign for sign in match[0] if sign in _LOOK_ALIKES)
                message = f"“{match[0]}” có chữ “{odd}” ({_name(odd)}) trông giống chữ Việt"
                hint = f"gõ lại “{meant}”"
                words[odd].append(LETTERS.at(passage, match.start(), match.end(), message, hint))
        for match in _WIDE.finditer(text):
            meant = unicodedata.normalize("NFKC", match[0])
            message = f"“{match[0]}” là ký tự toàn khổ (của bộ gõ Đông Á)"
            yield LETTERS.at(passage, match.start(), match.end(), message, f"gõ lại “{meant}”")
    for found in words.values():
        yield from found if len(found) <= _MOST_TOLD else [_together(found)]


def _together(found: list[Finding]) -> Finding:
    """One finding for a letter that the whole document has wrong."""
    message = f"{found[0].message}; {len(found)} từ trong văn bản có chữ này"
    return replace(found[0], message=message, hint="tìm và thay chữ này trong cả văn bản (Ctrl+H)")


def _meant(word: str) -> str:
    """The word in Latin letters, where all its foreign letters only look like others."""
    odd = [sign for sign in word if sign in _LOOK_ALIKES]
    if not odd or any(not _is_latin(sign) for sign in word if sign not in _LOOK_ALIKES):
        return word
    all_foreign = len(odd) == len(word) and not (set(word) & _ETH)
    is_greek_sign = len(word) == 1 and odd[0] not in _ETH
    if is_greek_sign or (all_foreign and len(word) < 3):
        return word
    return "".join(_LOOK_ALIKES.get(sign, sign) for sign in word)


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "")
    if name.startswith("CYRILLIC"):
        return "chữ Nga"
    return "chữ Hy Lạp" if name.startswith("GREEK") else "chữ eth của tiếng Iceland"


def _figures(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        text = hide_addresses(passage.text)
        for match in _FIGURE.finditer(text):
            figure = match[0].rstrip(".,")
            digits = sum(sign.isdigit() for sign in figure)
            if digits < 2 and len(figure) > 2:
                continue
            message = f"“{figure}” có chữ cái lẫn trong số"
            hint = f"gõ lại “{figure.translate(_DIGITS)}”"
            yield FIGURES.at(passage, match.start(), match.start() + len(figure), message, hint)


LETTERS = Rule(
    "VB058",
    "chữ của bảng chữ cái khác lẫn trong từ tiếng Việt",
    Severity.WARNING,
    "nhìn giống nhưng là ký tự khác: không tìm kiếm được, phông khác thay vào sẽ lộ ra",
    "Căn cứ Luật Ðất đai ngày 18 tháng 01 năm 2024.",
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024.",
    _letters,
)
FIGURES = Rule(
    "VB059",
    "chữ O, l lẫn trong số",
    Severity.WARNING,
    "chữ O và số 0, chữ l và số 1 là những ký tự khác nhau",
    "Đã tiếp nhận 1O5 hồ sơ trong tháng 9.",
    "Đã tiếp nhận 105 hồ sơ, giảm phát thải CO2, nhiệt độ 30oC.",
    _figures,
)
RULES = (LETTERS, FIGURES)
