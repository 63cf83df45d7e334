"""The whole page, or a page for each section: the frame filled with a document."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from reportgen.document.tree import ADDRESSING, Appendix, Document, Inlines, Properties
from reportgen.layout import PAGE, appendix_rule, issuer_rule, motto_rule, subject_rule
from reportgen.layout.balance import balanced
from reportgen.writers.html.blocks import blocks_html
from reportgen.writers.html.components import markings_names, signature_names
from reportgen.writers.html.frame import HtmlFrame, fill_frame
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.notes import Setting


@dataclass(frozen=True, slots=True)
class _AppendixPart:
    """An appendix as the frame sees it; `trang` names its kind of page in the stylesheet."""

    trang: str
    ngang: bool
    nhan: str
    tieu_de: str
    kem_theo: str
    ke: float  # pt
    noi_dung: Markup


def write_html(document: Document, frame: HtmlFrame, foreseen: bool = True) -> str:
    """The document as one HTML page that needs nothing but its pictures; made for paged media.

    `foreseen` is whether it will be set with the widths of Times New Roman: then text is cut at
    ends of lines where pages may have to break. Raises InputError where the frame is at fault.
    """
    setting = _setting(document, foreseen)
    names = {
        **_names(document, setting),
        "co_than": True,
        "phu_luc": _appendices(document, setting),
    }
    return fill_frame(frame, names)


def write_sections(document: Document, frame: HtmlFrame, foreseen: bool = True) -> tuple[str, ...]:
    """As `write_html`, but the body and each appendix as a page of its own.

    So printed, the notes of a section cannot run over into the next one.
    """
    setting = _setting(document, foreseen)
    names = _names(document, setting)
    body = fill_frame(frame, {**names, "co_than": True, "phu_luc": []})
    appendices = (
        fill_frame(frame, {**names, "co_than": False, "phu_luc": [part]})
        for part in _appendices(document, setting)
    )
    return (body, *appendices)


def _setting(document: Document, foreseen: bool) -> Setting:
    return Setting(PAGE, {note.number: note for note in document.notes}, foreseen)


def _names(document: Document, setting: Setting) -> dict[str, object]:
    """What the frame prints, by the names that `khung.docx` uses too, and the rules' lengths."""
    document = balanced(document)
    head, title = document.letterhead, document.title

    def phrase(inlines: Inlines) -> Markup:
        return inlines_html(inlines, setting.note_html)

    return {
        "thuoc_tinh": _properties(document.properties),
        "co_quan_chu_quan": head.superior,
        "co_quan_ban_hanh": head.issuer,
        "so_ky_hieu": head.number,
        "dia_danh_ngay": head.place_and_date,
        "trich_yeu_cong_van": phrase(head.subject),
        "ten_loai": title.kind,
        "trich_yeu": phrase(title.subject),
        "dong_ky": phrase(title.period),
        "loi_gui": document.addressing,
        "gui_mot_noi": len(document.addressees) == 1 and document.addressing == ADDRESSING,
        "kinh_gui": [phrase(line) for line in document.addressees],
        "noi_nhan": [phrase(line) for line in document.recipients],
        **signature_names(document.signatures),
        **markings_names(document.markings),
        "noi_dung": blocks_html(document.body, setting),
        "ke_tieu_ngu": motto_rule(),
        "ke_co_quan": issuer_rule(head.issuer),
        "ke_trich_yeu": subject_rule(title.subject, title.period, title.kind),
    }


def _properties(properties: Properties) -> dict[str, str]:
    return {
        "tieu_de": properties.title,
        "tac_gia": properties.author,
        "chu_de": properties.subject,
        "tu_khoa": ", ".join(properties.keywords),
    }


def _appendices(document: Document, setting: Setting) -> list[_AppendixPart]:
    return [
        _appendix(index, appendix, setting) for index, appendix in enumerate(document.appendices, 1)
    ]


def _appendix(index: int, appendix: Appendix, setting: Setting) -> _AppendixPart:
    page = PAGE.rotated() if appendix.landscape else PAGE
    return _AppendixPart(
        trang=f"phu-luc-{index}",
        ngang=appendix.landscape,
        nhan=appendix.label,
        tieu_de=appendix.title,
        kem_theo=appendix.attached_to,
        ke=appendix_rule(appendix.attached_to, page.text_width),
        noi_dung=blocks_html(appendix.blocks, replace(setting, page=page)),
    )
