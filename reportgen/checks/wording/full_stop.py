"""VB046: a paragraph that ends without a mark."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import count_words, is_in_capitals, sentences_of
from reportgen.problems import Severity

_FEWEST_WORDS = 12
_SALUTATION = re.compile(r"[-\s]*(?:Kính thưa|Thưa)\s", re.IGNORECASE)
_MOST_TOLD = 3
_WITHOUT_MARK = re.compile(r"[\w%)\]”\"*]\s*$")
_CLOSED_INSIDE = re.compile(r"[.…!?][)\]”\"*]+\s*$")
_WORDS_AT_END = re.compile(r"\S+(?:\s\S+){0,2}\s*$")
_LEFT_OPEN = ("là", "do", "của", "với", "tại", "gồm", "về", "cho")
_TITLE_LIKE = 40  # words: a labelled line that others follow is a title up to this length


def _check(subject: Subject) -> Iterator[Finding]:
    body = list(sentences_of(subject.manuscript, Part.BODY))
    if body and is_in_capitals(body[0].text):  # a title that was not told from the text
        body = list(dropwhile(lambda passage: _WITHOUT_MARK.search(passage.text), body))
    bare = [
        passage
        for passage, following in pairwise(body)
        if _lacks_mark(passage) and not _announces(passage, following)
    ]
    if len(bare) > _MOST_TOLD:
        message = f"{len(bare)} đoạn không có dấu chấm ở cuối, đây là đoạn đầu tiên"
        yield _told(bare[0], message)
        return
    for passage in bare:
        yield _told(passage, "đoạn này không có dấu câu ở cuối")


def _told(passage: Passage, message: str) -> Finding:
    match = _WORDS_AT_END.search(passage.text)
    start = match.start() if match else 0
    return RULE.at(passage, start, len(passage.text.rstrip()), message, "thêm dấu chấm ở cuối đoạn")


def _lacks_mark(passage: Passage) -> bool:
    text = passage.text
    if (
        _SALUTATION.match(text)
        or passage.is_basis
        or count_words(text) < _FEWEST_WORDS
        or is_in_capitals(text)
    ):
        return False
    if passage.is_heading and passage.title_length >= len(text.rstrip()):
        return False
    if text.startswith("(") and text.rstrip().endswith(")"):
        return False
    if text.split()[-1].lower() in _LEFT_OPEN:
        return False  # a line to be filled in
    if "http" in text.split()[-1] or _CLOSED_INSIDE.search(text):
        return False
    return bool(_WITHOUT_MARK.search(text))


def _announces(passage: Passage, following: Passage) -> bool:
    """Whether the passage is a title of what comes next, or a sentence that goes on there."""
    if following.text[:1].islower() and not following.label:
        return True
    if not passage.label or count_words(passage.text) > _TITLE_LIKE:
        return False
    return not following.label or following.level > passage.level


RULE = Rule(
    "VB046",
    "đoạn không có dấu chấm ở cuối",
    Severity.ADVICE,
    "câu kết thúc bằng dấu chấm; tiêu đề, dòng liệt kê có dấu “;”, ô bảng không bị bắt",
    "Tính đến nay, tổng số chuyến có hành khách làm thủ tục qua VNeID là 1.103 chuyến\n"
    "Các sở, ban, ngành đã ban hành văn bản triển khai.",
    "Tính đến nay, tổng số chuyến có hành khách làm thủ tục qua VNeID là 1.103 chuyến.\n"
    "Các sở, ban, ngành đã ban hành văn bản triển khai.",
    _check,
)
