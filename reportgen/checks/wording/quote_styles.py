"""VB051: straight and curly quotes in one document."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import hide_addresses, spelled_passages
from reportgen.problems import Severity

_STRAIGHT = re.compile(r'"[^"“”]{1,200}"')
_CURLY = re.compile(r"“[^\"“”]{1,400}”")


def _check(subject: Subject) -> Iterator[Finding]:
    found: dict[re.Pattern[str], list[Finding]] = {_STRAIGHT: [], _CURLY: []}
    for passage in spelled_passages(subject.manuscript):
        text = hide_addresses(passage.text)
        for style, places in found.items():
            places += [
                RULE.at(passage, match.start(), match.end(), "") for match in style.finditer(text)
            ]
    straight, curly = found[_STRAIGHT], found[_CURLY]
    if not straight or not curly:
        return
    fewer, name, other = (
        (straight, 'thẳng (")', "“ ”")
        if len(straight) <= len(curly)
        else (curly, "cong (“ ”)", 'thẳng (")')
    )
    first = fewer[0]
    message = (
        f"văn bản dùng lẫn hai kiểu ngoặc kép: {len(curly)} chỗ “ ” và {len(straight)} chỗ thẳng; "
        f"đây là chỗ đầu tiên dùng kiểu {name}"
    )
    assert first.passage is not None  # noqa: S101  (made above)
    yield RULE.at(first.passage, first.start, first.end, message, f"dùng một kiểu {other}")


RULE = Rule(
    "VB051",
    "lẫn hai kiểu ngoặc kép",
    Severity.ADVICE,
    "cả văn bản dùng một kiểu ngoặc kép",
    'Đề án “Phát triển dữ liệu” và phong trào "Bình dân học vụ số".',
    "Đề án “Phát triển dữ liệu” và phong trào “Bình dân học vụ số”.",
    _check,
)
