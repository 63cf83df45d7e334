"""Words of a passage found on the printed pages."""

import pytest

from reportgen.checks.manuscript import Part, Passage
from reportgen.preview.locating import PrintedText
from reportgen.preview.pages import Letter, lines_of


def printed(*lines: str, left: float = 100, top: float = 50) -> list[Letter]:
    """Lines under each other, each letter ten points wide and high."""
    letters: list[Letter] = []
    for row, line in enumerate(lines):
        y = top + 20 * row
        letters += [
            Letter(sign, left + 10 * at, y, left + 10 * at + 10, y + 10)
            for at, sign in enumerate(line)
        ]
        letters.append(Letter("\n", 0, 0, 0, 0))
    return letters


def passage(text: str, marks: tuple[tuple[int, int], ...] = ()) -> Passage:
    return Passage(0, text, Part.BODY, "body", marks=marks)


def found(text: PrintedText, one: Passage, words: str) -> list[tuple[int, list[tuple[float, ...]]]]:
    start = one.text.index(words)
    spots = text.spots(one, start, start + len(words))
    return [(spot.page, list(spot.boxes)) for spot in spots]


def test_words_are_found_over_the_end_of_a_line() -> None:
    text = PrintedText([printed("Đã cấp 12", "thẻ căn cước")])
    one = passage("Đã cấp 12 thẻ căn cước")
    assert found(text, one, "12 thẻ") == [(0, [(170, 50, 20, 10), (100, 70, 30, 10)])]


def test_the_place_that_is_meant_is_told_by_the_words_around_it() -> None:
    text = PrintedText([printed("lần một: 12 thẻ."), printed("lần hai: 12 thẻ.")])
    assert found(text, passage("lần hai: 12 thẻ."), "12")[0][0] == 1
    assert found(text, passage("lần một: 12 thẻ."), "12")[0][0] == 0


@pytest.mark.parametrize("line", ["hồ sơ1 đạt 99%.", "hồ sơ đạt 99%."])
def test_marks_of_notes_stand_between_the_words_on_the_page(line: str) -> None:
    text = PrintedText([printed(line)])
    assert found(text, passage("hồ sơ đạt 99%.", ((5, 1),)), "99%")
    assert found(text, passage("hồ sơ đạt 99%.", ((5, 1),)), "sơ đạt")


def test_capitals_of_the_frame_and_hyphens_at_line_ends_do_not_hide_words() -> None:
    text = PrintedText([printed("THEO NGHỊ QUYẾT SỐ 66/NQ", "CP CỦA CHÍNH PHỦ")])
    assert found(text, passage("theo Nghị quyết số 66/NQ-CP của Chính phủ"), "66/NQ-CP")


def test_words_that_stand_in_several_places_are_shown_in_none() -> None:
    text = PrintedText([printed("Đạt 99%", "Đạt 99%")])
    assert found(text, passage("xxxxxxxxxxxx 99% yyyyyyyyyyyyyyy"), "99%") == []


def test_a_passage_meant_as_a_whole_is_shown_by_its_beginning() -> None:
    text = PrintedText([printed("Nơi nhận:")])
    (spot,) = text.spots(passage("Nơi nhận:"), 0, 0)
    assert spot.boxes == ((100, 50, 90, 10),)


def test_letters_make_lines_as_they_are_read() -> None:
    lines = lines_of(printed("Độc lập", "Tự do"))
    assert [line.text for line in lines] == ["Độc lập", "Tự do"]
    assert (lines[1].left, lines[1].top, lines[1].width, lines[1].height) == (100, 70, 50, 10)
    assert lines_of([]) == []
