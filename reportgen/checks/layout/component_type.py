"""TT008 to TT012: size, weight, slant and case of every component (Phụ lục I, V)."""

from collections.abc import Callable, Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import mostly, printed, quoted, size_of
from reportgen.checks.layout.measures import is_one_of, shown, shown_range, within
from reportgen.checks.layout.parts import measured, measures_of, name_of
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import SIZE_SETS, TextStyle
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.words import in_capitals
from reportgen.readers.word.model import WordParagraph

_ADDRESS = (Component.ADDRESS, Component.CIRCULATION, Component.DRAFTER)
# The decree sets these in small letters; of the rest capitals are wanted or the words decide.
_SMALL = (Component.SUBJECT, Component.LETTER_SUBJECT, Component.SIGNER, Component.APPENDIX_LABEL)
_SET = (Component.NATIONAL_NAME, Component.MOTTO, Component.PLACE_AND_DATE)
_Lines = tuple[WordParagraph, ...]


def _sizes(subject: Subject) -> Iterator[Finding]:
    for component, style, lines in _measured(subject):
        faulty = [
            (line, size)
            for line in lines
            if (size := size_of([line])) is not None and not within(size, style.sizes)
        ]
        if faulty:
            line, size = faulty[0]
            wanted = shown_range(style.sizes)
            message = f"{name_of(component)} cỡ chữ {shown(size)}, phải {wanted}: {quoted(line)}"
            hint = f"chọn dòng này → Home → Font Size {shown(style.sizes.greatest)}"
            yield SIZE.about(message, hint, place=line.place, why=clause(style.clause))


def _size_set(subject: Subject) -> Iterator[Finding]:
    found = {component: (style, lines) for component, style, lines in _measured(subject)}
    if not all(component in found for component in _SET):
        return
    measures = []
    for component in _SET:
        style, lines = found[component]
        size = size_of(lines)
        if size is None or not within(size, style.sizes):
            return  # SIZE tells of it
        measures.append(size)
    if any(
        all(is_one_of(size, [wanted]) for size, wanted in zip(measures, one, strict=True))
        for one in SIZE_SETS
    ):
        return
    national, motto, dated = map(shown, measures)
    message = f"Quốc hiệu cỡ {national}, Tiêu ngữ cỡ {motto}, địa danh và thời gian cỡ {dated}"
    hint = "dùng 13, 14, 14 hoặc 12, 13, 13"
    yield SET.about(message, hint, place=found[_SET[0]][1][0].place)


def _weight(subject: Subject) -> Iterator[Finding]:
    for component, style, lines in _measured(subject):
        # A superior's name may stand among the lines of the issuer's, which end with its own.
        for line in lines[-1:] if component is Component.ISSUER else lines:
            if mostly([line], lambda look: look.bold) is (not style.bold):
                fault = "in đậm" if not style.bold else "không in đậm"
                do = "bỏ in đậm" if not style.bold else "in đậm"
                yield _told(WEIGHT, component, line, fault, f"chọn dòng này, {do} (Ctrl+B)")
                break


def _slant(subject: Subject) -> Iterator[Finding]:
    for component, style, lines in _measured(subject):
        for line in lines:
            if mostly([line], lambda look: look.italic) is (not style.italic):
                if component in (Component.RECIPIENT, *_ADDRESS):
                    continue  # purposes in brackets may be slanted
                fault = "in nghiêng" if not style.italic else "không in nghiêng"
                do = "bỏ in nghiêng" if not style.italic else "in nghiêng"
                yield _told(SLANT, component, line, fault, f"chọn dòng này, {do} (Ctrl+I)")
                break


def _case(subject: Subject) -> Iterator[Finding]:
    for component, style, lines in _measured(subject):
        wrong: Callable[[str], bool] | None = None
        if style.capitals and component not in (Component.CIRCULATION, Component.APPENDIX_TITLE):
            wrong, fault, do = _has_small, "không viết in hoa", "viết in hoa"
        elif component is Component.APPENDIX_TITLE:
            wrong, fault, do = _is_small, "không viết in hoa", "viết in hoa"
        elif component in _SMALL:
            wrong, fault, do = in_capitals, "viết in hoa", "viết bằng chữ thường"
        line = next((one for one in lines if wrong and wrong(printed(one))), None)
        if line is not None:
            hint = f"{do}, chọn dòng này → Home → Change Case (Aa)"
            yield _told(CASE, component, line, fault, hint)


def _has_small(text: str) -> bool:
    return any(sign.islower() for sign in text)


def _is_small(text: str) -> bool:
    """Whether most letters are small ones."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.islower() for sign in letters) * 2 > len(letters)


def _measured(subject: Subject) -> Iterator[tuple[Component, TextStyle, _Lines]]:
    word = governed(subject)
    return iter(()) if word is None else measured(word)


def _told(rule: Rule, component: Component, line: WordParagraph, fault: str, hint: str) -> Finding:
    message = f"{name_of(component)} {fault}: {quoted(line)}"
    return rule.about(message, hint, place=line.place, why=clause(measures_of(component).clause))


_TABLE = clause("mẫu chữ và chi tiết trình bày thể thức: Phụ lục I, V")
SIZE = Rule(
    "TT008",
    "cỡ chữ của từng thành phần thể thức",
    Severity.ERROR,
    _TABLE,
    "Nơi nhận: cỡ chữ 14",
    "Nơi nhận: cỡ chữ 12, danh sách cỡ chữ 11",
    _sizes,
)
SET = Rule(
    "TT009",
    "cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh tăng giảm thống nhất",
    Severity.WARNING,
    clause(
        "cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất (13, 14, 14 hoặc 12, 13, 13): "
        "Phụ lục I, V, chú thích 1"
    ),
    "Quốc hiệu cỡ 12, Tiêu ngữ cỡ 14, địa danh cỡ 14",
    "Quốc hiệu cỡ 13, Tiêu ngữ cỡ 14, địa danh cỡ 14",
    _size_set,
)
WEIGHT = Rule(
    "TT010",
    "chữ đậm của từng thành phần thể thức",
    Severity.ERROR,
    _TABLE,
    "Số, ký hiệu in đậm",
    "Số, ký hiệu không in đậm; tên cơ quan ban hành in đậm",
    _weight,
)
SLANT = Rule(
    "TT011",
    "chữ nghiêng của từng thành phần thể thức",
    Severity.ERROR,
    _TABLE,
    "Địa danh và thời gian in đứng",
    "Địa danh và thời gian in nghiêng",
    _slant,
)
CASE = Rule(
    "TT012",
    "chữ hoa, chữ thường của từng thành phần thể thức",
    Severity.ERROR,
    _TABLE,
    "PHỤ LỤC I",
    "Phụ lục I",
    _case,
)
RULES = (SIZE, SET, WEIGHT, SLANT, CASE)
