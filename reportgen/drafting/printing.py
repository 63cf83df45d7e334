"""Wording and values → Markdown, every problem with the place of its formula.

Loops and output are bounded, so that no template can run for ever or fill the memory.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import DecimalException

from jinja2.exceptions import SecurityError, UndefinedError

from reportgen.drafting.comparisons import Inset, PlacedInset, alone, inset_name, placed
from reportgen.drafting.escaping import escape_markdown
from reportgen.drafting.evaluating import evaluate
from reportgen.drafting.passages import PASSAGE_FILTERS, Passage
from reportgen.drafting.sandbox import spell
from reportgen.drafting.values import FormulaError, text_of
from reportgen.drafting.wording import (
    Choice,
    Filtered,
    Formula,
    Literal,
    Loop,
    Node,
    Standing,
    Wording,
    bodies,
)
from reportgen.problems import Place, Problem

MOST_ROUNDS = 20_000
MOST_CHARACTERS = 5_000_000
_LONGEST_ITEM = 100_000
_PARAGRAPH_START = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t\n]*(?:#{1,6}\.[ \t]+(?:\[[^\]\n]*\][ \t]*)?)?\Z"
)
_UNKNOWN = "…"  # reads as text, so that no sentence or note around it seems empty
_HINT = "sửa công thức ở dòng này, hoặc giá trị trong dữ liệu"
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LoopPosition:
    """`loop` inside `{% for %}`: the round, and how many there are."""

    index: int
    length: int

    @property
    def index0(self) -> int:
        """The round, counted from 0."""
        return self.index - 1

    @property
    def first(self) -> bool:
        """Whether this is the first round."""
        return self.index == 1

    @property
    def last(self) -> bool:
        """Whether this is the last round."""
        return self.index == self.length


@dataclass(frozen=True, slots=True)
class Printed:
    """The text, and what could not be printed."""

    text: str
    problems: tuple[Problem, ...] = ()


def print_wording(
    wording: Wording,
    values: Values,
    *,
    plain: bool = False,
    faulty: Collection[Formula] = frozenset(),
    insets: list[PlacedInset] | None = None,
) -> Printed:
    """The Markdown of a wording, with `values` for its names; `…` for what cannot be printed.

    If `plain`, the text is not Markdown and figures are printed without escapes. `faulty` are the
    formulas that the analysis has found wrong: they are not evaluated and not told of again.
    `insets` gets the charts and tables that the wording asks for; None where none can stand.
    """
    printer = _Printer(plain=plain, faulty=faulty, insets=insets)
    try:
        printer.wording(wording, values)
    except _TooMuchError as error:
        message = "mẫu lặp quá nhiều lần hoặc in ra quá nhiều chữ"
        hint = f"giới hạn: {MOST_ROUNDS} lượt lặp, {MOST_CHARACTERS} chữ; bớt các “for” lồng nhau"
        printer.problems.append(Problem("MA032", message, error.place, hint))
    return Printed("".join(printer.pieces), tuple(printer.problems))


class _TooMuchError(Exception):
    def __init__(self, place: Place | None) -> None:
        self.place = place
        super().__init__()


class _Printer:
    def __init__(
        self, *, plain: bool, faulty: Collection[Formula], insets: list[PlacedInset] | None
    ) -> None:
        self.plain = plain
        self.insets = insets
        self.faulty = faulty
        self.pieces: list[str] = []
        self.problems: list[Problem] = []
        self.rounds = 0
        self.characters = 0

    def wording(self, wording: Wording, values: Values) -> None:
        for node in wording:
            self.node(node, values)

    def node(self, node: Node, values: Values) -> None:
        match node:
            case Literal(text):
                self.write(text, node.place)
            case Formula():
                self.formula(node, values)
            case Choice(branches, otherwise):
                held = (branch.body for branch in branches if self.holds(branch.test, values))
                self.wording(next(held, otherwise), values)
            case Loop():
                self.loop(node, values)
            case Filtered():
                passage = self.apart(node.body, values)
                self.write(PASSAGE_FILTERS[node.name](passage), node.place)
            case Standing(body):
                phrase = self.apart(body, values)
                begins = _PARAGRAPH_START.search(_end(self.pieces))
                self.write(phrase[:1].upper() + phrase[1:] if begins else phrase, None)
            case _:
                for body in bodies(node):
                    self.wording(body, values)

    def write(self, text: str, place: Place | None) -> None:
        self.characters += len(text)
        if self.characters > MOST_CHARACTERS:
            raise _TooMuchError(place)
        if text:
            self.pieces.append(text)

    def apart(self, wording: Wording, values: Values) -> str:
        """The text of a wording, not yet written."""
        before, self.pieces = self.pieces, []
        self.wording(wording, values)
        text, self.pieces = "".join(self.pieces), before
        self.characters -= len(text)  # they count where they are written
        return text

    def formula(self, formula: Formula, values: Values) -> None:
        value = self.value(formula, values)
        if isinstance(value, Inset):
            self.inset(value, formula)
            return
        text = _UNKNOWN
        if value is not _FAILED:
            try:
                text = text_of(value)
            except FormulaError as error:
                self.fail(formula, error.message, error.hint)
        is_markdown = self.plain or isinstance(value, Passage)
        self.write(text if is_markdown else escape_markdown(text), formula.place)

    def inset(self, inset: Inset, formula: Formula) -> None:
        if self.insets is None:
            self.fail(formula, f"{inset_name(inset)} không đặt được ở đây", alone(inset))
            return
        self.insets.append(placed(inset, formula.place, self.insets))
        self.write(self.insets[-1].mark, formula.place)

    def holds(self, test: Formula, values: Values) -> bool:
        value = self.value(test, values)
        return value is not _FAILED and bool(value)

    def value(self, formula: Formula, values: Values) -> object:
        """The value of a formula; `_FAILED`, with a problem noted, where it has none."""
        if formula in self.faulty:
            return _FAILED
        try:
            return evaluate(formula.expression, values)
        except FormulaError as error:
            self.fail(formula, error.message, error.hint)
        except UndefinedError:
            self.fail(formula, "không có giá trị", "kiểm tra tên và giá trị trong hồ sơ")
        except SecurityError:
            self.fail(formula, "vì an toàn, không được dùng tới phần này của dữ liệu")
        except DecimalException:
            self.fail(formula, "không tính được (chia cho 0, hoặc số quá lớn)", "kiểm tra số chia")
        except TypeError:
            hint = "kiểm tra xem các ô số trong bảng chỉ tiêu đã điền đủ chưa"
            self.fail(
                formula, "không so sánh hoặc tính được với giá trị còn trống hay khác loại", hint
            )
        return _FAILED

    def fail(self, formula: Formula, message: str, hint: str = "") -> None:
        name = spell(formula.expression)
        self.problems.append(Problem("MA030", f"“{name}”: {message}", formula.place, hint or _HINT))

    def loop(self, loop: Loop, values: Values) -> None:
        found = self.value(loop.items, values)
        if found is _FAILED:
            return
        if not isinstance(found, list | tuple):
            self.fail(loop.items, "không phải danh sách nên không lặp được")
            return
        rounds = [named for item in found if (named := self.named(item, loop)) is not None]
        if loop.condition is not None:
            condition = loop.condition
            rounds = [named for named in rounds if self.holds(condition, {**values, **named})]
        if not rounds:
            self.wording(loop.otherwise, values)
        for index, named in enumerate(rounds, 1):
            position = {"loop": LoopPosition(index, len(rounds))}
            self.wording(loop.body, {**values, **position, **named})

    def named(self, item: object, loop: Loop) -> dict[str, object] | None:
        """The loop's variables for one item; None, with a problem noted, where they do not fit."""
        self.rounds += 1
        if self.rounds > MOST_ROUNDS:
            raise _TooMuchError(loop.items.place)
        parts = item if len(loop.targets) > 1 else (item,)
        if not isinstance(parts, list | tuple) or len(parts) != len(loop.targets):
            self.fail(loop.items, f"mỗi mục phải có {len(loop.targets)} phần")
            return None
        if any(isinstance(part, list | tuple) or _is_long(part) for part in parts):
            # what loops can nest or double grows without bound
            self.fail(loop.items, "mỗi mục phải là một giá trị ngắn, không phải danh sách")
            return None
        return dict(zip(loop.targets, parts, strict=True))


def _end(pieces: Sequence[str]) -> str:
    """The end of a text: its last line, and at least one line above it that is not blank."""
    end = ""
    for piece in reversed(pieces):
        end = piece + end
        if end.rpartition("\n")[0].strip():
            break
    return end


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > _LONGEST_ITEM


class _Failed:
    """What stands for the value of a formula that has none."""


_FAILED = _Failed()
