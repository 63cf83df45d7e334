"""Appendices, each in a section of its own (Phụ lục I, III.1)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportgen.document.tree import Appendix, Text
from reportgen.layout.metrics import millimetres
from reportgen.layout.rules import appendix_rule
from reportgen.writers.docx.blocks import block_elements, hairline
from reportgen.writers.docx.oxml import Element, w
from reportgen.writers.docx.rules import set_length
from reportgen.writers.docx.sections import appendix_section, area_of, close_section
from reportgen.writers.docx.tables import Area
from reportgen.writers.docx.text import TextWriter


def append_appendices(
    body: Element, appendices: Sequence[Appendix], margins: Mapping[str, str], text: TextWriter
) -> None:
    """Close the main section and add a section for each appendix at the end of `body`.

    `margins` as for `appendix_section`.
    """
    main = body.find(w("sectPr"))
    if main is None or not appendices:
        return
    body.remove(main)
    sections = [main, *(appendix_section(main, each.landscape, margins) for each in appendices)]
    last = body[-1]
    if last.tag != w("p") or any(True for _ in last.iter(w("t"), w("sectPr"))):
        body.append(hairline())
    for (before, section), appendix in zip(pairwise(sections), appendices, strict=True):
        close_section(body[-1], before)
        body.extend(_elements(appendix, area_of(section), text))
        body.append(hairline())
    body.append(sections[-1])


def _elements(appendix: Appendix, area: Area, text: TextWriter) -> list[Element]:
    heads = (
        ("appendix_label", appendix.label),
        ("appendix_title", appendix.title),
        ("attached_to", appendix.attached_to),
    )
    made = [text.styled(key, text.runs((Text(value),))) for key, value in heads if value]
    rule = text.styled("appendix_rule")
    set_length(rule, appendix_rule(appendix.attached_to, millimetres(area.width / 20)), area.width)
    return [*made, rule, *block_elements(appendix.blocks, area, text)]
