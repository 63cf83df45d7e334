"""What Jinja says of a frame that it cannot fill, in Vietnamese."""

import re

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from reportgen.drafting.syntax_errors import syntax_problem
from reportgen.problems import Place

_UNKNOWN = (
    (r"^'([^']+)' is undefined$", "“{0}”"),
    (r"^'([^']+) object' has no attribute '([^']+)'$", "phần “{1}” của một giá trị"),
)
_UNTOLD = "tính không ra"
_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (SecurityError, "dùng phép không được phép trong khung"),
    (ZeroDivisionError, "chia cho 0"),
    (OverflowError, "số quá lớn"),
    (LookupError, "lấy một mục không có"),
    (TypeError, "phép tính không hợp với loại giá trị"),
)


def formula_fault(error: Exception) -> str:
    """Why a formula of a frame cannot be printed; the original words follow in brackets."""
    if isinstance(error, TemplateSyntaxError):
        return syntax_problem(error, Place("")).message
    kind = next((words for kind, words in _KINDS if isinstance(error, kind)), _UNTOLD)
    return f"{kind} ({error})" if str(error) else kind


def unknown_name(error: UndefinedError) -> str:
    """The name in a frame that nothing stands for."""
    original = error.message or ""
    for pattern, words in _UNKNOWN:
        if match := re.search(pattern, original):
            return words.format(*match.groups())
    return original


def line_of(error: Exception, file: str) -> int | None:
    """The line of the frame's source on which filling it stopped, where Jinja tells it."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
