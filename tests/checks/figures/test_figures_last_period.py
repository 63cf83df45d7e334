"""The text against that of the period before, and one quantity told twice in one text."""

from datetime import date

import pytest
from support.manuscripts import manuscript, subject

from reportgen.checks.figures import RULES
from reportgen.checks.figures.told_before import aligned
from reportgen.checks.finding import Finding
from reportgen.checks.subject import Facts
from reportgen.problems import Severity

OWN = tuple(rule for rule in RULES if "SL050" <= rule.code < "SL060")

AUGUST = (
    "Lũy kế đến nay toàn tỉnh đã số hóa 986.046 hồ sơ, kết quả giải quyết thủ tục hành chính.",
    "Công an tỉnh đã tiếp nhận qua ứng dụng VNeID 2.066/2.200 hồ sơ cấp Phiếu lý lịch tư pháp,"
    " đạt tỷ lệ 93,91% tổng số hồ sơ tiếp nhận.",
    "Có 33.964 lượt bệnh nhân được tiếp đón qua kiosk khám sức khỏe tự phục vụ của bệnh viện.",
    "Dữ liệu ngành Tư pháp đã số hóa chuyển vào cơ sở dữ liệu hộ tịch là 1.461.170 dữ liệu.",
    "Tổng số người hưởng lương hưu đã nhận qua tài khoản ngân hàng là 37.171 người.",
    "Số hồ sơ còn lại chưa giải quyết tính đến hết kỳ báo cáo này là 1.204 hồ sơ.",
    "Trong tháng đã kiểm tra 64/64 xã, phường về công tác cải cách hành chính.",
)  # fmt: skip
SEPTEMBER = (
    "Lũy kế đến nay toàn tỉnh đã số hóa 1.044.501 hồ sơ, kết quả giải quyết thủ tục hành chính.",
    "Công an tỉnh đã tiếp nhận qua ứng dụng VNeID 2.310/2.451 hồ sơ cấp Phiếu lý lịch tư pháp,"
    " đạt tỷ lệ 94,25% tổng số hồ sơ tiếp nhận.",
    "Có 35.020 lượt bệnh nhân được tiếp đón qua kiosk khám sức khỏe tự phục vụ của bệnh viện.",
    "Dữ liệu ngành Tư pháp đã số hóa chuyển vào cơ sở dữ liệu hộ tịch là 1.463.025 dữ liệu.",
    "Tổng số người hưởng lương hưu đã nhận qua tài khoản ngân hàng là 37.514 người.",
    "Số hồ sơ còn lại chưa giải quyết tính đến hết kỳ báo cáo này là 1.104 hồ sơ.",
    "Trong tháng đã kiểm tra 64/64 xã, phường về công tác cải cách hành chính.",
)  # fmt: skip


def since(now: tuple[str, ...], before: tuple[str, ...] = AUGUST) -> list[Finding]:
    period = (date(2025, 9, 1), date(2025, 9, 30))
    made = subject(*now, previous=manuscript(*before), facts=Facts(period=period))
    return [finding for rule in OWN for finding in rule.check(made)]


def changed(old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in SEPTEMBER)
    return tuple(line.replace(old, new) for line in SEPTEMBER)


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.quote) for finding in found]


def test_figures_are_aligned_by_the_words_around_them() -> None:
    pairs = aligned(manuscript(*SEPTEMBER), manuscript(*AUGUST))
    assert [one.change for one in pairs] == [
        "986.046 → 1.044.501",
        "2.066 → 2.310",
        "93,91% → 94,25%",
        "33.964 → 35.020",
        "1.461.170 → 1.463.025",
        "37.171 → 37.514",
        "1.204 → 1.104",
        "64 → 64",
    ]


def test_a_month_that_went_on_as_usual_has_no_finding() -> None:
    assert since(SEPTEMBER) == []
    assert since(AUGUST) == []
    assert [finding for finding in since(SEPTEMBER, ()) if finding] == []


def test_a_cumulative_figure_that_fell_is_a_warning() -> None:
    (found,) = since(changed("1.044.501", "944.501"))
    assert (found.code, found.quote) == ("SL055", "944.501")
    assert found.severity is Severity.WARNING
    assert "986.046 → 944.501" in found.message
    assert "giảm 41.545" in found.why


