"""What nobody types, by the thousand signs: the rules have done with it in a moment."""

from dataclasses import replace
from time import process_time

import pytest
from support.long_texts import long_texts
from support.manuscripts import subject

from reportgen.checks.registry import all_rules
from reportgen.checks.running import find

LENGTH = 10_000
SECONDS = 10  # of the processor; a tenth of it is enough, and the square of the length is not
TEXTS = long_texts(LENGTH)


@pytest.mark.parametrize("text", TEXTS.values(), ids=[ascii(name) for name in TEXTS])
def test_a_paragraph_and_a_note_of_signs_that_go_on_and_on(text: str) -> None:
    one = subject(text, "Câu có chú thích[^1].", notes={1: text})
    began = process_time()
    findings = find(replace(one, previous=one.manuscript), all_rules())
    for finding in findings:
        assert len(finding.quote) <= LENGTH
        assert len(" ".join(finding.context)) <= 2 * LENGTH
    assert process_time() - began < SECONDS


def test_a_title_a_letterhead_and_a_cell_of_signs_that_go_on_and_on() -> None:
    for text in long_texts(500).values():
        one = subject(
            f"# I. {text}",
            [["Tên", "Số"], [text, text]],
            letterhead={"number": text, "place_and_date": text, "issuer": (text,)},
            title={"kind": text, "subject": text},
            recipients=[text],
            running=[text],
        )
        began = process_time()
        find(one, all_rules())
        assert process_time() - began < SECONDS


def test_a_text_of_twice_the_length_takes_no_four_times_as_long() -> None:
    for piece in ("1", "1.", "(", "UBND ", "a\u0301"):
        spent = []
        for length in (10_000, 40_000):
            one = subject(long_texts(length)[piece])
            began = process_time()
            find(one, all_rules())
            spent.append(process_time() - began)
        assert spent[1] < 12 * spent[0] + 2, piece  # sixteen times, were it the square
