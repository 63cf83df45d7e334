"""SL026: `tăng` where the values fall, `giảm` where they rise."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.changes import amount, changes, moves
from reportgen.checks.figures.now_over_then import compared, is_habit
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_SIGNED = sought(
    r"(?<!\w)(tăng|giảm)(?: thêm)?\s+[-−]\d[\d.,]*\s?%?",
    *("tăng", "giảm"),
    flags=re.IGNORECASE,
)
_UP = ("lên",)
_DOWN = ("xuống", "còn")
_OPPOSITE = {"tăng": "giảm", "giảm": "tăng"}


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        yield from _moves(passage)
        yield from _compared(passage)
        for signed in _SIGNED.finditer(passage.text):
            word = signed[1].lower()
            yield RULE.at(
                passage,
                signed.start(),
                signed.end(),
                f"“{signed[0].strip()}”: đã có chữ “{word}” thì không ghi dấu trừ",
                f"viết “{_OPPOSITE[word]}” hoặc bỏ dấu trừ, tùy số liệu gốc",
                why="dấu trừ làm đảo nghĩa của chữ đứng trước nó",
                severity=Severity.WARNING,
            )
    yield from _in_brackets(subject)


def _moves(passage: Passage) -> Iterator[Finding]:
    for move in moves(passage.text):
        if move.difference == 0:
            continue
        rises = move.difference > 0
        wrong = [move.word] if move.word == ("giảm" if rises else "tăng") else []
        wrong += [move.to] if move.to in (_DOWN if rises else _UP) else []
        if not wrong:
            continue
        start, end = move.before.start, move.after.end
        sign = "lớn hơn" if rises else "nhỏ hơn"
        yield RULE.at(
            passage,
            start,
            end,
            f"“{wrong[0]}” nhưng số sau {sign} số trước: “{passage.text[start:end]}”",
            "xem lại hai số có bị đảo chỗ không, hoặc đổi chữ tăng/giảm, lên/xuống",
            why=f"{move.after.text} {sign} {move.before.text}",
        )


def _compared(passage: Passage) -> Iterator[Finding]:
    for change in changes(passage.text):
        now, base = change.now, change.base
        if now is None or base is None or now.percent or base.percent or now.start > base.start:
            continue
        difference = amount(now) - amount(base)
        if difference == 0 or (difference > 0) == change.rises:
            continue
        if not change.by.percent and abs(difference) != amount(change.by):
            continue
        sign = "nhỏ hơn" if change.rises else "lớn hơn"
        yield RULE.at(
            passage,
            change.start,
            change.by.end,
            f"viết “{change.word}” nhưng {now.text} {sign} {base.text}",
            f"đổi thành “{_OPPOSITE[change.word]}”, hoặc xem lại hai số",
            why=f"{now.text} {sign} {base.text}",
        )


def _in_brackets(subject: Subject) -> Iterator[Finding]:
    """`giảm 16 vụ (338/322)` where the document writes the value of now first elsewhere."""
    ones = [one for one in compared(subject.manuscript) if one.adds_up and one.difference]
    if not is_habit(ones, [one for one in ones if one.keeps_order]):
        return
    for one in ones:
        if one.keeps_order:
            continue
        sign = "nhỏ hơn" if one.word == "tăng" else "lớn hơn"
        yield RULE.at(
            one.passage,
            one.start,
            one.by.end,
            f"viết “{one.word}” nhưng {one.now.text} {sign} {one.then.text}",
            f"đổi thành “{_OPPOSITE[one.word]}”, hoặc ghi {one.then.text}/{one.now.text} như các"
            " chỗ khác",
            why=f"{one.now.text} {sign} {one.then.text}",
        )


RULE = Rule(
    "SL026",
    "nói tăng mà số giảm, nói giảm mà số tăng",
    Severity.ERROR,
    "tăng thì số sau phải lớn hơn số trước, giảm thì nhỏ hơn",
    "Số vụ tai nạn giảm từ 105 vụ xuống 120 vụ.",
    "Số vụ tai nạn giảm từ 120 vụ xuống 105 vụ.",
    _check,
)
