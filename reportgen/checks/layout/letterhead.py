"""TT018: files that cannot be held to the layout: without a letterhead, or never laid out."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.plain import plain_look
from reportgen.checks.layout.scope import clause, governed, has_letterhead, is_exempt
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import FONT
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.word is None or is_exempt(subject) or governed(subject) is not None:
        return
    if has_letterhead(subject.word) and (look := plain_look(subject.word)):
        message = f"văn bản chưa trình bày theo thể thức: {look}"
        hint = f"đặt phông chữ {FONT} cỡ 14, canh đều hai bên, lùi đầu dòng 1,27 cm, rồi kiểm lại"
        yield RULE.about(message, hint, severity=Severity.ERROR)
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