def test_what_is_left_to_do_may_fall() -> None:
    assert since(changed("1.104", "804")) == []


@pytest.mark.parametrize(("new", "times"), [("350.200", "10,3"), ("3.502", "9,7")])
def test_a_figure_beyond_five_times_is_a_warning(new: str, times: str) -> None:
    (found,) = since(changed("35.020", new))
    assert (found.code, found.quote) == ("SL056", new)
    assert f"{times} lần" in found.message


def test_a_rate_that_leapt_is_advice() -> None:
    (found,) = since(changed("94,25%", "49,25%"))
    assert (found.code, found.quote, found.severity) == ("SL058", "49,25%", Severity.ADVICE)


def test_figures_that_did_not_move_are_told_in_one_finding() -> None:
    now = changed("1.463.025", "1.461.170")
    (found,) = since(tuple(line.replace("37.514", "37.171") for line in now))
    assert (found.code, found.severity) == ("SL057", Severity.ADVICE)
    assert found.message.startswith("2 số bằng đúng kỳ trước: 1.461.170 dữ liệu, 37.171 người")


def test_sentences_with_other_words_are_not_compared() -> None:
    now = ("Trong quý này có 986 lượt bệnh nhân được tiếp đón tại các trạm y tế xã, phường.",)
    assert since(now) == []


TWICE = (
    ("Chi trả cho 57.241/68.963 trường hợp.", "Đã chi trả cho 57.241/68.936 người hưởng."),
    ("Chi trả cho 57.241/68.963 trường hợp.", "Đã chi trả cho 57.214/68.963 người hưởng."),
    (
        "Tổng số thủ tục hành chính trên địa bàn tỉnh là 2.156 thủ tục.",
        "Hiện nay, tổng số thủ tục hành chính trên địa bàn tỉnh có 2.165 thủ tục.",
    ),
)
ONCE = (
    ("Chi trả cho 57.241/68.963 trường hợp.", "Đã chi trả cho 57.241/68.963 người hưởng."),
    ("Chi trả cho 57.241/68.963 trường hợp.", "Đã cấp 57.241/95.120 thẻ."),
    ("Đã tập huấn 9.000/10.000 người.", "Đã cấp 8.000/10.000 tài khoản."),
    ("Có 15/16 đơn vị.", "Có 15/15 đơn vị."),
    ("Tổng số hồ sơ tiếp nhận của tỉnh là 500 hồ sơ.", "Tổng số hồ sơ là 700 hồ sơ."),
    (
        "Tổng số thủ tục hành chính cấp tỉnh trên địa bàn tỉnh là 1.780 thủ tục.",
        "Tổng số thủ tục hành chính cấp xã trên địa bàn tỉnh là 376 thủ tục.",
    ),
    (
        "Tháng 8/2025 tổng số hồ sơ trên địa bàn tỉnh là 500 hồ sơ.",
        "Tháng 9/2025 tổng số hồ sơ trên địa bàn tỉnh là 700 hồ sơ.",
    ),
    (
        "a) Cấp tỉnh: tổng số hồ sơ đã tiếp nhận là 500 hồ sơ.",
        "b) Cấp xã: tổng số hồ sơ đã tiếp nhận là 700 hồ sơ.",
    ),
)


@pytest.mark.parametrize("lines", TWICE)
def test_one_quantity_with_two_figures_is_told_at_the_second(lines: tuple[str, ...]) -> None:
    made = subject(*lines)
    (found,) = (finding for rule in OWN for finding in rule.check(made))
    assert found.code == "SL050"
    assert found.passage is made.manuscript.passages[-1]
    assert "đoạn “" in found.hint


@pytest.mark.parametrize("lines", ONCE)
def test_two_quantities_are_left_alone(lines: tuple[str, ...]) -> None:
    made = subject(*lines)
    assert [finding.message for rule in OWN for finding in rule.check(made)] == []


def test_a_note_that_tells_the_total_otherwise_is_told() -> None:
    made = subject(
        "Tổng số thủ tục hành chính đã công khai là 2.156 thủ tục[^1].",
        notes={1: "Tổng số thủ tục hành chính đã công khai là 2.165 thủ tục."},
    )
    (found,) = (finding for rule in OWN for finding in rule.check(made))
    assert (found.code, found.quote) == ("SL050", "2.165")
    assert "chú thích 1" in found.hint
