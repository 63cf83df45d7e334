"""TT044 to TT048: appendices (Phụ lục I, III.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.page_numbers import page_numbers
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.layout.sections import main_sections, section_of
from reportgen.checks.subject import Subject
from reportgen.document.tree import Appendix
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.readers.recognition.words import APPENDIX, fold
from reportgen.readers.word.model import WordParagraph
from reportgen.vietnamese import roman, roman_value

_MENTIONED = re.compile(r"phụ lục|kèm theo|đính kèm|biểu (?:số|mẫu)|phụ biểu")


@dataclass(frozen=True, slots=True)
class _Labelled:
    appendix: Appendix
    line: WordParagraph
    number: str


def _labelled(word: Recognised) -> list[_Labelled]:
    """The appendices that say so, each with the paragraph of its label."""
    found = [one for one in word.document.appendices if one.label]
    lines = word.anatomy.of(Component.APPENDIX_LABEL)
    if len(found) != len(lines):
        return []
    return [
        _Labelled(one, line, (match["number"] or "") if match else "")
        for one, line in zip(found, lines, strict=True)
        for match in [APPENDIX.fullmatch(fold(one.label))]
    ]


def _mentioned(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    labelled = _labelled(word) if word else []
    if word is None or not labelled:
        return
    main = [one.paragraph.text for one in word.anatomy.text if one.appendix == 0]
    notes = [one.text for one in subject.manuscript.running_text() if one.appendix == 0]
    if main and not any(_MENTIONED.search(fold(text)) for text in (*main, *notes)):
        message = "văn bản có phụ lục mà trong nội dung không chỉ dẫn đến phụ lục"
        hint = "thêm chỉ dẫn, ví dụ “(chi tiết tại Phụ lục kèm theo)”"
        yield MENTIONED.about(message, hint, place=labelled[0].line.place)


def _numbered(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    labelled = _labelled(word) if word else []
    if len(labelled) < 2:
        return
    for count, one in enumerate(labelled, 1):
        typed = one.appendix.label
        if roman_value(one.number.upper()) != count:
            right = f"Phụ lục {roman(count)}"
            fault = "không có số" if not one.number else "không phải số La Mã theo thứ tự"
            message = f"“{typed}” {fault}, văn bản có {len(labelled)} phụ lục"
            yield NUMBERED.about(message, f"viết “{right}”", place=one.line.place)
            return


def _headed(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for one in _labelled(word) if word else []:
        label = one.appendix.label
        if not one.appendix.title:
            message = f"“{label}” không có tiêu đề"
            hint = "thêm tiêu đề viết in hoa, canh giữa dưới dòng số của phụ lục"
            yield HEADED.about(message, hint, place=one.line.place)
        elif one.appendix.title in one.line.text and "\n" not in one.line.text.strip():
            message = f"“{label}” và tiêu đề trên cùng một dòng"
            hint = f"xuống dòng sau “{label.rstrip(' :.-–')}”"
            yield HEADED.about(message, hint, place=one.line.place)


def _attached(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for one in _labelled(word) if word else []:
        if not one.appendix.attached_to:
            message = f"“{one.appendix.label}” không có dòng “(Kèm theo …)”"
            hint = "thêm “(Kèm theo … số …/…-… ngày … tháng … năm … của …)” dưới tiêu đề"
            yield ATTACHED.about(message, hint, place=one.line.place)


def _restarts(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    labelled = _labelled(word) if word else []
    if word is None or not labelled:
        return
    main = {one.number for one in main_sections(word)}
    going_on: list[_Labelled] = []
    taken: set[int] = set()
    for one in labelled:
        section = section_of(word, one.line.place.section)
        if section is None or not any(map(page_numbers, section.headers.values())):
            continue
        own = section.number not in main and section.number not in taken
        taken.add(section.number)
        if not own or section.page_start != 1:
            going_on.append(one)
    if going_on:
        names = ", ".join(one.appendix.label for one in going_on[:3])
        message = f"số trang của phụ lục nối tiếp số trang trước đó: {names}"
        hint = "Layout → Breaks → Next Page, rồi Page Number → Format → Start at 1"
        yield RESTARTS.about(message, hint, place=going_on[0].line.place)


MENTIONED = Rule(
    "TT044",
    "chỉ dẫn đến phụ lục trong nội dung",
    Severity.ERROR,
    clause("trong văn bản phải có chỉ dẫn về phụ lục: Phụ lục I, III.1.a"),
    "Báo cáo có phụ lục mà lời văn không nhắc đến",
    "… (chi tiết tại Phụ lục kèm theo)",
    _mentioned,
)
NUMBERED = Rule(
    "TT045",
    "số thứ tự của phụ lục",
    Severity.ERROR,
    clause("từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã: Phụ lục I, III.1.a"),
    "Phụ lục 1, Phụ lục 2",
    "Phụ lục I, Phụ lục II",
    _numbered,
)
HEADED = Rule(
    "TT046",
    "dòng số và tiêu đề của phụ lục",
    Severity.ERROR,
    clause("“Phụ lục” và số trên một dòng riêng, tiêu đề ở dưới, canh giữa: Phụ lục I, III.1.b"),
    "Phụ lục I: BẢNG CHỮ VIẾT TẮT",
    "Phụ lục I\nBẢNG CHỮ VIẾT TẮT",
    _headed,
)
ATTACHED = Rule(
    "TT047",
    "dòng “Kèm theo” của phụ lục",
    Severity.ERROR,
    clause("thông tin chỉ dẫn kèm theo văn bản trên mỗi phụ lục: Phụ lục I, III.1.c"),
    "Phụ lục không ghi kèm theo văn bản nào",
    "(Kèm theo Báo cáo số 87/BC-BCĐ ngày 19 tháng 9 năm 2025 của Ban Chỉ đạo)",
    _attached,
)
RESTARTS = Rule(
    "TT048",
    "số trang riêng của phụ lục",
    Severity.ERROR,
    clause("số trang của phụ lục được đánh số riêng theo từng phụ lục: Phụ lục I, III.1.đ"),
    "Phụ lục đánh số trang tiếp từ trang 13",
    "Phụ lục đánh số trang lại từ 1",
    _restarts,
)
RULES = (MENTIONED, NUMBERED, HEADED, ATTACHED, RESTARTS)
