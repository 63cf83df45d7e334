"""SL030: what came in, against what is done, under way and open."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.partition import Claim, find_misfit
from reportgen.checks.figures.phrasing import outer, sentences
from reportgen.checks.figures.total_across import finding, following_parts
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_INTAKE = sought(
    r"(?<!\w)(?:tiếp nhận|thụ lý|phải giải quyết|cần giải quyết|nhận được|được giao)(?!\w)",
    *("tiếp nhận", "thụ lý", "giải quyết", "nhận được", "được giao"),
    flags=re.IGNORECASE,
)
_SOLVED = sought(
    r"(?<!\w)(?:đã giải quyết|đã xử lý|đã trả|hoàn thành)(?!\w)",
    *("đã giải quyết", "đã xử lý", "đã trả", "hoàn thành"),
    flags=re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\bhạn(?!\w)", re.IGNORECASE)
_CARRIED_OVER = re.compile(
    r"(?:kỳ|tháng|quý|năm) trước (?:chuyển|tồn|còn)|tồn (?:đọng|đầu|kỳ|từ|cũ)"
    r"|chuyển (?:sang|qua|tiếp)",
    re.IGNORECASE,
)
_STATUS = ((_INTAKE, "xử lý"), (_SOLVED, "thời hạn"))


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        if not any(words.may_be_in(passage.text) for words, _ in _STATUS):
            continue
        for start, end in sentences(passage.text):
            for words, family in _STATUS:
                word = words.search(outer(passage.text[start:end]))
                if word is None or _CARRIED_OVER.search(passage.text, start, end):
                    continue
                found = following_parts(passage.text, start + word.end(), end, 0)
                if found is None or found.family.name != family:
                    continue
                if _ELSEWHERE.search(passage.text, start + word.end(), found.total.start):
                    continue
                misfit = find_misfit(found.total, found.items, Claim.OF_WHICH)
                if misfit is not None:
                    yield finding(RULE, passage, found.total, misfit)


RULE = Rule(
    "SL030",
    "số đã, đang, chưa giải quyết không cộng thành số tiếp nhận",
    Severity.WARNING,
    "số đã giải quyết cộng số đang (chưa) giải quyết phải bằng số tiếp nhận; số đúng hạn cộng số"
    " quá hạn phải bằng số đã giải quyết",
    "Tiếp nhận 1.350 hồ sơ, đã giải quyết 1.103 hồ sơ, đang giải quyết 240 hồ sơ.",
    "Tiếp nhận 1.350 hồ sơ, đã giải quyết 1.103 hồ sơ, đang giải quyết 247 hồ sơ.",
    _check,
)
