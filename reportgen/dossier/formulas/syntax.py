"""Formulas as secretaries type them → nodes: Python's own parser behind an allow list.

Numbers are Vietnamese (`1.365.565`, `14,4`, `90%`), arguments are parted by `;` or `,`, `=` and
`<>` compare, `va`, `hoac`, `khong` join conditions. Nothing typed ever reaches Python as a name of
its own.
"""

import ast
import re
from collections.abc import Callable
from decimal import Decimal

from reportgen.dossier.formulas.faults import Fault, fault
from reportgen.dossier.formulas.nodes import (
    Binary,
    Both,
    Call,
    Minus,
    Name,
    Node,
    Not,
    Number,
    Part,
    Text,
)
from reportgen.vietnamese import (
    AmbiguousNumber,
    NotANumber,
    ParsedNumber,
    nfc,
    parse_number,
    plain_name,
)

MOST_CHARACTERS = 2000
MOST_NESTED = 40
MOST_DEEP = 120
SYNTAX, REFUSED = "TS001", "TS002"
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<text>"[^"]*"|“[^”]*”|'[^']*'|‘[^’]*’)
    |(?P<number>\d[\d.]*(?:,\d+)*%?)
    |(?P<name>[^\W\d]\w*)
    |(?P<sign><>|<=|>=|==|!=|[≤≥≠×÷−–:+\-*/()\[\].,;=<>])""",
    re.VERBOSE,
)
_SAME_SIGNS = {
    "<>": "!=", "≠": "!=", "=": "==", "≤": "<=", "≥": ">=", "×": "*", "÷": "/", ":": "/",
    "−": "-", "–": "-", ";": ",",
}  # fmt: skip
_WORDS = {"va": "and", "hoac": "or", "khong": "not", "and": "and", "or": "or", "not": "not"}
_ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
}  # fmt: skip
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_EXAMPLE = "ví dụ: tthc_tinh + tthc_xa; hoặc tong(tinh.ho_so); xem HUONG_DAN.md, mục chỉ tiêu tính"


def parse(text: str, example: str = _EXAMPLE) -> Node:
    """The formula that a text says; raises Fault (TS001 cannot be read, TS002 not allowed).

    `example`: what a hint shows where nothing better is known.
    """
    shown = nfc(text).strip().removeprefix("=").strip()
    if not shown:
        raise fault(SYNTAX, "công thức để trống", example)
    if len(shown) > MOST_CHARACTERS:
        message = f"công thức dài quá {MOST_CHARACTERS} ký tự"
        raise fault(REFUSED, message, "tách thành nhiều chỉ tiêu, mỗi chỉ tiêu một công thức")
    reader = _Reader(shown, example)
    try:
        tree = ast.parse(reader.python, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise reader.unreadable() from error
    return reader.node(tree.body, 0)


class _Reader:
    """Turns a text into Python whose names say nothing, and Python's tree into nodes."""

    def __init__(self, text: str, example: str) -> None:
        self.text = text
        self.example = example
        self.literals: dict[str, Number | Text] = {}
        self.after_name = False
        self.brackets: list[bool] = []
        self.python = "".join(self._pieces()).strip()

    def _pieces(self) -> list[str]:
        pieces: list[str] = []
        at = 0
        while at < len(self.text):
            match = _TOKEN.match(self.text, at)
            if match is None:
                sign = self.text[at]
                raise fault(SYNTAX, f"công thức có ký tự “{sign}” không dùng được", self.example)
            pieces.append(self._piece(str(match.lastgroup), match[0]))
            at = match.end()
        return pieces

    def _piece(self, kind: str, typed: str) -> str:
        after_name, self.after_name = self.after_name, kind == "name"
        match kind:
            case "space":
                self.after_name = after_name
                return " "
            case "text":
                return self._literal(Text(typed[1:-1].strip()))
            case "number":
                return self._literal(self._number(typed))
            case "name":
                return self._name(typed)
        if typed in "([":
            self.brackets.append(after_name)
            if len(self.brackets) > MOST_NESTED:
                raise fault(REFUSED, f"công thức lồng quá {MOST_NESTED} tầng", "tách công thức ra")
        elif typed in ")]" and self.brackets:
            self.brackets.pop()
        return _SAME_SIGNS.get(typed, typed)

    def _literal(self, literal: Number | Text) -> str:
        name = f"v_{len(self.literals)}"
        self.literals[name] = literal
        return f" {name} "

    def _number(self, typed: str) -> Number:
        decimal = typed.endswith("%") or ";" in self.text or not any(self.brackets)
        if "," in typed and not decimal:
            message = f"“{typed}” có hai cách hiểu: một số có phần lẻ, hoặc các số riêng"
            raise fault(SYNTAX, message, "ngăn các tham số của hàm bằng dấu chấm phẩy ;")
        try:
            return _number(parse_number(typed))
        except AmbiguousNumber as error:
            first, second = error.readings
            message = f"“{typed}” có hai cách hiểu: {first} hoặc {second}"
            raise fault(SYNTAX, message, "phần lẻ viết sau dấu phẩy, ví dụ 0,5 hay 14,4") from error
        except NotANumber as error:
            raise fault(SYNTAX, f"“{typed}” không phải là số", "ví dụ 1.365.565; 14,4") from error

    def _name(self, typed: str) -> str:
        name = typed if typed.isascii() else plain_name(typed)
        if name.casefold() in _WORDS:
            self.after_name = False
            return f" {_WORDS[name.casefold()]} "
        if typed.startswith("_"):
            raise fault(REFUSED, f"tên “{typed}” bắt đầu bằng dấu gạch dưới", "gõ lại tên này")
        return f"n_{name}"

    def unreadable(self) -> Fault:
        """What is wrong with a text that Python does not read, as far as it can be told."""
        opened, closed = (self.python.count(sign) for sign in "()")
        if opened != closed:
            missing = ")" if opened > closed else "("
            return fault(SYNTAX, f"công thức thiếu dấu “{missing}”", "kiểm tra các dấu ngoặc")
        if re.search(r"[+\-*/=<>,]$", self.python):
            return fault(SYNTAX, f"công thức dở dang ở cuối: “{self.text[-20:]}”", self.example)
        if re.search(r"\w\s+(?!and|or|not)[nv]_", self.python):
            message = "giữa hai giá trị thiếu phép tính"
            return fault(SYNTAX, message, "giữa hai giá trị ghi +, -, * hoặc /")
        return fault(SYNTAX, f"không đọc được công thức “{self.text[:60]}”", self.example)

    def node(self, tree: ast.expr, depth: int) -> Node:
        if depth > MOST_DEEP:
            hint = "tách thành nhiều chỉ tiêu; nhiều số hạng thì dùng tong(a; b; c)"
            raise fault(REFUSED, f"công thức nối quá {MOST_DEEP} phép tính", hint)
        match tree:
            case ast.Name(id=name):
                return self.literals.get(name) or Name(name.removeprefix("n_"))
            case ast.Attribute(value=ast.Name(id=owner), attr=attr) if owner.startswith("n_"):
                return Part(owner.removeprefix("n_"), attr.removeprefix("n_"))
            case ast.Subscript(value=ast.Name(id=owner), slice=ast.Name(id=key)) if isinstance(
                title := self.literals.get(key), Text
            ):
                return Part(owner.removeprefix("n_"), plain_name(title.text), title.text)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                inside = tuple(self.node(one, depth + 1) for one in arguments)
                return Call(name.removeprefix("n_"), inside)
            case _:
                return self._joined(tree, lambda inner: self.node(inner, depth + 1))

    def _joined(self, tree: ast.expr, node: Callable[[ast.expr], Node]) -> Node:
        match tree:
            case ast.BinOp() if type(tree.op) in _ARITHMETIC:
                return Binary(_ARITHMETIC[type(tree.op)], node(tree.left), node(tree.right))
            case ast.UnaryOp(op=ast.USub()):
                return Minus(node(tree.operand))
            case ast.UnaryOp(op=ast.UAdd()):
                return node(tree.operand)
            case ast.UnaryOp(op=ast.Not()):
                return Not(node(tree.operand))
            case ast.BoolOp():
                return Both(tuple(map(node, tree.values)), isinstance(tree.op, ast.Or))
            case ast.Compare(ops=[sign], comparators=[right]) if type(sign) in _COMPARISONS:
                return Binary(_COMPARISONS[type(sign)], node(tree.left), node(right))
        raise fault(REFUSED, f"không được {_what(tree)} trong công thức", self.example)


def _number(parsed: ParsedNumber) -> Number:
    return Number(Decimal(parsed.ratio), parsed.is_percent)


def _what(tree: ast.expr) -> str:
    match tree:
        case ast.BinOp(op=ast.Pow()):
            return "dùng phép luỹ thừa “**”"
        case ast.BinOp(op=ast.FloorDiv()):
            return "dùng phép chia nguyên “//”"
        case ast.Compare():
            return "so sánh nối tiếp (a < b < c)"
        case ast.Tuple() | ast.List():
            return "ghi một danh sách"
        case ast.Attribute() | ast.Subscript():
            return "lấy phần của một phép tính"
        case _:
            return "viết thế này"
