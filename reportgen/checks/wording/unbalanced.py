"""VB050: a quote or a bracket that is opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.pairing import PAIRS, Loose, loose_marks
from reportgen.checks.wording.words import hide_addresses, spelled_passages
from reportgen.problems import Severity

_STRAIGHT = re.compile(r'(?<![\d′])"')  # 15" are inches or seconds
_NAMES = {"(": "ngoặc đơn", "[": "ngoặc vuông", "“": "ngoặc kép", "«": "ngoặc kép"}

_AROUND = 30
_FAR = 300  # characters at most that are quoted to show a mark
_MOST_WAITING = 200  # marks looked through for a partner; real texts have a few
_LINES = 3  # passages that a remark in brackets may be broken over


def _check(subject: Subject) -> Iterator[Finding]:
    waiting: list[Loose] = []
    alone: list[Loose] = []
    for passage in subject.manuscript.passages:
        for mark in sorted(loose_marks(passage), key=lambda mark: mark.offset):
            if mark.opens:
                waiting.append(mark)
                continue
            # a quotation may run over several paragraphs
            partner = _partner(waiting, mark)
            if partner is None:
                alone.append(mark)
            else:
                waiting.pop(partner)
    loose = [
        first
        for first, second in zip_longest(waiting, waiting[1:])
        if not (second and first.sign == second.sign == "“" and _is_closing(first, second))
    ]
    for mark in sorted((*loose, *alone), key=lambda mark: (mark.passage.index, mark.offset)):
        yield _told(mark)
    yield from _straight(subject)


def _partner(waiting: list[Loose], mark: Loose) -> int | None:
    """Which of the opening marks the closing one belongs to: the last that fits."""
    last = len(waiting) - 1
    for index in range(last, max(-1, last - _MOST_WAITING), -1):
        if waiting[index].closed_by(mark) or _is_line_of_several(waiting[index], mark):
            return index
    return None


def _is_line_of_several(first: Loose, last: Loose) -> bool:
    """Whether the brackets hold whole lines: `(Kèm theo Quyết định số …` / `của UBND tỉnh)`."""
    apart = last.passage.index - first.passage.index
    whole = first.offset == 0 and last.offset == len(last.passage.text.rstrip()) - 1
    return PAIRS.get(first.sign) == last.sign and 0 < apart <= _LINES and whole


def _is_closing(first: Loose, second: Loose) -> bool:
    """Whether the second opening mark was typed for a closing one: `“một cửa“`."""
    after = second.passage.text[second.offset + 1 : second.offset + 2]
    return first.passage is second.passage and (not after or not after.isalnum())


def _told(mark: Loose) -> Finding:
    text = mark.passage.text
    if mark.opens:
        closer = PAIRS[mark.sign]
        message = f"mở {_NAMES[mark.sign]} mà không đóng"
        if mark.sign == "“" and not text[mark.offset + 1 : mark.offset + 2].isalnum():
            message = "đóng ngoặc kép bằng dấu mở “"
            start = text.rfind("“", max(0, mark.offset - _FAR), mark.offset) + 1
            return RULE.at(
                mark.passage, max(start - 1, 0), mark.offset + 1, message, "thay “ ở cuối bằng ”"
            )
        if mark.sign == "“" and _odd_straight(text):
            message = 'mở ngoặc kép bằng dấu “ mà đóng bằng dấu thẳng (")'
        return RULE.at(
            mark.passage,
            mark.offset,
            _end(text, mark.offset),
            message,
            f"thêm dấu {closer} ở cuối chỗ trong ngoặc",
        )
    opener = next(key for key, closer in PAIRS.items() if closer == mark.sign)
    message = f"đóng {_NAMES[opener]} mà trước đó không mở"
    least = max(0, mark.offset - _FAR)
    start = max(text.rfind(" ", least, max(0, mark.offset - _AROUND // 2)) + 1, least)
    hint = f"thêm dấu {opener} ở chỗ bắt đầu, hoặc bỏ dấu {mark.sign} này"
    return RULE.at(mark.passage, start, mark.offset + 1, message, hint)


def _straight(subject: Subject) -> Iterator[Finding]:
    """Passages with an odd number of straight quotes, but for a quotation of several passages."""
    opened: Passage | None = None
    for passage in spelled_passages(subject.manuscript):
        if not _odd_straight(passage.text) or any(
            mark.sign in "“”" for mark in loose_marks(passage)
        ):
            continue
        closes = passage.text.rstrip(" .;,").endswith('"')
        if opened is not None and closes:
            opened = None
            continue
        if opened is not None:
            yield _odd(opened)
        opened = passage
    if opened is not None:
        yield _odd(opened)


def _odd(passage: Passage) -> Finding:
    last = [match.start() for match in _STRAIGHT.finditer(hide_addresses(passage.text))][-1]
    message = 'số dấu ngoặc kép thẳng (") trong đoạn là số lẻ'
    return RULE.at(passage, last, _end(passage.text, last), message, "thêm dấu còn thiếu")


def _odd_straight(text: str) -> bool:
    return len(_STRAIGHT.findall(hide_addresses(text))) % 2 == 1


def _end(text: str, offset: int) -> int:
    most = min(len(text), offset + _FAR)
    space = text.find(" ", offset + _AROUND // 2, most)
    return most if space < 0 else space


RULE = Rule(
    "VB050",
    "ngoặc đơn, ngoặc kép không đủ cặp",
    Severity.WARNING,
    "mỗi dấu mở có một dấu đóng; “a)”, “1)” là số thứ tự nên không tính",
    "Tổ chức 02 lớp tập huấn (mỗi lớp 30 học viên trong tháng 9.",
    "Tổ chức 02 lớp tập huấn (mỗi lớp 30 học viên) trong tháng 9: a) lớp cơ bản; b) lớp nâng cao.",
    _check,
)
