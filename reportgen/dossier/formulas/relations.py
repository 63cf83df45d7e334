"""Relations between figures (`tthc_tong = tthc_tinh + tthc_xa`): a formula that compares.

Read by the formulas' reader, reckoned by their evaluator; but only figures, numbers, `+ - * /` and
one comparison, and amounts alone are compared: what figures are measured in is another rule's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.dossier.formulas.faults import Fault, fault
from reportgen.dossier.formulas.figures import MISSING, PARTS, figure_value
from reportgen.dossier.formulas.nodes import Binary, Minus, Name, Node, Number, Part, spelled, walk
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.formulas.reckoning import World, holds, number
from reportgen.dossier.formulas.syntax import REFUSED, SYNTAX, parse
from reportgen.dossier.indicators import Indicator

_EXAMPLE = "ví dụ: tthc_tong = tthc_tinh + tthc_xa"
_ALLOWED = "dùng được: mã chỉ tiêu, số, + - * /, ngoặc tròn và một dấu = <> < <= > >="


@dataclass(frozen=True, slots=True)
class Reference:
    """One value of one figure; `part` is one of `PARTS`."""

    code: str
    part: str = "thuc_hien"

    def __str__(self) -> str:
        return self.code if self.part == "thuc_hien" else f"{self.code}.{self.part}"

    def of(self, figures: Mapping[str, Indicator]) -> Decimal | None:
        """The value (a share of one for a rate); None where there is none."""
        if self.code not in figures:
            return None
        try:
            value = figure_value(figures[self.code], self.part)
        except Fault:
            return None
        return value.value if isinstance(value, Quantity) else None


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of the comparison, and the values it needs, each once, in order."""

    node: Node

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(dict.fromkeys(_references(self.node)))

    def amount(self, figures: Mapping[str, Indicator]) -> Decimal:
        """What it comes to; raises Fault where a value is missing or a divisor is zero."""
        return number(_with_values(self.node, figures), World({})).value


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as read; `text` as typed."""

    text: str
    left: Side
    sign: str
    right: Side

    @property
    def references(self) -> tuple[Reference, ...]:
        """The values that both sides need, each once, in order."""
        return tuple(dict.fromkeys(self.left.references + self.right.references))

    def is_kept(self, figures: Mapping[str, Indicator]) -> bool:
        """Whether the figures keep to it; raises Fault as `Side.amount` does."""
        sides = (_with_values(side.node, figures) for side in (self.left, self.right))
        return holds(Binary(self.sign, *sides), World({}))


def parse_relation(text: str) -> Relation:
    """The relation that a text says; raises Fault (TS001 cannot be read, TS002 not allowed)."""
    shown = text.strip()
    node = parse(shown, _EXAMPLE)
    if not (isinstance(node, Binary) and node.compares):
        raise fault(SYNTAX, f"quan hệ “{shown}” không có dấu so sánh nào", _EXAMPLE)
    return Relation(shown, _side(node.left), node.sign, _side(node.right))


def _side(node: Node) -> Side:
    for one in walk(node):
        if isinstance(one, Binary) and one.compares:
            raise fault(SYNTAX, f"có hơn một dấu so sánh: “{spelled(one)}”", _EXAMPLE)
        if not isinstance(one, Number | Name | Part | Minus | Binary):
            raise fault(REFUSED, f"“{spelled(one)}” không dùng được trong quan hệ", _ALLOWED)
    return Side(node)


def _references(node: Node) -> Iterator[Reference]:
    for one in walk(node):
        if isinstance(one, Name | Part):
            yield _reference(one)


def _reference(node: Name | Part) -> Reference:
    """`tthc_tong.tong_so` is that value; `tthc.tong` is the code `tthc_tong`."""
    match node:
        case Name(code):
            return Reference(code)
        case Part(code, part) if part in PARTS:
            return Reference(code, part)
        case Part(group, last):
            return Reference(f"{group}_{last}")


def _with_values(node: Node, figures: Mapping[str, Indicator]) -> Node:
    """The side with plain numbers in the place of figures and rates: those go with any unit."""
    match node:
        case Name() | Part():
            reference = _reference(node)
            value = reference.of(figures)
            if value is None:
                raise fault(MISSING, f"“{reference}” chưa có giá trị")
            return Number(value)
        case Number(value):
            return Number(value)
        case Minus(operand):
            return Minus(_with_values(operand, figures))
        case Binary(sign, left, right):
            return Binary(sign, _with_values(left, figures), _with_values(right, figures))
        case _:
            return node
