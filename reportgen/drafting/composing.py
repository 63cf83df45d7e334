"""Dossier and template → draft: read all wording, look it through, print it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reportgen.dossier import Dossier, Kind, kind_named
from reportgen.dossier.tree import YamlText, find
from reportgen.drafting.appendices import read_appendix
from reportgen.drafting.bases import print_bases, read_bases, with_bases
from reportgen.drafting.charts import PlacedChart
from reportgen.drafting.comparisons import PlacedTable
from reportgen.drafting.desk import Desk
from reportgen.drafting.draft import Draft
from reportgen.drafting.locating import locator, sources_of_text
from reportgen.drafting.overlays import Overlay, Standards, overlay
from reportgen.drafting.shapes import BASES
from reportgen.drafting.templates import Template
from reportgen.drafting.tracing import Tracer, tracer
from reportgen.drafting.wording import Wording
from reportgen.problems import InputError, Place, Problem, Severity


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
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError(problems)
    return DraftResult(drafted, tuple(problems))


def try_draft(dossier: Dossier, template: Template) -> tuple[Draft, list[Problem]]:
    """The draft and what its author should know of it; what cannot be printed is `…` there.

    With errors it is no document, but notes and numbering can be looked through all the same.
    """
    kind = _kind(dossier, template)
    desk = Desk(dossier, kind)
    bases = read_bases(dossier, desk)
    title = _title(dossier, template, kind, desk)
    body = _body(dossier, template, desk)
    appendices = [
        read_appendix(dossier, number, template.settings.phu_luc, desk)
        for number in range(len(dossier.phu_luc))
    ]
    printed_bases = print_bases(bases, desk)
    desk.give(BASES, printed_bases)
    drafted = Draft(
        kind=desk.printed(title["ten_loai"], plain=True),
        subject=desk.printed(title["trich_yeu"]),
        period=desk.printed(title["dong_ky"]),
        body=with_bases(desk.passage(body), printed_bases, body),
        numbering=dossier.danh_so or template.settings.danh_so,
        appendices=tuple(appendix.printed(desk) for appendix in appendices),
        charts=tuple(one for one in desk.insets if isinstance(one, PlacedChart)),
        tables=tuple(one for one in desk.insets if isinstance(one, PlacedTable)),
        form=kind,
        locate=locator(dossier, template),
        trace=_when_asked(lambda: tracer(sources_of_text(dossier, template))),
    )
    return drafted, desk.told()


def _when_asked(made: Callable[[], Tracer]) -> Callable[[str], Place | None]:
    """A tracer that is made when something is to be traced."""
    once = cache(made)

    def traced(printed: str) -> Place | None:
        return once()(printed)

    return traced


def _kind(dossier: Dossier, template: Template) -> Kind | None:
    """The document's kind: the dossier's, else the template's, else the one that its title names.

    None for a title that the decree does not know.
    """
    title = dossier.ten_loai or template.settings.ten_loai or ""
    return dossier.loai or template.settings.loai or kind_named(title)


def _title(
    dossier: Dossier, template: Template, kind: Kind | None, desk: Desk
) -> dict[str, Wording]:
    """Kind, subject and period line: the dossier's, else the template's."""
    found: dict[str, Wording] = {}
    for key in ("ten_loai", "trich_yeu", "dong_ky"):
        own: str | None = getattr(dossier, key)
        text = getattr(template.settings, key) if own is None else own
        place = dossier.text_place_of(key) if own is not None else _settings_place(template, key)
        if key == "ten_loai":
            text = _kind_title(dossier, template, kind, desk)
        found[key] = desk.checked(desk.read(text or "", place, plain=key == "ten_loai"))
    return found


def _kind_title(dossier: Dossier, template: Template, kind: Kind | None, desk: Desk) -> str | None:
    """What is printed for the kind; a letter prints nothing (Phụ lục I, II.5)."""
    if kind is not None and kind.letter:
        if dossier.ten_loai:
            hint = "bỏ khoá ten_loai; trích yếu công văn in dưới số, sau chữ V/v"
            place = dossier.place_of("ten_loai")
            desk.problems.append(Problem("HS025", "công văn không in tên loại", place, hint))
        return None
    settings = template.settings
    standing = settings.ten_loai if kind is None or settings.loai in (None, kind) else None
    return dossier.ten_loai or standing or (kind.name if kind else None)


def _settings_place(template: Template, *steps: str) -> Place:
    place, node = find(template.tree, steps)
    return node.text.place if isinstance(node, YamlText) and node.text is not None else place


def _body(dossier: Dossier, template: Template, desk: Desk) -> Wording:
    phrases = {
        name: desk.read(text, _settings_place(template, "cau_mac_dinh", name))
        for name, text in template.settings.cau_mac_dinh.items()
    }
    overlays = {key: _overlay(dossier, key, desk) for key in dossier.noi_dung}
    standards = Standards(template.settings.tuy_chon, phrases)
    laid = overlay(template.wording, overlays, standards)
    desk.problems += laid.problems
    return desk.checked(laid.wording)


def _overlay(dossier: Dossier, key: str, desk: Desk) -> Overlay:
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
