"""Numbers as list levels and page numbers print them (ECMA-376 §17.18.59)."""

from collections.abc import Callable

from reportgen.vietnamese.number_words import number_in_words

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LETTERS = 26
_TEN = 10


def roman(number: int) -> str:
    """Small Roman numerals; the figure itself where there are none."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for figure, sign in _ROMAN:
        text += sign * (number // figure)
        number %= figure
    return text


def letters(number: int) -> str:
    """a … z, aa … zz, as Word counts."""
    if not 0 < number <= _LETTERS * 30:
        return str(number)
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "decimalZero": lambda number: f"{number:02d}" if number < _TEN else str(number),
    "vietnameseCounting": number_in_words,
    "cardinalText": number_in_words,
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(number: int, style: str) -> str:
    """The number in that format; in figures where the format is not known here."""
    return _FORMATS.get(style, str)(number)
