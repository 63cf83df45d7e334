"""Word files laid out by hand, as offices do it: direct formatting over Word's own theme."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt

CENTER, LEFT, JUSTIFY = (getattr(WD_ALIGN_PARAGRAPH, one) for one in ("CENTER", "LEFT", "JUSTIFY"))
SUPERIOR, ISSUER = "UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ"
NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DATE = "Khánh Hòa, ngày 15 tháng 9 năm 2025"
TASKS = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về công tác cải cách hành chính, Sở Nội vụ đã "
    "phối hợp với các sở, ban, ngành và Ủy ban nhân dân các xã, phường triển khai đồng bộ các "
    "nhiệm vụ được giao, bảo đảm đúng tiến độ.",
    "Các cơ quan, đơn vị tiếp tục rà soát quy trình nội bộ, công khai thủ tục hành chính tại nơi "
    "tiếp nhận và trên Cổng Dịch vụ công, phân công người theo dõi, đôn đốc việc giải quyết hồ sơ "
    "của tổ chức, cá nhân.",
)
Word = Any
Rule = Callable[[Any, float], object]  # drawn under a paragraph, millimetres long


def opened(left: float = 30, right: float = 20) -> Word:
    """A new document on A4, margins in millimetres."""
    word = docx.Document()
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(left), Mm(right)
    page.top_margin = page.bottom_margin = Mm(20)
    return word


def saved(word: Word) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def typed(paragraph: Any, text: str, size: float = 14, look: str = "") -> Any:
    """A run; `look` has b for bold and i for slanted."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.font.bold, run.font.italic = "b" in look or None, "i" in look or None
    return run


def line(where: Any, text: str = "", size: float = 14, look: str = "", align: Any = CENTER) -> Any:
    """A paragraph without room around it."""
    paragraph = where.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    if text:
        typed(paragraph, text, size, look)
    return paragraph


def said(word: Word, text: str, look: str = "", exactly: float | None = None) -> Any:
    """A paragraph of the text: justified, indented, 6 pt below the one above."""
    paragraph = line(word, text, look=look, align=JUSTIFY)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.space_before = Pt(6)
    if exactly:
        paragraph.paragraph_format.line_spacing = Pt(exactly)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    return paragraph


def drawn(paragraph: Any, width: float) -> None:
    """A line drawn by Insert → Shapes, hanging below the paragraph's text."""
    style = "position:absolute;z-index:1"
    ends = f'from="55pt,16.5pt" to="{55 + width * 72 / 25.4:.1f}pt,16.5pt"'
    declared = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    shape = f'<w:pict><v:line style="{style}" {ends}/></w:pict>'
    paragraph._p.append(parse_xml(f"<w:r {declared}>{shape}</w:r>"))


def underscored(paragraph: Any, width: float) -> None:
    """Raised underscores on the next line, as the decree's own forms have them."""
    run = typed(paragraph.insert_paragraph_before(), "_" * round(width * 0.7), 13)
    run.font.superscript = True
    below = run._r.getparent()
    paragraph._p.addnext(below)
    below.get_or_add_pPr().append(parse_xml(f'<w:jc {nsdecls("w")} w:val="center"/>'))


def halves(word: Word, left: float, right: float) -> tuple[Any, Any]:
    """The cells of a table without borders, widths in centimetres."""
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    for node, width in zip(table._tbl.tblGrid, (left, right), strict=True):
        node.set(qn("w:w"), str(round(width * 567)))
    cells = table.rows[0].cells
    for cell, width in zip(cells, (left, right), strict=True):
        cell.width = Cm(width)
    return cells[0], cells[1]


def emptied(*cells: Any) -> None:
    """Without the empty paragraph that a new cell begins with."""
    for cell in cells:
        cell._tc.remove(cell.paragraphs[0]._p)


def letterhead(word: Word, number: str, rule: Rule, national: float = 13, about: str = "") -> None:
    """The head in a table somewhat wider than the text."""
    left, right = halves(word, 6.75, 10.0)
    line(left, SUPERIOR, 13)
    rule(line(left, ISSUER, 13, "b"), 13)
    line(right, NATIONAL, national, "b")
    rule(line(right, MOTTO, 14, "b"), 64)
    line(left, f"Số: {number}", 13)
    line(right, DATE, 14, "i")
    if about:
        line(left, about, 12)
    emptied(left, right)


def tabbed(word: Word, left: str, right: str, looks: tuple[str, str], size: float = 13) -> Any:
    """Two texts on one line, each in the middle of its half by a tab stop."""
    paragraph = line(word, align=LEFT)
    for place in (3.0, 11.4):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT.CENTER)
    for text, look in zip((left, right), looks, strict=True):
        typed(paragraph, f"\t{text}", size, look)
    return paragraph


def titled(word: Word, kind: str, subject: str, rule: Rule) -> None:
    line(word, kind, look="b")
    rule(line(word, subject, look="b"), 38)


def closed(word: Word, *recipients: str) -> None:
    """Recipients and signature in a table."""
    left, right = halves(word, 7.0, 9.0)
    line(left, "Nơi nhận:", 12, "bi", LEFT)
    for one in recipients:
        line(left, one, 11, align=LEFT)
    line(right, "GIÁM ĐỐC", look="b")
    for _ in range(4):
        line(right)
    line(right, "Nguyễn Văn Thành", look="b")
    emptied(left, right)


def numbered_pages(word: Word) -> None:
    """`PAGE` in the middle of the header, not on the first page."""
    word.sections[0].different_first_page_header_footer = True
    header = word.sections[0].header.paragraphs[0]
    header.alignment = CENTER
    run = (
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        '<w:sz w:val="26"/></w:rPr><w:t>2</w:t>'
    )
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r>{run}</w:r></w:fldSimple>'
    header._p.append(parse_xml(field))


def counted(word: Word, pattern: str) -> Callable[[Any], None]:
    """What numbers a paragraph automatically, in bold, as `Điều %1.`."""
    part = word.part.numbering_part.element
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{pattern}"/><w:rPr><w:b/></w:rPr></w:lvl>'
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{level}</w:abstractNum>'
    part.insert(0, parse_xml(abstract))
    part.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )

    def number(paragraph: Any) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 77

    return number
