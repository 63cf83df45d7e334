"""Every province with every template, held to the decree's measures in PDF and DOCX."""

import io
import re
from pathlib import Path

import docx
import pytest
from docx.document import Document
from support.pdf_layout import POINTS_PER_MM, Line, PageLayout, pages
from support.provinces import write_province

from reportgen.building import search_path
from reportgen.drafting import find_templates
from reportgen.layout import COMPONENTS, PAGE
from reportgen.layout.metrics import text_width
from reportgen.layout.nd30 import LETTERHEAD_COLUMNS, MOTTO, NATIONAL_NAME
from reportgen.places import find_province, provinces
from reportgen.rendering import Format, render

TEMPLATES = [template.name for template in find_templates(search_path(()))]
NEAR = 2.5  # pt: boxes are those of the ink, and an italic ế leans over by more than one


def outside(page: PageLayout) -> list[str]:
    """The lines of a page that reach over its margins; the page number has its own place."""
    left, top = PAGE.left * POINTS_PER_MM, PAGE.top * POINTS_PER_MM
    right = page.width - PAGE.right * POINTS_PER_MM
    bottom = page.height - PAGE.bottom * POINTS_PER_MM
    return [
        line.text
        for line in page.lines
        if not is_page_number(line, top)
        and not (
            left - NEAR <= line.left
            and line.right <= right + NEAR
            and top - NEAR <= line.top
            and line.bottom <= bottom + NEAR
        )
    ]


def is_page_number(line: Line, top: float) -> bool:
    return line.top < top and line.text.strip().isdigit()


def misset(page: PageLayout) -> list[str]:
    """What is wrong with Quốc hiệu and Tiêu ngữ: size, weight, column, and the rule's length."""
    middle = (PAGE.left + LETTERHEAD_COLUMNS[0] + LETTERHEAD_COLUMNS[1] / 2) * POINTS_PER_MM
    found = []
    for text, component in ((NATIONAL_NAME, "national_name"), (MOTTO, "motto")):
        line = page.words(text)
        if {glyph.size for glyph in line.inked} != {COMPONENTS[component].size}:
            found.append(f"{component}: size")
        if not all("Bold" in glyph.font for glyph in line.inked):
            found.append(f"{component}: weight")
        if abs(line.middle - middle) > NEAR:
            found.append(f"{component}: column")
    wanted = text_width(MOTTO, COMPONENTS["motto"].size, bold=True)
    if abs(page.rule_under(page.words(MOTTO)).length - wanted) > NEAR:
        found.append("motto: rule")
    return found


def misnumbered(printed: list[PageLayout]) -> list[int]:
    """The pages that do not count 2, 3, … from the first of the text or of their appendix."""
    top, wrong, expected = PAGE.top * POINTS_PER_MM, [], 0
    for index, page in enumerate(printed):
        numbers = [line.text.strip() for line in page.lines if is_page_number(line, top)]
        expected = expected + 1 if numbers else 1
        if numbers and numbers != [str(expected)]:
            wrong.append(index + 1)
        if not numbers and index and not page.text.lstrip().startswith("Phụ lục"):
            wrong.append(index + 1)
    return wrong


def misshapen(document: Document) -> list[str]:
    """Sections whose sheet or margins are not the house's, or whose first page is numbered."""
    wanted = {"top": PAGE.top, "bottom": PAGE.bottom, "left": PAGE.left, "right": PAGE.right}
    found = []
    for section in document.sections:
        sheet = sorted((section.page_width or 0, section.page_height or 0))
        if [round(side / 36000) for side in sheet] != [PAGE.width, PAGE.height]:
            found.append("sheet")
        for side, millimetres in wanted.items():
            if abs(getattr(section, f"{side}_margin") / 36000 - millimetres) > 0.1:
                found.append(side)
        if not section.different_first_page_header_footer:
            found.append("first page")
        if not re.search(r"\bPAGE\b", section.header._element.xml):
            found.append("page number")
    return found


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("key", [one.key for one in provinces()])
def test_every_provinces_document_keeps_to_the_decree(
    key: str, template: str, tmp_path: Path
) -> None:
    province = find_province(key)
    assert province is not None
    rendered = render(write_province(tmp_path, province, template), [Format.DOCX, Format.PDF])
    printed = pages(rendered.files[Format.PDF])
    assert misset(printed[0]) == []
    assert misnumbered(printed) == []
    assert [outside(page) for page in printed] == [[] for _ in printed]
    assert [page.overprinted() for page in printed] == [[] for _ in printed]
    assert misshapen(docx.Document(io.BytesIO(rendered.files[Format.DOCX]))) == []
