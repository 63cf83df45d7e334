"""Formulas in the headers of tables: `(3)=(4)+(5)`, `5=4/3`, and the rows that number columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise


class Operation(Enum):
    """How a column is reckoned from others, in the order of the operands."""

    SUM = "sum"  # a + b + …
    DIFFERENCE = "difference"  # a - b
    SHARE = "share"  # a / b, in percent
    GROWTH = "growth"  # (a - b) / b, in percent


@dataclass(frozen=True, slots=True)
class Formula:
    """`names` are the numbers (or letters) that the header gives the columns it reckons from."""

    operation: Operation
    names: tuple[str, ...]


_NAME = r"\(?\s*(?P<{}>[0-9]{{1,2}}|[A-Za-z])\s*\)?"
_TARGET = r"(?<![\w+/=-])\(?\s*\(?(?:[0-9]{1,2}|[A-Za-z])\s*\)?\s*="
_ONE = r"\(?\s*(?:[0-9]{1,2}|[A-Za-z])\s*\)?"
_SUM = re.compile(rf"{_TARGET}\s*(?P<sum>{_ONE}(?:\s*\+\s*{_ONE})+)\s*\)?(?![\w/*:+-])")
_DIFFERENCE = re.compile(
    rf"{_TARGET}\s*{_NAME.format('a')}\s*[-–]\s*{_NAME.format('b')}\s*\)?(?![\w/*:+-])"
)
_PERCENT = r"(?:\s*[*x×.]\s*100\s*%?|\s*%)?"
_SHARE = re.compile(
    rf"{_TARGET}\s*{_NAME.format('a')}{_PERCENT}\s*[/:]\s*{_NAME.format('b')}{_PERCENT}\s*\)?(?![\w/*:+-])"
)
_GROWTH = re.compile(
    rf"{_TARGET}\s*(?:\(\s*{_NAME.format('a')}\s*[-–]\s*{_NAME.format('b')}\s*\)\s*[/:]\s*\(?(?P=b)\)?"
    rf"|{_NAME.format('c')}\s*[/:]\s*{_NAME.format('d')}{_PERCENT}\s*[-–]\s*1(?:00\s*%?)?)"
)
_NUMBERED = re.compile(r"\(?\s*(?P<name>[0-9]{1,2}|[A-Za-z])\s*\)?\s*(?P<formula>=.*)?", re.DOTALL)
_AT_END = re.compile(r"\(\s*(?P<name>[0-9]{1,2})\s*\)?\s*(?:=[^()]*(?:\([^()]*\)[^()]*)*\)?)?\s*\Z")
_ANY = re.compile(rf"\(?\s*{_TARGET}[\s0-9()+\-–/:*x×%.A-Za-z]*\Z")


def read_formula(text: str) -> Formula | None:
    """The formula that a header tells; None where there is none, or none of these kinds."""
    if "=" not in text:
        return None
    if match := _GROWTH.search(text):
        names = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
        return Formula(Operation.GROWTH, names)
    if match := _SHARE.search(text):
        return Formula(Operation.SHARE, (match["a"], match["b"]))
    if match := _SUM.search(text):
        return Formula(Operation.SUM, tuple(re.findall(r"[0-9]{1,2}|[A-Za-z]", match["sum"])))
    if match := _DIFFERENCE.search(text):
        return Formula(Operation.DIFFERENCE, (match["a"], match["b"]))
    return None


def without_formula(text: str) -> str:
    """The header without the formula at its end."""
    return _ANY.sub("", text).strip() if "=" in text else text


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether the cells number the columns: `(1) | (2) | (3)=(4)+(5)`, `A | B | 1 | 2`."""
    found = [_NUMBERED.fullmatch(text.strip()) for text in texts if text.strip()]
    if len(found) < 3 or not all(found):
        return False
    names = [match["name"] for match in found if match]
    numbers = [int(name) for name in names if name.isdigit()]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return len(numbers) >= 2 and all(step == 1 for step in steps)


def numbers_in(texts: Sequence[str]) -> dict[str, int]:
    """The columns by the number or letter that their cell gives them, each the first of its name;
    `Tổng số (3)` in a header counts too."""
    found: dict[str, int] = {}
    for index, text in enumerate(texts):
        if match := _NUMBERED.fullmatch(text.strip()) or _AT_END.search(text):
            found.setdefault(match["name"], index)
    return found
