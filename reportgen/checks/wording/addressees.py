"""VB068: the marks at the ends of the lines of `Kính gửi` (Phụ lục I, II.9.a)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component

_FEWEST_LINES = 2


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.word is None or subject.facts.party:
        return
    lines = [
        paragraph
        for paragraph in subject.word.anatomy.of(Component.ADDRESSEE)
        if paragraph.text.strip()
    ]
    if len(lines) < _FEWEST_LINES:
        return
    for number, paragraph in enumerate(lines, 1):
        text = " ".join(paragraph.text.split())
        wanted = "." if number == len(lines) else ";"
        if not text.endswith(wanted):
            right = f"{text.rstrip(' ;,.:')}{wanted}"
            message = f"Kính gửi: dòng “{text}” không kết thúc bằng “{wanted}”"
            yield RULE.about(message, f"viết “{right}”", place=paragraph.place)


RULE = Rule(
    "VB068",
    "dấu cuối dòng của Kính gửi",
    Severity.WARNING,
    "từ hai nơi nhận trở lên thì mỗi nơi một dòng, cuối dòng “;”, dòng cuối “.” "
    "(Phụ lục I, II.9.a Nghị định 30/2020/NĐ-CP)",
    "Kính gửi:\n- Sở Nội vụ,\n- Sở Tài chính",
    "Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.",
    _check,
)
