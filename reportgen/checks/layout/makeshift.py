"""TT070 to TT072: what is laid out by hand: empty paragraphs, typed blanks, text boxes."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import quoted
from reportgen.checks.layout.parts import measured
from reportgen.checks.layout.scope import governed
from reportgen.checks.subject import Subject
from reportgen.document.tree import Alignment
from reportgen.problems import Severity
from reportgen.readers.word.model import WordParagraph

_FEWEST_EMPTY = 3
_FEWEST_TYPED = 3
_TYPED = re.compile(r"\t| {3,}|\u00a0{3,}")
_LONGEST_MARK = 20  # characters of a stamp in a box: DỰ THẢO, HỎA TỐC


def _empty(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    text = [one.paragraph.place for one in word.anatomy.text if one.appendix == 0] if word else []
    loose = [place.paragraph for place in text if place.table is None]
    if word is None or not loose:
        return
    found = [
        one
        for one in word.word.paragraphs()
        if _is_empty(one) and min(loose) < one.place.paragraph < max(loose)
    ]
    if len(found) >= _FEWEST_EMPTY:
        message = f"{len(found)} đoạn trống dùng để giãn cách trong nội dung"
        hint = "xóa đoạn trống, đặt Paragraph → Spacing Before 6 pt"
        yield EMPTY.about(message, hint, place=found[0].place)


def _is_empty(paragraph: WordParagraph) -> bool:
    return (
        paragraph.place.table is None
        and not paragraph.text.strip(" \t\u00a0")
        and "\f" not in paragraph.text
        and not paragraph.rules
        and not any(run.picture or run.note for run in paragraph.runs)
    )


def _typed(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    found: list[WordParagraph] = [
        line
        for _, style, lines in measured(word)
        if style.alignment is Alignment.CENTER
        for line in lines
        if line.format.alignment is not Alignment.CENTER and _TYPED.match(line.text)
    ]
    found += [
        one.paragraph
        for one in word.anatomy.text
        if one.appendix == 0 and one.paragraph.place.table is None
        if _TYPED.match(one.paragraph.text) and one.paragraph.text.strip()
    ]
    if len(found) >= _FEWEST_TYPED:
        message = f"{len(found)} đoạn dùng phím Tab hoặc dấu cách để lùi dòng, canh giữa; đoạn đầu "
        hint = "bỏ Tab và dấu cách, dùng Paragraph → Special: First line, Alignment: Centered"
        yield TYPED.about(f"{message}tiên là {quoted(found[0])}", hint, place=found[0].place)


def _boxes(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    found = [
        one
        for one in (word.word.paragraphs() if word else ())
        if one.in_text_box and len(one.text.strip()) > _LONGEST_MARK
    ]
    if found:
        message = f"{len(found)} đoạn văn nằm trong hộp văn bản (Text Box), từ {quoted(found[0])}"
        hint = "chuyển chữ ra ngoài hộp; hộp dễ xê dịch và che chữ khi sửa"
        yield BOXES.about(message, hint, place=found[0].place)


EMPTY = Rule(
    "TT070",
    "đoạn trống dùng để giãn cách",
    Severity.ADVICE,
    "khoảng cách giữa các đoạn đặt bằng Spacing thì không xê dịch khi sửa",
    "Giữa hai đoạn có một đoạn trống",
    "Hai đoạn cách nhau 6 pt",
    _empty,
)
TYPED = Rule(
    "TT071",
    "lùi dòng bằng phím Tab hoặc dấu cách",
    Severity.ADVICE,
    "lùi đầu dòng và canh giữa đặt bằng Paragraph thì đều và không xê dịch khi sửa",
    "Đầu đoạn gõ phím Tab",
    "Đoạn văn đặt First line 1,27 cm",
    _typed,
)
BOXES = Rule(
    "TT072",
    "chữ trong hộp văn bản",
    Severity.ADVICE,
    "chữ trong hộp văn bản không chạy theo nội dung",
    "Đoạn văn trong Text Box",
    "Đoạn văn trong nội dung",
    _boxes,
)
RULES = (EMPTY, TYPED, BOXES)
