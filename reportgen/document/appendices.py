"""Appendices: their labels and the line that says what they are attached to (Phụ lục I, III.1)."""

from collections.abc import Sequence

from reportgen.document.inlines import TakeNote
from reportgen.document.letterhead import date_in_words, number_after
from reportgen.document.notes import read_plain
from reportgen.document.tree import Appendix, Blocks
from reportgen.dossier import Dossier
from reportgen.drafting.draft import Draft
from reportgen.vietnamese.lettering import roman

_WITHOUT_KIND = "Công văn"


def compose_appendices(
    dossier: Dossier, draft: Draft, symbol: str, contents: Sequence[Blocks], take_note: TakeNote
) -> tuple[Appendix, ...]:
    """The draft's appendices around their blocks; two or more carry Roman numerals (III.1.b)."""
    attached_to = attachment_line(dossier, draft, symbol)
    several = len(contents) > 1
    return tuple(
        Appendix(
            label=f"Phụ lục {roman(number)}" if several else "Phụ lục",
            title=read_plain(appendix.title, take_note),
            attached_to=attached_to,
            blocks=blocks,
            landscape=appendix.landscape,
        )
        for number, (appendix, blocks) in enumerate(zip(draft.appendices, contents, strict=True), 1)
    )


def attachment_line(dossier: Dossier, draft: Draft, symbol: str) -> str:
    """`(Kèm theo Báo cáo số 442/BC-TCTĐA06 ngày 20 tháng 12 năm 2023 của …)` (III.1.c)."""
    kind = draft.form
    name = " ".join(draft.kind.split()).capitalize()
    name = name or (kind.in_a_sentence if kind else _WITHOUT_KIND)
    numbered = kind is None or kind.numbered
    named = number_after(f"{name} số", dossier, symbol) if numbered else name
    return f"(Kèm theo {named} {date_in_words(dossier)} của {dossier.profile.ten_goi})"
