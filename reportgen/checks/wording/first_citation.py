"""VB016: a document's first citation tells its date; VB017: a legal basis tells all of it."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_in, citations_of
from reportgen.checks.wording.date_left_out import date_left_out
from reportgen.checks.wording.date_mentions import date_mentions
from reportgen.checks.wording.gathering import Slip, told
from reportgen.checks.wording.same_document import by_document
from reportgen.checks.wording.sentences import is_quoted, just_before, sentence_around
from reportgen.checks.wording.words import is_in_capitals
from reportgen.problems import Severity

_BLANK = re.compile(r"\s*,?\s*ngày\s*(?:[….]|/|tháng|\s{2,}|$)", re.I)
_BASIS = re.compile(r"\s*Căn cứ\s[^;]*;\s*")
_UNDATED_LAW = re.compile(
    r"\W*Căn cứ\s+(?P<law>(?:Bộ luật|Luật|Pháp lệnh)\s(?:(?!ngày|năm \d|số \d)[^;.])+)[;.]?\s*"
)
_ATTACHED = re.compile(r"kèm theo\s*$", re.I)
_CLAUSE = "(Phụ lục I, II.6.b Nghị định 30/2020/NĐ-CP)"


def _check(subject: Subject) -> Iterator[Finding]:
    own = {f"{subject.facts.number}{sign}{subject.facts.symbol}".upper() for sign in "/-"}
    slips = []
    for key, same in by_document(citations_of(subject.manuscript)).items():
        first = same[0]
        if key in own or not _should_be_dated(first) or _told_in_note(same):
            continue
        message = f"“{first.text}” được viện dẫn lần đầu mà chưa ghi ngày ban hành"
        hint = "ghi thêm ngày, cơ quan ban hành và trích yếu; từ lần sau chỉ cần tên loại và số"
        slips.append(Slip(first.passage, first.start, first.end, message, hint))
    yield from told(RULE, slips)


def _should_be_dated(citation: Citation) -> bool:
    passage = citation.passage
    if not citation.kind or citation.named_by_title or "-" not in citation.reference:
        return False
    if _is_basis(passage) or passage.part is Part.TITLE or is_quoted(passage.text, citation.start):
        return False
    if is_in_capitals(passage.text):
        return False  # a title
    attached = _ATTACHED.search(just_before(passage.text, citation.start))
    return not (attached or _date_is_seen_to(citation))


def _date_is_seen_to(citation: Citation) -> bool:
    """Whether a date stands with the citation or before it, is to be filled in, or is missed by
    another rule."""
    text = citation.passage.text
    if citation.day or date_left_out(citation) or _BLANK.match(text, citation.end):
        return True
    start, end = sentence_around(text, citation.start)
    return any(start <= one.start < end and one.day for one in date_mentions(text))


def _is_basis(passage: Passage) -> bool:
    """Whether a legal basis, told by its role or by how it begins and ends."""
    return passage.is_basis or _BASIS.fullmatch(passage.text) is not None


def _told_in_note(same: list[Citation]) -> bool:
    return any(one.day and one.passage.part is Part.NOTE for one in same[1:])


def _check_bases(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        if not _is_basis(passage):
            continue
        if law := _UNDATED_LAW.fullmatch(passage.text):
            message = f"căn cứ “{law['law']}” thiếu ngày ban hành"
            yield BASIS_RULE.at(passage, *law.span("law"), message, "ghi thêm ngày ban hành")
        cited = citations_in(passage)
        for number, citation in enumerate(cited):
            until = cited[number + 1].start if number + 1 < len(cited) else len(passage.text)
            if missing := _missing(citation, passage.text[citation.end : until]):
                message = f"căn cứ “{citation.text}” thiếu {' và '.join(missing)}"
                hint = f"ghi thêm {' và '.join(missing)}"
                yield BASIS_RULE.at(passage, citation.start, citation.end, message, hint)


def _missing(citation: Citation, rest: str) -> list[str]:
    """What a basis does not tell; of one that is only quoted in another's title, nothing."""
    before = citation.passage.text[: citation.start]
    leads = re.fullmatch(r"\W*(?:\d+\.\s*)?(?:(?:[Tt]hực hiện|[Tt]heo|[Cc]ăn cứ)\s+)?", before)
    if leads is None or not citation.kind or citation.named_by_title:
        return []
    missing = []
    if citation.day is None and not re.search(r"ngày\s", rest):
        missing.append("ngày ban hành")
    if not (citation.issuer or re.search(r"\bcủa\b|\bgiữa\b|liên tịch", rest + citation.kind)):
        missing.append("tên cơ quan ban hành")
    return missing


RULE = Rule(
    "VB016",
    "văn bản được viện dẫn lần đầu chưa ghi ngày ban hành",
    Severity.ADVICE,
    "lần đầu viện dẫn phải ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và "
    f"trích yếu {_CLAUSE}",
    "Rà soát thủ tục hành chính theo Nghị quyết số 66/NQ-CP của Chính phủ.",
    "Rà soát thủ tục hành chính theo Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ.",
    _check,
)

BASIS_RULE = Rule(
    "VB017",
    "căn cứ ban hành chưa ghi đủ ngày, cơ quan ban hành",
    Severity.WARNING,
    "căn cứ phải ghi đầy đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; "
    "luật, pháp lệnh không ghi số, ký hiệu, cơ quan (Phụ lục I, II.6.a)",
    "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    _check_bases,
)

RULES = (RULE, BASIS_RULE)
