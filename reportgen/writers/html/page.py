"""The whole page: the frame (`khung.html`, `khung.css`) filled with a document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.document.tree import Appendix, Document, Inlines
from reportgen.layout import (
    PAGE,
    appendix_rule,
    issuer_rule,
    motto_rule,
    nd30,
    subject_rule,
)
from reportgen.writers.html.blocks import blocks_html
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.lines import CALL_GAP
from reportgen.writers.html.notes import MOST_OF_PAGE, Setting
from reportgen.writers.html.rows import CELL_RULE
from reportgen.writers.html.styles import declarations, superscript_declarations


@dataclass(frozen=True, slots=True)
class HtmlFrame:
    """The frame's two files as text, both Jinja templates (see `templates/_khung/README.md`)."""

    template: str
    stylesheet: str


@dataclass(frozen=True, slots=True)
class _AppendixPart:
    """An appendix as the frame sees it; `page` names its kind of page in the stylesheet."""

    page: str
    landscape: bool
    label: str
    title: str
    attached_to: str
    rule: float  # pt
    content: Markup


def write_html(document: Document, frame: HtmlFrame, foreseen: bool = True) -> str:
    """The document as one HTML page that needs nothing from outside; made for paged media.

    `foreseen` is whether it will be set with the widths of Times New Roman: then text is cut at
    ends of lines where pages may have to break. Raises jinja2.TemplateError where the frame is not
    a valid template or asks for what is not there.
    """
    names = _names(document, foreseen)
    return _render(frame, {**names, "co_than": True})


def write_sections(document: Document, frame: HtmlFrame, foreseen: bool = True) -> tuple[str, ...]:
    """As `write_html`, but the body and each appendix as a page of its own.

    So printed, the notes of a section cannot run over into the next one.
    """
    names = _names(document, foreseen)
    body = _render(frame, {**names, "co_than": True, "phu_luc": []})
    appendices = (
        _render(frame, {**names, "co_than": False, "phu_luc": [part]}) for part in names["phu_luc"]
    )
    return (body, *appendices)


def _render(frame: HtmlFrame, names: Mapping[str, Any]) -> str:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = environment.from_string(frame.stylesheet).render(names)
    page = environment.from_string(frame.template)
    return page.render(names, kieu_dang=Markup(style))  # noqa: S704  the frame's own stylesheet


def _names(document: Document, foreseen: bool) -> dict[str, Any]:
    setting = Setting(PAGE, {note.number: note for note in document.notes}, foreseen)
    title = document.title
    return {
        "van_ban": document,
        "chu": _phrase(setting),
        "than": blocks_html(document.body, setting),
        "phu_luc": [
            _appendix(index, appendix, setting)
            for index, appendix in enumerate(document.appendices, 1)
        ],
        "the_thuc": nd30,
        "kieu": lambda component: Markup(declarations(component)),  # noqa: S704  measures only
        "chi_so_tren": Markup(superscript_declarations()),  # noqa: S704  measures only
        "khe_ghi_chu": CALL_GAP,
        "net_bang": CELL_RULE,
        "phan_ghi_chu": f"{MOST_OF_PAGE:.0%}",
        "ke_tieu_ngu": motto_rule(),
        "ke_co_quan": issuer_rule(document.letterhead.issuer),
        "ke_trich_yeu": subject_rule(title.subject, title.period),
    }


def _phrase(setting: Setting) -> Callable[[Inlines], Markup]:
    return lambda inlines: inlines_html(inlines, setting.note_html)


def _appendix(index: int, appendix: Appendix, setting: Setting) -> _AppendixPart:
    page = PAGE.rotated() if appendix.landscape else PAGE
    return _AppendixPart(
        page=f"phu-luc-{index}",
        landscape=appendix.landscape,
        label=appendix.label,
        title=appendix.title,
        attached_to=appendix.attached_to,
        rule=appendix_rule(appendix.attached_to, page.text_width),
        content=blocks_html(appendix.blocks, replace(setting, page=page)),
    )
