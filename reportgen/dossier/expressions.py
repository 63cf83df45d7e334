"""Expressions over indicators (`tthc_tong = tthc_tong_tinh + tthc_tong_xa`): read once, reckoned.

Codes of indicators, alone or with a column of values after them (`.tong_so`, `.ky_truoc`); numbers
as offices write them; `+ - * /`, brackets, and one of `= != < <= > >=`. Nothing else is understood,
and nothing of what is typed is ever run.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext

from reportgen.dossier.indicators import VALUES, Indicator
from reportgen.vietnamese import AmbiguousNumber, NotANumber, parse_number

MOST_SIGNS = 500
"""Characters that an expression may have."""

_MOST_DEPTH = 30
_PRECISION = 50
_LONGEST_NUMBER = 30
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9][0-9.,]*%?)|(?P<name>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)"
    r"|(?P<compare><=|>=|==|!=|<>|≤|≥|≠|=|<|>)|(?P<sign>\*\*|//|[-+*/()−×–])|(?P<other>[^\W\d_]+|\S))"
)
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_SAME = {"==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">=", "−": "-", "–": "-", "×": "*"}
_ALLOWED = "dùng được: mã chỉ tiêu, số, + - * /, ngoặc tròn và một dấu = != < <= > >="
_EXAMPLE = "ví dụ: tthc_tong = tthc_tong_tinh + tthc_tong_xa"


class ExpressionError(ValueError):
    """An expression that cannot be read; `message` and `hint` are Vietnamese."""

    def __init__(self, message: str, hint: str) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


class NoValue(ArithmeticError):  # noqa: N818 - the name says what is the matter
    """An expression that cannot be reckoned; the text is Vietnamese and says why."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One value of one indicator; `value` is one of the columns `VALUES`."""

    code: str
    value: str = "thuc_hien"

    def __str__(self) -> str:
        return self.code if self.value == "thuc_hien" else f"{self.code}.{self.value}"

    def of(self, indicators: Mapping[str, Indicator]) -> Decimal | None:
        """The value (a share of one where it was typed with `%`); None where there is none."""
        indicator = indicators.get(self.code)
        value = getattr(indicator, self.value) if indicator else None
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as read: `text` as typed, the values it needs, in order, each once."""

    text: str
    references: tuple[Reference, ...]
    _tree: "_Node"

    def value(self, values: Callable[[Reference], Decimal | None]) -> Decimal:
        """What it amounts to; raises NoValue where a value is missing or a divisor is zero."""
        with localcontext() as context:
            context.prec = _PRECISION
            try:
                return +_reckoned(self._tree, values)
            except (DivisionByZero, InvalidOperation) as error:
                raise NoValue(f"“{self.text}” chia cho 0") from error
            except Overflow as error:
                raise NoValue(f"“{self.text}” cho số quá lớn") from error


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left sign right`, the sign one of `= != < <= > >=`."""

    text: str
    left: Expression
    sign: str
    right: Expression

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(dict.fromkeys(self.left.references + self.right.references))

    def holds(self, values: Callable[[Reference], Decimal | None]) -> bool:
        """Whether it is true; raises NoValue as the expressions do."""
        return _COMPARISONS[self.sign](self.left.value(values), self.right.value(values))


@dataclass(frozen=True, slots=True)
class _Operation:
    sign: str
    left: "_Node"
    right: "_Node"


_Node = Decimal | Reference | _Operation


def parse_expression(text: str) -> Expression:
    """Read an expression without a comparison; raises ExpressionError."""
    parts = _tokens(text)
    if any(kind == "compare" for kind, _ in parts):
        raise ExpressionError("ở đây không so sánh được", "bỏ dấu so sánh")
    return _expression(parts, text.strip())


def parse_relation(text: str) -> Comparison:
    """Read two expressions with one comparison between them; raises ExpressionError."""
    parts = _tokens(text)
    signs = [index for index, (kind, _) in enumerate(parts) if kind == "compare"]
    if len(signs) != 1:
        problem = "không có dấu so sánh nào" if not signs else "có hơn một dấu so sánh"
        raise ExpressionError(f"quan hệ “{text.strip()}” {problem}", _EXAMPLE)
    middle = signs[0]
    left, right = parts[:middle], parts[middle + 1 :]
    return Comparison(
        text.strip(),
        _expression(left, "".join(_spaced(left))),
        parts[middle][1],
        _expression(right, "".join(_spaced(right))),
    )


