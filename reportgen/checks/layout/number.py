"""TT028 to TT031: number and symbol, the letter's title, place and date (Phụ lục I, II.3-II.5)."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import printed
from reportgen.checks.layout.scope import clause, governed, is_exempt
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.dossier.kinds import KINDS
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.words import bare
from reportgen.vietnamese import fold_tone_placement, nfc

_NO_COLON = re.compile(r"\s*(?:Số|SỐ|số)\b(?!\s*:)")
_ONE_FIGURE = re.compile(r"(?<![\d.])([1-9])(?=\s*/)")
# A gap before the stroke is right where the number is still blank: `Số:      /BC-BCĐ`.
_GAP = re.compile(r"\d\s+/|/\s+\S|\w\s+-|-\s+\w|\w\s*[–—]\s*\w")
_SYMBOL = re.compile(r"/\s*(?P<symbol>\S.*)$")
_FULL_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>[,.]?)\s*ngày\b.*?\btháng\b.*?\bnăm\b.*", re.IGNORECASE
)


def _number(subject: Subject) -> Iterator[Finding]:
    for passage in _lines(subject, "letterhead.number"):
        text = nfc(passage.text)
        if _NO_COLON.match(text):
            yield _told(NUMBER, passage, "sau từ “Số” không có dấu hai chấm", "viết “Số:”")
        elif figure := _ONE_FIGURE.search(text):
            hint = f"viết “0{figure[1]}”"
            yield _told(NUMBER, passage, "số nhỏ hơn 10 không có số 0 phía trước", hint)
        elif _GAP.search(text):
            right = re.sub(r"(?<=\S)\s*([-/–—])\s*", _closed, text)
            fault = "dấu gạch chéo, gạch nối trong số, ký hiệu có cách chữ hoặc không đúng dấu"
            yield _told(NUMBER, passage, fault, f"viết “{' '.join(right.split())}”")


def _closed(match: re.Match[str]) -> str:
    return "/" if match[1] == "/" else "-"


def _symbol(subject: Subject) -> Iterator[Finding]:
    kind = subject.facts.kind
    for passage in _lines(subject, "letterhead.number"):
        found = _SYMBOL.search(nfc(passage.text))
        if kind is None or found is None:
            continue
        groups = [one.strip(" .") for one in re.split(r"[-–—/.]", found["symbol"])]
        first = groups[0]
        if kind.letter:
            named = {one.abbreviation for one in KINDS.values() if one.abbreviation}
            if "CV" in groups or (first in named and len(groups) > 1 and len(first) > 1):
                extra = "CV" if "CV" in groups else first
                fault = f"ký hiệu của công văn không có “{extra}”"
                hint = "viết: tên cơ quan - đơn vị soạn thảo, ví dụ UBND-KGVX"
                yield _told(SYMBOL, passage, fault, hint)
        elif kind.abbreviation and first != kind.abbreviation and first.strip("…_<>[]"):
            name = kind.in_a_sentence.lower()
            fault = f"ký hiệu “{found['symbol'].strip()}” không phải của {name}"
            rest = "-".join(groups[1:]) or "tên viết tắt của cơ quan"
            yield _told(SYMBOL, passage, fault, f"viết “{kind.abbreviation}-{rest}”")


def _letter(subject: Subject) -> Iterator[Finding]:
    for passage in _lines(subject, "title.kind"):
        if bare(passage.text) == bare(KINDS["cong_van"].name):
            fault = "công văn không ghi tên loại"
            hint = "bỏ dòng này, ghi trích yếu “V/v …” dưới số, ký hiệu"
            yield _told(LETTER, passage, fault, hint)


def _dated(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for line in word.anatomy.of(Component.PLACE_AND_DATE) if word else ():
        text = printed(line)
        found = _FULL_DATE.fullmatch(fold_tone_placement(text))
        if found is None:
            message = f"thời gian ban hành không viết đầy đủ: “{text}”"
            hint = "viết “…, ngày … tháng … năm …”"
        elif not found["place"].strip():
            message, hint = f"không có địa danh: “{text}”", "ghi địa danh trước “, ngày …”"
        elif found["comma"] != ",":
            message = f"sau địa danh không có dấu phẩy: “{text}”"
            hint = f"viết “{found['place'].strip()}, ngày …”"
        else:
            continue
        yield DATED.about(message, hint, place=line.place)


def _lines(subject: Subject, component: str) -> Iterator[Passage]:
    if is_exempt(subject):
        return
    for passage in subject.manuscript.passages:
        if passage.component == component:
            yield passage


def _told(rule: Rule, passage: Passage, fault: str, hint: str) -> Finding:
    text = passage.text
    return rule.at(passage, 0, len(text), f"{fault}: “{' '.join(text.split())}”", hint)


NUMBER = Rule(
    "TT028",
    "cách viết số, ký hiệu",
    Severity.ERROR,
    clause(
        "sau từ “Số” có dấu hai chấm, số nhỏ hơn 10 ghi thêm số 0, giữa số và ký hiệu có dấu gạch "
        "chéo, giữa các nhóm chữ có dấu gạch nối, không cách chữ: Phụ lục I, II.3.c"
    ),
    "Số: 5/QĐ-UBND",
    "Số: 05/QĐ-UBND",
    _number,
)
SYMBOL = Rule(
    "TT029",
    "ký hiệu theo tên loại văn bản",
    Severity.ERROR,
    clause("chữ viết tắt tên loại văn bản: Phụ lục I, II.3.b và Phụ lục III, Mục I"),
    "Số: 87/CV-UBND (công văn)",
    "Số: 87/UBND-KGVX",
    _symbol,
)
LETTER = Rule(
    "TT030",
    "công văn không ghi tên loại",
    Severity.ERROR,
    clause("công văn có trích yếu dưới số, ký hiệu và không có tên loại: Phụ lục I, II.5"),
    "CÔNG VĂN",
    "V/v nâng bậc lương năm 2019",
    _letter,
)
DATED = Rule(
    "TT031",
    "cách viết địa danh và thời gian",
    Severity.ERROR,
    clause("địa danh, dấu phẩy, ngày, tháng, năm viết đầy đủ: Phụ lục I, II.4"),
    "Khánh Hòa ngày 19 tháng 9 năm 2025",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025",
    _dated,
)
RULES = (NUMBER, SYMBOL, LETTER, DATED)
