"""TT040 to TT043: page numbers (Phụ lục I, I.7)."""

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import size_of
from reportgen.checks.layout.measures import shown, shown_range, within
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.layout.sections import main_sections
from reportgen.checks.subject import Subject
from reportgen.document.tree import Alignment
from reportgen.layout.nd30 import COMPONENTS
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Recognised
from reportgen.readers.word.model import WordParagraph, WordSection

_CLAUSE = "Phụ lục I, I.7"
_STYLE = COMPONENTS["page_number"]
_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_MORE_THAN_A_PAGE = 4500  # characters of running text; a full page holds about 3.000
_HINT = "Insert → Page Number → Top of Page, canh giữa; Design → Different First Page"


def page_numbers(paragraphs: Sequence[WordParagraph]) -> list[WordParagraph]:
    """The paragraphs of a header or footer that print the page's number."""
    return [one for one in paragraphs if any(_PAGE.match(run.field) for run in one.runs)]


def shown_in_header(section: WordSection) -> list[WordParagraph]:
    """What prints the numbers on the section's pages but the first, at their tops."""
    return [
        one
        for kind in ("default", "even")
        for one in page_numbers(section.headers.get(kind, ()))
        if kind != "even" or section.even_and_odd
    ]


def _present(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    sections = main_sections(word) if word else ()
    if word is None or not sections or any(map(shown_in_header, sections)):
        return
    footers = [
        one
        for section in sections
        for part in section.footers.values()
        for one in page_numbers(part)
    ]
    if footers:
        message = "số trang đặt ở cuối trang, phải ở lề trên"
        yield HEADER.about(message, _HINT, place=footers[0].place)
    elif _is_long(word) and not _typed(sections):
        yield PRESENT.about("văn bản nhiều trang mà không đánh số trang", _HINT)


def _is_long(word: Recognised) -> bool:
    """Whether the main text cannot stand on one page."""
    main = [one.paragraph for one in word.anatomy.text if one.appendix == 0]
    breaks = any("\f" in one.text or one.format.page_break_before for one in main)
    return breaks or sum(len(one.text) for one in main) > _MORE_THAN_A_PAGE


def _typed(sections: Sequence[WordSection]) -> bool:
    """Whether a figure is typed at the tops of pages, as a number that cannot run."""
    return any(
        one.text.strip().isdigit()
        for section in sections
        for part in section.headers.values()
        for one in part
    )


def _placed(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for section in main_sections(word) if word else ():
        for line in shown_in_header(section):
            if line.format.alignment is Alignment.RIGHT:
                message = "số trang canh phải, phải canh giữa ở lề trên"
                hint = "mở đầu trang, đặt con trỏ ở số trang → Center (Ctrl+E)"
                yield HEADER.about(message, hint, place=line.place)
                return


def _first_page(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    sections = main_sections(word) if word else ()
    if not sections:
        return
    section = sections[0]
    kind = "first" if section.title_page else "default"
    found = page_numbers(section.headers.get(kind, ())) or page_numbers(
        section.footers.get(kind, ())
    )
    if found:
        hint = "mở đầu trang → Design, chọn Different First Page và xóa số ở trang thứ nhất"
        message = "số trang hiện cả ở trang thứ nhất"
        yield FIRST.about(message, hint, place=found[0].place)


def _type(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for section in main_sections(word) if word else ():
        for line in shown_in_header(section):
            size = size_of([line])
            if size is not None and not within(size, _STYLE.sizes):
                message = f"số trang cỡ chữ {shown(size)}, phải {shown_range(_STYLE.sizes)}"
            elif section.page_format not in ("decimal", "numberInDash"):
                message = "số trang không phải chữ số Ả Rập"
            elif any(run.format.italic and run.text.strip() for run in line.runs):
                message = "số trang in nghiêng, phải in đứng"
            else:
                continue
            hint = "mở đầu trang, chọn số trang → Home, kiểu chữ đứng, cỡ 13 hoặc 14"
            yield TYPE.about(message, hint, place=line.place)
            return


PRESENT = Rule(
    "TT040",
    "đánh số trang",
    Severity.ERROR,
    clause(f"số trang đánh từ số 1, bằng chữ số Ả Rập, từ trang thứ hai: {_CLAUSE}"),
    "Báo cáo 12 trang không có số trang",
    "Báo cáo 12 trang có số trang từ trang 2",
    _present,
)
HEADER = Rule(
    "TT041",
    "vị trí số trang",
    Severity.ERROR,
    clause(f"số trang canh giữa theo chiều ngang trong phần lề trên: {_CLAUSE}"),
    "Số trang ở cuối trang, bên phải",
    "Số trang ở giữa lề trên",
    _placed,
)
FIRST = Rule(
    "TT042",
    "không hiện số trang thứ nhất",
    Severity.ERROR,
    clause(f"không hiển thị số trang thứ nhất: {_CLAUSE}"),
    "Trang thứ nhất có số 1",
    "Trang thứ nhất không có số",
    _first_page,
)
TYPE = Rule(
    "TT043",
    "kiểu chữ của số trang",
    Severity.ERROR,
    clause(f"số trang bằng chữ số Ả Rập, cỡ chữ 13 - 14, kiểu chữ đứng: {_CLAUSE}"),
    "Số trang cỡ chữ 11",
    "Số trang cỡ chữ 14",
    _type,
)
RULES = (PRESENT, HEADER, FIRST, TYPE)
