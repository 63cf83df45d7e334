"""TT073 to TT077: what must be gone from a file before an official signs it."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import labels_with, quoted
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.word.model import WordRun

_FIELD_ERROR = sought(
    r"(?:Error!|Lỗi!)\s+(?:Reference source|Bookmark|No text|Not a valid|Hyperlink|Unknown|"
    r"Không tìm thấy|Thẻ đánh dấu|Nguồn)[^.]*\.?",
    "error!",
    "lỗi!",
    flags=re.IGNORECASE,
)
_BLANK = sought(
    r"\{\{.{0,300}?\}\}|<[^<>\d@:/]{2,60}>|\[(?:…|\.{2,}|[^\W\d_][^\]]{2,60})\]|(?:…\s?){2,}|\.{5,}|_{4,}"
    r"|\b[xX]{3,}\b|\bNguyễn Văn A\b|\bTrần Văn B\b",
    *("{{", "<", "[", "…", ".....", "____", "xx", "xX", "Xx", "XX", "Nguyễn Văn A", "Trần Văn B"),
)
_FEWEST_HIDDEN = 2  # letters


def _tracked(subject: Subject) -> Iterator[Finding]:
    if subject.word is None or not subject.word.word.tracked:
        return
    inserted = [
        one for one in subject.word.word.paragraphs() if any(run.inserted for run in one.runs)
    ]
    where = f", ví dụ {quoted(inserted[0])}" if inserted else ""
    message = f"tệp còn dấu vết sửa đổi (Track Changes){where}"
    hint = "Review → Accept All Changes, rồi tắt Track Changes"
    yield TRACKED.about(message, hint, place=inserted[0].place if inserted else None)


def _commented(subject: Subject) -> Iterator[Finding]:
    comments = subject.word.word.comments if subject.word else ()
    if comments:
        first = " ".join(comments[0].text.split())[:60]
        message = f"tệp còn {len(comments)} ghi chú (Comment), ví dụ “{first}”"
        yield COMMENTED.about(message, "xử lý rồi chọn Review → Delete All Comments")


def _hidden(subject: Subject) -> Iterator[Finding]:
    if subject.word is None:
        return
    found = [
        one
        for one in subject.word.word.paragraphs()
        if sum(sum(map(str.isalnum, run.text)) for run in one.runs if _is_hidden(run))
        >= _FEWEST_HIDDEN
        or labels_with(one, _is_hidden)
    ]
    if found:
        message = f"{len(found)} đoạn có chữ ẩn, từ {quoted(found[0])}"
        hint = "Ctrl+A → Font, bỏ chọn Hidden; hoặc xóa chữ ẩn"
        yield HIDDEN.about(message, hint, place=found[0].place)


def _is_hidden(run: WordRun) -> bool:
    return run.format.hidden and not run.field


def _field_errors(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        for match in _FIELD_ERROR.finditer(passage.text):
            message = f"tham chiếu hỏng: “{match[0]}”"
            hint = "chèn lại tham chiếu (References → Cross-reference) hoặc gõ số thay vào"
            yield FIELDS.at(passage, match.start(), match.end(), message, hint)


def _unfilled(subject: Subject) -> Iterator[Finding]:
    found: list[tuple[Passage, re.Match[str]]] = []
    for passage in subject.manuscript.running_text():
        if not passage.component.endswith(".attached_to"):
            match = _BLANK.search(passage.text)
            if match is not None:
                found.append((passage, match))
    if found:
        passage, match = found[0]
        more = f" và {len(found) - 1} đoạn khác" if len(found) > 1 else ""
        message = f"chỗ chưa điền: “{match[0]}”{more}"
        hint = "điền hoặc xóa trước khi trình ký"
        yield UNFILLED.at(passage, match.start(), match.end(), message, hint)


_WHY = "văn bản trình ký là bản cuối cùng, không còn dấu vết soạn thảo"
TRACKED = Rule(
    "TT073",
    "dấu vết sửa đổi còn trong tệp",
    Severity.WARNING,
    _WHY,
    "Tệp còn Track Changes",
    "Mọi sửa đổi đã được chấp nhận",
    _tracked,
)
COMMENTED = Rule(
    "TT074",
    "ghi chú còn trong tệp",
    Severity.WARNING,
    _WHY,
    "Tệp còn Comment của người góp ý",
    "Không còn Comment",
    _commented,
)
HIDDEN = Rule(
    "TT075",
    "chữ ẩn trong tệp",
    Severity.WARNING,
    _WHY,
    "Đoạn có chữ Hidden",
    "Không có chữ Hidden",
    _hidden,
)
FIELDS = Rule(
    "TT076",
    "tham chiếu hỏng",
    Severity.ERROR,
    "Word in dòng báo lỗi thay cho số của chỗ được tham chiếu",
    "Xem Error! Reference source not found.",
    "Xem Phụ lục I.",
    _field_errors,
)
UNFILLED = Rule(
    "TT077",
    "chỗ chưa điền",
    Severity.ADVICE,
    _WHY,
    "Đã tiếp nhận …… hồ sơ.",
    "Đã tiếp nhận 1.706 hồ sơ.",
    _unfilled,
)
RULES = (TRACKED, COMMENTED, HIDDEN, FIELDS, UNFILLED)