_Token = tuple[str, str]


def _tokens(text: str) -> list[_Token]:
    if len(text) > MOST_SIGNS:
        raise ExpressionError(
            f"biểu thức dài {len(text)} ký tự, chương trình đọc đến {MOST_SIGNS}",
            "chia thành nhiều quan hệ ngắn",
        )
    found: list[_Token] = []
    for match in _TOKEN.finditer(text.strip()):
        kind = match.lastgroup or "other"
        part = match[kind]
        if kind == "other" or part in ("**", "//"):
            what = f"chữ “{part}”" if part.isalpha() else f"dấu “{part}”"
            raise ExpressionError(f"{what} không dùng được trong biểu thức", _ALLOWED)
        found.append((kind, _SAME.get(part, part)))
    return found


def _spaced(parts: list[_Token]) -> list[str]:
    shown = []
    for kind, part in parts:
        shown.append(f" {part} " if kind == "sign" and part not in "()" else part)
    return shown


def _expression(parts: list[_Token], text: str) -> Expression:
    """Python's own parser puts the signs in order; codes and numbers are placeholders for it."""
    operands: list[Decimal | Reference] = []
    source = []
    for kind, part in parts:
        if kind == "sign":
            source.append(part)
            continue
        operands.append(_number(part) if kind == "number" else _reference(part))
        source.append(f" x{len(operands) - 1} ")
    try:
        tree = ast.parse("".join(source).strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ExpressionError(
            f"biểu thức “{text}” viết chưa trọn: thiếu mã, số, dấu tính hoặc ngoặc", _EXAMPLE
        ) from error
    node = _read(tree, operands, _MOST_DEPTH)
    references = (one for one in operands if isinstance(one, Reference))
    return Expression(text, tuple(dict.fromkeys(references)), node)


def _number(text: str) -> Decimal:
    try:
        if len(text) > _LONGEST_NUMBER:
            raise ExpressionError(f"số “{text[:12]}…” quá dài", "viết số ngắn hơn")
        return parse_number(text).ratio
    except AmbiguousNumber as error:
        first, second = error.readings
        raise ExpressionError(f"“{text}” có thể hiểu là {first} hoặc {second}", _ALLOWED) from error
    except NotANumber as error:
        raise ExpressionError(f"“{text}” không phải là số", _ALLOWED) from error


def _reference(name: str) -> Reference:
    """`tthc_tong.tong_so` is that value; `tthc.tong` is the code `tthc_tong`."""
    head, _, last = name.rpartition(".")
    if head and last in VALUES:
        return Reference(head.replace(".", "_"), last)
    return Reference(name.replace(".", "_"))


_SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


def _read(node: ast.expr, operands: list[Decimal | Reference], depth: int) -> _Node:
    if depth == 0:
        raise ExpressionError("biểu thức lồng ngoặc quá sâu", "chia thành nhiều quan hệ ngắn")
    match node:
        case ast.Name():
            return operands[int(node.id[1:])]
        case ast.BinOp() if type(node.op) in _SIGNS:
            return _Operation(
                _SIGNS[type(node.op)],
                _read(node.left, operands, depth - (not isinstance(node.left, ast.BinOp))),
                _read(node.right, operands, depth - 1),
            )
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            sign = "-" if isinstance(node.op, ast.USub) else "+"
            return _Operation(sign, Decimal(0), _read(node.operand, operands, depth - 1))
        case ast.Call():
            raise ExpressionError("thiếu dấu tính trước ngoặc", _ALLOWED)
        case _:
            raise ExpressionError("biểu thức có chỗ không hiểu được", _ALLOWED)


def _reckoned(node: _Node, values: Callable[[Reference], Decimal | None]) -> Decimal:
    match node:
        case Decimal():
            return node
        case Reference():
            value = values(node)
            if value is None:
                raise NoValue(f"“{node}” chưa có giá trị")
            return value
        case _Operation(sign, left, right):
            first, second = _reckoned(left, values), _reckoned(right, values)
            match sign:
                case "+":
                    return first + second
                case "-":
                    return first - second
                case "*":
                    return first * second
                case _:
                    return first / second
