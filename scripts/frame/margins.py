"""Headers and footers: page numbers, and what the first page alone bears."""

from frame.pieces import loop, paragraph, when
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element, element, text_nodes


def page_header() -> Element:
    """The page number, centred in the top margin (Phụ lục I, I.7)."""
    field = element("fldSimple", element("r", *text_nodes("2")), instr=" PAGE ")
    made = element("hdr", paragraph("page_number"))
    made[0].append(field)
    return made


def first_header() -> Element:
    """No number on the first page (Phụ lục I, I.7); how far it may circulate (ô 11)."""
    nothing = [paragraph("page_number")]
    return element("hdr", *when("pham_vi", *loop("pham_vi", "circulation"), otherwise=nothing))


def page_footer() -> Element:
    """Nothing, told to programs that would go on with the first page's."""
    return element("ftr", hairline())


def first_footer() -> Element:
    """The office's address below a rule (ô 13)."""
    address = [paragraph("address_rule"), *loop("dia_chi", "address")]
    return element("ftr", *when("dia_chi", *address, otherwise=[hairline()]))
