"""Numbers in words, as invoices and vouchers write them and as schools read them aloud.

Whole numbers go by groups of three digits (nghìn, triệu, tỷ; then nghìn tỷ, triệu tỷ, tỷ tỷ). A
group that is wholly zero is not read; every other group after the first is read with its hundreds,
so that nothing can be left out unseen: 1.000.005 is "một triệu không trăm lẻ năm". Decimals are
read as a whole number after "phẩy" (Toán 5, "Đọc, viết số thập phân").
"""

from typing import Literal

from reportgen.vietnamese.numbers import Number, plain_digits

ZeroTens = Literal["lẻ", "linh"]

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUP_NAMES = ((), ("nghìn",), ("triệu",))


def number_in_words(value: Number, zero_tens: ZeroTens = "lẻ") -> str:
    """The number in words: 21 "hai mươi mốt", -1.5 "âm một phẩy năm", 10**12 "một nghìn tỷ".

    `zero_tens` is the word for a zero in the tens: "một trăm lẻ một" or "một trăm linh một".
    """
    negative, whole, fraction = plain_digits(value)
    words = ["âm"] if negative else []
    words += _whole(whole, zero_tens)
    if fraction:
        words += ["phẩy", *_fraction(fraction, zero_tens)]
    return " ".join(words)


def _whole(digits: str, zero_tens: ZeroTens) -> list[str]:
    """Words for whole digits without leading zeros."""
    if digits == "0":
        return [_DIGITS[0]]
    count = -(-len(digits) // 3)
    padded = digits.zfill(count * 3)
    words: list[str] = []
    block_is_read = False
    for index in reversed(range(count)):
        start = (count - 1 - index) * 3
        group = padded[start : start + 3]
        if group != "000":
            words += _group(group, zero_tens, with_hundreds=bool(words))
            words += _GROUP_NAMES[index % 3]
            block_is_read = True
        if index % 3 == 0:
            words += ["tỷ"] * (index // 3) if block_is_read else []
            block_is_read = False
    return words


def _group(group: str, zero_tens: ZeroTens, *, with_hundreds: bool) -> list[str]:
    """Words for three digits that are not all zero."""
    hundreds, tens, units = (int(digit) for digit in group)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or with_hundreds else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    elif units and words:
        words.append(zero_tens)
    if units:
        words.append(_unit(units, tens))
    return words


def _unit(units: int, tens: int) -> str:
    """The last digit, whose word depends on the tens before it."""
    if units == 5 and tens >= 1:
        return "lăm"
    if tens >= 2:
        return {1: "mốt", 4: "tư"}.get(units, _DIGITS[units])
    return _DIGITS[units]


def _fraction(digits: str, zero_tens: ZeroTens) -> list[str]:
    """Words for decimals: `05` "không năm", `032` "không trăm ba mươi hai", `1985` as 1.985."""
    significant = digits.lstrip("0")
    if len(digits) == 3 and len(significant) == 2:
        return _group(digits, zero_tens, with_hundreds=True)
    zeros = [_DIGITS[0]] * (len(digits) - len(significant))
    return zeros + _whole(significant, zero_tens)
