"""What stands below the text: recipients and signatures."""

from frame.pieces import held, loop, optional, paragraph, row, table, when
from reportgen.layout.nd30 import PAGE, RECIPIENTS_WORD, SIGNATURE_COLUMNS, SIGNATURE_SPACE
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element, element, w

_COMMAND = 10.0  # mm of a column that holds nothing but a Jinja command
_COLUMNS = (_COMMAND, PAGE.text_width - 2 * _COMMAND, _COMMAND)


def closing() -> list[Element]:
    """One signature beside the recipients; several side by side above them."""
    return when(
        "chu_ky | length > 1",
        *_several(),
        otherwise=[_one()],
    )


def _one() -> Element:
    signature = [
        *loop("quyen_han", "authority"),
        paragraph("position", "{{ chuc_vu }}"),
        paragraph("signature_room"),
        *optional("chuc_danh", "official_title"),
        paragraph("signer", "{{ ho_ten }}"),
    ]
    cells = (_recipients(), signature)
    return table(SIGNATURE_COLUMNS, row(SIGNATURE_COLUMNS, *cells, space=SIGNATURE_SPACE))


def _several() -> list[Element]:
    """Titles in one row and names in the next, so that both stand level (Phụ lục III, Mẫu 1.9)."""
    titles = _signers(
        *loop("nguoi.quyen_han", "authority"),
        paragraph("position", "{{ nguoi.chuc_vu }}"),
        space=SIGNATURE_SPACE,
    )
    names = _signers(
        paragraph("signature_room"),
        *optional("nguoi.chuc_danh", "official_title"),
        paragraph("signer", "{{ nguoi.ho_ten }}"),
    )
    for properties in names.iter(w("tcPr")):
        properties.append(element("vAlign", val="bottom"))
    held(titles)
    between = hairline()
    held(names, between)
    below = row(SIGNATURE_COLUMNS, _recipients(), [hairline()], space=SIGNATURE_SPACE)
    recipients = when("noi_nhan or nguoi_soan_thao", between, table(SIGNATURE_COLUMNS, below))
    return [table(_COLUMNS, titles, names), *recipients]


def _signers(*content: Element, space: float = 0.0) -> Element:
    """A row with a cell for each of those who sign."""
    first = [paragraph("position", "{%tc for nguoi in chu_ky %}")]
    last = [paragraph("position", "{%tc endfor %}")]
    return row(_COLUMNS, first, content, last, space=space)


def _recipients() -> list[Element]:
    label = paragraph("recipients_label", RECIPIENTS_WORD)
    return [
        *when("noi_nhan", label, *loop("noi_nhan", "recipients")),
        *optional("nguoi_soan_thao", "drafter"),
        hairline(),  # a cell ends with a paragraph
    ]
