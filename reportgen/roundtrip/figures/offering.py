"""Figures of texts offered as indicators: `offer_indicators`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.figures.model import Notation, Token
from reportgen.checks.figures.phrasing import figures_of
from reportgen.checks.figures.rates import Verdict, arithmetic, judge
from reportgen.dossier import Indicator
from reportgen.drafting.context import Indicators
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.printing import print_wording
from reportgen.drafting.shapes import INDICATORS
from reportgen.problems import Place
from reportgen.roundtrip.figures.codes import Codes
from reportgen.roundtrip.figures.counted import counted
from reportgen.roundtrip.figures.model import Doubt, IndicatorRow, Offered
from reportgen.roundtrip.figures.naming import Name, names
from reportgen.roundtrip.figures.printing import Formula, Printed, printed
from reportgen.roundtrip.figures.source import Running, running_texts
from reportgen.roundtrip.figures.statements import Statement, slips, statements
from reportgen.vietnamese import AmbiguousNumber, parse_number

_PADDED = re.compile(r"(?<![\w.,/])0[1-9](?=\s+[^\W\d_])")
_NOWHERE = Place("")
_KEEP = "bản gốc viết khác cách in của phần mềm nên giữ nguyên chữ trong lời văn"


def offer_indicators(passages: Sequence[str], contexts: Sequence[str] = ()) -> Offered:
    """The figures of Markdown passages as indicators, with formulas in their places.

    A figure becomes a formula only where the formula prints the very signs that stood there; all
    else stays as it is. `contexts` has what each passage stands under (the title of its section),
    "" or nothing where that is unknown. Figures that only look like some (dates, numbers of
    documents) are none. What a person should look at is in `doubts`.
    """
    desk = _Desk(padded=any(_PADDED.search(passage) for passage in passages))
    made = tuple(
        desk.passage(number, passage, contexts[number] if number < len(contexts) else "")
        for number, passage in enumerate(passages)
    )
    return Offered(made, tuple(desk.known.values()), tuple(desk.doubts))


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement with its name and the formulas that print it."""

    statement: Statement
    name: Name
    printed: Printed
    text: str

    @property
    def told(self) -> str:
        return self.text[self.statement.start : self.statement.end]


class _Desk:
    """Rows and doubts as they come, passage by passage."""

    def __init__(self, *, padded: bool) -> None:
        self.padded = padded
        self.codes = Codes()
        self.known: dict[tuple[str, ...], IndicatorRow] = {}
        self.told: set[str] = set()
        self.doubts: list[Doubt] = []

    def passage(self, number: int, passage: str, context: str) -> str:
        """The passage with formulas; as it is where they would print anything else."""
        edits: list[tuple[int, int, str]] = []
        rows: dict[tuple[str, ...], IndicatorRow] = {}
        doubts: list[Doubt] = []
        for running in running_texts(passage):
            text = running.text
            if running.of_cell and _is_bare(text):
                continue
            doubts += (_slip(number, token) for token in slips(text))
            for found in self.found(running, context):
                places = [_place(running, passage, one) for one in found.printed.formulas]
                if None in places:
                    continue
                row = self.row(found, rows)
                edits += (
                    (*place, formula.source(row.ma))
                    for place, formula in zip(places, found.printed.formulas, strict=True)
                    if place is not None
                )
                doubts += (*_doubts(number, found, row), *_unsure(number, found, row))
        made = _edited(passage, edits)
        if edits and _print(made, [*self.known.values(), *rows.values()]) != _print(passage, ()):
            return passage
        self.known |= rows
        self.doubts += doubts
        return made

    def found(self, running: Running, context: str) -> Iterator[_Found]:
        """The statements of a text that can be printed, those of rates that do not fit apart."""
        text = running.text
        told = statements(text)
        under = ", ".join((*running.titles, *((context,) if context else ())))
        for statement, name in zip(told, names(text, told, under), strict=True):
            made = printed(text, statement, padded=self.padded)
            if made is None or name is None:
                continue
            yield _Found(statement, name, made, text)
            if made.rate is not None:
                alone = Statement(None, percent=made.rate, pair=statement.pair)
                rate = printed(text, alone, padded=self.padded)
                if rate is not None:
                    yield _Found(alone, name.as_rate, rate, text)

    def row(self, found: _Found, rows: dict[tuple[str, ...], IndicatorRow]) -> IndicatorRow:
        """The row of a figure: that of one with the same name, values and unit, or a new one."""
        unit = counted(found.text, found.statement.figures)
        made, name = found.printed, found.name
        row = IndicatorRow("", name.text, made.thuc_hien, made.tong_so, unit, ghi_chu=_note(found))
        key = _key(row)
        same = self.known.get(key) or rows.get(key)
        if same is not None:
            return same
        if row.ten.casefold() in self.told:
            name = name.fuller
        self.told.add(name.text.casefold())
        code = self.codes.give(name, rate=found.statement.part is None)
        row = replace(row, ma=code, ten=name.text)
        rows[key] = row
        return row


