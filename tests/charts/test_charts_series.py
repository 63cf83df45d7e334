"""What a chart shows: past periods in order, gaps, one unit, words that give the numbers."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.charts.series import Moment, Plot, Series, filled, plot_of
from reportgen.charts.wording import alternative, caption
from reportgen.dossier import Indicator, Period
from reportgen.dossier.history import past_dossiers
from reportgen.drafting.charts import chart_of
from reportgen.problems import Place, Problem

HERE = Place("bao_cao.yaml", 5)


def figure(code: str, done: str | None, **more: object) -> Indicator:
    value = None if done is None else Decimal(done)
    return Indicator(code, "Hồ sơ tiếp nhận", value, place=Place("chi_tieu.csv", 2), **more)  # type: ignore[arg-type]


def moment(period: str, *figures: Indicator) -> Moment:
    return Moment(Period.model_validate(period), {one.ma: one for one in figures})


def plotted(*moments: Moment, **options: object) -> tuple[Plot, list[Problem]]:
    problems: list[Problem] = []
    chart = chart_of(list(moments[-1].indicators.values()), **options)
    return plot_of(chart, moments, HERE, problems), problems


def test_a_month_without_a_dossier_is_a_gap() -> None:
    plot, problems = plotted(
        moment("7/2025", figure("a", "1100000")), moment("9/2025", figure("a", "1365565"))
    )
    assert plot.periods == ("tháng 7/2025", "tháng 8/2025", "tháng 9/2025")
    assert plot.series[0].values == (Decimal(1100000), None, Decimal(1365565))
    assert filled(plot) == ("tháng 7/2025", "tháng 9/2025")
    assert problems == []


@pytest.mark.parametrize(
    ("periods", "names"),
    [
        (("12/2025", "1/2026"), ("tháng 12/2025", "tháng 01/2026")),
        (("quý III/2025", "quý I/2026"), ("quý III/2025", "quý IV/2025", "quý I/2026")),
        (("2024", "2025"), ("năm 2024", "năm 2025")),
    ],
)
def test_periods_follow_one_another_at_their_own_pace(
    periods: tuple[str, ...], names: tuple[str, ...]
) -> None:
    plot, _ = plotted(*(moment(one, figure("a", "1")) for one in periods))
    assert plot.periods == names


def test_days_from_the_middle_of_a_month_are_the_month_that_they_end_in() -> None:
    moments = [
        Moment(Period.model_validate({"tu": tu, "den": den}), {"a": figure("a", "1")})
        for tu, den in (("16/7/2025", "15/8/2025"), ("16/8/2025", "15/9/2025"))
    ]
    assert plotted(*moments)[0].periods == ("tháng 8/2025", "tháng 9/2025")


def test_only_the_last_periods_asked_for_are_shown() -> None:
    months = [moment(f"{month}/2025", figure("a", str(month))) for month in range(1, 10)]
    plot, _ = plotted(*months, ky=3)
    assert plot.periods == ("tháng 7/2025", "tháng 8/2025", "tháng 9/2025")


def test_a_rate_is_reckoned_of_the_totals_of_each_month() -> None:
    plot, _ = plotted(
        moment("8/2025", figure("a", "50", tong_so=Decimal(80))),
        moment("9/2025", figure("a", "90", tong_so=Decimal(100))),
        gia_tri="ti_le",
    )
    assert [plot.printed(value) for value in plot.series[0].values if value] == ["62,5%", "90%"]


def test_a_month_in_another_unit_is_told_with_both_places() -> None:
    _, (problem,) = plotted(
        moment("8/2025", figure("a", "1", don_vi_tinh="nghìn hồ sơ")),
        moment("9/2025", figure("a", "1365", don_vi_tinh="hồ sơ")),
    )
    assert (problem.code, problem.place) == ("BD004", HERE)
    assert "“a” ở chi_tieu.csv, dòng 2" in problem.message or "chi_tieu.csv:2" in problem.message
    assert "“nghìn hồ sơ”" in problem.message


def test_the_words_give_every_number_and_say_where_there_is_none() -> None:
    months = ("tháng 7/2025", "tháng 8/2025", "tháng 9/2025")
    values = (Decimal(1200000), None, Decimal(1365565))
    one = Plot("Hồ sơ", months, (Series("Hồ sơ", values),), "hồ sơ", False, True)
    assert alternative(one) == (
        "Biểu đồ Hồ sơ (hồ sơ): tháng 7/2025 1.200.000; tháng 8/2025 không có số liệu; "
        "tháng 9/2025 1.365.565"
    )
    rates = Series("Số hóa", (Decimal("0.9031"), Decimal("0.5"), None))
    two = Plot("Biểu đồ tỷ lệ", months, (rates, rates), "", True, False)
    assert alternative(two).startswith("Biểu đồ tỷ lệ. Số hóa: tháng 7/2025 90,31%; tháng 8/2025")


def test_captions_are_numbered_unless_the_author_says_what_it_is() -> None:
    plot = Plot("Hồ sơ", (), (), "", False, True)
    assert caption(plot, 2) == "Biểu đồ 2. Hồ sơ"
    assert caption(Plot("Biểu đồ số 5: hồ sơ", (), (), "", False, True), 2) == "Biểu đồ số 5: hồ sơ"


def dossier(folder: Path, name: str, month: str, mau: str = "thu", file: str = "bao_cao") -> Path:
    path = folder / name / f"{file}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"mau: {mau}\nky: {month}\n", encoding="utf-8")
    return path


@pytest.fixture
def months(tmp_path: Path) -> Path:
    (tmp_path / "don_vi.yaml").write_text(
        "co_quan_ban_hanh: SỞ NỘI VỤ\ndia_danh: Khánh Hòa\nviet_tat: SNV\n"
        "nguoi_ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A}\nluu: VT\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_past_is_what_lies_in_the_folders_beside(months: Path) -> None:
    dossier(months, "x-thang-8", "8/2025")
    dossier(months, "2024-12", "12/2024")
    dossier(months, "2025-10", "10/2025")
    dossier(months, "2025-07", "7/2025", mau="khac")
    dossier(months, "2025-q2", "quý II/2025")
    dossier(months, "2025-06", "6/2025", file="bao_cao_ten_khac")
    own = dossier(months, "2025-09", "9/2025")
    found = [path.resolve().parent.name for path in past_dossiers(own)]
    assert found == ["2024-12", "2025-06", "x-thang-8", "2025-09"]


def test_a_dossier_that_cannot_be_read_is_no_past(months: Path) -> None:
    dossier(months, "2025-08", "31/2025")
    (months / "2025-07").mkdir()
    (months / "2025-07/bao_cao.yaml").write_text("mau: [", encoding="utf-8")
    own = dossier(months, "2025-09", "9/2025")
    assert past_dossiers(own) == (own,)
