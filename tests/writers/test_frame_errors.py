"""What engines say of a frame is told in Vietnamese."""

import pytest

from reportgen.writers.pdf.css_errors import in_vietnamese


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Ignored `colr: red` at 3:5, unknown property.", "dòng 3: bỏ qua “colr: red”"),
        ("Failed to load image at 'a.png': refused", "không lấy được ảnh “a.png”"),
    ],
)
def test_a_complaint_of_the_pdf_engine_is_told_with_its_own_words_after(
    message: str, told: str
) -> None:
    assert told in in_vietnamese(message)
    assert in_vietnamese(message).endswith(f"({message})")


def test_an_unknown_complaint_is_passed_on() -> None:
    assert in_vietnamese("Something new") == "Something new"
