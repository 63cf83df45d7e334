"""VB015: the year in a number against the date of the document."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import citations_of
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for citation in citations_of(subject.manuscript):
        day = citation.dated
        if citation.year is None or day is None or citation.day is None:
            continue
        if citation.year != day.year:
            message = (
                f"số {citation.reference} là của năm {citation.year} "
                f"nhưng ghi ngày {citation.day.bare}"
            )
            hint = "đối chiếu số và ngày với văn bản gốc"
            end = max(citation.end, citation.day.end)
            yield RULE.at(citation.passage, citation.start, end, message, hint)


RULE = Rule(
    "VB015",
    "năm trong số văn bản khác năm ban hành",
    Severity.WARNING,
    "văn bản quy phạm pháp luật được đánh số theo năm ban hành",
    "Thực hiện Nghị định số 123/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.",
    "Thực hiện Nghị định số 123/2020/NĐ-CP ngày 19/10/2020 của Chính phủ.",
    _check,
)
