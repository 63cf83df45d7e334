"""Where a text speaks of how things were before the units of 1/7/2025."""

import re
from datetime import date, timedelta

from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import citations_in
from reportgen.checks.wording.date_mentions import date_mentions
from reportgen.checks.wording.named_periods import named_periods
from reportgen.checks.wording.own_date import issued_between
from reportgen.checks.wording.sentences import is_quoted, sentence_around
from reportgen.places.provinces import SINCE

_PAST = re.compile(
    r"\bcũ\b|\btrước đây\b|\btrước\s+(?:ngày\s+)?0?1/0?7/2025|\btrước\s+khi\b|\btrước\s+sáp\s+nhập|"
    r"\bnay\s+(?:là|thuộc)\b|\bnguyên\s+là\b|\bsáp\s+nhập\b|\bhợp\s+nhất\b|\bsắp\s+xếp\b|"
    r"\bgiải\s+thể\b|\bkết\s+thúc\s+hoạt\s+động\b|\bchấm\s+dứt\b|\bbãi\s+bỏ\b|\bbàn\s+giao\b|"
    r"\bkhông\s+(?:còn\s+)?(?:tổ\s+chức|có)?\s*(?:đơn vị hành chính\s+)?cấp\s+huyện|"
    r"\bchuyển\s+(?:từ|giao)\b|\btừ\s+cấp\s+huyện|\bcấp\s+huyện\s+(?:về|lên|xuống|sang)\b|"
    r"\bthuộc\s+thẩm\s+quyền\s+(?:của\s+)?(?:cấp\s+)?huyện|\bthôi\b|\bquê\s+quán\b|"
    r"\b(?:nhập|chia|tách)\s+(?:các\s+)?(?:tỉnh|huyện)\b|\bdôi\s+dư\b|\bđiều\s+động\b|\bchuyển\s+tiếp\b|\bkhông\s+còn\b|\btinh\s+giản\b|"
    r"\bnguyên\s+quán\b|\bnơi\s+sinh\b|\blịch\s+sử\b|\bngày\s+xưa\b|\b(?:hình\s+)?thành\s+lập\s+từ\b",
    re.I,
)
_YEAR = re.compile(r"(?<![\d/])(?:năm|giai đoạn|nhiệm kỳ|từ|đầu)\s+((?:19|20)\d{2})(?!\d)", re.I)

_ANY_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?!\d)")


def speaks_since(subject: Subject, day: date) -> bool:
    """Whether the document is known to be issued, and to report, of that day or later alone."""
    span = issued_between(subject)
    return span is not None and span[0] >= day and not _reports_on_days_before(subject, day)


def _reports_on_days_before(subject: Subject, day: date) -> bool:
    """Whether it is a report whose title names a period that began before: `năm 2025`."""
    kind, period = subject.facts.kind, subject.facts.period
    if kind is None or kind.key != "bao_cao":
        return False
    titles = [one.text for one in subject.manuscript.passages if one.part is Part.TITLE]
    begun = [date(one.year, one.first, 1) for text in titles for one in named_periods(text)]
    if not begun and period is None:  # `Tổng kết … giai đoạn 2011 - 2025`
        begun = [date(int(year), 1, 1) for text in titles for year in _ANY_YEAR.findall(text)]
    return min([*begun, period[0] if period else day], default=day) < day.replace(day=1)


def is_of_the_past(passage: Passage, start: int, before: date = SINCE) -> bool:
    """Whether the words there are about the time before: by the sentence's words, by a date or
    year in it, or because they belong to the name of an older document or stand in quotation."""
    text = passage.text
    begin, end = sentence_around(text, start)
    sentence = text[begin:end]
    if _PAST.search(sentence) or is_quoted(text, start):
        return True
    if any(int(year) < before.year for year in _YEAR.findall(sentence)):
        return True
    for mention in date_mentions(text):
        if begin <= mention.start < end and mention.year:
            month = min(max(int(mention.month), 1), 12)
            if mention.value is not None and mention.value < before:
                return True
            if not mention.day and date(int(mention.year), month, 1) < before - timedelta(days=1):
                return True
    return any(
        begin <= one.start < start and one.year is not None and one.year < before.year
        for one in citations_in(passage)
    )
