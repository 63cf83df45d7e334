"""TT054: lists such as (1) … (2) … within a paragraph go on without gaps."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

# A label stands before what it counts; a count in brackets behind: `xã A (1), xã B (2)`.
_LABEL = re.compile(r"(?:^|[:;.,]\s*(?:và\s+)?)\((?P<number>[1-9]\d?)\)\s*(?=[^\W\d_])")
_FEWEST = 3  # labels of a list whose second one is left out


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        found = list(_LABEL.finditer(passage.text))
        counts = [int(match["number"]) for match in found]
        if not _is_list(counts):
            continue
        for match, last, count in zip(found[1:], counts, counts[1:], strict=False):
            if count == last or (count > last + 1 and f"({last + 1})" not in passage.text):
                start, end = match.start("number") - 1, match.end("number") + 1
                message = f"sau “({last})” là “({count})”"
                yield RULE.at(passage, start, end, message, f"viết “({last + 1})”")
                break


def _is_list(counts: list[int]) -> bool:
    """Whether they count what a sentence lists: from 1 to 2, or on from 3 without another gap."""
    left_out = counts[:1] == [1] and counts[1:] == list(range(3, len(counts) + 2))
    return counts[:2] == [1, 2] or (left_out and len(counts) >= _FEWEST)


RULE = Rule(
    "TT054",
    "số thứ tự liệt kê trong đoạn văn",
    Severity.WARNING,
    "các ý liệt kê trong một đoạn đánh số liên tục (1), (2), (3)",
    "Ba nhiệm vụ: (1) rà soát thủ tục; (2) cập nhật dữ liệu; (4) báo cáo kết quả.",
    "Ba nhiệm vụ: (1) rà soát thủ tục; (2) cập nhật dữ liệu; (3) báo cáo kết quả.",
    _check,
)
