"""A dossier's text read as its document reads it, without a dossier."""

from collections.abc import Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.reading import Content, read_draft
from reportgen.document.tree import Block, Heading, Paragraph, Table
from reportgen.drafting.draft import Draft
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.printing import print_wording
from reportgen.problems import Place, Severity


def read_typed(source: str, scheme: Sequence[str] = ()) -> Content:
    """The blocks and notes of a text as typed under `noi_dung`; nothing in it may be wrong."""
    parsed = parse_narrative(source, Place("ho_so.yaml", 1))
    assert not parsed.problems
    printed = print_wording(parsed.wording, {}, plain=False, faulty=set())
    assert not printed.problems
    content = read_draft(Draft("", "", "", printed.text, tuple(scheme)))
    assert not [one for one in content.problems if one.severity is Severity.ERROR]
    return content


def words(block: Block) -> str:
    """A block's characters with its label, blanks told apart from nothing only."""
    match block:
        case Paragraph():
            return squeezed(f"{block.label} {plain_text(block.inlines)}")
        case Heading():
            title, run_in = plain_text(block.title), plain_text(block.run_in)
            return squeezed(f"{block.label} {title} {run_in}")
        case Table():
            rows = (*block.header, *block.rows)
            cells = (one for row in rows for cell in row for one in cell.blocks)
            return squeezed(" ".join(words(one) for one in cells))
    return ""


def squeezed(text: str) -> str:
    return " ".join(text.split())
