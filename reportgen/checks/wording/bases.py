"""VB069: the marks after legal bases: `;`, after the last one `.` (Phụ lục I, II.6.a)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_BEGINNINGS = ("căn cứ ", "theo đề nghị ", "xét ", "thực hiện ", "trên cơ sở ", "tiếp theo ")


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.facts.party:
        return
    passages = subject.manuscript.passages
    bases = [index for index, passage in enumerate(passages) if passage.is_basis]
    for number, index in enumerate(bases):
        is_last = number + 1 == len(bases) or bases[number + 1] != index + 1
        if not is_last:
            yield from _ended(passages[index], ";")
        elif _is_followed_by_decision(passages, index):
            yield from _ended(passages[index], ".")


def _is_followed_by_decision(passages: tuple[Passage, ...], index: int) -> bool:
    """Whether `QUYẾT ĐỊNH:` comes next; in a letter the sentence goes on after its bases."""
    following = passages[index + 1].text.strip() if index + 1 < len(passages) else ""
    return following.isupper() and following.endswith(":")


def _ended(passage: Passage, wanted: str) -> Iterator[Finding]:
    text = passage.text.rstrip()
    if text.endswith(wanted) or not text.casefold().lstrip("- ").startswith(_BEGINNINGS):
        return
    start = text.rfind(" ") + 1
    which = "căn cứ cuối cùng" if wanted == "." else "căn cứ này"
    message = (
        f"{which} kết thúc bằng “{text[-1]}”"
        if not text[-1].isalnum()
        else f"{which} không có dấu ở cuối"
    )
    right = f"{text[start:].rstrip(' ;,.:')}{wanted}"
    yield RULE.at(passage, start, len(text), message, f"viết “{right}”")


RULE = Rule(
    "VB069",
    "dấu cuối dòng của căn cứ ban hành",
    Severity.ERROR,
    "mỗi căn cứ một dòng, cuối dòng “;”, căn cứ cuối cùng kết thúc bằng “.” "
    "(Phụ lục I, II.6.a Nghị định 30/2020/NĐ-CP)",
    ">> Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,\n"
    ">> Theo đề nghị của Giám đốc Sở Nội vụ.",
    ">> Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
    ">> Theo đề nghị của Giám đốc Sở Nội vụ.",
    _check,
)
