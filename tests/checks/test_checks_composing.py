"""Texts typed with letters and marks apart: read as composed ones, shown as they were typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.manuscripts import manuscript, subject

from reportgen.checks.composing import as_typed
from reportgen.checks.figures import RULES as FIGURES
from reportgen.checks.finding import Finding
from reportgen.checks.running import find
from reportgen.checks.wording import RULES as WORDING
from reportgen.vietnamese import nfc


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def findings(*lines: str) -> tuple[Finding, ...]:
    return find(subject(*lines), (*FIGURES, *WORDING))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Đã làm sạch 85.217/94.887 đối tượng, đạt tỷ lệ 98,81%.", "SL010"),
        ("So với năm 2015 tăng 100 vụ so với cùng kỳ (545/440).", "SL025"),
        ("Triển khai kế hoạch số 853/KH-UBND ngày 24/01/2025 của Bộ công an.", "VB021"),
        ("Các cơ quan phối hợp với với Công an tỉnh.", "VB044"),
    ],
)
def test_a_slip_is_found_however_its_letters_are_typed(line: str, code: str) -> None:
    assert code in {finding.code for finding in findings(line)}
    assert {finding.code for finding in findings(apart(line))} >= {code, "VB056"}


def test_words_are_quoted_as_they_were_typed() -> None:
    (found,) = [one for one in findings(apart("Phối hợp với với Công an.")) if one.code == "VB044"]
    assert (found.quote, found.context) == (
        apart("với với"),
        (apart("Phối hợp "), apart(" Công an.")),
    )


def test_a_passage_of_composed_letters_has_nothing_typed_beside_it() -> None:
    composed, typed = manuscript("Báo cáo", apart("Báo cáo")).passages
    assert (composed.text, composed.typed) == ("Báo cáo", "")
    assert (typed.text, typed.typed) == ("Báo cáo", apart("Báo cáo"))


@given(st.text("aáếộđ ớ1.,", min_size=1).filter(str.strip), st.data())
def test_every_span_of_the_composed_text_is_found_again_in_the_typed_one(
    text: str, data: st.DataObject
) -> None:
    (passage,) = manuscript(apart(text)).passages
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    assert nfc(as_typed(passage, start, end)) == passage.text[start:end]
