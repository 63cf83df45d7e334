"""TT018: a file in which no letterhead is recognised cannot be held to the layout (Điều 8)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.scope import clause, governed, is_exempt
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.word is None or is_exempt(subject) or governed(subject) is not None:
        return
    message = "không nhận ra phần đầu văn bản (tên cơ quan, số, ký hiệu, địa danh và thời gian)"
    hint = "nếu là văn bản hành chính thì thêm phần đầu; tệp phụ lục, biểu mẫu thì bỏ qua"
    yield RULE.about(f"{message}, nên thể thức không được kiểm tra", hint)


RULE = Rule(
    "TT018",
    "phần đầu của văn bản",
    Severity.ADVICE,
    clause("các thành phần thể thức chính của văn bản hành chính: Điều 8"),
    "Tệp chỉ có lời văn",
    "Tệp có Quốc hiệu, tên cơ quan, số, ký hiệu, địa danh và thời gian",
    _check,
)
