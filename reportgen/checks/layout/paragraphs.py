"""TT014 to TT017: how the paragraphs of the text are set (Phụ lục I, II.6.e)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.body import SEVERAL_LINES, body_paragraphs, body_text, told_once
from reportgen.checks.layout.looks import size_of
from reportgen.checks.layout.measures import SLACK, SLACK_OF_LINES, is_one_of, shown
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.document.tree import Alignment
from reportgen.layout.metrics import LINE_HEIGHT, millimetres
from reportgen.layout.nd30 import FIRST_LINES, LEAST_PARAGRAPH_SPACE, LINE_SPACINGS
from reportgen.problems import Severity
from reportgen.readers.word.model import LineRule, WordParagraph

_SIZE = 14.0  # points, where a paragraph has no letters
_CLAUSE = "Phụ lục I, II.6.e"


def _justified(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = [one for one in body_paragraphs(word) if len(one.text) > SEVERAL_LINES]
    faulty = [
        (one, "canh phải" if one.format.alignment is Alignment.RIGHT else "canh trái")
        for one in paragraphs
        if one.format.alignment in (Alignment.LEFT, Alignment.RIGHT)
    ]
    if faulty:
        hint = "chọn các đoạn đó → Home → Justify (Ctrl+J)"
        yield told_once(JUSTIFIED, faulty, len(paragraphs), "{}, phải canh đều hai bên", hint)


def _first_line(subject: Subject) -> Iterator[Finding]:
    """The first line of paragraphs without a dash: lists may be typed with indents of their own."""
    word = governed(subject)
    if word is None:
        return
    paragraphs = [
        one.paragraph
        for one in body_text(word)
        if not one.paragraph.text.startswith(("\t", "  ", "-", "+", "*", "–", "•"))
        and not one.paragraph.label
    ]
    measures = [(one, _indent(one)) for one in paragraphs]
    faulty = [(one, shown(indent)) for one, indent in measures if not _is_indent(indent)]
    if faulty:
        hint = "chọn đoạn văn → Paragraph → Special: First line 1 cm (hoặc 1,27 cm)"
        fault = "lùi đầu dòng {} cm, phải 1 cm hoặc 1,27 cm"
        told = told_once(
            FIRST_LINE, _in_centimetres(faulty, measures), len(paragraphs), fault, hint
        )
        yield told


def _in_centimetres(
    faulty: Sequence[tuple[WordParagraph, str]], measures: Sequence[tuple[WordParagraph, float]]
) -> list[tuple[WordParagraph, str]]:
    wrong = {id(one) for one, _ in faulty}
    return [(one, shown(indent / 10, 2)) for one, indent in measures if id(one) in wrong]


def _indent(paragraph: WordParagraph) -> float:
    """Where the first line begins, mm from the margin."""
    return millimetres(paragraph.format.indent_left + paragraph.format.first_line)


def _is_indent(indent: float) -> bool:
    """Whether it is one of the decree's two, or what typewriters' centimetres make of them."""
    return is_one_of(indent, FIRST_LINES) or FIRST_LINES[0] < indent < FIRST_LINES[1]


def _space(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = body_paragraphs(word)
    together = [
        (above, below)
        for above, below in pairwise(paragraphs)
        if below.place.paragraph == above.place.paragraph + 1
        and below.place.section == above.place.section
        and "\f" not in above.text
    ]
    faulty = [
        (below, shown(gap))
        for above, below in together
        if (gap := space_between(above, below)) < LEAST_PARAGRAPH_SPACE - SLACK
    ]
    if faulty:
        hint = "chọn đoạn văn → Paragraph → Spacing Before 6 pt"
        fault = "cách đoạn trên {} pt, phải từ 6 pt"
        yield told_once(SPACE, faulty, len(together), fault, hint)


def space_between(above: WordParagraph, below: WordParagraph) -> float:
    """The room between two paragraphs, points: the larger of both, as Word sets it."""
    same = above.format.style_id == below.format.style_id
    after = 0.0 if same and above.format.contextual_spacing else above.format.space_after
    before = 0.0 if same and below.format.contextual_spacing else below.format.space_before
    return max(after, before)


def _line(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = body_paragraphs(word)
    least = LINE_SPACINGS.least - SLACK_OF_LINES
    greatest = LINE_SPACINGS.greatest + SLACK_OF_LINES
    faulty = [
        (one, shown(lines, 2))
        for one in paragraphs
        if not least <= (lines := lines_of(one)) <= greatest
    ]
    if faulty:
        hint = "chọn đoạn văn → Paragraph → Line spacing: Single, 1.5 lines hoặc Multiple 1,1 - 1,5"
        fault = "giãn dòng {} dòng, phải từ dòng đơn đến 1,5 dòng"
        yield told_once(LINE, faulty, len(paragraphs), fault, hint)


def lines_of(paragraph: WordParagraph) -> float:
    """The line spacing in single lines of the paragraph's own type."""
    look = paragraph.format
    if look.line_rule is LineRule.MULTIPLE:
        return look.line
    lines = look.line / ((size_of([paragraph]) or _SIZE) * LINE_HEIGHT)
    return max(1.0, lines) if look.line_rule is LineRule.AT_LEAST else lines


JUSTIFIED = Rule(
    "TT014",
    "nội dung canh đều hai bên",
    Severity.ERROR,
    clause(f"nội dung văn bản được canh đều cả hai lề: {_CLAUSE}"),
    "Đoạn văn canh trái, lề phải so le",
    "Đoạn văn canh đều hai bên (Justify)",
    _justified,
)
FIRST_LINE = Rule(
    "TT015",
    "lùi đầu dòng",
    Severity.ERROR,
    clause(f"chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm: {_CLAUSE}"),
    "Đoạn văn không lùi đầu dòng",
    "Đoạn văn lùi đầu dòng 1,27 cm",
    _first_line,
)
SPACE = Rule(
    "TT016",
    "khoảng cách giữa các đoạn văn",
    Severity.ERROR,
    clause(f"khoảng cách giữa các đoạn văn tối thiểu là 6 pt: {_CLAUSE}"),
    "Các đoạn văn cách nhau 3 pt",
    "Các đoạn văn cách nhau 6 pt",
    _space,
)
LINE = Rule(
    "TT017",
    "khoảng cách giữa các dòng",
    Severity.ERROR,
    clause(f"khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng: {_CLAUSE}"),
    "Giãn dòng 1,6",
    "Giãn dòng đơn",
    _line,
)
RULES = (JUSTIFIED, FIRST_LINE, SPACE, LINE)
