"""word/document.xml, headers and settings of the frame."""

from frame.styles import style_id
from reportgen.layout.metrics import points
from reportgen.layout.nd30 import (
    ADDRESSEE_WORD,
    LANGUAGE,
    LETTERHEAD_COLUMNS,
    MOTTO,
    NATIONAL_NAME,
    PAGE,
    RECIPIENTS_WORD,
    SIGNATURE_COLUMNS,
    SIGNATURE_SPACE,
)
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element, R, element, put, text_nodes, twips, w

PAGE_HEADER, FIRST_HEADER = "dauTrang", "dauTrangDau"


def document_part() -> Element:
    """Letterhead, title, addressees, the anchor of the body, recipients beside signature."""
    # LibreOffice puts an empty line before a table that opens a document; not before a paragraph.
    body = element("body", hairline(), _letterhead(), *_title(), *_addressees())
    body.append(paragraph("anchor", "(Nội dung văn bản được đặt vào chỗ của đoạn này.)"))
    body.extend((_closing(), hairline(), _section()))
    return element("document", body)


def paragraph(style: str, text: str = "") -> Element:
    """A paragraph in the style of a component."""
    runs = (element("r", *text_nodes(text)),) if text else ()
    return element("p", element("pPr", element("pStyle", val=style_id(style))), *runs)


def _loop(names: str, style: str) -> list[Element]:
    return [
        paragraph(style, f"{{%p for dong in {names} %}}"),
        paragraph(style, "{{ dong }}"),
        paragraph(style, "{%p endfor %}"),
    ]


def _table(columns: tuple[float, float], *rows: tuple[list[Element], list[Element]]) -> Element:
    widths = [twips(column) for column in columns]
    margins = (element(side, w=0, type="dxa") for side in ("left", "right"))
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *margins),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    for cells in rows:
        row = element("tr", element("trPr", element("cantSplit")))
        for width, content in zip(widths, cells, strict=True):
            row.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa"))))
            row[-1].extend(content)
        made.append(row)
    return made


def _letterhead() -> Element:
    issuer = [
        *_loop("co_quan_chu_quan", "superior"),
        *_loop("co_quan_ban_hanh", "issuer"),
        paragraph("issuer_rule"),
    ]
    nation = [
        paragraph("national_name", NATIONAL_NAME),
        paragraph("motto", MOTTO),
        paragraph("motto_rule"),
    ]
    number = [paragraph("number", "{{ so_ky_hieu }}")]
    date = [paragraph("place_and_date", "{{ dia_danh_ngay }}")]
    return _table(LETTERHEAD_COLUMNS, (issuer, nation), (number, date))


def _title() -> list[Element]:
    return [
        paragraph("kind", "{{ ten_loai }}"),
        paragraph("subject", "{{ trich_yeu }}"),
        paragraph("period", "{%p if dong_ky %}"),
        paragraph("period", "{{ dong_ky }}"),
        paragraph("period", "{%p endif %}"),
        paragraph("subject_rule"),
    ]


def _addressees() -> list[Element]:
    return [
        paragraph("addressee", "{%p if kinh_gui | length == 1 %}"),
        paragraph("addressee", f"{ADDRESSEE_WORD} {{{{ kinh_gui[0] }}}}"),
        paragraph("addressee", "{%p elif kinh_gui %}"),
        paragraph("addressee", ADDRESSEE_WORD),
        paragraph("addressee_item", "{%p for dong in kinh_gui %}"),
        paragraph("addressee_item", "- {{ dong }}{{ '.' if loop.last else ';' }}"),
        paragraph("addressee_item", "{%p endfor %}"),
        paragraph("addressee", "{%p endif %}"),
    ]


def _closing() -> Element:
    recipients = [
        paragraph("recipients_label", RECIPIENTS_WORD),
        *_loop("noi_nhan", "recipients"),
    ]
    signature = [
        *_loop("quyen_han", "authority"),
        paragraph("position", "{{ chuc_vu }}"),
        paragraph("signature_room"),
        paragraph("official_title", "{%p if chuc_danh %}"),
        paragraph("official_title", "{{ chuc_danh }}"),
        paragraph("official_title", "{%p endif %}"),
        paragraph("signer", "{{ ho_ten }}"),
    ]
    made = _table(SIGNATURE_COLUMNS, (recipients, signature))
    space = round(SIGNATURE_SPACE * 20)
    for properties in made.iter(w("tcPr")):
        properties.append(element("tcMar", element("top", w=space, type="dxa")))
    return made


def _section() -> Element:
    made = element(
        "sectPr",
        *(element("headerReference", type=kind) for kind in ("default", "first")),
        element("pgSz", w=twips(PAGE.width), h=twips(PAGE.height)),
    )
    for reference, identifier in zip(made, (PAGE_HEADER, FIRST_HEADER), strict=False):
        reference.set(f"{{{R}}}id", identifier)
    margins = {name: twips(getattr(PAGE, name)) for name in ("top", "right", "bottom", "left")}
    put(
        made,
        element("pgMar", **margins, header=twips(PAGE.header), footer=twips(PAGE.footer), gutter=0),
    )
    put(made, element("titlePg"))
    return made


def page_header() -> Element:
    """The page number, centred in the top margin (Phụ lục I, I.7)."""
    field = element("fldSimple", element("r", *text_nodes("2")), instr=" PAGE ")
    made = element("hdr", paragraph("page_number"))
    made[0].append(field)
    return made


def first_header() -> Element:
    """No number on the first page (Phụ lục I, I.7)."""
    return element("hdr", paragraph("page_number"))


def settings_part() -> Element:
    """Settings that Word needs to lay the document out as it is meant (mode of Word 2013 on)."""
    uri = "http://schemas.microsoft.com/office/word"
    mode = element("compatSetting", name="compatibilityMode", uri=uri, val=15)
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=round(points(12.7) * 20)),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", mode),
        element("themeFontLang", val=LANGUAGE),
        element("decimalSymbol", val=","),
        element("listSeparator", val=";"),
    )
