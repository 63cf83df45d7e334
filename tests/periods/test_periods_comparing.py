"""Two periods side by side: what changed, how far, and that nothing is lost on the way."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.comparing.figures import Course, FigureChange, change_of, compare_figures
from reportgen.comparing.wording import amount_text, change_text, relative_text
from reportgen.dossier import Indicator
from reportgen.periods.comparing import Side, compare
from reportgen.periods.comparing_sections import Section
from reportgen.periods.comparing_text import (
    Fate,
    SectionChange,
    compare_sections,
    word_edits,
)
from reportgen.reporting.comparison_report import comparison_text, edits_text, figure_notes

AMOUNTS = st.none() | st.decimals(-(10**9), 10**9, places=2)
FIGURES = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(AMOUNTS, st.booleans(), st.sampled_from(["", "lượt", "nghìn lượt", "tỷ đồng"])),
)
WORDS = st.lists(
    st.sampled_from(["hồ sơ", "12", "1.350", "90,31%", "đạt", "được", ".", ",", " "]), max_size=8
).map(" ".join)
TEXTS = st.lists(WORDS.filter(str.strip), max_size=6).map(tuple)
SECTIONS = st.lists(
    st.builds(Section, st.sampled_from(["1.", "2."]), st.sampled_from("ABCD"), TEXTS), max_size=5
)


def figure(code: str, now: str | None, unit: str = "hồ sơ", total: str | None = None) -> Indicator:
    """A figure; a rate where the value ends in %."""
    is_rate = now is not None and now.endswith("%")
    value = Decimal(now.rstrip("%")) / (100 if is_rate else 1) if now is not None else None
    whole = Decimal(total) if total is not None else None
    return Indicator(code, f"Chỉ tiêu {code}", value, whole, unit, la_ti_le=is_rate)


def indicators(drawn: dict[str, tuple[Decimal | None, bool, str]]) -> dict[str, Indicator]:
    return {
        code: Indicator(code, code, value, don_vi_tinh=unit, la_ti_le=is_rate)
        for code, (value, is_rate, unit) in drawn.items()
    }


CASES = [
    # before, now, course, change, share of what was before
    ("100", "119", Course.UP, "+19", "+19%"),
    ("1200", "1000", Course.DOWN, "-200", "-16,67%"),
    ("7", "7", Course.SAME, "0", "0%"),
    ("0", "12", Course.UP, "+12", ""),
    ("-5", "5", Course.UP, "+10", ""),
    ("14.4", "14.45", Course.UP, "+0,05", "+0,35%"),
    ("90.31%", "91.04%", Course.UP, "+0,73\u00a0điểm", ""),
    ("100%", "99.999%", Course.DOWN, "-0,01\u00a0điểm", ""),
    (None, "5", Course.NEW, "", ""),
    ("5", None, Course.BLANK, "", ""),
    ("5", "5%", Course.UNLIKE, "", ""),
]


@pytest.mark.parametrize(("before", "now", "course", "change", "relative"), CASES)
def test_a_figure_is_told_with_change_and_share(
    before: str | None, now: str | None, course: Course, change: str, relative: str
) -> None:
    one = change_of(figure("a", before), figure("a", now))
    assert (one.course, change_text(one), relative_text(one)) == (course, change, relative)


def test_a_figure_that_only_one_period_has_is_new_or_gone() -> None:
    assert change_of(None, figure("a", "5")).course is Course.NEW
    gone = change_of(figure("a", "5"), None)
    assert (gone.course, gone.before, gone.now) == (Course.GONE, Decimal(5), None)


def test_values_in_two_units_of_one_kind_are_brought_to_that_of_now() -> None:
    one = change_of(figure("a", "1450", "triệu đồng"), figure("a", "1.6", "tỷ đồng"))
    assert (one.before, change_text(one)) == (Decimal("1.45"), "+0,15")
    assert list(figure_notes(one)) == ["kỳ trước tính bằng triệu đồng, đã đổi"]


def test_values_in_units_of_two_kinds_are_not_compared() -> None:
    one = change_of(figure("a", "460", "đơn vị"), figure("a", "451", "cơ sở"))
    assert (one.course, one.change) == (Course.UNLIKE, None)
    assert list(figure_notes(one)) == ["kỳ trước tính bằng đơn vị, không đổi sang nhau được"]


def test_points_and_rates_are_not_compared() -> None:
    before = Indicator("a", "", Decimal("0.05"), don_vi_tinh="điểm phần trăm", la_ti_le=True)
    now = Indicator("a", "", Decimal("0.05"), don_vi_tinh="%", la_ti_le=True)
    assert change_of(before, now).course is Course.UNLIKE


def test_a_total_that_moved_is_told_beside_a_value_that_did_not() -> None:
    one = change_of(figure("a", "90", total="100"), figure("a", "90", total="120"))
    assert (one.course, one.moved) == (Course.SAME, True)
    assert list(figure_notes(one)) == [
        "tổng số 100 → 120 (+20)",
        "tỷ lệ 90% → 75% (-15\u00a0điểm)",
    ]


def test_the_name_of_a_row_gives_way_to_another() -> None:
    names = [Indicator("a", "", chu=name) for name in ("Khánh Hòa", "Lâm Đồng")]
    one = change_of(*names)
    assert (one.course, amount_text(one.before, is_rate=False)) == (Course.RENAMED, "Khánh Hòa")
    assert change_of(names[0], names[0]).course is Course.SAME


def test_a_number_without_an_end_is_rounded_as_declared() -> None:
    third = Decimal(1) / 3
    assert amount_text(third, is_rate=False) == "0,33"
    assert amount_text(third, is_rate=False, decimals=1) == "0,3"


def test_the_figure_that_moved_most_comes_first_and_those_that_did_not_last() -> None:
    before = {"b": "100", "c": "10", "d": "5", "e": "0", "f": "1000", "g": "100"}
    now = {"b": "110", "c": "20", "d": "5", "e": "1", "f": "1100", "g": "110", "a": "3"}
    found = compare_figures(
        {code: figure(code, value) for code, value in before.items()},
        {code: figure(code, value) for code, value in now.items()},
    )
    # e grew from nothing, c doubled; 10% of 1000 is more than 10% of 100; then by name
    assert [one.code for one in found] == ["e", "c", "f", "b", "g", "a", "d"]


def test_figures_that_moved_alike_are_in_vietnamese_order() -> None:
    names = ["Đăng ký xe", "Dân cư", "Ấp văn hóa", "An sinh"]
    before = {str(n): Indicator(str(n), name, Decimal(1)) for n, name in enumerate(names)}
    now = {str(n): Indicator(str(n), name, Decimal(2)) for n, name in enumerate(names)}
    found = [one.name for one in compare_figures(before, now)]
    assert found == ["An sinh", "Ấp văn hóa", "Dân cư", "Đăng ký xe"]


@given(FIGURES, FIGURES)
def test_no_figure_is_lost_and_changes_lead_from_before_to_now(
    drawn: dict[str, tuple[Decimal | None, bool, str]],
    later: dict[str, tuple[Decimal | None, bool, str]],
) -> None:
    before, now = indicators(drawn), indicators(later)
    found = compare_figures(before, now)
    assert sorted(one.code for one in found) == sorted({*before, *now})
    for one in found:
        assert one.now == (now[one.code].thuc_hien if one.code in now else None)
        assert (one.course is Course.GONE) == (one.code not in now)
        if one.change is not None and isinstance(one.before, Decimal):
            assert one.before + one.change == one.now
            assert one.moved == bool(one.change)
    assert found == compare_figures(dict(reversed(before.items())), dict(reversed(now.items())))


@given(FIGURES, FIGURES)
def test_sizes_go_down_through_the_list(
    drawn: dict[str, tuple[Decimal | None, bool, str]],
    later: dict[str, tuple[Decimal | None, bool, str]],
) -> None:
    def size(one: FigureChange) -> Decimal:
        if one.change is None or not isinstance(one.before, Decimal):
            return Decimal(0)
        return abs(one.change / one.before) if one.before else Decimal("Infinity")

    moved = [one for one in compare_figures(indicators(drawn), indicators(later)) if one.moved]
    sizes = [size(one) for one in moved]
    assert sizes == sorted(sizes, reverse=True)


@given(WORDS, WORDS)
def test_word_edits_lead_from_one_text_to_the_other(before: str, now: str) -> None:
    edits = list(word_edits(before, now))
    assert "".join(edit.text for edit in edits if edit.sign != "+") == before
    assert "".join(edit.text for edit in edits if edit.sign != "-") == now
    assert any(edit.sign != "=" for edit in edits) == (before != now)


def before_of(change: SectionChange) -> Sequence[str]:
    return [
        text
        for part in change.paragraphs
        if (text := "".join(edit.text for edit in part.edits if edit.sign != "+"))
        or all(edit.sign == "=" for edit in part.edits)
    ]


def now_of(change: SectionChange) -> Sequence[str]:
    return [
        text
        for part in change.paragraphs
        if (text := "".join(edit.text for edit in part.edits if edit.sign != "-"))
        or all(edit.sign == "=" for edit in part.edits)
    ]


@given(SECTIONS, SECTIONS)
def test_no_section_is_lost_and_edits_lead_from_before_to_now(
    before: list[Section], now: list[Section]
) -> None:
    changes = compare_sections(before, now)
    assert [one.now for one in changes if one.now] == now
    assert sorted(map(repr, (one.before for one in changes if one.before))) == sorted(
        map(repr, before)
    )
    for one in changes:
        assert before_of(one) == list(one.before.paragraphs if one.before else ())
        assert now_of(one) == list(one.now.paragraphs if one.now else ())
        assert (one.fate is Fate.ADDED) == (one.before is None)
        assert (one.fate is Fate.REMOVED) == (one.now is None)


TEXT_CASES = [
    ("Đã cấp 12 thẻ.", "Đã cấp 15 thẻ.", Fate.FIGURES, "Đã cấp [-12-]{+15+} thẻ."),
    ("Đạt 90,31%.", "Đạt 100%.", Fate.FIGURES, "Đạt [-90,31%-]{+100%+}."),
    ("Sở Y tế chủ trì thực hiện.", "Sở Nội vụ chủ trì thực hiện.", Fate.CHANGED,
     "Sở [-Y tế-]{+Nội vụ+} chủ trì thực hiện."),
    ("Đã triển khai thực hiện.", "Đã triển khai thực hiện xong.", Fate.CHANGED,
     "Đã triển khai thực hiện{+ xong+}."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "fate", "shown"), TEXT_CASES)
def test_a_paragraph_is_compared_word_by_word(
    before: str, now: str, fate: Fate, shown: str
) -> None:
    (one,) = compare_sections([Section("1.", "Mục", (before,))], [Section("2.", "Mục", (now,))])
    assert one.fate is fate
    assert edits_text(one.paragraphs[0].edits) == shown


def test_unchanged_stretches_are_shortened() -> None:
    words = " ".join(f"chữ{number}" for number in range(40))
    edits = list(word_edits(f"{words} cũ {words}", f"{words} mới {words}"))
    shown = edits_text(edits)
    assert shown.startswith("[…] chữ35 chữ36")
    assert "[-cũ-]{+mới+}" in shown
    assert shown.endswith("chữ3 chữ4 […]")


def test_a_section_with_another_title_is_known_by_its_text_and_a_label_counts_for_nothing() -> None:
    text = ("Các sở, ban, ngành tiếp tục tuyên truyền về Đề án 06 trên địa bàn tỉnh.",)
    before = [Section("1.", "Tuyên truyền", text), Section("2.", "Thể chế", ("Không phát sinh.",))]
    now = [Section("1.", "Thể chế", ("Không phát sinh.",)), Section("2.", "Truyền thông", text)]
    found = compare_sections(before, now)
    assert [(one.fate, one.retitled) for one in found] == [(Fate.SAME, False), (Fate.CHANGED, True)]


def test_a_title_that_names_the_month_is_the_same_section_next_month() -> None:
    before, now = (Section("", f"Kết quả tháng {month}/2025", ("Đạt.",)) for month in (9, 10))
    (one,) = compare_sections([before], [now])
    assert one.before == before


def test_what_gave_way_stands_before_what_came() -> None:
    before = Section("1.", "Mục", ("Một việc đã xong từ lâu.", "Hai."))
    now = Section("1.", "Mục", ("Hoàn toàn khác, chưa từng có ở đây.", "Hai."))
    (one,) = compare_sections([before], [now])
    signs = [edit.sign for part in one.paragraphs for edit in part.edits]
    assert signs == ["-", "+", "="]


def test_texts_of_two_templates_are_not_compared_and_figures_are() -> None:
    sides = [
        Side(f"{name}.yaml", name, None, {"a": figure("a", value)}, (Section("", "Mục", ("x",)),))
        for name, value in (("bao_cao", "5"), ("ke_hoach", "6"))
    ]
    found = compare(*sides)
    assert found.sections is None
    assert len(found.moved) == 1
    told = comparison_text(found)
    assert "hai mẫu khác nhau (bao_cao và ke_hoach)" in told
    assert "▲ tăng  a – Chỉ tiêu a: 5 → 6 hồ sơ (+1, +20%)" in told


def test_only_chosen_figures_are_compared() -> None:
    before, now = (
        Side("x.yaml", "bao_cao", None, {code: figure(code, value) for code in "abc"}, ())
        for value in ("1", "2")
    )
    assert [one.code for one in compare(before, now, ["b"]).figures] == ["b"]
