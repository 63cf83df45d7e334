"""Dossier and template → draft: read all wording, look it through, print it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.dossier import Dossier
from reportgen.dossier.dossier import AppendixInput
from reportgen.dossier.tree import YamlText, find
from reportgen.drafting.analysis import Known, check_formula, formulas
from reportgen.drafting.draft import Draft, DraftAppendix, DraftColumn, DraftTable
from reportgen.drafting.locating import locator, placed_cells
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.overlays import Overlay, Standards, overlay
from reportgen.drafting.printing import print_wording
from reportgen.drafting.shapes import INDICATORS, NAMES
from reportgen.drafting.templates import Template
from reportgen.drafting.wording import Formula, Wording
from reportgen.problems import InputError, Place, Problem

_ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}


@dataclass(frozen=True, slots=True)
class DraftResult:
    """The draft, and what its author should know about it."""

    draft: Draft
    warnings: tuple[Problem, ...] = ()


def draft(dossier: Dossier, template: Template) -> DraftResult:
    """The document's wording as Markdown, all figures printed.

    Raises InputError with everything that is wrong in the dossier's and the template's wording:
    what can be seen without printing (MA01x, MA02x, MA04x), and what printing shows (MA030).
    """
    drafted, problems = try_draft(dossier, template)
    if problems:
        raise InputError(problems)
    return DraftResult(drafted)


def try_draft(dossier: Dossier, template: Template) -> tuple[Draft, list[Problem]]:
    """The draft and everything that is wrong with it; what cannot be printed is `…` there.

    With problems it is no document, but notes and numbering can be looked through all the same.
    """
    desk = _Desk(dossier)
    title = _title(dossier, template, desk)
    body = _body(dossier, template, desk)
    appendices = [_appendix(dossier, number, desk) for number in range(len(dossier.phu_luc))]
    drafted = Draft(
        kind=desk.printed(title["ten_loai"], plain=True),
        subject=desk.printed(title["trich_yeu"]),
        period=desk.printed(title["dong_ky"]),
        body=desk.printed(body),
        numbering=dossier.danh_so or template.settings.danh_so,
        appendices=tuple(appendix.printed(desk) for appendix in appendices),
        locate=locator(dossier, template),
    )
    return drafted, desk.problems


class _Indicators:
    """`ct` in formulas: codes only, so that no code is shadowed by a method's name."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[str, object]) -> None:
        self._found = found

    def __getitem__(self, code: str) -> object:
        return self._found[code]


class _Desk:
    """Reads and prints wordings for one dossier, and gathers what is wrong with them."""

    def __init__(self, dossier: Dossier) -> None:
        self.problems: list[Problem] = []
        self.faulty: set[Formula] = set()
        table = next((one.place.file for one in dossier.indicators.values()), "chi_tieu.csv")
        self.known = Known(frozenset(dossier.indicators), table, NAMES)
        self.values: dict[str, object] = {
            INDICATORS: _Indicators(dossier.indicators),
            "ky": dossier.ky,
            "ngay": dossier.ngay,
            "so": dossier.so,
            "don_vi": dossier.profile,
        }

    def read(self, text: str, place: Place, *, plain: bool = False) -> Wording:
        """The wording of a text that the author typed; not yet looked through."""
        parsed = parse_narrative(text, place, plain=plain)
        self.problems += parsed.problems
        return parsed.wording

    def checked(self, wording: Wording) -> Wording:
        for formula, known in formulas(wording, self.known):
            found = list(check_formula(formula, known))
            if found:
                self.faulty.add(formula)
                self.problems += found
        return wording

    def printed(self, wording: Wording, *, plain: bool = False) -> str:
        result = print_wording(wording, self.values, plain=plain, faulty=self.faulty)
        self.problems += result.problems
        return result.text


def _title(dossier: Dossier, template: Template, desk: _Desk) -> dict[str, Wording]:
    """Kind, subject and period line: the dossier's, else the template's."""
    found: dict[str, Wording] = {}
    for key in ("ten_loai", "trich_yeu", "dong_ky"):
        own: str | None = getattr(dossier, key)
        text = getattr(template.settings, key) if own is None else own
        place = dossier.text_place_of(key) if own is not None else _settings_place(template, key)
        found[key] = desk.checked(desk.read(text or "", place, plain=key == "ten_loai"))
    return found


def _settings_place(template: Template, *steps: str) -> Place:
    place, node = find(template.tree, steps)
    return node.text.place if isinstance(node, YamlText) and node.text is not None else place


def _body(dossier: Dossier, template: Template, desk: _Desk) -> Wording:
    phrases = {
        name: desk.read(text, _settings_place(template, "cau_mac_dinh", name))
        for name, text in template.settings.cau_mac_dinh.items()
    }
    overlays = {key: _overlay(dossier, key, desk) for key in dossier.noi_dung}
    standards = Standards(template.settings.tuy_chon, phrases)
    laid = overlay(template.wording, overlays, standards)
    desk.problems += laid.problems
    return desk.checked(laid.wording)


def _overlay(dossier: Dossier, key: str, desk: _Desk) -> Overlay:
    section = dossier.noi_dung[key]
    title = None
    if section.tieu_de is not None:
        title = desk.read(section.tieu_de, dossier.place_of("noi_dung", key, "tieu_de"))
    texts = [
        desk.read(narrative.text.strip("\n"), narrative.place) if narrative else None
        for narrative in (section.thay, section.them)
    ]
    place = dossier.place_of("noi_dung", key)
    return Overlay(place, texts[0], texts[1], title, section.bo, section.khong_co)


@dataclass(frozen=True, slots=True)
class _AppendixWording:
    given: AppendixInput
    title: Wording
    text: Wording
    header: tuple[Wording, ...] = ()
    rows: tuple[tuple[Wording, ...], ...] = ()

    def printed(self, desk: _Desk) -> DraftAppendix:
        table = None
        if self.given.table is not None:
            rows = tuple(tuple(desk.printed(cell) for cell in row) for row in self.rows)
            titles = [desk.printed(title) for title in self.header]
            table = DraftTable(_columns(self.given, titles), rows, self.given.table.places)
        landscape = self.given.huong == "ngang"
        return DraftAppendix(desk.printed(self.title), desk.printed(self.text), table, landscape)


def _appendix(dossier: Dossier, number: int, desk: _Desk) -> _AppendixWording:
    given = dossier.phu_luc[number]
    place = dossier.text_place_of("phu_luc", number, "tieu_de")
    title = desk.checked(desk.read(given.tieu_de, place))
    narrative = given.noi_dung
    text = desk.checked(desk.read(narrative.text, narrative.place)) if narrative else ()
    if given.table is None:
        return _AppendixWording(given, title, text)
    header, *rows = (
        tuple(desk.checked(desk.read(cell, spot)) for cell, spot in placed_cells(row, where))
        for row, where in zip(
            (given.table.header, *given.table.rows),
            (given.table.header_place, *given.table.places),
            strict=True,
        )
    )
    return _AppendixWording(given, title, text, header, tuple(rows))


def _columns(given: AppendixInput, titles: Iterable[str]) -> tuple[DraftColumn, ...]:
    """The columns with their printed titles; `cot` names them as they are typed."""
    header = given.table.header if given.table else ()
    columns = []
    for typed, title in zip(header, titles, strict=True):
        form = given.cot.get(typed)
        alignment = _ALIGNMENTS.get(form.can or "") if form else None
        columns.append(DraftColumn(title, form.rong if form else None, alignment))
    return tuple(columns)