def _note(found: _Found) -> str:
    if found.statement.inferred and found.printed.tong_so:
        return "tổng số suy ra từ 100%"
    return ""


def _key(row: IndicatorRow) -> tuple[str, ...]:
    return row.ten.casefold(), row.thuc_hien, row.tong_so, row.don_vi_tinh


def _is_bare(text: str) -> bool:
    """Whether a cell holds nothing but figures."""
    return not re.search(r"[^\W\d_]", text)


def _place(running: Running, passage: str, formula: Formula) -> tuple[int, int] | None:
    """Where the figure stands in the passage; None where markup or a brace is in its way."""
    start, end = running.places[formula.start], running.places[formula.end - 1] + 1
    if passage[start:end] != running.text[formula.start : formula.end]:
        return None
    if passage[start - 1 : start] in ("{", "\\") or passage[end : end + 1] == "}":
        return None
    return start, end


def _edited(passage: str, edits: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        pieces += [passage[at:start], new]
        at = end
    return "".join([*pieces, passage[at:]])


def _print(passage: str, rows: Sequence[IndicatorRow]) -> tuple[str, int]:
    """The Markdown that a passage prints with those rows, and how many faults it has."""
    parsed = parse_narrative(passage, _NOWHERE)
    found: Mapping[str, object] = {row.ma: _indicator(row) for row in rows}
    done = print_wording(parsed.wording, {INDICATORS: Indicators(found)})
    return done.text, len(parsed.problems) + len(done.problems)


def _indicator(row: IndicatorRow) -> Indicator:
    done = parse_number(row.thuc_hien)
    total = parse_number(row.tong_so).ratio if row.tong_so else None
    return Indicator(row.ma, row.ten, done.ratio, total, row.don_vi_tinh, la_ti_le=done.is_percent)


def _doubts(number: int, found: _Found, row: IndicatorRow) -> Iterator[Doubt]:
    statement = found.statement
    if statement.part is None and statement.pair is not None and statement.percent is not None:
        judged = judge(statement.pair)
        if judged.verdict is not Verdict.RIGHT:
            least = max(statement.percent.decimals, 2 if judged.exact != 1 else 0)
            message = f"tỷ lệ không khớp: {arithmetic(statement.pair, judged, least)}"
            hint = "hỏi lại số đúng; khớp rồi thì in bằng “| ti_le” của chỉ tiêu có tong_so"
            yield Doubt(number, statement.percent.text, message, hint, row.ma)
    part, whole = statement.part, statement.whole
    if part is not None and whole is not None and part.value > whole.value:
        message = "số thực hiện nhiều hơn tổng số"
        yield Doubt(number, found.told, message, "kiểm tra lại hai số", row.ma)


def _unsure(number: int, found: _Found, row: IndicatorRow) -> Iterator[Doubt]:
    """`24,765 hội viên`: a thousand separator, as like as not."""
    for figure in found.statement.figures:
        if figure.percent:
            continue
        try:
            parse_number(figure.text)
        except AmbiguousNumber as error:
            hint = f"đã hiểu là {figure.text}; sai thì sửa cả chữ lẫn số"
            yield Doubt(number, figure.text, str(error), hint, row.ma)


def _slip(number: int, token: Token) -> Doubt:
    told = "/".join(one.text for one in figures_of(token))
    odd = [one for one in figures_of(token) if one.notation not in _USUAL]
    which = "" if len(odd) == len(figures_of(token)) else f" ở “{odd[0].text}”"
    return Doubt(number, told, f"cách viết số{which} không rõ", _KEEP)


_USUAL = (Notation.PLAIN, Notation.VIETNAMESE)
