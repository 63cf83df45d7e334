"""What changed between two dossiers, as text to read and as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportgen.comparing.figures import Course, FigureChange
from reportgen.comparing.wording import (
    amount_text,
    arrow,
    change_text,
    relative_text,
    signed,
)
from reportgen.dossier import Period
from reportgen.periods.comparing import Comparison
from reportgen.periods.comparing_text import Edit, Fate, SectionChange
from reportgen.vietnamese import format_date_short, format_rate

FORM = "reportgen-diff/1"
_AROUND = 6  # words of an unchanged stretch that are shown beside a change
_LONGEST = 240  # characters shown of a paragraph that is all new or all gone
_CUT = " […] "
_NOT_COMPARED = "Lời văn: không so sánh được, vì hai hồ sơ dùng hai mẫu khác nhau ({} và {})."

Paint = Callable[[str, str], str]
"""Gives a text the colour of a sign: `+` (more, put in), `-` (less, taken out)."""


def _plain(text: str, _sign: str) -> str:
    return text


def comparison_text(found: Comparison, paint: Paint = _plain) -> str:
    """The comparison as lines to read, the summary last."""
    return "\n".join(_lines(found, paint))


def comparison_json(found: Comparison) -> str:
    """The comparison as JSON (`form` is `reportgen-diff/1`; keys are only ever added).

    Numbers are decimal strings, rates shares of one.
    """
    told = {
        "form": FORM,
        "truoc": {"ho_so": found.before.file, "ky": _days(found.before.period)},
        "sau": {"ho_so": found.now.file, "ky": _days(found.now.period)},
        "chi_tieu": [_figure_told(one) for one in found.figures],
        "loi_van": None
        if found.sections is None
        else [_section_told(one) for one in found.sections if one.fate is not Fate.SAME],
        "tom_tat": summary(found),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def summary(found: Comparison) -> str:
    """What changed, in one line."""
    counts = found.courses
    figures = [f"{counts[course]} {course}" for course in Course if counts[course]]
    listed = f"{len(found.figures)} chỉ tiêu"
    told = f"{listed} ({', '.join(figures)})" if figures else listed
    if found.sections is None:
        return f"Tóm tắt: {told}; lời văn không so sánh được."
    fates = [f"{found.fates[fate]} {fate}" for fate in Fate if found.fates[fate]]
    return f"Tóm tắt: {told}; {len(found.sections)} mục lời văn ({', '.join(fates)})."


def figure_notes(one: FigureChange) -> Iterator[str]:
    """What there is to say of a figure beside its value: total, share, another unit."""
    if one.total_change:
        before, now = (
            amount_text(total, is_rate=False) for total in (one.total_before, one.total_now)
        )
        yield f"tổng số {before} → {now} ({signed(one.total_change, is_rate=False)})"
    if one.shares and one.shares[0] != one.shares[1]:
        before, now = map(format_rate, one.shares)
        points = signed(one.shares[1] - one.shares[0], is_rate=True)
        yield f"tỷ lệ {before} → {now} ({points})"
    if one.unit_before != one.unit and one.unit_before and one.unit:
        told = "không đổi sang nhau được" if one.course is Course.UNLIKE else "đã đổi"
        yield f"kỳ trước tính bằng {one.unit_before}, {told}"
    elif one.was_rate != one.is_rate:
        yield "một kỳ là tỷ lệ, một kỳ là số lượng"


def _lines(found: Comparison, paint: Paint) -> Iterator[str]:
    yield f"Trước: {found.before.file}{period_text(found.before.period)}"
    yield f"Sau:   {found.now.file}{period_text(found.now.period)}"
    yield from _figures(found, paint)
    yield ""
    if found.sections is None:
        yield _NOT_COMPARED.format(found.before.template, found.now.template)
    else:
        yield from _sections(found.sections, paint)
    yield ""
    if found.is_empty:
        yield "Hai hồ sơ không khác nhau."
    yield summary(found)


def _figures(found: Comparison, paint: Paint) -> Iterator[str]:
    if found.moved:
        yield f"\nSố liệu thay đổi, nhiều nhất trước: {len(found.moved)}"
        for one in found.moved:
            yield from _moved(one, paint)
    for course, title in (
        (Course.NEW, "Chỉ tiêu mới có số"),
        (Course.GONE, "Chỉ tiêu không còn"),
        (Course.BLANK, "Chỉ tiêu kỳ này chưa có số"),
        (Course.UNLIKE, "Chỉ tiêu không so được"),
    ):
        if listed := found.of(course):
            yield f"\n{title}: {len(listed)}"
            for one in listed:
                yield from _still(one, paint)
    if same := found.of(Course.SAME):
        yield f"\nChỉ tiêu không đổi: {len(same)}"
        yield "  " + ", ".join(one.code for one in same)


def _moved(one: FigureChange, paint: Paint) -> Iterator[str]:
    before = amount_text(one.before, is_rate=one.is_rate, decimals=one.decimals)
    change = ", ".join(filter(None, (change_text(one), relative_text(one))))
    told = f" ({change})" if one.change else ""
    sign = {Course.UP: "+", Course.DOWN: "-"}.get(one.course, "")
    head = paint(f"{arrow(one.course)} {one.course}", sign)
    yield f"  {head}  {_named(one)}: {before} → {_with_unit(one)}{told}"
    yield from (f"      {note}" for note in figure_notes(one))


def _still(one: FigureChange, paint: Paint) -> Iterator[str]:
    before = amount_text(one.before, is_rate=one.was_rate, decimals=one.decimals)
    match one.course:
        case Course.NEW:
            yield f"  {paint(arrow(one.course), '+')} {_named(one)}: {_with_unit(one)}"
        case Course.UNLIKE:
            yield f"  {arrow(one.course)} {_named(one)}: {before} → {_with_unit(one)}"
            yield from (f"      {note}" for note in figure_notes(one))
        case _:
            sign = paint(arrow(one.course), "-" if one.course is Course.GONE else "")
            unit = f" {one.unit_before}" if one.unit_before and one.before is not None else ""
            yield f"  {sign} {_named(one)}: kỳ trước {before}{unit}"


def _named(one: FigureChange) -> str:
    return one.code if one.name == one.code else f"{one.code} – {one.name}"


def _with_unit(one: FigureChange) -> str:
    now = amount_text(one.now, is_rate=one.is_rate, decimals=one.decimals)
    return now if one.is_rate or not one.unit or one.now is None else f"{now} {one.unit}"


def _sections(sections: Sequence[SectionChange], paint: Paint) -> Iterator[str]:
    shown = [one for one in sections if one.fate is not Fate.SAME]
    if not shown:
        yield "Lời văn không đổi."
        return
    yield f"Lời văn thay đổi: {len(shown)} mục   (bỏ [-…-], thêm {{+…+}})"
    for one in shown:
        yield from _section(one, paint)


def _section(one: SectionChange, paint: Paint) -> Iterator[str]:
    yield f"\n  {section_heading(one)}: {one.fate}{_count(one)}"
    if one.fate in (Fate.ADDED, Fate.REMOVED):
        first = one.paragraphs[0].edits[0] if one.paragraphs else None
        if first:
            yield f"    · {paint(_cut(first.text), first.sign)}"
        return
    if one.fate is Fate.FIGURES:
        return
    for paragraph in one.paragraphs:
        if paragraph.changed:
            yield f"    · {edits_text(paragraph.edits, paint)}"


def _count(one: SectionChange) -> str:
    if one.fate in (Fate.ADDED, Fate.REMOVED):
        words = sum(len(edit.text.split()) for part in one.paragraphs for edit in part.edits)
        return f" ({len(one.paragraphs)} đoạn, {words} chữ)" if words else ""
    if one.fate is Fate.FIGURES:
        edits = (edit for part in one.paragraphs for edit in part.edits)
        return f" ({sum(edit.sign == '+' for edit in edits)} số)"
    return ""


def section_heading(one: SectionChange) -> str:
    """The section's heading, and what it was before where that was another."""
    shown = one.now or one.before
    heading = shown.heading if shown else ""
    if one.retitled and one.before:
        return f"{heading} (trước là “{one.before.heading}”)"
    return heading


