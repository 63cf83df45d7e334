"""What stands above the text: letterhead, title, addressees."""

from frame.pieces import command_row, loop, optional, paragraph, row, table, when
from reportgen.layout.nd30 import LETTER_SPACE, LETTERHEAD_COLUMNS, MOTTO, NATIONAL_NAME
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element

_BELOW = "so_ky_hieu or dia_danh_ngay or trich_yeu_cong_van or do_khan"


def letterhead() -> Element:
    """Components 1 to 4; in the column of the number also 5b and the degree of urgency, 10b."""
    issuer = [
        *loop("co_quan_chu_quan", "superior"),
        *loop("co_quan_ban_hanh", "issuer"),
        paragraph("issuer_rule"),
    ]
    nation = [
        paragraph("national_name", NATIONAL_NAME),
        paragraph("motto", MOTTO),
        paragraph("motto_rule"),
    ]
    number = [
        *optional("so_ky_hieu", "number"),
        *optional("trich_yeu_cong_van", "letter_subject"),
        *optional("do_khan", "urgency"),
        hairline(),  # a cell ends with a paragraph
    ]
    date = [paragraph("place_and_date", "{{ dia_danh_ngay }}")]
    return table(
        LETTERHEAD_COLUMNS,
        row(LETTERHEAD_COLUMNS, issuer, nation),
        command_row(f"{{%tr if {_BELOW} %}}", 2),
        row(LETTERHEAD_COLUMNS, number, date),
        command_row("{%tr endif %}", 2),
    )


def title() -> list[Element]:
    """Component 5a; room instead where the document has none."""
    return when(
        "ten_loai or trich_yeu",
        *optional("ten_loai", "kind"),
        *optional("trich_yeu", "subject"),
        *optional("dong_ky", "period"),
        paragraph("subject_rule"),
        otherwise=[hairline(LETTER_SPACE)],
    )


def addressees() -> list[Element]:
    """Component 9a: one on the line of `Kính gửi:`; several, or whom a telegram calls, below it."""
    return [
        paragraph("addressee", "{%p if gui_mot_noi %}"),
        paragraph("addressee", "{{ loi_gui }} {{ kinh_gui[0] }}"),
        paragraph("addressee", "{%p elif kinh_gui %}"),
        paragraph("addressee", "{{ loi_gui }}"),
        paragraph("addressee_item", "{%p for dong in kinh_gui %}"),
        paragraph("addressee_item", "- {{ dong }}{{ '.' if loop.last else ';' }}"),
        paragraph("addressee_item", "{%p endfor %}"),
        paragraph("addressee", "{%p endif %}"),
    ]
