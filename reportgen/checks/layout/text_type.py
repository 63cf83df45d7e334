"""TT039: weight, slant and case of bases, headings and points (Phụ lục I, II.6; V.6)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import letters_of, mostly, printed, quoted
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Kind, TextParagraph
from reportgen.readers.recognition.words import fold
from reportgen.readers.word.model import WordParagraph

_SECTION = re.compile(r"[IVX]+\.")
_ARTICLE = re.compile(r"Điều\s+\d+")
_POINT = re.compile(r"[a-zđ]\)")
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with some of the paragraphs that `of` picks; `clause` is what it breaks."""

    of: Callable[[TextParagraph], bool]
    wrong: Callable[[WordParagraph], bool]
    message: str
    hint: str
    clause: str
    severity: Severity


def _is_basis(one: TextParagraph) -> bool:
    return one.kind is Kind.BASIS and fold(one.paragraph.text).startswith("căn cứ")


def _is_section(one: TextParagraph) -> bool:
    text = printed(one.paragraph)
    return (
        one.kind is Kind.HEADING
        and _SECTION.fullmatch(one.label) is not None
        and len(text) < _LONGEST_TITLE
    )


def _is_article(one: TextParagraph) -> bool:
    return _ARTICLE.match(one.label) is not None


def _is_point(one: TextParagraph) -> bool:
    return _POINT.fullmatch(one.label) is not None


def _is_upright(line: WordParagraph) -> bool:
    return mostly([line], lambda look: look.italic) is False


def _is_light(line: WordParagraph) -> bool:
    return mostly([line], lambda look: look.bold) is False


def _begins_light(line: WordParagraph) -> bool:
    """Whether the label is not bold; how Word prints one of its own is not known."""
    if line.label:
        return False
    first = next((run for run in line.runs if letters_of(run)), None)
    return first is not None and not first.format.bold


def _is_marked(line: WordParagraph) -> bool:
    """Whether all of a point is bold or slanted."""
    bold = mostly([line], lambda look: look.bold)
    return bold is True or mostly([line], lambda look: look.italic) is True


def _is_small(line: WordParagraph) -> bool:
    letters = [sign for sign in printed(line) if sign.isalpha()]
    return sum(sign.islower() for sign in letters) * 2 > len(letters)


_FAULTS = (
    _Fault(
        _is_basis,
        _is_upright,
        "căn cứ ban hành không in nghiêng",
        "chọn các dòng căn cứ, in nghiêng (Ctrl+I)",
        "căn cứ ban hành văn bản in nghiêng: Phụ lục I, II.6.a",
        Severity.ERROR,
    ),
    _Fault(
        _is_section,
        _is_light,
        "tiêu đề mục không in đậm",
        "chọn tiêu đề, in đậm (Ctrl+B)",
        "số thứ tự và tiêu đề của mục in hoa, đứng, đậm: Phụ lục I, V.6.b",
        Severity.ERROR,
    ),
    _Fault(
        _is_section,
        _is_small,
        "tiêu đề mục không viết in hoa",
        "chọn tiêu đề → Home → Change Case (Aa) → UPPERCASE",
        "số thứ tự và tiêu đề của mục in hoa, đứng, đậm: Phụ lục I, V.6.b",
        Severity.ERROR,
    ),
    _Fault(
        _is_article,
        _begins_light,
        "từ “Điều” và số không in đậm",
        "chọn “Điều …”, in đậm (Ctrl+B)",
        "từ “Điều”, số thứ tự và tiêu đề in đứng, đậm: Phụ lục I, V.6.a",
        Severity.ERROR,
    ),
    _Fault(
        _is_point,
        _is_marked,
        "điểm in đậm hoặc in nghiêng",
        "chọn điểm đó, bỏ in đậm, in nghiêng",
        "điểm in thường, đứng: Phụ lục I, V.6",
        Severity.WARNING,
    ),
)


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    text = [one for one in word.anatomy.text if one.appendix == 0] if word else []
    for fault in _FAULTS:
        chosen = [one.paragraph for one in text if fault.of(one)]
        faulty = [one for one in chosen if fault.wrong(one)]
        if faulty:
            message = f"{fault.message} ({len(faulty)} trong {len(chosen)}): {quoted(faulty[0])}"
            yield RULE.about(
                message,
                fault.hint,
                place=faulty[0].place,
                why=clause(fault.clause),
                severity=fault.severity,
            )


RULE = Rule(
    "TT039",
    "kiểu chữ của căn cứ, tiêu đề mục, điều, điểm",
    Severity.ERROR,
    clause("mẫu chữ của nội dung văn bản: Phụ lục I, II.6.a và V.6"),
    "I. Kết quả các mặt công tác (chữ thường, không đậm)",
    "I. KẾT QUẢ CÁC MẶT CÔNG TÁC (in hoa, đậm)",
    _check,
)
