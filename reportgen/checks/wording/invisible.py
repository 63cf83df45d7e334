"""VB060: characters that nobody sees, and places where a character was lost."""

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LOST = re.compile("\ufffd+")
_PRIVATE = re.compile("(?<=\\S)\\s*[\ue000-\uf8ff]+")
_PRIVATE_SIGN = re.compile("[\ue000-\uf8ff]")
_SYMBOL_FONT = re.compile(r"(?:wingdings|webdings|symbol|marlett|zapf|.*dingbats)", re.IGNORECASE)
_NAMES = {
    "\u200b": "khoảng trắng rộng 0",
    "\u200c": "dấu ngăn nối chữ",
    "\u200d": "dấu nối chữ",
    "\u2060": "dấu giữ liền",
    "\ufeff": "dấu đầu tệp (BOM)",
} | dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e", "dấu đổi chiều chữ")


def _check(subject: Subject) -> Iterator[Finding]:
    unseen = [
        (passage, match)
        for passage in subject.manuscript.passages
        for match in _UNSEEN.finditer(passage.text)
    ]
    if unseen:
        passage, match = unseen[0]
        kinds = Counter(_name(found[0]) for _, found in unseen)
        message = f"{len(unseen)} ký tự không nhìn thấy lẫn trong chữ: {', '.join(kinds)}"
        start, end = _around(passage.text, match.start(), match.end())
        hint = "xóa và gõ lại chỗ này; văn bản chép từ trang mạng nên dán dạng “chỉ giữ chữ”"
        yield RULE.at(passage, start, end, message, hint, severity=Severity.ADVICE)
    yield from _not_shown(subject, _LOST, "đã mất chữ (ký tự thay thế)")
    if not _are_symbols(subject):
        yield from _not_shown(subject, _PRIVATE, "ký hiệu riêng của một phông")


def _not_shown(subject: Subject, pattern: re.Pattern[str], what: str) -> Iterator[Finding]:
    """The first such place, and how many there are."""
    places = [
        (passage, match)
        for passage in subject.manuscript.passages
        for match in pattern.finditer(passage.text)
    ]
    if places:
        passage, match = places[0]
        more = f"; còn {len(places) - 1} chỗ nữa" if len(places) > 1 else ""
        message = f"chỗ này có ký tự không hiện được ở máy khác: {what}{more}"
        start, end = _around(passage.text, match.start(), match.end())
        yield RULE.at(passage, start, end, message, "gõ lại chữ còn thiếu")


def _are_symbols(subject: Subject) -> bool:
    """Whether all private signs are set in a font of symbols: boxes to tick print well."""
    if subject.word is None:
        return False
    fonts = [
        run.format.font
        for paragraph in subject.word.word.paragraphs()
        for run in paragraph.runs
        if _PRIVATE_SIGN.search(run.text)
    ]
    return all(_SYMBOL_FONT.match(font) for font in fonts)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    after = text.find(" ", end)
    return text.rfind(" ", 0, start) + 1, len(text) if after < 0 else after


def _name(sign: str) -> str:
    return _NAMES.get(sign, f"ký tự điều khiển {ord(sign):04X}")


RULE = Rule(
    "VB060",
    "ký tự không nhìn thấy hoặc không hiện được",
    Severity.WARNING,
    "làm sai kết quả tìm kiếm, ngắt dòng; ký tự riêng của một phông sang máy khác thành ô vuông",
    "Báo cáo kết quả thực\ufffd hiện nhiệm vụ.",
    "Báo cáo kết quả thực hiện nhiệm vụ.",
    _check,
)
