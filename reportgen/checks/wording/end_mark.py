"""VB064: the mark that closes the text, `./.` (the forms of Phụ lục III)."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import count_words, sentences_of
from reportgen.problems import Severity

_MARK = "./."
_FEWEST_WORDS = 6
_LAST = 40  # signs that may be the mark and the word before it
_NEAR_END = 3  # passages in which the mark may stand
_RIGHT = re.compile(r"[^\s./]\./\.[”)]?\s*$")
_ENCLOSED = re.compile(r"\((?:Ban hành )?kèm theo\s", re.IGNORECASE)
_MISTYPED = re.compile(
    r"(?:(?<=[^./\s])\s*/\s?\.|\s+\./\s?\.|\.\s+/\s?\.|\./\s+\.|\./|\.\s*/\s*\.\s*\.+|(?<=\w)\s*//)\s*[”)]?\s*$"
)


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.facts.party:
        return  # their texts end with a full stop (Hướng dẫn 05-HD/VPTW)
    last = _own_text(list(sentences_of(subject.manuscript, Part.BODY)))[-_NEAR_END:]
    for passage in last:
        if _at_end(_MISTYPED, passage) and not _at_end(_RIGHT, passage):
            yield _mistyped(passage)
            return
    if not last or any(_at_end(_RIGHT, passage) for passage in last):
        return
    closed = subject.document.recipients or subject.document.signatures
    if (
        closed and count_words(last[-1].text) >= _FEWEST_WORDS
    ):  # else a name, a form's line, `(Đã ký)`
        yield _missing(last[-1])


def _at_end(pattern: re.Pattern[str], passage: Passage) -> re.Match[str] | None:
    """What the pattern matches among the last signs of a passage, blanks behind them left out."""
    end = len(passage.text.rstrip())
    return pattern.search(passage.text, max(0, end - _LAST), end)


def _own_text(body: list[Passage]) -> list[Passage]:
    """The body without an enclosure that was not told from it: `./.` and then `(Kèm theo …`."""
    for index, passage in enumerate(body):
        enclosed = body[index + 1 : index + 1 + _NEAR_END]
        if _at_end(_RIGHT, passage) and any(_ENCLOSED.match(one.text) for one in enclosed):
            return body[: index + 1]
    return body


def _mistyped(passage: Passage) -> Finding:
    match = _at_end(_MISTYPED, passage)
    assert match is not None  # noqa: S101  (asked before)
    typed = match[0].strip()
    start = passage.text.rfind(" ", 0, max(match.start() - 1, 0)) + 1
    message = f"dấu kết thúc văn bản gõ là “{typed}”"
    if typed == _MARK:
        message = f"thừa khoảng trắng trước dấu kết thúc “{_MARK}”"
    return RULE.at(
        passage, start, len(passage.text.rstrip()), message, f"viết liền “{_MARK}”",
        severity=Severity.WARNING,
    )  # fmt: skip


def _missing(passage: Passage) -> Finding:
    end = len(passage.text.rstrip())
    start = passage.text.rfind(" ", 0, end) + 1
    message = f"nội dung văn bản không kết thúc bằng “{_MARK}”"
    return RULE.at(passage, start, end, message, f"thêm “{_MARK}” sau câu cuối cùng")


RULE = Rule(
    "VB064",
    "dấu kết thúc nội dung văn bản",
    Severity.ADVICE,
    "các mẫu của Phụ lục III Nghị định 30/2020/NĐ-CP kết thúc nội dung bằng “./.”",
    "Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện/.",
    "Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện./.",
    _check,
)
