"""Labels that count: Roman numerals, and letters in the order of the Vietnamese alphabet."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_MAX = 3999
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def roman(number: int) -> str:
    """The Roman numeral of 1 to 3999; ValueError for others."""
    if not 1 <= number <= _ROMAN_MAX:
        raise ValueError(f"không viết được {number} bằng số La Mã")
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def roman_value(text: str) -> int | None:
    """The number of a Roman numeral in capitals; None for any other text (`IIII`, `iv`, ``)."""
    rest, total = text, 0
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            rest = rest[len(sign) :]
            total += value
    if rest or not 1 <= total <= _ROMAN_MAX or roman(total) != text:
        return None
    return total


def letter(number: int) -> str:
    """The letter of điểm number 1, 2, …: a b c d đ e g h i k … x y, then aa, ab, …

    The decree's own order (Phụ lục I, II.6.c-đ; Điều 8.2): no marked letters but đ, no f, j, w, z.
    ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"không có chữ cái thứ {number}")
    text = ""
    while number:
        number, index = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[index] + text
    return text


def letter_value(text: str) -> int | None:
    """The number of a letter label in small letters; None for any other text (`f`, `A`, ``)."""
    number = 0
    for sign in text:
        index = _LETTERS.find(sign)
        if index < 0:
            return None
        number = number * len(_LETTERS) + index + 1
    return number or None
