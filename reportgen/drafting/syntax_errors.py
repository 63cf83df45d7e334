"""Jinja's complaints about a template's syntax, in Vietnamese."""

import re

from jinja2.exceptions import TemplateSyntaxError

from reportgen.problems import Place, Problem

_Rule = tuple[str, str, str]
_KNOWN: tuple[_Rule, ...] = (
    (
        r"unknown tag '([^']+)'.*innermost block that needs to be closed is '([^']+)'",
        "gặp “<0>” khi “<1>” chưa đóng",
        "thêm {% end<1> %} trước chỗ này",
    ),
    (
        r"unknown tag '(end\w+|else|elif)'",
        "“<0>” thừa, hoặc đặt sai chỗ",
        "mỗi “if”, “for”, “block”, “filter” chỉ có một thẻ “end…”",
    ),
    (
        r"unknown tag '([^']+)'",
        "không có thẻ “<0>”",
        "mẫu chỉ dùng block, if, for, filter; muốn in nguyên chữ thì viết {% raw %}…{% endraw %}",
    ),
    (
        r"innermost block that needs to be closed is '([^']+)'",
        "thiếu thẻ đóng của “<0>”",
        "thêm {% end<0> %} ở cuối đoạn đó",
    ),
    (
        r"unexpected end of template, expected '([^']+)'",
        "công thức kết thúc giữa chừng, còn thiếu “<0>”",
        "viết nốt công thức, ví dụ {{ ct.can_cuoc | so }}",
    ),
    (
        r"expected token '([^']+)', got '([^']+)'",
        "cần “<0>” nhưng lại gặp “<1>”",
        "kiểm tra dấu chấm, dấu “|”, dấu ngoặc của công thức",
    ),
    (r"expected name or number", "sau dấu chấm phải là một tên", "ví dụ {{ ct.can_cuoc | so }}"),
    (r"(?i)unexpected ('?)end", "công thức kết thúc giữa chừng", "viết nốt công thức ở dòng này"),
    (r"unexpected '([^']+)'", "thừa dấu “<0>”", "kiểm tra dấu ngoặc, dấu nháy của công thức"),
    (
        r"unexpected char '(.)'",
        "dấu “<0>” không dùng được ở đây",
        "kiểm tra dấu nháy đã đóng chưa; công thức chỉ gồm tên, số, dấu . | ( ) và phép tính",
    ),
    (r"chunk after expression", "thừa chữ sau công thức", "mỗi cặp {{ }} chỉ chứa một công thức"),
    (r"Missing end of comment", "lời chú thích “{#” không có “#}” đóng", "thêm “#}”"),
    (r"Missing end of raw", "thiếu thẻ đóng {% endraw %}", "thêm {% endraw %}"),
    (r"Expected an expression", "thiếu công thức", "điền công thức, hoặc bỏ cặp ngoặc nhọn"),
)
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "hết công thức",
    "begin of statement block": "{%",
    "name": "tên",
    "string": "chữ trong dấu nháy",
    "integer": "số",
}


def syntax_problem(error: TemplateSyntaxError, place: Place) -> Problem:
    """The problem MA010 at `place` that a syntax error stands for."""
    original = error.message or ""
    for pattern, message, hint in _KNOWN:
        if match := re.search(pattern, original, re.DOTALL):
            words = [_TOKENS.get(word, word) for word in match.groups()]
            return Problem(
                "MA010", f"sai cú pháp: {_filled(message, words)}", place, _filled(hint, words)
            )
    return Problem("MA010", f"sai cú pháp ({original})", place, "viết lại công thức ở dòng này")


def _filled(text: str, words: list[str]) -> str:
    for number, word in enumerate(words):
        text = text.replace(f"<{number}>", word)
    return text
