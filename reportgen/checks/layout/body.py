"""The paragraphs that the text is made of, and faults that many of them share told once."""

from collections import Counter
from collections.abc import Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import mostly, quoted
from reportgen.checks.remembering import remembered
from reportgen.document.tree import Alignment
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Kind, Recognised, TextParagraph
from reportgen.readers.word.model import WordParagraph

SEVERAL_LINES = 110  # characters that cannot stand in one line
_RUNNING = (Kind.PARAGRAPH, Kind.NUMBERED, Kind.BASIS)
_FEWEST = 20  # letters of a paragraph, and not of a line left over or of dots to be filled in


def body_text(word: Recognised) -> tuple[TextParagraph, ...]:
    """The paragraphs of running text of the main document, tables and headings left out."""
    return tuple(
        one
        for one in word.anatomy.text
        if one.appendix == 0
        and (one.kind in _RUNNING or _runs_on(one))
        and one.paragraph.place.table is None
        and not one.paragraph.in_text_box
        and one.paragraph.format.alignment is not Alignment.CENTER
        and _is_written_out(one.paragraph.text)
    )


@remembered
def _is_written_out(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST


def _runs_on(one: TextParagraph) -> bool:
    """Whether text of several lines follows a label or title: `Điều 2. Các sở, ban, ngành …`."""
    text = one.paragraph
    bold = mostly([text], lambda look: look.bold)
    return one.kind is Kind.HEADING and bold is not True and len(text.text) > SEVERAL_LINES


def body_paragraphs(word: Recognised) -> tuple[WordParagraph, ...]:
    """As `body_text`, the paragraphs as the file has them."""
    return tuple(one.paragraph for one in body_text(word))


def told_once(
    rule: Rule, faulty: Sequence[tuple[WordParagraph, str]], total: int, fault: str, hint: str
) -> Finding:
    """One finding about all paragraphs with a fault, each given with what was measured there.

    `fault` is the message with `{}` for the commonest measure. Where most of the `total`
    paragraphs have it, it weighs what the rule does, else it is a warning at most.
    """
    measure = Counter(value for _, value in faulty).most_common(1)[0][0]
    first = faulty[0][0]
    which = "đoạn" if len(faulty) == 1 else "đoạn đầu tiên là"
    message = f"{len(faulty)} trong {total} đoạn văn {fault.format(measure)}; {which} "
    severity = rule.severity
    if len(faulty) * 2 <= total and severity is Severity.ERROR:
        severity = Severity.WARNING
    return rule.about(message + quoted(first), hint, place=first.place, severity=severity)
