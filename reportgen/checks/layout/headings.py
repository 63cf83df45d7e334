"""TT055 and TT056: parts have titles, and text below them (Phụ lục I, II.6.d)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.scope import clause, is_exempt
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_PART = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\s", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+\.")


def _text(subject: Subject) -> list[Passage]:
    return [one for one in subject.manuscript.passages if one.part in (Part.BODY, Part.APPENDIX)]


def _titles(subject: Subject) -> Iterator[Finding]:
    if is_exempt(subject):
        return
    for passage in _text(subject):
        if passage.is_heading and _PART.match(passage.label) and passage.text == passage.label:
            message = f"“{passage.label}” không có tiêu đề"
            hint = "thêm tiêu đề viết in hoa ở dòng dưới"
            yield TITLES.at(passage, 0, len(passage.text), message, hint)


def _texts(subject: Subject) -> Iterator[Finding]:
    for passage, following in pairwise(_text(subject)):
        if (
            _is_great(passage)
            and _is_great(following)
            and _ROMAN.fullmatch(passage.label) is not None
            and _ROMAN.fullmatch(following.label) is not None
            and passage.appendix == following.appendix
            and passage.title_length == len(passage.text)
        ):
            message = f"mục “{passage.text}” không có nội dung"
            hint = "viết nội dung của mục hoặc bỏ mục này"
            yield TEXTS.at(passage, 0, len(passage.text), message, hint)


def _is_great(passage: Passage) -> bool:
    return passage.is_heading and passage.text.upper() == passage.text


TITLES = Rule(
    "TT055",
    "tiêu đề của phần, chương, mục",
    Severity.ERROR,
    clause("phần, chương, mục, tiểu mục phải có tiêu đề: Phụ lục I, II.6.d"),
    "Chương I\nĐiều 1. Phạm vi điều chỉnh",
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh",
    _titles,
)
TEXTS = Rule(
    "TT056",
    "mục có tiêu đề mà không có nội dung",
    Severity.WARNING,
    "mỗi mục có tiêu đề thì có nội dung ở dưới",
    "# I. KẾT QUẢ\n# II. TỒN TẠI, HẠN CHẾ\nCòn chậm.",
    "# I. KẾT QUẢ\nHoàn thành.\n# II. TỒN TẠI, HẠN CHẾ\nCòn chậm.",
    _texts,
)
RULES = (TITLES, TEXTS)
