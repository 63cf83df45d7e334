"""Returned forms become figures: who is missing, what is wrong, what the dossier's table gets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reportgen.periods.adding_up import CannotAddUp, Share, add_up
from reportgen.periods.figures import Figure, Plan, unit_key
from reportgen.periods.judging import Delivered, Judged, far_from_before
from reportgen.problems import Problem, Severity

UNIT_TABLE = "bang_cap_xa.csv"


@dataclass(frozen=True, slots=True)
class Merged:
    """A figure's new value and where it is from, as `nguon` names it."""

    figure: Figure
    now: Decimal
    total: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What came back. `merged` and `by_commune` come of good forms only.

    `missing` are the departments that sent nothing, or a form without a value;
    `missing_communes`, the communes, is None where it is not known which there are. `refused` are
    the units that sent nothing but bad forms.
    """

    forms: int
    bad: tuple[str, ...]
    problems: tuple[Problem, ...]
    merged: tuple[Merged, ...]
    missing: tuple[str, ...]
    missing_communes: tuple[str, ...] | None
    refused: tuple[str, ...] = ()
    by_commune: Mapping[str, Mapping[str, Delivered]] = field(default_factory=dict)
    notes: tuple[tuple[str, str, str], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything is wrong that is more than a warning."""
        return has_error(self.problems)


def collect(
    plan: Plan,
    judged: Sequence[Judged],
    unreadable: Mapping[str, Sequence[Problem]],
    communes: Sequence[str] | None,
    senders: Sequence[str] = (),
) -> Collected:
    """The figures that forms make; `unreadable` are the problems of files, most of them no forms,
    `senders` the units that those files are from, where their names tell.

    The order of forms does not matter. Problems, beside those of the forms: BM030 two forms of one
    unit that differ, BM031 departments that differ over one figure, BM032 units that make no
    figure, BM033 a figure of communes of which some are missing (warning).
    """
    problems = [one for found in unreadable.values() for one in found]
    bad = [file for file, found in unreadable.items() if has_error(found)]
    problems += (one for form in judged for one in form.problems)
    bad += (form.file for form in judged if form.failed)
    by_unit, doubled = _one_form_each([form for form in judged if not form.failed], problems)
    bad += doubled
    departments = [form for form in by_unit.values() if not form.is_commune]
    of_communes = {form.unit: form for form in by_unit.values() if form.is_commune}
    refused = {unit_key(form.unit): form.unit for form in judged if form.file in bad and form.unit}
    refused |= {unit_key(name): name for name in senders}
    heard = {*by_unit, *refused}
    absent = None if communes is None else [one for one in communes if unit_key(one) not in heard]
    merged = [*_of_departments(plan, departments, problems)]
    merged += _of_communes(plan, of_communes, communes, problems)
    return Collected(
        forms=len({*unreadable, *(form.file for form in judged)}),
        bad=tuple(sorted(set(bad))),
        problems=tuple(problems),
        merged=tuple(merged),
        missing=tuple(one for one in plan.departments if unit_key(one) not in heard),
        missing_communes=None if absent is None else tuple(absent),
        refused=tuple(name for key, name in refused.items() if key not in by_unit),
        by_commune={unit: form.values for unit, form in of_communes.items()},
        notes=tuple(_notes(by_unit.values())),
    )


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether a problem among them is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _one_form_each(
    judged: Sequence[Judged], problems: list[Problem]
) -> tuple[dict[str, Judged], list[str]]:
    """The form of each unit, and the files of units that sent two that differ."""
    forms: dict[str, list[Judged]] = {}
    for form in sorted(judged, key=lambda one: one.file):
        if form.values:
            forms.setdefault(unit_key(form.unit), []).append(form)
    chosen: dict[str, Judged] = {}
    doubled: list[str] = []
    for key, sent in forms.items():
        first = sent[0]
        other = next((one for one in sent if _said(one) != _said(first)), None)
        if other is None:
            chosen[key] = first
            continue
        code = _differing(first, other)
        message = f"“{first.unit}” nộp hai biểu khác nhau, chẳng hạn ở “{code}”: "
        message += f"{_shown(first, code)} và {_shown(other, code)}"
        hint = "giữ lại một biểu trong thư mục, chuyển biểu kia đi nơi khác"
        place = (first.values.get(code) or other.values[code]).place
        problems.append(Problem("BM030", message, place, hint))
        doubled += (one.file for one in sent)
    return chosen, doubled


