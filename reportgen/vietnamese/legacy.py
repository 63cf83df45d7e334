"""Text of the times before Unicode: the encodings TCVN3 (ABC) and VNI read as if it were Latin 1.

TCVN 5712:1993 (VN3) and the table of VNI for Windows; both give Vietnamese letters the places of
Western European ones, and need fonts of their own (`.VnTime`, `VNI-Times`).
"""

import re
from enum import StrEnum
from functools import lru_cache

from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.text import nfc


class Encoding(StrEnum):
    """An encoding by the name that people know it by."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI Windows"


_TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦§",
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "ê": "\u0306",
    "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323", "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300",
    "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TOKEN = re.compile(f"([aeouyöô])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])")
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_EDGES = " \t\n.,;:!?()[]\"'“”-–/"
_FEWEST = 3  # words that must read as Vietnamese once decoded
_SHARE = 0.8


def encoding_of(text: str) -> Encoding | None:
    """The old encoding that a text is in, told from its words; None for Unicode and other texts.

    Told only where at least three words that no Vietnamese could have written become Vietnamese
    words, and nearly all such words do.
    """
    text = nfc(text)
    if _UNICODE_ONLY.search(text) or text.isascii():
        return None
    words = [word for part in text.split() if not (word := part.strip(_EDGES)).isascii()]
    foreign = [word for word in words if not is_syllable(word)]
    if len(foreign) < _FEWEST:
        return None
    scores = {
        encoding: sum(is_syllable(decode(word, encoding)) for word in words) / len(words)
        for encoding in Encoding
    }
    best = max(Encoding, key=scores.__getitem__)
    return best if scores[best] >= _SHARE else None


@lru_cache(maxsize=4096)
def decode(text: str, encoding: Encoding) -> str:
    """The text in Unicode."""
    if encoding is Encoding.TCVN3:
        return "".join(_TCVN3.get(sign, sign) for sign in text)
    small = "".join(sign.lower() for sign in text)
    plain = nfc(_VNI_TOKEN.sub(_from_vni, small))
    return "".join(
        sign.upper() if was.isupper() else sign
        for sign, was in zip(plain, text.ljust(len(plain)), strict=False)
    )


def _from_vni(match: re.Match[str]) -> str:
    letter, mark, alone = match.groups()
    if alone:
        return _VNI_LETTERS[alone]
    return _VNI_LETTERS.get(letter, letter) + _VNI_MARKS[mark]
