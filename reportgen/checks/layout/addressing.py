"""TT032 and TT033: who is addressed, and how `Kính gửi` is written (Phụ lục I, II.9.a)."""

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import printed
from reportgen.checks.layout.measures import shown
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.metrics import millimetres
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.readers.recognition.words import AGENCY, fold
from reportgen.readers.word.model import WordParagraph

_CLAUSE = "Phụ lục I, II.9.a"
_FORMS = ("giay_", "thu_cong", "cong_dien", "hop_dong", "ban_", "bien_ban")
_ADDRESSING = re.compile(r"\s*Kính\s+(?:gửi|trình)\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)
_JOINED = re.compile(r"(?:;|, và|,)\s+(?=[A-ZĐỦ])")
# Forms of other rules say Kính gửi there, as that for passing petitions on does.
_SLIPS = ("phieu_gui", "phieu_chuyen", "phieu_bao")
_COUNCIL = re.compile(r"(?:ủy ban|ubnd|hội đồng|hđnd)\b")
_DASHES = "-–—+"
_SLACK = 2.0  # mm
_TOP = 20  # paragraphs of the text; farther down stand forms that are enclosed


def _kinds(subject: Subject) -> Iterator[Finding]:
    word, kind = governed(subject), subject.facts.kind
    if word is None or kind is None or kind.addressed or kind.key.startswith(_FORMS):
        return
    slip = kind.key in _SLIPS
    for line in (word.anatomy.of(Component.ADDRESSING) or _in_the_text(word))[:1]:
        name = kind.in_a_sentence.lower()
        message = f"{name} không ghi “Kính gửi”"
        hint = "bỏ “Kính gửi”, ghi nơi nhận ở cuối văn bản"
        severity = Severity.ADVICE if slip else KINDS.severity
        yield KINDS.about(message, hint, place=line.place, severity=severity)


def _in_the_text(word: Recognised) -> Sequence[WordParagraph]:
    """Lines `Kính gửi: …` below the bases or the first words of the main text."""
    top = [one.paragraph for one in word.anatomy.text if one.appendix == 0][:_TOP]
    found = [(one, _ADDRESSING.match(one.text)) for one in top if one.place.table is None]
    return [one for one, match in found if match and match["colon"]]


def _lines(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    others = [one for one in word.anatomy.of(Component.ADDRESSEE) if one.text.strip()]
    for line in word.anatomy.of(Component.ADDRESSING)[:1]:
        found = _ADDRESSING.fullmatch(" ".join(printed(line).split()))
        if found is None:
            continue
        rest = found["rest"]
        if not found["colon"]:
            message = f"sau “Kính gửi” không có dấu hai chấm: “{printed(line)}”"
            yield LINES.about(message, "viết “Kính gửi:”", place=line.place)
        elif rest and others and not _is_wrapped(rest, others):
            message = "nơi nhận đầu tiên ghi cùng dòng với “Kính gửi:” mà có nhiều nơi nhận"
            hint = "xuống dòng sau “Kính gửi:”, mỗi nơi nhận một dòng có gạch đầu dòng"
            yield LINES.about(message, hint, place=line.place)
        elif _names_several(rest):
            message = f"nhiều nơi nhận ghi trên một dòng: “{rest}”"
            hint = "xuống dòng sau “Kính gửi:”, mỗi nơi nhận một dòng có gạch đầu dòng"
            yield LINES.about(message, hint, place=line.place)
        else:
            yield from _list(others)


def _is_wrapped(rest: str, others: Sequence[WordParagraph]) -> bool:
    """Whether the next line only goes on with a name that fills more than one line."""
    following = printed(others[0])
    return len(others) == 1 and following[0] not in _DASHES and rest[-1] not in ";."


def _names_several(rest: str) -> bool:
    """Whether agencies are strung together; `các Vụ, Cục thuộc Bộ` are one addressee."""
    wanted = _COUNCIL if fold(rest).startswith("các ") else AGENCY
    return any(
        found[0].startswith(";") or wanted.match(fold(rest[found.end() :]))
        for found in _JOINED.finditer(rest)
    )


def _list(lines: Sequence[WordParagraph]) -> Iterator[Finding]:
    if len(lines) > 1 and not any(printed(one)[0] in _DASHES for one in lines):
        message = "các dòng nơi nhận sau “Kính gửi:” không có gạch đầu dòng"
        hint = f"viết “- {printed(lines[0])}”"
        yield LINES.about(message, hint, place=lines[0].place)
        return
    dashed = [one for one in lines if one.text.startswith("-")]
    starts = {id(one): one.format.indent_left + one.format.first_line for one in dashed}
    if not dashed or any(one.format.alignment != dashed[0].format.alignment for one in dashed):
        return
    first = starts[id(dashed[0])]
    for line in dashed[1:]:
        apart = millimetres(abs(starts[id(line)] - first))
        if apart > _SLACK:
            message = f"gạch đầu dòng lệch {shown(apart)} mm so với dòng đầu: “{printed(line)}”"
            hint = "chọn các dòng nơi nhận → Paragraph, đặt cùng một mức lùi"
            yield LINES.about(message, hint, place=line.place, severity=Severity.WARNING)
            return


KINDS = Rule(
    "TT032",
    "văn bản được ghi Kính gửi",
    Severity.ERROR,
    clause(f"“Kính gửi” chỉ dùng cho tờ trình, báo cáo gửi cấp trên và công văn: {_CLAUSE}"),
    "Thông báo có dòng “Kính gửi: Các sở, ban, ngành”",
    "Công văn có dòng “Kính gửi: Bộ Nội vụ”",
    _kinds,
)
LINES = Rule(
    "TT033",
    "cách trình bày Kính gửi",
    Severity.ERROR,
    clause(
        "sau “Kính gửi” có dấu hai chấm; từ hai nơi nhận trở lên thì xuống dòng, mỗi nơi một dòng "
        f"có gạch đầu dòng, thẳng hàng với nhau: {_CLAUSE}"
    ),
    "Kính gửi: Bộ Nội vụ; Bộ Tài chính.",
    "Kính gửi:\n- Bộ Nội vụ;\n- Bộ Tài chính.",
    _lines,
)
RULES = (KINDS, LINES)
