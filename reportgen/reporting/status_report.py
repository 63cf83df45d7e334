"""What a dossier lacks, as text to read and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen.dossier.files import shown_path
from reportgen.periods.status import MissingFigure, Status
from reportgen.problems import Problem
from reportgen.vietnamese import format_date_short, format_number, format_rate

_NOTES = "GC"


def status_text(status: Status) -> str:
    """The status as lines to read, what is missing by department and by block."""
    return "\n".join(_lines(status))


def status_json(status: Status) -> str:
    """The status as one JSON object; the keys are Vietnamese, as in the dossier."""
    period = status.period
    told = {
        "ho_so": shown_path(status.path),
        "ky": [period.tu.isoformat(), period.den.isoformat()] if period else None,
        "xong": status.complete,
        "phan_tram": status.percent,
        "con_thieu": status.open_items,
        "tat_ca": status.items,
        "han_nop": status.deadline.isoformat() if status.deadline else None,
        "con_ngay": status.days_left,
        "so_lieu_thieu": [
            {"ma": one.code, "ten": one.name, "don_vi": one.departments, "cho": str(one.place)}
            for one in status.missing
        ],
        "can_xac_nhan": [
            {"ma": one.code, "tong_so": format_number(one.total), "cho": str(one.place)}
            for one in status.kept
        ],
        "bang_con_nguyen": [{"tep": one.name, "cho": str(one.place)} for one in status.kept_tables],
        "loi_van": [
            {"khoi": one.key, "tieu_de": one.title, "loi_cu": one.commented, "cho": str(one.place)}
            for one in status.sections
        ],
        "de_trong": [
            {"khoa": one.key, "la": one.what, "cho": str(one.place)} for one in status.blanks
        ],
        "chu_thich": [_told(one) for one in status.problems if one.code.startswith(_NOTES)],
        "loi": [_told(one) for one in status.problems if not one.code.startswith(_NOTES)],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(problem: Problem) -> Mapping[str, str]:
    place = str(problem.place) if problem.place else ""
    return {"ma": problem.code, "noi_dung": problem.message, "goi_y": problem.hint, "cho": place}


def _lines(status: Status) -> Iterator[str]:
    yield _headline(status)
    if status.deadline:
        yield f"Hạn nộp {format_date_short(status.deadline)}{_days(status.days_left)}."
    if status.complete:
        yield "Đã đủ số liệu và lời văn; không còn lỗi."
    if status.missing:
        yield f"\nSố liệu chưa có: {len(status.missing)}"
        for department, figures in _by_department(status.missing).items():
            yield f"  {department} ({len(figures)})"
            yield from (f"    {_figure(one)}" for one in figures)
    if status.sections:
        yield f"\nLời văn chưa viết: {len(status.sections)}"
        for section in status.sections:
            old = "; lời kỳ trước ở đó, sau dấu #" if section.commented else ""
            title = f" – {section.title}" if section.title else ""
            yield f"  {section.place}: {section.key}{title}{old}"
    if status.blanks:
        yield f"\nCòn để trống: {len(status.blanks)}"
        yield from (f"  {one.place}: {one.what}" for one in status.blanks)
    notes = [one for one in status.problems if one.code.startswith(_NOTES)]
    yield from _problems("Chú thích chưa đủ", notes)
    yield from _problems("Lỗi phải sửa", [one for one in status.problems if one not in notes])
    if status.kept:
        yield f"\nTổng số giữ từ kỳ trước, cần xác nhận: {len(status.kept)}"
        for kept in status.kept:
            name = f" – {kept.name}" if kept.name else ""
            yield f"  {kept.place}: {kept.code}{name}: {format_number(kept.total)}"
    if status.kept_tables:
        yield f"\nBảng còn nguyên như kỳ trước, cần xem lại: {len(status.kept_tables)}"
        yield from (f"  {one.place}: {one.name}" for one in status.kept_tables)


def _headline(status: Status) -> str:
    period = status.period
    days = ""
    if period:
        days = f", kỳ {format_date_short(period.tu)} – {format_date_short(period.den)}"
    left = f", còn {status.open_items} việc" if status.open_items else ""
    return f"{shown_path(status.path)}{days}: xong {status.percent}%{left}."


def _days(left: int | None) -> str:
    if left is None:
        return ""
    if left == 0:
        return ", là hôm nay"
    return f", còn {left} ngày" if left > 0 else f", đã quá {-left} ngày"


def _by_department(missing: Iterable[MissingFigure]) -> dict[str, list[MissingFigure]]:
    found: dict[str, list[MissingFigure]] = {}
    for one in missing:
        for department in one.departments:
            found.setdefault(department, []).append(one)
    return found


def _figure(one: MissingFigure) -> str:
    name = f" – {one.name}" if one.name else ""
    before = f" (kỳ trước {_value(one.before, one.is_rate)})" if one.before is not None else ""
    return f"{one.place}: {one.code}{name}{before}"


def _value(value: Decimal, is_rate: bool) -> str:
    return format_rate(value) if is_rate else format_number(value)


def _problems(title: str, problems: list[Problem]) -> Iterator[str]:
    if problems:
        yield f"\n{title}: {len(problems)}"
        for one in problems:
            hint = f" → {one.hint}" if one.hint else ""
            place = f"{one.place}: " if one.place else ""
            yield f"  {place}{one.message} [{one.code}]{hint}"
