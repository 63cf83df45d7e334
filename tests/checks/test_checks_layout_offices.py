"""Documents that follow the decree, laid out in the ways of those who type them in Word."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from support.layouts import findings
from support.office_files import (
    DATE,
    ISSUER,
    MOTTO,
    NATIONAL,
    SUPERIOR,
    TASKS,
    Word,
    closed,
    counted,
    drawn,
    letterhead,
    line,
    numbered_pages,
    opened,
    said,
    saved,
    tabbed,
    titled,
    underscored,
)

from reportgen.problems import Severity


def report() -> Word:
    """Shapes for rules, sections numbered by hand, page numbers in the header."""
    word = opened()
    numbered_pages(word)
    letterhead(word, "215/BC-SNV", drawn)
    titled(word, "BÁO CÁO", "Kết quả cải cách hành chính tháng 9 năm 2025", drawn)
    for heading in ("I. KẾT QUẢ", "II. NHIỆM VỤ"):
        said(word, heading, "b")
        for text in TASKS:
            said(word, text)
    closed(word, "- UBND tỉnh (b/c);", "- Lưu: VT, CCHC.")
    return word


def decision() -> Word:
    """Articles numbered by Word, lines of exactly 18 pt, raised underscores for rules."""
    word = opened()
    letterhead(word, "415/QĐ-SNV", underscored)
    titled(word, "QUYẾT ĐỊNH", "Về việc thành lập Tổ rà soát thủ tục hành chính", underscored)
    line(word, "GIÁM ĐỐC SỞ NỘI VỤ", look="b")
    said(word, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", "i")
    line(word, "QUYẾT ĐỊNH:", look="b")
    number = counted(word, "Điều %1.")
    for text in (*TASKS, "Quyết định này có hiệu lực kể từ ngày ký./."):
        number(said(word, text, exactly=18))
    closed(word, "- Như Điều 3;", "- Lưu: VT, CCHC.")
    return word


def letter() -> Word:
    """A head set by tab stops, without a table."""
    word = opened(left=35, right=15)
    tabbed(word, SUPERIOR, NATIONAL, ("", "b"), 12)
    rules = tabbed(word, ISSUER, MOTTO, ("b", "b"))
    for width in (12, 60):
        drawn(rules, width)
    tabbed(word, "Số: 312/SNV-CCHC", DATE, ("", "i"))
    tabbed(word, "V/v báo cáo kết quả tháng 9", "", ("", ""), 12)
    line(word, "Kính gửi: Ủy ban nhân dân các xã, phường.")
    for text in TASKS:
        said(word, text)
    closed(word, "- Như trên;", "- Lưu: VT, CCHC.")
    return word


def form() -> Word:
    """Form 1.5 of the decree: Quốc hiệu of 12 pt over a Tiêu ngữ of 14, a head wider than A4."""
    word = opened(left=35)
    letterhead(word, "312/SNV-CCHC", underscored, 12, "V/v báo cáo kết quả tháng 9")
    line(word, "Kính gửi: Ủy ban nhân dân các xã, phường.")
    for text in TASKS:
        said(word, text)
    closed(word, "- Như trên;", "- Lưu: VT, CCHC.")
    return word


@pytest.mark.parametrize("made", [report, decision, letter])
def test_a_document_that_follows_the_decree_has_no_fault(made: Callable[[], Word]) -> None:
    told = [(one.code, one.message) for one in findings(saved(made()))]
    assert [one for one in told if one[0] != "TT071"] == []  # tab stops: advice


def test_what_the_forms_of_the_decree_mix_is_no_error() -> None:
    told = [(one.code, one.severity) for one in findings(saved(form()))]
    assert told == [("TT009", Severity.WARNING)]


def texts(word: Word) -> list[Any]:
    return [one for one in word.paragraphs if one.text in TASKS]


def small(word: Word) -> None:
    for paragraph in texts(word):
        for run in paragraph.runs:
            run.font.size = Pt(12)


def ragged(word: Word) -> None:
    for paragraph in texts(word):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def close(word: Word) -> None:
    for paragraph in texts(word):
        paragraph.paragraph_format.line_spacing = 1.8


def without_motto_rule(word: Word) -> None:
    paragraph = next(one for one in word.tables[0].rows[0].cells[1].paragraphs if MOTTO in one.text)
    paragraph._p.remove(paragraph.runs[-1]._r)


FAULTS = {
    "small text": (report, small, "TT006"),
    "small text of articles": (decision, small, "TT006"),
    "ragged articles": (decision, ragged, "TT014"),
    "articles far apart": (decision, close, "TT017"),
    "small text of a letter": (letter, small, "TT006"),
    "one of three shapes left out": (report, without_motto_rule, "TT024"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_found_once(name: str) -> None:
    made, fault, code = FAULTS[name]
    word = made()
    fault(word)
    assert [one.code for one in findings(saved(word)) if one.code != "TT071"] == [code]


def test_a_rule_that_may_be_a_shape_drawn_elsewhere_is_not_missed() -> None:
    word = report()
    left, right = word.tables[0].rows[0].cells
    moved = next(one for one in right.paragraphs if MOTTO in one.text).runs[-1]._r
    left.paragraphs[1]._p.append(moved)
    assert [one.code for one in findings(saved(word))] == []


@pytest.mark.parametrize(
    ("addressees", "expected"),
    [
        ("Các Vụ, Cục, Văn phòng thuộc Bộ.", []),
        ("Các sở, ban, ngành thuộc tỉnh.", []),
        ("Sở Văn hóa, Thể thao và Du lịch.", []),
        ("Các sở, ban, ngành, Ủy ban nhân dân các xã.", ["TT033"]),
        ("Sở Nội vụ, Ủy ban nhân dân xã Diên Khánh.", ["TT033"]),
        ("Bộ Nội vụ; Bộ Tài chính.", ["TT033"]),
    ],
)
def test_one_line_names_one_addressee(addressees: str, expected: list[str]) -> None:
    word = letter()
    addressing = next(one for one in word.paragraphs if one.text.startswith("Kính gửi"))
    addressing.runs[0].text = f"Kính gửi: {addressees}"
    assert [one.code for one in findings(saved(word)) if one.code != "TT071"] == expected
