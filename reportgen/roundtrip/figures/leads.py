"""The phrase that leads up to a figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.roundtrip.figures.phrases import (
    ONE_NAME,
    capitalised,
    cleaned,
    shortened,
    size,
    uncapitalised,
)

BEGINS_VERB = re.compile(
    r"(?:đã|được|đang|chưa|cấp|thu nhận|thu|tiếp nhận|giải quyết|xử lý|hoàn thành|số h[óo][áa]"
    r"|rà soát|tạm dừng|dừng|ban hành|tổ chức|triển khai|phát|xây dựng|thành lập|bố trí|mở|đào tạo)"
    r"(?!\w)",
    re.IGNORECASE,
)
_MOST, _TELLING, _LABEL = 16, 3, 9  # words
_HARD = re.compile(r"[;\n…]|\.\s|\([0-9a-zđ]{1,2}\)(?=\s)|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")
_SIGN = re.compile(r",\s|:(?=\s|\Z)|\s[-–]\s")
_VERB = re.compile(r"(?<!\w)(?:đã|được|có|đang)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """`words` lead up to a figure; `label` stands before them with a colon (`Trẻ em: …`)."""

    words: str = ""
    label: str = ""

    @property
    def full(self) -> str:
        """Label and words together."""
        return (
            f"{self.label}: {uncapitalised(self.words)}" if self.label else capitalised(self.words)
        )


def before(lead: str) -> Lead:
    """The phrase that `lead`, the text from the figure before on, says of the figure after it.

    A phrase in the bracket that the figure stands in counts before what stands outside.
    """
    begin = 0
    for mark in _HARD.finditer(lead):
        begin = mark.end()
    clause = lead[begin:]
    opened = clause.rfind("(")
    if opened >= 0 and ")" not in clause[opened:]:
        inside = cleaned(clause[opened + 1 :])
        if inside:
            return Lead(_lately(inside))
        clause = clause[:opened]
    return _last_parts(list(_parts(re.sub(r"\([^()]*\)", " ", clause))))


def _parts(clause: str) -> Iterator[tuple[str, str]]:
    """The parts of a clause with the sign after each; a comma within a name parts nothing."""
    whole = {name.start() + name[0].index(",") for name in ONE_NAME.finditer(clause)}
    start = 0
    for sign in _SIGN.finditer(clause):
        if sign.start() not in whole:
            yield clause[start : sign.start()], sign[0].strip()
            start = sign.end()
    yield clause[start:], ""


def _last_parts(parts: list[tuple[str, str]]) -> Lead:
    """The parts from the right until they tell enough, and one more where that has the verb."""
    told = ""
    for index in range(len(parts) - 1, -1, -1):
        words = cleaned(parts[index][0])
        if not words:
            continue
        told = f"{words}, {told}" if told else words
        if size(told) < _TELLING:
            continue
        earlier, sign = (cleaned(parts[index - 1][0]), parts[index - 1][1]) if index else ("", "")
        verbs = list(_VERB.finditer(earlier))
        if verbs and not _VERB.search(told) and size(told) > 8 and sign == ",":
            return Lead(shortened(f"{earlier[verbs[-1].start() :]}, {told}", _MOST))
        label = capitalised(earlier) if sign == ":" and 1 < size(earlier) <= _LABEL else ""
        return Lead(_lately(told), label)
    return Lead(_lately(cleaned(told)))


def _lately(words: str) -> str:
    """A long phrase from its last verb on."""
    if size(words) <= _MOST:
        return words
    late = [at for verb in _VERB.finditer(words) if size(words[(at := verb.start()) :]) > _TELLING]
    return shortened(words[late[-1] :] if late else words, _MOST)
