"""Numbers as printed: a dot between thousands (Luật Kế toán, Điều 11), a comma before decimals
(NĐ 86/2012/NĐ-CP, Phụ lục V)."""

from decimal import ROUND_HALF_UP, Context, Decimal

Number = Decimal | int


def as_decimal(value: Number) -> Decimal:
    """The value as a finite Decimal, exactly.

    Raises TypeError for a float, whose decimals nobody typed, and ValueError for NaN and infinity.
    """
    if isinstance(value, float):
        raise TypeError("float không giữ đúng số thập phân; hãy dùng Decimal hoặc int")
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{number} không phải là một số hữu hạn")
    return number


def round_half_up(value: Number, decimals: int) -> Decimal:
    """The value with that many decimals; a half goes away from zero. Exact at any size."""
    number = as_decimal(value)
    precision = max(number.adjusted() + decimals + 2, 1)
    context = Context(prec=precision, rounding=ROUND_HALF_UP)
    return number.quantize(Decimal(1).scaleb(-decimals), context=context)


def shift(value: Number, places: int) -> Decimal:
    """The value times ten to the power of `places`, exactly."""
    number = as_decimal(value)
    return number.scaleb(places, Context(prec=len(number.as_tuple().digits)))


def plain_digits(value: Number) -> tuple[bool, str, str]:
    """Whether the value is below zero, its whole digits, and its decimals without end zeros."""
    number = as_decimal(value)
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    return number < 0, whole.lstrip("0") or "0", fraction.rstrip("0")


def format_number(value: Number) -> str:
    """A number with all its decimals, end zeros dropped: `1.365.565`, `14,4`, `-5`."""
    negative, whole, fraction = plain_digits(value)
    head = len(whole) % 3
    groups = [whole[:head]] if head else []
    groups += [whole[start : start + 3] for start in range(head, len(whole), 3)]
    return ("-" if negative else "") + ".".join(groups) + ("," + fraction if fraction else "")


def format_ratio_pair(done: Number, total: Number) -> str:
    """What was done out of the total: `1.365.565/1.816.581`."""
    return f"{format_number(done)}/{format_number(total)}"


def format_count(count: Number) -> str:
    """A count of things with two digits at least (`02`, `14`), as in the decree's own "02 bản".

    Raises ValueError for a value that counts nothing: below zero, or with decimals.
    """
    negative, whole, fraction = plain_digits(count)
    if negative or fraction:
        raise ValueError(f"{format_number(count)} không phải là số đếm (số nguyên từ 0 trở lên)")
    return format_number(count) if len(whole) > 1 else "0" + whole
