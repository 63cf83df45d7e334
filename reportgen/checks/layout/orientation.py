"""TT002: the main text runs along the paper (Phụ lục I, I.2)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.layout.sections import main_sections
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    with_tables = {one.table.section for one in word.anatomy.tables}
    for section in main_sections(word):
        if section.landscape and section.number not in with_tables:
            where = f" (phần {section.number})" if len(word.word.sections) > 1 else ""
            message = f"trang của văn bản đặt theo chiều ngang{where} mà không có bảng biểu"
            yield RULE.about(message, "chọn Layout → Orientation → Portrait")
            return


RULE = Rule(
    "TT002",
    "hướng trang",
    Severity.ERROR,
    clause(
        "văn bản trình bày theo chiều dài của giấy A4; chỉ bảng biểu không lập thành phụ lục riêng "
        "mới được theo chiều rộng: Phụ lục I, I.2"
    ),
    "Trang ngang (Landscape) cho phần lời văn",
    "Trang dọc (Portrait), trang ngang chỉ cho bảng biểu",
    _check,
)