def edits_text(edits: Sequence[Edit], paint: Paint = _plain) -> str:
    """A paragraph with what was taken out and put in marked, unchanged stretches shortened."""
    last = len(edits) - 1
    told = (_edit(edit, number == 0, number == last, paint) for number, edit in enumerate(edits))
    return "".join(told).strip()


def _edit(edit: Edit, is_first: bool, is_last: bool, paint: Paint) -> str:
    match edit.sign:
        case "-":
            return paint(f"[-{_cut(edit.text)}-]", "-")
        case "+":
            return paint(f"{{+{_cut(edit.text)}+}}", "+")
        case _:
            return _shortened(edit.text, is_first, is_last)


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    """An unchanged stretch: only the words beside the changes before and after it."""
    words = text.split(" ")
    before, after = (0 if is_first else _AROUND), (0 if is_last else _AROUND)
    if len(words) <= before + after + 2:
        return text
    start = " ".join(words[:before])
    end = " ".join(words[len(words) - after :]) if after else ""
    return f"{start}{_CUT}{end}"


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " […]"


def period_text(period: Period | None) -> str:
    """` (kỳ 16/8/2025 – 15/9/2025)`; "" for none."""
    if period is None:
        return ""
    return f" (kỳ {format_date_short(period.tu)} – {format_date_short(period.den)})"


def _days(period: Period | None) -> list[str] | None:
    return [period.tu.isoformat(), period.den.isoformat()] if period else None


def _figure_told(one: FigureChange) -> dict[str, Any]:
    values = {
        "truoc": one.before,
        "sau": one.now,
        "thay_doi": one.change,
        "ti_le_thay_doi": one.relative,
        "tong_so_truoc": one.total_before,
        "tong_so_sau": one.total_now,
    }
    return {
        "ma": one.code,
        "ten": one.name,
        "don_vi_tinh": one.unit,
        "don_vi_tinh_truoc": one.unit_before,
        "la_ti_le": one.is_rate,
        "dien_bien": str(one.course),
        "mui_ten": arrow(one.course),
        **{key: _number_told(value) for key, value in values.items()},
    }


def _number_told(value: object) -> object:
    return f"{value:f}" if not isinstance(value, str) and value is not None else value


def _section_told(one: SectionChange) -> dict[str, Any]:
    return {
        "muc": (one.now.heading if one.now else None),
        "muc_truoc": (one.before.heading if one.before else None),
        "dien_bien": str(one.fate),
        "doan": [
            [{edit.sign: edit.text} for edit in part.edits]
            for part in one.paragraphs
            if part.changed
        ],
    }
