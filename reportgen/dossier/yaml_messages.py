"""What the YAML parser complains about, said in Vietnamese, at the line that needs mending."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from reportgen.problems import Place, Problem

_QUOTE = "đặt cả giá trị trong dấu nháy kép, hoặc gõ | sau khoá rồi xuống dòng, thụt vào"
_SPACE = "gõ một dấu cách giữa dấu “:” và giá trị"


@dataclass(frozen=True, slots=True)
class _Complaint:
    """A parser's error: its words, and where it stands (0-based) and began, with the lines."""

    words: str
    line: int
    column: int
    start_line: int
    start_column: int
    lines: tuple[str, ...]

    def at(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.at(self.line)[: self.column]


@dataclass(frozen=True, slots=True)
class _Rule:
    """When a complaint is of a kind, what to tell the user; `shift` moves the line that is named.

    The line is what `line` finds, else the one where the construct began if `at_start`, else where
    the parser stopped.
    `local`: the fault lies in the value on that line, and what stands around it is sound.
    """

    fits: Callable[[_Complaint], object]
    message: str
    hint: str
    at_start: bool = False
    shift: int = 0
    local: bool = False
    line: Callable[[_Complaint], int | None] = lambda _: None


def _says(*words: str) -> Callable[[_Complaint], bool]:
    return lambda complaint: any(word in complaint.words for word in words)


def _tab_indents(complaint: _Complaint) -> bool:
    line = complaint.at(complaint.line)
    return "\t" in line[: len(line) - len(line.lstrip())]


def _no_space_after_colon(complaint: _Complaint) -> bool:
    above = complaint.at(complaint.line - 1)
    return _says("mapping values")(complaint) and bool(re.match(r"\s*(- )?[a-z_]+:\S", above))


def _no_space_here(complaint: _Complaint) -> bool:
    line = complaint.at(complaint.start_line)
    return _says("expected ':'")(complaint) and bool(re.match(r"\s*(- )?[a-z_]+:[\S\xa0]", line))


def _curly_quote(complaint: _Complaint) -> bool:
    return _says("mapping values")(complaint) and bool(re.search(r"[:-]\s+[“”‘]", complaint.before))


def _cut_group(complaint: _Complaint) -> bool:
    line = complaint.at(complaint.start_line)[complaint.start_column :]
    return _says("',' or ']'", "',' or '}'")(complaint) and " #" in line


def _after_group(complaint: _Complaint) -> object:
    return re.search(r"(:|-)\s+(\[[^\]]*\]|\{[^}]*\})\s*$", complaint.before)


def _formula(complaint: _Complaint) -> bool:
    return bool(re.search(r":\s+\{\{", complaint.before)) or complaint.at(complaint.start_line)[
        complaint.start_column :
    ].startswith("{{")


def _line_of_open_quote(complaint: _Complaint) -> int | None:
    """The line of a quote that only closes where the parser stops: a later value's first quote."""
    before = complaint.before.rstrip()
    quote = before[-1:]
    opened = quote in ('"', "'") and before.count(quote) % 2
    if not (opened and _says("block mapping")(complaint)):
        return None
    above = range(complaint.line - 1, -1, -1)
    return next((line for line in above if complaint.at(line).count(quote) % 2), None)


def _closed_too_late(complaint: _Complaint) -> bool:
    return _line_of_open_quote(complaint) is not None


def _after_comment(complaint: _Complaint) -> bool:
    last = next((one for one in reversed(complaint.lines[: complaint.line]) if one.strip()), "")
    key = re.match(r"\s*[a-z_]+:(\s|$)", complaint.at(complaint.line))
    return _says("block mapping")(complaint) and last.lstrip().startswith("#") and not key


def _after_quote(complaint: _Complaint) -> object:
    return re.search(r"(:|-)\s+(\"[^\"]*\"|'[^']*')\s*$", complaint.before)


_RULES = (
    _Rule(
        _tab_indents,
        "dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách",
        "thay mỗi Tab bằng hai dấu cách",
    ),
    _Rule(_formula, "giá trị bắt đầu bằng {{ mà không có dấu nháy", _QUOTE, local=True),
    _Rule(
        _no_space_after_colon,
        "thiếu dấu cách sau dấu “:” của khoá",
        _SPACE,
        shift=-1,
        local=True,
    ),
    _Rule(
        _no_space_here,
        "thiếu dấu cách sau dấu “:” của khoá",
        _SPACE,
        at_start=True,
        local=True,
    ),
    _Rule(
        _curly_quote,
        "có dấu “:” trong câu; dấu nháy cong “ ” là chữ thường, YAML không coi là dấu nháy",
        'đặt cả câu trong dấu nháy thẳng ("), kể cả dấu nháy cong; hoặc gõ | sau khoá rồi xuống '
        "dòng, thụt vào",
        local=True,
    ),
    _Rule(
        _says("mapping values"),
        "có dấu “:” ở chỗ YAML không hiểu được",
        "nếu là câu văn có dấu “:”, đặt cả câu trong dấu nháy kép; nếu là khoá, thụt dòng "
        "cho thẳng với các khoá cùng nhóm",
        local=True,
    ),
    _Rule(
        _says("end of stream", "document separator", "document indicator"),
        "dấu nháy mở ở đây không được đóng",
        "gõ thêm dấu nháy đóng; dấu nháy trong câu thì viết “ ” hoặc dùng khối chữ |",
        at_start=True,
        local=True,
    ),
    _Rule(
        _cut_group,
        "dấu # làm phần còn lại của dòng thành ghi chú, nên dấu ngoặc mở ở đây không được đóng",
        _QUOTE,
        at_start=True,
        local=True,
    ),
    _Rule(
        _says("',' or ']'"),
        "danh sách mở bằng dấu [ không được đóng bằng ]",
        "gõ thêm dấu ]; nếu [ là chữ thì đặt cả giá trị trong dấu nháy kép",
        at_start=True,
        local=True,
    ),
    _Rule(
        _says("',' or '}'"),
        "nhóm mở bằng dấu { không được đóng bằng }",
        "gõ thêm dấu }; nếu { là chữ thì đặt cả giá trị trong dấu nháy kép",
        at_start=True,
        local=True,
    ),
    _Rule(
        _after_group,
        "giá trị bắt đầu bằng [ hoặc {, YAML hiểu là một danh sách hay một nhóm khoá",
        _QUOTE,
        local=True,
    ),
    _Rule(
        _says("block sequence entries", "mapping keys are not allowed"),
        "giá trị bắt đầu bằng “- ” hoặc “? ” trên cùng một dòng với khoá",
        _QUOTE,
        local=True,
    ),
    _Rule(
        _says("node content"),
        "giá trị mở bằng {, [ hoặc dấu phẩy mà YAML không đọc tiếp được",
        _QUOTE,
        local=True,
    ),
    _Rule(
        _says("cannot start any token"),
        "giá trị bắt đầu bằng ký tự mà YAML dành riêng (@, `, % hoặc tương tự)",
        _QUOTE,
        local=True,
    ),
    _Rule(
        _says("scanning an alias", "scanning an anchor", "a tag"),
        "giá trị bắt đầu bằng *, & hoặc !, YAML hiểu là tên riêng của nó",
        _QUOTE,
        local=True,
    ),
    _Rule(
        _says("could not find expected ':'"),
        "dòng này thiếu dấu “:” sau tên khoá, hoặc là câu văn không thụt vào đủ",
        "gõ “khoá: giá trị”; câu văn của một khối | phải thụt vào sâu hơn tên khoá",
        at_start=True,
    ),
    _Rule(
        _says("escape"),
        "trong dấu nháy kép, dấu \\ có nghĩa riêng và cách viết này không có",
        "viết \\\\ cho một dấu \\, hoặc dùng dấu nháy đơn, hoặc khối chữ |",
        local=True,
    ),
    _Rule(
        _says("scanning a block scalar"),
        "sau dấu | hoặc > không được có chữ, và các dòng chữ phải thụt vào bằng nhau",
        "xuống dòng ngay sau dấu | rồi gõ chữ, thụt vào hai dấu cách",
    ),
    _Rule(
        _closed_too_late,
        "dấu nháy mở ở dòng này không được đóng",
        "gõ thêm dấu nháy đóng ở cuối giá trị; dấu nháy trong câu thì viết “ ”",
        line=_line_of_open_quote,
        local=True,
    ),
    _Rule(
        _after_quote,
        "có chữ đứng sau dấu nháy đóng",
        "đặt cả giá trị trong một cặp dấu nháy; dấu nháy trong câu thì viết “ ”",
        local=True,
    ),
    _Rule(
        _says("'-' indicator", "parsing a block collection", "parsing a block sequence"),
        "dòng này không thuộc danh sách ở trên mà cũng không phải khoá mới",
        "mỗi mục bắt đầu bằng “- ” và thụt vào bằng nhau",
    ),
    _Rule(
        _after_comment,
        "lời văn này đứng sau dòng ghi chú #, nên không còn là của khoá có dấu | ở trên",
        "chuyển lên ngay dưới dòng khoá, trên các dòng #; hoặc bỏ # ở mọi dòng trước nó",
    ),
    _Rule(
        _says("parsing a block mapping"),
        "dòng này thụt vào không thẳng với các khoá cùng nhóm",
        "cho các khoá cùng nhóm thẳng cột; chữ của khối | thụt vào sâu hơn khoá và đều nhau",
    ),
    _Rule(
        _says("<document start>", "directive"),
        "chỗ này YAML chờ bắt đầu một văn bản mới",
        "xoá dòng “...”, “---” hoặc dòng bắt đầu bằng % ở phía trên",
    ),
    _Rule(
        lambda _: True,
        "YAML không hiểu được chỗ này",
        "kiểm tra dấu “:”, dấu nháy và độ thụt dòng ở dòng này và dòng trên",
    ),
)


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> tuple[Problem, bool]:
    """The parser's error as a problem HS005 in Vietnamese, with the line that needs mending.

    Tells too whether the fault is only in the value on that line.
    """
    stop, start = error.problem_mark, error.context_mark or error.problem_mark
    complaint = _Complaint(
        f"{error.context}: {error.problem}",
        stop.line if stop else 0,
        stop.column if stop else 0,
        start.line if start else 0,
        start.column if start else 0,
        tuple(text.split("\n")),
    )
    rule = next(rule for rule in _RULES if rule.fits(complaint))
    found = rule.line(complaint)
    if found is not None:
        place = Place(file, found + 1)
    elif rule.at_start:
        place = Place(file, complaint.start_line + 1, complaint.start_column + 1)
    else:
        place = _last_written(complaint, file)
        place = place.shifted(rule.shift) if rule.shift else place
    return Problem("HS005", rule.message, place, rule.hint), rule.local


def _last_written(complaint: _Complaint, file: str) -> Place:
    """Where the parser stopped; if that is after the last text, the line with that text."""
    line = complaint.line
    while line > 0 and not complaint.at(line).strip():
        line -= 1
    column = complaint.column + 1 if line == complaint.line else None
    return Place(file, line + 1, column)