def _said(form: Judged) -> dict[str, tuple[Decimal, Decimal | None]]:
    return {code: (one.now, one.total) for code, one in form.values.items()}


def _differing(first: Judged, other: Judged) -> str:
    one, two = _said(first), _said(other)
    return min(code for code in one.keys() | two.keys() if one.get(code) != two.get(code))


def _shown(form: Judged, code: str) -> str:
    if code not in form.values:
        return f"để trống ({form.file})"
    return _value_at(form.values[code])


def _value_at(value: Delivered) -> str:
    return f"{value.shown} ({value.place})"


def _of_departments(
    plan: Plan, forms: Sequence[Judged], problems: list[Problem]
) -> Iterator[Merged]:
    for code, figure in plan.figures.items():
        sent = _holding(forms, code)
        if not sent or figure.of_communes:
            continue
        source = "; ".join(f"{form.unit} ({Path(form.file).name})" for form in sent)
        first, *others = (form.values[code] for form in sent)
        if figure.summing is not None and len(figure.departments) > 1:
            yield from _added_up(figure, forms, source, problems)
        elif other := next((one for one in others if _pair(one) != _pair(first)), None):
            names = " và ".join(f"“{form.unit}”" for form in sent)
            message = f"chỉ tiêu “{code}” của {names} không khớp: "
            message += f"{_value_at(first)}; {_value_at(other)}"
            hint = "hỏi lại các đơn vị; thống nhất một số rồi sửa trong biểu"
            problems.append(Problem("BM031", message, first.place, hint))
        else:
            yield Merged(figure, first.now, first.total, source)


def _pair(value: Delivered) -> tuple[Decimal, Decimal | None]:
    return value.now, value.total


def _holding(forms: Sequence[Judged], code: str) -> list[Judged]:
    return [form for form in forms if code in form.values]


def _of_communes(
    plan: Plan,
    forms: Mapping[str, Judged],
    communes: Sequence[str] | None,
    problems: list[Problem],
) -> Iterator[Merged]:
    wanted = f"/{len(communes)}" if communes is not None else ""
    for figure in plan.of_communes:
        holding = _holding(list(forms.values()), figure.code)
        if not holding:
            continue
        source = f"{len(holding)}{wanted} đơn vị cấp xã ({UNIT_TABLE})"
        if communes is not None and len(holding) < len(communes):
            message = f"“{figure.code}” mới tính từ {len(holding)}{wanted} đơn vị cấp xã"
            hint = "đủ biểu rồi chạy lại lệnh; số cũ sẽ được thay"
            problems.append(Problem("BM033", message, figure.place, hint, Severity.WARNING))
        for one in _added_up(figure, holding, source, problems):
            problems.extend(far_from_before(figure, one.now, figure.place))
            yield one


def _added_up(
    figure: Figure, forms: Sequence[Judged], source: str, problems: list[Problem]
) -> Iterator[Merged]:
    if figure.summing is None:
        return
    weight = figure.summing.weight
    shares = {
        form.unit: Share(
            value=form.values[figure.code].now,
            total=form.values[figure.code].total,
            dated=form.dated,
            weight=form.values[weight].now if weight in form.values else None,
        )
        for form in _holding(forms, figure.code)
    }
    try:
        now, total = add_up(figure.summing, shares, is_rate=figure.is_rate)
    except CannotAddUp as error:
        message = f"không tổng hợp được “{figure.code}”: {error}"
        hint = "sửa các biểu đó, hoặc đổi cột tong_hop của chỉ tiêu"
        problems.append(Problem("BM032", message, figure.place, hint))
        return
    yield Merged(figure, now, total, source)


def _notes(forms: Iterable[Judged]) -> Iterator[tuple[str, str, str]]:
    """Remarks that units wrote beside their values: unit, code, remark."""
    for form in forms:
        for code, value in form.values.items():
            if value.note:
                yield form.unit, code, value.note
