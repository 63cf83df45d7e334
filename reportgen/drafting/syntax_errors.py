"""Jinja's complaints about a template's syntax, in Vietnamese."""

import re

from jinja2.exceptions import TemplateSyntaxError

from reportgen.problems import Place, Problem

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"Encountered unknown tag '(endif|endfor|endblock|endfilter|else|elif)'",
        "“{0}” thừa, hoặc đặt sai chỗ",
        "kiểm tra các thẻ mở và đóng: mỗi “if”, “for”, “block”, “filter” có một thẻ “end…” của nó",
    ),
    (
        r"Encountered unknown tag '([^']+)'",
        "không có thẻ “{0}”",
        "mẫu chỉ dùng block, if, for, filter; muốn in nguyên chữ “{%” thì viết {{ '{%' }}",
    ),
    (
        r"Unexpected end of template.*innermost block that needs to be closed is '([^']+)'",
        "thiếu thẻ đóng “end{0}”",
        "thêm {{% end{0} %}} vào cuối đoạn đó",
    ),
    (r"Unexpected end of template", "nội dung kết thúc giữa chừng", "kiểm tra thẻ mở cuối cùng"),
    (r"unexpected '([^']+)'", "thừa dấu “{0}”", "kiểm tra dấu ngoặc, dấu nháy của công thức"),
    (
        r"expected token '([^']+)', got '([^']+)'",
        "cần “{0}” nhưng lại gặp “{1}”",
        "kiểm tra dấu chấm, dấu “|”, dấu ngoặc của công thức",
    ),
    (r"unexpected char (\S+)", "có ký tự lạ {0}", "tên và công thức chỉ dùng chữ, số, dấu . | ( )"),
    (
        r"chunk after expression",
        "thừa chữ sau công thức",
        "mỗi cặp {{{{ }}}} chỉ chứa một công thức",
    ),
    (r"Missing end of comment tag", "thiếu “#}}” đóng lời chú thích", "thêm “#}}”"),
    (r"Missing end of raw directive", "thiếu {{% endraw %}}", "thêm {{% endraw %}}"),
    (
        r"Expected an expression, got '([^']+)'",
        "thiếu công thức trước “{0}”",
        "điền công thức, hoặc bỏ cặp ngoặc nhọn",
    ),
)
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "hết tệp",
    "begin of statement block": "{%",
}


def syntax_problem(error: TemplateSyntaxError, place: Place) -> Problem:
    """The problem at `place` that a syntax error stands for."""
    original = error.message or ""
    for pattern, message, hint in _KNOWN:
        if match := re.search(pattern, original, re.DOTALL):
            words = [_TOKENS.get(word, word) for word in match.groups()]
            return Problem(
                "MA010", f"sai cú pháp: {message.format(*words)}", place, hint.format(*words)
            )
    return Problem(
        "MA010", f"sai cú pháp ({original})", place, "kiểm tra lại dòng này của công thức"
    )
