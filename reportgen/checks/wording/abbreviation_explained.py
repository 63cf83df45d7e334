"""VB040 to VB043: abbreviations and their explanations."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part
from reportgen.checks.subject import Subject
from reportgen.checks.wording.abbreviations import (
    Explanation,
    Use,
    explanations,
    needs_explaining,
    uses,
)
from reportgen.problems import Severity

_WHY = "chữ viết tắt được giải thích một lần, ở chỗ dùng đầu tiên: “thủ tục hành chính (TTHC)”"


def _never(subject: Subject) -> Iterator[Finding]:
    explained = {found.short for found in explanations(subject.manuscript)}
    told: set[str] = set()
    for use in uses(subject.manuscript):
        if use.short in explained | told or not needs_explaining(use.short):
            continue
        told.add(use.short)
        message = f"“{use.short}” không được giải thích ở chỗ nào trong văn bản"
        hint = f"viết đầy đủ ở chỗ này rồi để “({use.short})” phía sau, hoặc bỏ viết tắt"
        yield _at(NEVER, use, message, hint)


def _late(subject: Subject) -> Iterator[Finding]:
    firsts: dict[str, Use] = {}
    for use in uses(subject.manuscript):
        if use.passage.part is Part.BODY:
            firsts.setdefault(use.short, use)
    told: set[str] = set()
    for found in explanations(subject.manuscript):
        first = firsts.get(found.short)
        if first is None or found.short in told or found.passage.part is not Part.BODY:
            continue
        told.add(found.short)
        if found.phrase and first.position < found.position:
            message = (
                f"“{found.short}” dùng ở đây nhưng đến chỗ sau mới được giải thích là "
                f"“{found.phrase}”"
            )
            hint = f"viết “{found.phrase} ({found.short})” ở chỗ này, chỗ sau chỉ viết tắt"
            yield _at(LATE, first, message, hint)


def _twice(subject: Subject) -> Iterator[Finding]:
    known: dict[str, Explanation] = {}
    for found in explanations(subject.manuscript):
        if not found.phrase or found.passage.part is not Part.BODY:
            continue
        first = known.setdefault(found.short, found)
        if first is not found and first.sense == found.sense:
            message = f"“{found.short}” đã được giải thích ở chỗ trước"
            yield _at(TWICE, found, message, f"chỗ này chỉ viết “{found.short}”")


def _conflict(subject: Subject) -> Iterator[Finding]:
    senses: dict[str, Explanation] = {}
    shorts: dict[str, Explanation] = {}
    for found in explanations(subject.manuscript):
        if not found.phrase or found.passage.part is Part.APPENDIX:
            continue
        same_short = senses.setdefault(found.short, found)
        same_sense = shorts.setdefault(found.sense, found)
        if same_short.sense != found.sense:
            message = (
                f"“{found.short}” ở đây là “{found.phrase}”, ở chỗ trước là “{same_short.phrase}”"
            )
            yield _at(CONFLICT, found, message, "dùng hai chữ viết tắt khác nhau")
        elif same_sense.short != found.short:
            message = (
                f"“{found.phrase}” ở đây viết tắt là “{found.short}”, ở chỗ trước là "
                f"“{same_sense.short}”"
            )
            yield _at(CONFLICT, found, message, f"viết thống nhất “{same_sense.short}”")


def _at(rule: Rule, use: Use, message: str, hint: str) -> Finding:
    return rule.at(use.passage, use.start, use.end, message, hint)


NEVER = Rule(
    "VB040",
    "chữ viết tắt không được giải thích",
    Severity.ADVICE,
    f"{_WHY}; những chữ cơ quan nào cũng hiểu (UBND, HĐND, CNTT …) không bị bắt",
    "Đã kích hoạt tài khoản ĐDĐT mức độ 2 cho người dân.",
    "Đã kích hoạt tài khoản định danh điện tử (ĐDĐT) mức độ 2; UBND các xã hướng dẫn ĐDĐT.",
    _never,
)
LATE = Rule(
    "VB041",
    "chữ viết tắt dùng trước khi giải thích",
    Severity.ADVICE,
    _WHY,
    "Triển khai 02 nhóm TTHC liên thông.\nCải cách thủ tục hành chính (TTHC) được đẩy mạnh.",
    "Triển khai 02 nhóm thủ tục hành chính (TTHC) liên thông.\nCải cách TTHC được đẩy mạnh.",
    _late,
)
TWICE = Rule(
    "VB042",
    "chữ viết tắt giải thích hai lần",
    Severity.ADVICE,
    _WHY,
    "Ủy ban nhân dân (UBND) tỉnh chỉ đạo.\nỦy ban nhân dân (UBND) các xã thực hiện.",
    "Ủy ban nhân dân (UBND) tỉnh chỉ đạo.\nUBND các xã thực hiện.",
    _twice,
)
CONFLICT = Rule(
    "VB043",
    "một chữ viết tắt hai nghĩa, hoặc một cụm từ hai cách viết tắt",
    Severity.WARNING,
    "trong một văn bản, mỗi chữ viết tắt có một nghĩa và mỗi cụm từ có một cách viết tắt",
    "Sở thông tin, truyền thông (TTTT) chủ trì.\nTrung tâm thông tin (TTTT) phối hợp.",
    "Thông tin, truyền thông (TTTT).\nTrung tâm dữ liệu (TTDL) phối hợp.",
    _conflict,
)
RULES = (NEVER, LATE, TWICE, CONFLICT)
