"""Whether a returned form can be used: its unit, its period, its codes, and every value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.dossier.value_cells import read_value
from reportgen.periods import form_names
from reportgen.periods.figures import Figure, Plan
from reportgen.periods.returned import Entry, Returned
from reportgen.periods.units import Units
from reportgen.problems import Place, Problem, Severity
from reportgen.vietnamese import format_date_short, format_number, format_rate, plain_name

_FACTOR = 10
_COLUMN_NAMES = {"thuc_hien": form_names.NOW, "tong_so": form_names.TOTAL}


@dataclass(frozen=True, slots=True)
class Delivered:
    """A value that a unit delivers; a rate is a share of one. `shown` is how it is typed."""

    now: Decimal
    total: Decimal | None
    shown: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Judged:
    """A form with the unit that it is from, its values by code, and what is wrong with it."""

    file: str
    unit: str
    is_commune: bool
    dated: date | None
    values: Mapping[str, Delivered]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether there are errors, so that nothing of it counts."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def judge(returned: Returned, plan: Plan, units: Units) -> Judged:
    """The form against what was asked for.

    Problems: BM011 a unit that is not asked, BM012 another period, BM013 a code that is not the
    unit's, BM014 a code that is missing, BM015 a code twice, BM016 another unit of measure, BM017
    values left out (warning), BM018 rate or count, BM019 below zero, BM020 more than the total,
    BM021 above 100%, BM022 ten times more or less than before (warning), and those of `read_value`.
    """
    problems: list[Problem] = []
    unit = units.find(returned.unit, returned.path)
    is_commune = unit is not None and unit.is_commune
    figures: Mapping[str, Figure] = {}
    if unit is None:
        problems.append(_unknown_unit(returned))
    else:
        own = plan.of_communes if is_commune else plan.figures_of(unit.name)
        figures = {figure.code: figure for figure in own}
        problems += _of_another_period(returned, plan)
        problems += _codes(returned, figures)
    values = _values(returned, figures, is_commune, problems)
    return Judged(
        file=returned.file,
        unit=unit.name if unit else "",
        is_commune=is_commune,
        dated=returned.dated,
        values=values,
        problems=tuple(problems),
    )


def _values(
    returned: Returned, figures: Mapping[str, Figure], is_commune: bool, problems: list[Problem]
) -> dict[str, Delivered]:
    """The values by code; where only some are left out, a warning names those."""
    values: dict[str, Delivered] = {}
    empty: list[str] = []
    for entry in returned.entries:
        figure = figures.get(entry.code)
        if figure is None or entry.code in values:
            continue
        if not entry.texts["thuc_hien"]:
            empty.append(entry.code)
        elif (value := _value(entry, figure, is_commune, problems)) is not None:
            values[entry.code] = value
    if empty and len(empty) < len(returned.entries):
        message = f"còn {len(empty)} chỉ tiêu chưa điền: {', '.join(empty)}"
        hint = "không phát sinh thì ghi 0; chỉ tiêu để trống không được gộp"
        problems.append(Problem("BM017", message, Place(returned.file), hint, Severity.WARNING))
    return values


def _unknown_unit(returned: Returned) -> Problem:
    if returned.unit:
        message = f"không có đơn vị “{returned.unit}” trong danh sách nộp số liệu"
        hint = "kiểm tra tên ở cột don_vi_nop, hoặc danh sách xã, phường của lệnh"
    else:
        message = "không rõ biểu này của đơn vị nào"
        hint = "đặt tên tệp theo tên đơn vị, ví dụ “Sở Nội vụ.csv”, hoặc dùng đúng biểu đã gửi"
    return Problem("BM011", message, Place(returned.file), hint)


def _of_another_period(returned: Returned, plan: Plan) -> Iterator[Problem]:
    first, last = (returned.information.get(key, "") for key in ("tu_ngay", "den_ngay"))
    asked = (format_date_short(plan.period.tu), format_date_short(plan.period.den))
    if (first or last) and (first, last) != asked:
        message = (
            f"biểu của kỳ khác: từ {first} đến {last}, không phải từ {asked[0]} đến {asked[1]}"
        )
        yield Problem("BM012", message, Place(returned.file), "xin lại biểu của đúng kỳ này")


def _codes(returned: Returned, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in returned.entries:
        figure = figures.get(entry.code)
        if figure is None:
            message = f"mã “{entry.code}” không có trong biểu của đơn vị này"
            if not entry.code:
                message = "dòng có số liệu nhưng ô Mã để trống"
            hint = "không sửa cột Mã, không thêm dòng; xin lại biểu hoặc sửa lại mã"
            yield Problem("BM013", message, entry.place(), hint)
        elif entry.code in seen:
            message = f"mã “{entry.code}” ghi hai lần trong biểu"
            yield Problem("BM015", message, entry.place(), "xoá một trong hai dòng")
        elif _renamed(entry.texts.get("don_vi_tinh", ""), figure):
            message = f"đơn vị tính của “{entry.code}” bị đổi: “{entry.texts['don_vi_tinh']}”"
            hint = f"số liệu phải tính bằng “{figure.unit}”; hỏi lại đơn vị nộp"
            yield Problem("BM016", message, entry.place("don_vi_tinh"), hint)
        seen.add(entry.code)
    missing = [code for code in figures if code not in seen]
    if missing:
        message = f"biểu thiếu {len(missing)} chỉ tiêu: {', '.join(missing)}"
        hint = "dòng đã bị xoá, hoặc biểu lập trước khi thêm chỉ tiêu; gửi lại biểu mới"
        whole = bool(returned.information)
        weight = Severity.ERROR if whole else Severity.WARNING
        yield Problem("BM014", message, Place(returned.file), hint, weight)


def _renamed(typed: str, figure: Figure) -> bool:
    return bool(typed and figure.unit) and plain_name(typed) != plain_name(figure.unit)


def _value(
    entry: Entry, figure: Figure, is_commune: bool, problems: list[Problem]
) -> Delivered | None:
    before = len(problems)
    now = _read(entry, "thuc_hien", figure.is_rate, problems)
    total = None
    if figure.has_total and entry.texts.get("tong_so"):
        total = _read(entry, "tong_so", False, problems)
    if now is not None:
        problems += _out_of_range(entry, figure, now, total)
        if not is_commune:
            problems += far_from_before(figure, now, entry.place("thuc_hien"))
    if now is None or any(one.severity is Severity.ERROR for one in problems[before:]):
        return None
    shown = entry.texts["thuc_hien"] + (f"/{entry.texts['tong_so']}" if total is not None else "")
    return Delivered(now, total, shown, entry.texts.get("ghi_chu", ""), entry.place("thuc_hien"))


def _read(entry: Entry, column: str, is_rate: bool, problems: list[Problem]) -> Decimal | None:
    text, place = entry.texts[column], entry.place(column)
    number = read_value(text, f"“{_COLUMN_NAMES[column]}”", place, problems)
    if number is None:
        return None
    if number.is_percent != is_rate and number.ratio:  # nothing is nothing, with a sign or without
        wanted = "tỷ lệ phần trăm" if is_rate else "số lượng, không phải tỷ lệ phần trăm"
        message = f"“{entry.code}” phải là {wanted}, nhưng ô ghi {text}"
        hint = _with_sign(text, number.ratio) if is_rate else "ghi số lượng, bỏ dấu %"
        problems.append(Problem("BM018", message, place, hint))
        return None
    return number.ratio


def _with_sign(text: str, value: Decimal) -> str:
    """How to type a rate; `0,133` may be meant for 13,3%, or for what it says."""
    if abs(value) <= 1:
        return f"ghi kèm dấu %: {format_rate(value)} hay {text}%"
    return f"ghi kèm dấu %, ví dụ {text}%"


def _out_of_range(
    entry: Entry, figure: Figure, now: Decimal, total: Decimal | None
) -> Iterator[Problem]:
    place = entry.place("thuc_hien")
    for column, value in (("thuc_hien", now), ("tong_so", total)):
        if value is not None and value < 0 and (figure.previous is None or figure.previous >= 0):
            message = f"“{entry.code}” là số âm: {entry.texts[column]}"
            yield Problem("BM019", message, entry.place(column), "kiểm tra lại số liệu")
    known = total if total is not None else None if figure.of_communes else figure.total
    if known is not None and now > known:
        message = (
            f"“{entry.code}” thực hiện {format_number(now)} lớn hơn tổng số {format_number(known)}"
        )
        yield Problem("BM020", message, place, "kiểm tra lại cả hai số với đơn vị nộp")
    if figure.is_rate and now > 1 and (figure.previous is None or figure.previous <= 1):
        explained = bool(entry.texts.get("ghi_chu"))
        message = f"“{entry.code}” vượt 100%: {format_rate(now)}"
        hint = "kiểm tra lại; nếu đúng là vượt thì đơn vị nộp ghi lý do vào cột Ghi chú"
        weight = Severity.WARNING if explained else Severity.ERROR
        yield Problem("BM021", message, place, hint, weight)


def far_from_before(figure: Figure, now: Decimal, place: Place) -> Iterator[Problem]:
    """BM022 where a value is ten times the last period's, or a tenth of it."""
    before = figure.previous
    if before is None or before <= 0 or now <= 0:
        return
    if now >= before * _FACTOR or now * _FACTOR <= before:
        shown = format_rate if figure.is_rate else format_number
        message = f"“{figure.code}” từ {shown(before)} kỳ trước thành {shown(now)}"
        hint = "lệch từ mười lần trở lên; kiểm tra đơn vị tính (đồng, triệu đồng) và số chữ số"
        yield Problem("BM022", message, place, hint, Severity.WARNING)
