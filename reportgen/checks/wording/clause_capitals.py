"""VB020: khoản, điểm in small letters, Điều, Chương, Mục, Phần with a capital in citations."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.sentences import begins_sentence
from reportgen.checks.wording.words import is_in_capitals
from reportgen.problems import Severity

_LAW = r"(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị|Thông tư|Quyết|Quy|Điều lệ|Hướng dẫn|Kế hoạch)"
_SMALL_IN_CITATION = r"(?:[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục)"
# what stands before a word is asked after it: a pattern that begins with a word is found at once
_KHOAN = re.compile(r"Khoản(?<!\wKhoản)(?=\s+\d{1,2}[a-zđ]?\b(?!\s*[%.]?\d))")
_DIEM = re.compile(
    rf"Điểm(?<!\wĐiểm)(?=\s+[a-zđ](?:\.\d)?\b(?:\s*(?:,|và|đến|-)\s*(?:[đĐ]iểm\s+)?[a-zđ]\b)*,?\s+"
    rf"{_SMALL_IN_CITATION}\s+\d)"
)
_AFTER_ARTICLE = (
    rf"(?=\s*(?:[;.)]|,\s|$|của\b|và\s+[đĐ]iều|{_LAW}|này\b|[Cc]hương\b|[Mm]ục\b|nêu\b|nói\b|"
    r"được\b|quy định\b))"
)
_DIEU = re.compile(
    r"điều(?=\s+\d{1,3}[a-zđ]?\b)(?:(?<=\b[Kk]hoản\s\d\sđiều)|(?<=\btại\sđiều)|"
    r"(?<=\b[Tt]heo\sđiều)|(?<=\bcứ\sđiều)|(?<=\bđịnh\sđiều)|(?<=\bvà\sđiều)|(?<=,\sđiều))"
)
_DIEU_END = re.compile(rf"\s+\d{{1,3}}[a-zđ]?{_AFTER_ARTICLE}")
_CHUONG = re.compile(r"chương(?<!\wchương)(?<!chính chương)(?=\s+[IVX]{1,5}\b)")
_MUC = re.compile(
    rf"mục(?:(?<=\btại\smục)|(?<=\b[Tt]heo\smục))(?=\s+(?:[IVX]{{1,5}}|\d{{1,2}})\b\s*,?\s*"
    rf"(?:[Cc]hương|[Pp]hần|[Pp]hụ lục|{_LAW}|của\s+{_LAW}|này\b|[;.)]|$))"
)
_PHAN = re.compile(
    r"phần(?=\s+[IVX]{1,4}\b)"
    r"(?:(?<=\btại\sphần)|(?<=\b[Tt]heo\sphần)|(?<=\d\sphần)|(?<=\d,\sphần))"
)


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.facts.party:
        return
    yield from told_of_capitals(RULE, subject, _slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    for pattern in (_KHOAN, _DIEM):
        for match in pattern.finditer(text):
            if begins_sentence(passage, match.start()) or _in_title(passage, match):
                continue
            yield _slip(passage, match, match[0].lower())
    for pattern in (_DIEU, _CHUONG, _MUC, _PHAN):
        for match in pattern.finditer(text):
            if pattern is _DIEU and not _DIEU_END.match(text, match.end()):
                continue
            yield _slip(passage, match, match[0].capitalize())


def _in_title(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the word stands in a stretch of capitals (`TẠI Khoản 2 ĐIỀU 3`)."""
    return is_in_capitals(passage.text[max(0, match.start() - 12) : match.start()])


def _slip(passage: Passage, match: re.Match[str], right: str) -> Slip:
    number = re.match(r"\s+\w+", passage.text[match.end() :])
    end = match.end() + (number.end() if number else 0)
    written = passage.text[match.start() : end]
    hint = f"viết “{right}{written[len(right) :]}”"
    rule = "chữ thường" if right[0].islower() else "chữ hoa"
    message = f"“{written}”: trong viện dẫn, “{right}” viết {rule}"
    return Slip(passage, match.start(), end, message, hint, kind=right)


RULE = Rule(
    "VB020",
    "viết hoa khoản, điểm; viết thường Điều, Chương, Mục khi viện dẫn",
    Severity.WARNING,
    "khi viện dẫn, viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm "
    "(Phụ lục II, V.7 Nghị định 30/2020/NĐ-CP)",
    "Thực hiện theo quy định tại điểm a Khoản 2 điều 3 Luật Căn cước.",
    "Thực hiện theo quy định tại điểm a khoản 2 Điều 3 Luật Căn cước.",
    _check,
)
