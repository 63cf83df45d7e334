"""Appendices: their labels and the line that says what they are attached to (Phụ lục I, III.1)."""

from collections.abc import Sequence

from reportgen.document.inlines import TakeNote
from reportgen.document.letterhead import date_in_words, number_after
from reportgen.document.notes import read_plain
from reportgen.document.tree import Appendix, Blocks
from reportgen.dossier import Dossier
from reportgen.drafting.draft import Draft
from reportgen.vietnamese.lettering import roman

_WITHOUT_KIND = "công văn"


def compose_appendices(
    dossier: Dossier, draft: Draft, contents: Sequence[Blocks], take_note: TakeNote
) -> tuple[Appendix, ...]:
    """The draft's appendices around their blocks; two or more carry Roman numerals (III.1.b)."""
    attached_to = attachment_line(dossier, draft.kind)
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


def attachment_line(dossier: Dossier, kind: str) -> str:
    """`(Kèm theo Báo cáo số 442/BC-TCTĐA06 ngày 20 tháng 12 năm 2023 của …)` (III.1.c)."""
    name = " ".join(kind.split()).capitalize() or _WITHOUT_KIND.capitalize()
    number = number_after(f"{name} số", dossier)
    return f"(Kèm theo {number} {date_in_words(dossier)} của {dossier.profile.ten_goi})"
