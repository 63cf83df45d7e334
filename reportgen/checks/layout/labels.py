"""TT050 to TT053: labels go on without gaps, repeats and strange letters (II.6.c-đ)."""

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.label_runs import STRANGE, Step, steps
from reportgen.checks.layout.scope import clause
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import nfc

_CLAUSE = "Phụ lục I, II.6.c - II.6.đ"
_ENGLISH = 6  # the count of e): a list that leaves đ) out goes on as other alphabets do
_PARTS = 2


def _sequence(subject: Subject) -> Iterator[Finding]:
    for step in steps(subject.manuscript):
        label = step.passage.label
        if step.count == 0 or step.count == step.last + 1 or step.last == 0:
            continue
        if step.count == step.last:
            fault = f"hai mục cùng ghi “{label}” liền nhau"
        elif step.count > step.last:
            fault = f"sau “{step.last_label}” là “{label}”, thiếu “{step.wanted}”"
        elif step.count > 1:
            fault = f"sau “{step.last_label}” là “{label}”, không đúng thứ tự"
        else:
            continue  # another list begins
        yield _told(SEQUENCE, step, fault, f"viết “{step.wanted}”, đánh lại các mục sau")


def _first(subject: Subject) -> Iterator[Finding]:
    """A list that begins in the middle, or that goes on in another style."""
    for step in steps(subject.manuscript):
        if step.last or step.count <= 1 or step.style in ("điều", "chương", "phần", "mục"):
            continue
        label = step.passage.label
        above = next(
            (
                style
                for style, count in reversed(step.parents)
                if count + 1 == step.count and _is_kin(style, step.style)
            ),
            None,
        )
        if above is not None:
            right = f"{label.rstrip('./)')}{above[-1]}"
            fault = f"“{label}” viết khác kiểu với các mục cùng cấp (“{above}”)"
            yield _told(STYLE, step, fault, f"viết “{right}”")

    yield from _mixed_marks(subject)


def _mixed_marks(subject: Subject) -> Iterator[Finding]:
    """Points marked `a.` here and there in a text that marks them `a)`."""
    points = [step for step in steps(subject.manuscript) if step.style in ("a)", "a.", "a/")]
    marks = Counter(step.style for step in points).most_common()
    if len(marks) < _PARTS or marks[0][1] <= marks[1][1]:
        return
    usual = marks[0][0]
    odd = next(step for step in points if step.style != usual)
    label = odd.passage.label
    fault = f"“{label}” viết khác kiểu với các điểm khác (“{usual}”)"
    yield _told(STYLE, odd, fault, f"viết “{label.rstrip('./)')}{usual[-1]}”")


def _is_kin(one: str, other: str) -> bool:
    """Whether two styles differ only in their marks: `1.` and `1)`."""
    return one != other and one.strip("(./)") == other.strip("(./)")


def _letters(subject: Subject) -> Iterator[Finding]:
    told: set[tuple[tuple[str, int], ...]] = set()
    for step in steps(subject.manuscript):
        letter = nfc(step.passage.label).strip("(). /").lower()
        if step.style.strip("(./)") != "a":
            continue
        if step.count == _ENGLISH and step.last == _ENGLISH - _PARTS:
            told.add(step.parents)  # SEQUENCE tells of it
        if letter in STRANGE and step.parents not in told:
            told.add(step.parents)
            fault = f"“{step.passage.label}” không có trong thứ tự a, b, c, d, đ, e, g, h, i, k"
            hint = f"viết “{step.wanted}”" if step.last else "viết lại theo thứ tự đó"
            yield _told(LETTERS, step, fault, hint)


def _composed(subject: Subject) -> Iterator[Finding]:
    """`2.3.` that stands under `1.`."""
    for step in steps(subject.manuscript):
        numbers = [int(one) for one in re.findall(r"\d+", step.passage.label)]
        if step.style.rstrip(".") != "1.1" or len(numbers) != _PARTS:
            continue
        parent = next((count for style, count in reversed(step.parents) if style == "1."), None)
        if parent is not None and parent != numbers[0]:
            fault = f"“{step.passage.label}” đứng dưới mục {parent}."
            yield _told(COMPOSED, step, fault, f"viết “{parent}.{numbers[1]}.”")


def _told(rule: Rule, step: Step, fault: str, hint: str) -> Finding:
    return rule.at(step.passage, 0, len(step.passage.label), fault, hint)


SEQUENCE = Rule(
    "TT050",
    "thứ tự các mục, khoản, điểm",
    Severity.ERROR,
    clause(f"phần, chương, mục, điều, khoản, điểm đánh số liên tục: {_CLAUSE}"),
    "a) Rà soát thủ tục.\nb) Cập nhật dữ liệu.\nc) Báo cáo.\nc) Tổng hợp.",
    "a) Rà soát thủ tục.\nb) Cập nhật dữ liệu.\nc) Báo cáo.\nd) Tổng hợp.",
    _sequence,
)
LETTERS = Rule(
    "TT051",
    "chữ cái của điểm",
    Severity.ERROR,
    clause(f"điểm theo thứ tự chữ cái tiếng Việt a, b, c, d, đ, e, g, h, i, k …: {_CLAUSE}"),
    "a) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\nf) G;",
    "a) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G;",
    _letters,
)
STYLE = Rule(
    "TT052",
    "một kiểu số thứ tự cho các mục cùng cấp",
    Severity.WARNING,
    clause(f"số thứ tự của khoản là chữ số Ả Rập, sau có dấu chấm: {_CLAUSE}"),
    "1. Rà soát thủ tục.\n2. Cập nhật dữ liệu.\n3) Báo cáo kết quả.",
    "1. Rà soát thủ tục.\n2. Cập nhật dữ liệu.\n3. Báo cáo kết quả.",
    _first,
)
COMPOSED = Rule(
    "TT053",
    "số của mục con theo mục cha",
    Severity.ERROR,
    clause(f"số thứ tự theo từng cấp: {_CLAUSE}"),
    "1. Kết quả\n1.1. Thủ tục hành chính\n2.2. Dữ liệu dân cư",
    "1. Kết quả\n1.1. Thủ tục hành chính\n1.2. Dữ liệu dân cư",
    _composed,
)
RULES = (SEQUENCE, LETTERS, STYLE, COMPOSED)
