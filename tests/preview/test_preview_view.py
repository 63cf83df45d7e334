"""From one state of the preview to the next: what stays, what goes."""

from datetime import datetime

from reportgen.preview import view as views
from reportgen.preview.view import Page, Remark, View, as_json
from reportgen.problems import Severity

AT, LATER = datetime(2025, 9, 19, 8, 0, 0), datetime(2025, 9, 19, 8, 5, 0)
PAGES = (Page("a", 595, 842), Page("b", 595, 842))
ADVICE = Remark("VB040", Severity.ADVICE, "chưa giải thích")
ERROR = Remark("HS005", Severity.ERROR, "thiếu dấu")


def good() -> View:
    return views.looked_through(views.laid(View("x"), PAGES, "", AT), [ADVICE], {})


def test_the_last_good_pages_stay_when_the_sources_break() -> None:
    broken = views.refused(views.begun(good()), [ERROR], {}, LATER)
    assert broken.broken
    assert broken.pages == PAGES
    assert (broken.laid_at, broken.tried_at) == (AT, LATER)
    assert broken.remarks == (ERROR,)
    assert not broken.busy


def test_errors_go_as_soon_as_there_are_new_pages() -> None:
    mended = views.laid(views.begun(views.refused(good(), [ERROR], {}, LATER)), PAGES, "", LATER)
    assert not mended.broken
    assert mended.remarks == ()


def test_what_was_found_stays_until_the_new_pages_are_checked() -> None:
    again = views.laid(views.begun(good()), PAGES, "", LATER)
    assert again.remarks == (ADVICE,)
    assert not again.checked
    assert again.busy
    done = views.looked_through(again, [], {})
    assert done.checked
    assert (done.remarks, done.busy) == ((), False)


def test_pages_that_differ_are_told_and_none_at_first() -> None:
    assert good().changed == ()
    other = views.laid(good(), (PAGES[0], Page("c", 595, 842), PAGES[1]), "", LATER)
    assert other.changed == (1,)


def test_a_dossier_that_is_broken_from_the_start_has_errors_and_no_pages() -> None:
    broken = views.refused(views.begun(View("x")), [ERROR], {}, AT)
    shown = as_json(broken)
    assert shown["trang"] == []
    assert shown["hong"]
    assert shown["dem"] == {"loi": 1, "canh_bao": 0, "goi_y": 0}
    assert (shown["dung_luc"], shown["thu_luc"]) == ("", "08:00:00")


def test_every_step_has_a_number_of_its_own() -> None:
    one = View("x")
    two = views.begun(one)
    three = views.laid(two, PAGES, "", AT)
    four = views.looked_through(three, [], {})
    five = views.refused(four, [], {}, AT)
    assert [one.number for one in (one, two, three, four, five)] == [0, 1, 2, 3, 4]
