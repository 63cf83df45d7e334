"""What a dossier still lacks before it can be issued, and how long there is for it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from reportgen.building import build, search_path
from reportgen.dossier import Dossier, Indicator, Period, read_dossier
from reportgen.drafting import load_template
from reportgen.periods.calendar import add_months
from reportgen.periods.kept_tables import KeptTable, kept_tables
from reportgen.periods.open_sections import OpenSection, open_sections, text_count
from reportgen.problems import InputError, Place, Problem, Severity

NOBODY = "chưa rõ đơn vị"
_ONLY_DOTS = " .…_"
_NOT_FILLED = ("chưa có giá trị", "còn trống")
_ASKED = re.compile(r"chỉ tiêu “(\w+)” \([^)]*\) chưa có giá trị ở cột thuc_hien")


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """A figure without its value; `departments` deliver it, `total` stands from before."""

    code: str
    name: str
    departments: tuple[str, ...]
    before: Decimal | None
    is_rate: bool
    place: Place


@dataclass(frozen=True, slots=True)
class KeptTotal:
    """A total that stands from last period, until the figure itself is filled in."""

    code: str
    name: str
    total: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Blank:
    """A part of the frame that is not filled in: number, date, signer."""

    key: str
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Status:
    """How far a dossier is; `items` counts everything to be filled in, `open_items` what is not.

    `kept` and `kept_tables` are to be looked at and keep nothing back; `problems` are errors that
    come of nothing missing. `days_left` is below zero after the deadline.
    """

    path: Path
    period: Period | None
    missing: tuple[MissingFigure, ...]
    kept: tuple[KeptTotal, ...]
    sections: tuple[OpenSection, ...]
    blanks: tuple[Blank, ...]
    problems: tuple[Problem, ...]
    items: int
    deadline: date | None = None
    days_left: int | None = None
    kept_tables: tuple[KeptTable, ...] = ()

    @property
    def open_items(self) -> int:
        """How many things are still to be filled in or mended."""
        return len(self.missing) + len(self.sections) + len(self.blanks) + len(self.problems)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not self.open_items

    @property
    def percent(self) -> int:
        """The share that is done, rounded down: 100 only when everything is."""
        every = self.items + len(self.problems)
        return 100 if self.complete else 100 * (every - self.open_items) // every


def deadline_of(dossier: Dossier) -> date | None:
    """The last day for handing in; of a month without day its last."""
    due = dossier.han_nop
    if due is None or due.day is not None:
        return due.as_date if due else None
    return date.fromordinal(add_months(date(due.year, due.month, 1), 1).toordinal() - 1)


def status_of(path: Path, today: date | None = None, templates: Sequence[Path] = ()) -> Status:
    """What the dossier at `path` lacks; days are counted from `today`.

    Reads files. Raises InputError where the YAML cannot be read at all or its template is unknown.
    """
    reading = read_dossier(path)
    if reading.dossier is None:
        raise InputError(reading.problems)
    dossier = reading.dossier
    kind = dossier.loai.key if dossier.loai else ""
    folders = search_path(templates, dossier)
    template = load_template(dossier.mau, folders, dossier.place_of("mau"), kind)
    typed = [one for one in dossier.indicators.values() if one.place.file and not one.cong_thuc]
    errors = _errors(path, templates)
    asked = {code for one in errors for code in _ASKED.findall(one.message)}
    missing = tuple(_missing(one) for one in typed if _is_missing(one, asked))
    codes = {one.code for one in missing}
    computed = {one.ma for one in dossier.indicators.values() if one.cong_thuc} if codes else set()
    kept = tuple(_kept(typed, codes))
    sections = tuple(open_sections(dossier, template))
    blanks = tuple(_blanks(dossier))
    deadline = deadline_of(dossier)
    left = (deadline - today).days if deadline and today else None
    return Status(
        path,
        dossier.ky,
        missing,
        kept,
        sections,
        blanks,
        tuple(one for one in errors if not _follows(one, codes | computed)),
        items=len(typed) + text_count(dossier, template) + 2 + len(dossier.signers),
        deadline=deadline,
        days_left=left,
        kept_tables=kept_tables(dossier),
    )


def _is_missing(indicator: Indicator, asked: Collection[str]) -> bool:
    """Whether a figure waits for its value.

    All do, but those that are nothing but a total and not asked for anywhere.
    """
    others = (indicator.ky_truoc, indicator.cung_ky)
    only_total = indicator.tong_so is not None and others == (None, None)
    return indicator.thuc_hien is None and (not only_total or indicator.ma in asked)


def _missing(indicator: Indicator) -> MissingFigure:
    named = [one.strip() for one in indicator.don_vi_nop.split(";") if one.strip()]
    departments = named or [one for one in [indicator.nguon.strip()] if one] or [NOBODY]
    return MissingFigure(
        indicator.ma,
        indicator.ten,
        tuple(departments),
        indicator.ky_truoc,
        indicator.la_ti_le,
        indicator.place,
    )


def _kept(indicators: Sequence[Indicator], missing: set[str]) -> Iterator[KeptTotal]:
    for one in indicators:
        if one.tong_so is not None and (one.ma in missing or one.thuc_hien is None):
            yield KeptTotal(one.ma, one.ten, one.tong_so, one.place)


def _blanks(dossier: Dossier) -> Iterator[Blank]:
    if dossier.so is None:
        yield Blank("so", "số văn bản", dossier.place_of("so"))
    if dossier.ngay is None or dossier.ngay.day is None:
        what = "ngày ban hành" + (" (mới ghi tháng)" if dossier.ngay else "")
        yield Blank("ngay", what, dossier.place_of("ngay"))
    for number, signer in enumerate(dossier.signers):
        if not signer.ho_ten.strip(_ONLY_DOTS):
            own = bool(dossier.chu_ky)
            steps = ("chu_ky", number, "ho_ten") if own else ("ghi_de_don_vi", "nguoi_ky", "ho_ten")
            yield Blank("ho_ten", "họ tên người ký", dossier.place_of(*steps))


def _errors(path: Path, templates: Sequence[Path]) -> list[Problem]:
    """The errors that rendering would tell."""
    try:
        build(path, templates)
    except InputError as error:
        return [one for one in error.problems if one.severity is Severity.ERROR]
    return []


def _follows(problem: Problem, missing: Collection[str]) -> bool:
    told = problem.message
    of_values = any(words in told for words in _NOT_FILLED)
    return of_values and any(f"“{code}”" in told or f"ct.{code}" in told for code in missing)
