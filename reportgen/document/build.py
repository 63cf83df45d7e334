"""Building the document: the draft's texts and the dossier's particulars put into one tree."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportgen.document.appendices import compose_appendices
from reportgen.document.inlines import TakeNote, plain_text, read_inlines
from reportgen.document.letterhead import compose_letterhead, compose_markings, compose_signature
from reportgen.document.notes import refuse_notes
from reportgen.document.places import component_places
from reportgen.document.reading import Content, read_draft
from reportgen.document.recipients import (
    compose_addressees,
    compose_addressing,
    compose_recipients,
)
from reportgen.document.references import check_references
from reportgen.document.symbol import compose_symbol
from reportgen.document.tree import Block, Document, Inlines, Properties, Title
from reportgen.dossier import Dossier
from reportgen.dossier.files import shown_path
from reportgen.drafting.draft import Draft
from reportgen.problems import InputError, Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Built:
    """The document, and what its author should know about it."""

    document: Document
    warnings: tuple[Problem, ...] = ()


def build_document(
    dossier: Dossier, draft: Draft, insets: Mapping[str, Block] | None = None
) -> Built:
    """The whole document, labels counted and notes numbered; `insets` as for `read_draft`.

    Raises InputError with everything found (warnings too) where a label scheme, heading, note or
    table cannot be printed as meant.
    """
    content = read_draft(draft, insets)
    problems = list(content.problems)
    document = _compose(dossier, draft, content, problems)
    document = replace(document, origins=component_places(dossier, draft, document))
    problems += check_references(document, dossier, draft)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError(problems)
    return Built(document, tuple(dict.fromkeys(problems)))


def _compose(dossier: Dossier, draft: Draft, content: Content, problems: list[Problem]) -> Document:
    def noteless(where: str, *steps: str) -> TakeNote:
        return refuse_notes(where, dossier.place_of(*steps), problems)

    own = "noi_nhan" in dossier.tree.entries
    in_profile = Place(shown_path(dossier.profile_path))
    listed_at = dossier.place_of("noi_nhan") if own else in_profile
    subject = read_inlines(draft.subject.strip(), noteless("trích yếu", "trich_yeu"))
    title = Title(
        kind=draft.kind,
        subject=() if draft.form and draft.form.letter else subject,
        period=read_inlines(draft.period.strip(), noteless("dòng kỳ báo cáo", "dong_ky")),
    )
    symbol = compose_symbol(dossier, draft.form, problems)
    addressees = compose_addressees(dossier.kinh_gui, noteless("kính gửi", "kinh_gui"))
    in_recipients = refuse_notes("nơi nhận", listed_at, problems)
    in_appendix = noteless("tiêu đề phụ lục", "phu_luc")
    return Document(
        letterhead=compose_letterhead(dossier, draft.form, symbol, subject),
        title=title,
        body=content.body,
        recipients=compose_recipients(dossier.profile, bool(dossier.kinh_gui), in_recipients),
        signatures=tuple(map(compose_signature, dossier.signers)),
        properties=_properties(dossier, draft, subject, title),
        addressing=compose_addressing(dossier.profile, draft.form),
        addressees=addressees,
        appendices=compose_appendices(dossier, draft, symbol, content.appendices, in_appendix),
        notes=content.notes,
        markings=compose_markings(dossier),
    )


def _properties(dossier: Dossier, draft: Draft, about: Inlines, title: Title) -> Properties:
    """`created` is the document's date, or the last day of its period while that is open."""
    name = draft.kind or (draft.form.name if draft.form else "")
    issuer = " ".join(dossier.profile.co_quan_ban_hanh.split())
    issued = dossier.ngay.as_date if dossier.ngay else None
    return Properties(
        title=f"{name} {plain_text(about)}".strip(),
        author=issuer,
        subject=plain_text(title.period),
        created=issued or (dossier.ky.den if dossier.ky else None),
    )
