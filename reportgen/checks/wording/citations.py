"""Documents as a text cites them: kind, number and symbol, date, whose they are, what about."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.checks.manuscript import Manuscript, Part, Passage
from reportgen.checks.remembering import remembered
from reportgen.checks.wording.date_mentions import DateMention, Form, date_mentions
from reportgen.checks.wording.letters import CAPITAL
from reportgen.checks.wording.sentences import sentence_around
from reportgen.dossier.kinds import KINDS
from reportgen.vietnamese.text import fold_tone_placement

#: Kinds that are cited but not drafted here; Thông báo and the like come from the decree's table.
_OTHER_KINDS = (
    "nghị quyết liên tịch",
    "thông tư liên tịch",
    "văn bản hợp nhất",
    "nghị định",
    "thông tư",
    "kết luận",
    "văn bản",
    "sắc lệnh",
    "lệnh",
    "luật",
    "bộ luật",
    "pháp lệnh",
)
_KIND_NAMES = sorted(
    {*_OTHER_KINDS, *(fold_tone_placement(kind.name.lower()) for kind in KINDS.values())},
    key=len,
    reverse=True,
)
_GROUP = rf"{CAPITAL}[\w&]*"
REFERENCE = (
    rf"(?:\d{{1,6}}(?:/(?:19|20)\d{{2}})?/{_GROUP}(?:\.{_GROUP})?(?:-[\w&]+)*"
    rf"|\d{{1,5}}-{_GROUP}/{_GROUP}(?:[-/][\w&]+)*)"
)
_CITED = re.compile(
    rf"(?:\b(?P<kind>(?i:{'|'.join(_KIND_NAMES)}))\s+)?(?:\b(?i:số)\s*:?\s*)?"
    rf"(?<![\w/.-])(?P<reference>{REFERENCE})(?![\w/])"
)
_TO_DATE = re.compile(r"\s*[,(]?\s*(?:(?:được\s+)?(?:ban hành|ký)\s+)?(?:ngày\s+)?", re.I)
_ISSUER = re.compile(r"\s*\)?\s*,?\s*của\s+(?P<issuer>[^,;.()“”\n]+)")
_ISSUER_ENDS = re.compile(
    r"\s(?:về|v/v|quy định|ban hành|phê duyệt|triển khai|hướng dẫn|sửa đổi|thực hiện|đề nghị|"
    r"đôn đốc|tham gia|trình|công bố|thành lập|giao|kiện toàn|yêu cầu|thông báo|để|được|đã|và)\s"
)
_SUBJECT = re.compile(r"\s*,?\s*(?:về\s+việc|về|v/v)\s+(?P<subject>[^;()\n]+)", re.I)
_WITHOUT_SYMBOL = ("luật", "bộ luật", "pháp lệnh", "sắc lệnh", "lệnh")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as cited in `passage`: kind to number in `[start, end)`, all of it to `until`.

    `kind` is in lower case, "" where none stands before the number; `reference` is number and
    symbol as typed (`2943/KH-UBND`, `57-CV/TU`); `issuer` and `subject` are "" where not told.
    """

    passage: Passage
    start: int
    end: int
    until: int
    kind: str
    reference: str
    reference_start: int
    day: DateMention | None = None
    issuer: str = ""
    subject: str = ""

    @property
    def key(self) -> str:
        """What citations of one document share."""
        return fold_tone_placement(self.reference).upper()

    @property
    def symbol(self) -> str:
        """`KH-UBND`; of a Party document `CV/TU`."""
        return re.sub(r"^\d+(?:/\d{4})?[/-]", "", self.reference)

    @property
    def type_letters(self) -> str:
        """The first group of the symbol: `KH`, `NĐ`, `CV`."""
        return re.split(r"[-/.]", self.symbol)[0]

    @property
    def year(self) -> int | None:
        """The year in the number (`123/2020/NĐ-CP`)."""
        match = re.match(r"\d+/(\d{4})/", self.reference)
        return int(match[1]) if match else None

    @property
    def dated(self) -> date | None:
        """The day of the cited document."""
        return self.day.value if self.day else None

    @property
    def named_by_title(self) -> bool:
        """Whether its kind is cited by name alone (Luật, Pháp lệnh: Phụ lục I, II.6.b)."""
        return self.kind in _WITHOUT_SYMBOL

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@remembered
def citations_in(passage: Passage) -> tuple[Citation, ...]:
    """The documents that a passage cites by number and symbol, from left to right."""
    return tuple(_read(passage, match) for match in _matches(passage.text))


def citations_of(manuscript: Manuscript) -> Iterator[Citation]:
    """All citations of the running text in reading order, a note's where its mark stands."""
    placed: set[int] = set()
    for passage in manuscript.running_text():
        if passage.part is Part.NOTE:
            continue
        yield from citations_in(passage)
        for _, number in passage.marks:
            if number not in placed:
                placed.add(number)
                for note in manuscript.notes.get(number, ()):
                    yield from citations_in(note)
    for number, notes in manuscript.notes.items():
        if number not in placed:
            for note in notes:
                yield from citations_in(note)


@remembered
def _matches(text: str) -> tuple[re.Match[str], ...]:
    """Matches of the folded text; of a file name there are none."""
    folded = fold_tone_placement(text)
    return tuple(match for match in _CITED.finditer(folded) if "_" not in match["reference"])


def _read(passage: Passage, match: re.Match[str]) -> Citation:
    text = passage.text
    end = match.end("reference")
    day = _date_at(text, end)
    until = day.end if day else end
    issuer = subject = ""
    if named := _ISSUER.match(text, until):
        cut = _ISSUER_ENDS.search(named["issuer"] + " ")
        length = cut.start() if cut else len(named["issuer"])
        issuer = named["issuer"][:length].strip()
        until = named.start("issuer") + length
    _, last = sentence_around(text, end)
    if about := _SUBJECT.match(text, until, max(last, until)):
        subject = about["subject"].strip()
    return Citation(
        passage,
        match.start("kind") if match["kind"] else match.start("reference"),
        end,
        until,
        " ".join((match["kind"] or "").lower().split()),
        text[match.start("reference") : end],
        match.start("reference"),
        day,
        issuer,
        subject,
    )


def _date_at(text: str, end: int) -> DateMention | None:
    """The date that follows a number at once."""
    lead = _TO_DATE.match(text, end)
    begin = lead.end() if lead else end
    mentions = date_mentions(text)
    index = bisect_left(mentions, end, key=_start_of)
    if index == len(mentions) or mentions[index].start > begin:
        return None
    mention = mentions[index]
    return mention if mention.form in (Form.LONG, Form.SHORT, Form.DAY_MONTH) else None


def _start_of(mention: DateMention) -> int:
    return mention.start
