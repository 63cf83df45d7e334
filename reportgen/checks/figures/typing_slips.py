"""Whether one number may be another one mistyped."""

from decimal import Decimal


def is_typing_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two whole numbers differ by one keystroke: a digit changed, dropped, added, doubled,
    or two neighbours swapped (Damerau-Levenshtein distance 1 on the digits)."""
    if one == other or one < 0 or other < 0 or one % 1 or other % 1:
        return False
    first, second = sorted((f"{one:f}".split(".")[0], f"{other:f}".split(".")[0]), key=len)
    if len(first) == len(second):
        return _one_changed_or_swapped(first, second)
    if len(second) - len(first) == 1:
        return any(second[:i] + second[i + 1 :] == first for i in range(len(second)))
    return False


def _one_changed_or_swapped(first: str, second: str) -> bool:
    different = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(different) == 1:
        return True
    if len(different) != 2:
        return False
    left, right = different
    return right == left + 1 and first[left] == second[right] and first[right] == second[left]
