"""Units of before 1/7/2025 in documents issued since."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.manuscripts import document
from support.wording import findings, quotes

from reportgen.checks.facts import facts_of
from reportgen.places import former_provinces, provinces

SINCE = "Khánh Hòa, ngày 19 tháng 9 năm 2025"
BEFORE = "Khánh Hòa, ngày 20 tháng 12 năm 2023"
LATER = "Hà Nội, ngày 05 tháng 5 năm 2026"

WRONG = [
    ("VB030", "Giao UBND huyện Diên Khánh rà soát dữ liệu.", "UBND huyện Diên Khánh"),
    ("VB030", "Giao UBND các huyện, thị xã, thành phố rà soát.", "UBND các huyện"),
    ("VB030", "Công an cấp huyện phối hợp thực hiện.", "Công an cấp huyện"),
    ("VB030", "Đội ngũ công chức cấp huyện được tập huấn.", "cấp huyện"),
    ("VB030", "Huyện ủy Cam Lâm chỉ đạo thực hiện.", "Huyện ủy"),
    ("VB030", "Thị ủy và các chi bộ họp.", "Thị ủy"),
    ("VB030", "Phòng Giáo dục và Đào tạo tham mưu.", "Phòng Giáo dục và Đào tạo"),
    ("VB030", "Trên địa bàn thành phố Nha Trang có 04 bãi xe.", "thành phố Nha Trang"),
    ("VB030", "Bãi xe tại TP. Nha Trang đã thu phí.", "TP. Nha Trang"),
    ("VB030", "Dự án tại thành phố Thủ Đức chậm tiến độ.", "thành phố Thủ Đức"),
    ("VB030", "Người dân thị trấn Khánh Vĩnh hưởng ứng.", "thị trấn Khánh Vĩnh"),
    ("VB030", "Người dân thị xã Ninh Hoà hưởng ứng.", "thị xã Ninh Hoà"),
    ("VB030", "Người dân quận 1 và các phường khác.", "quận 1"),
    ("VB030", "Các xã, phường, thị trấn tiếp tục rà soát.", "xã, phường, thị trấn"),
    ("VB030", "Triển khai tại các huyện miền núi.", "các huyện"),
    ("VB030", "Quân và dân huyện đảo Trường Sa.", "huyện đảo Trường Sa"),
    ("VB031", "Các xã thuộc tỉnh Ninh Thuận tiếp tục rà soát.", "tỉnh Ninh Thuận"),
    ("VB031", "Đoàn công tác của tỉnh Yên Bái.", "tỉnh Yên Bái"),
    ("VB031", "Phối hợp với tỉnh Bà Rịa - Vũng Tàu.", "tỉnh Bà Rịa - Vũng Tàu"),
    ("VB031", "Phối hợp với Tỉnh Hoà Bình.", "Tỉnh Hoà Bình"),
    ("VB031", "Đoàn của tỉnh Thừa Thiên Huế.", "tỉnh Thừa Thiên Huế"),
    ("VB032", "Đề nghị UBND tỉnh Huế báo cáo.", "tỉnh Huế"),
    ("VB032", "Đoàn của thành phố Đồng Nai.", "thành phố Đồng Nai"),
]

RIGHT = [
    "Đang áp dụng biện pháp giáo dục tại xã, phường, thị trấn đối với 08 người.",
    "Giao UBND các xã, phường, đặc khu rà soát dữ liệu.",
    "Ban Chỉ huy quân sự các xã phối hợp; liên huyện.",
    "Gồm tuyến tỉnh: 10, tuyến huyện và các trạm y tế: 08.",
    "Huyện Diên Khánh (cũ) có 10 xã.",
    "Trước đây UBND huyện Diên Khánh quản lý.",
    "Trước ngày 01/7/2025, UBND huyện Diên Khánh quản lý hồ sơ.",
    "Bàn giao hồ sơ của UBND huyện Diên Khánh cho UBND xã.",
    "Không tổ chức cấp huyện; kết thúc hoạt động của cấp huyện.",
    "Nhập tỉnh Yên Bái và tỉnh Lào Cai thành tỉnh mới.",
    "Cán bộ cấp huyện dôi dư được giải quyết chế độ.",
    "Các tỉnh Huế, Quảng Trị, Quảng Ngãi phối hợp.",
    "Chuyển nhiệm vụ từ cấp huyện về cấp xã.",
    "Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND huyện Diên Khánh.",
    "Nghị quyết số 08/2025/NQ-HĐND ngày 28/4/2025 của Hội đồng nhân dân tỉnh Ninh Thuận.",
    "CSDL đất đai của tỉnh Khánh Hòa (cũ) và tỉnh Ninh Thuận (cũ).",
    "Năm 2024, UBND huyện Vạn Ninh đã hoàn thành.",
    "Tỉnh Ninh Thuận sáp nhập vào tỉnh Khánh Hòa.",
    "Đề án “Phát triển du lịch huyện Vạn Ninh”.",
    "Phường Yên Bái, phường Ninh Thuận là tên phường.",
    "Thành phố Huế, thành phố Đà Nẵng, Thành phố Hồ Chí Minh, thành phố Cần Thơ.",
    "Tỉnh Lào Cai, tỉnh Đồng Nai, tỉnh Lâm Đồng.",
    "Các tỉnh, thành phố Bến Tre, Trà Vinh (cũ) phối hợp.",
    "Quận công Trần Thượng Xuyên có công mở đất.",
]


@pytest.mark.parametrize(("code", "text", "quote"), WRONG)
def test_a_unit_that_is_no_more_is_found_in_new_documents(code: str, text: str, quote: str) -> None:
    assert quotes(code, text, head=SINCE) == [quote]
    assert quotes(code, text, head=BEFORE) == []
    assert quotes(code, text) == []


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_of_today_or_told_as_past_is_left_alone(text: str) -> None:
    found = findings(text, head=SINCE)
    assert [one.code for one in found if one.code.startswith("VB03")] == []


def test_dong_nai_is_a_city_since_30_4_2026() -> None:
    text = "Đoàn công tác của tỉnh Đồng Nai."
    assert quotes("VB032", text, head=LATER) == ["tỉnh Đồng Nai"]
    assert quotes("VB032", text, head=SINCE) == []
    assert quotes("VB032", "Đoàn công tác của thành phố Đồng Nai.", head=LATER) == []


def test_a_name_is_told_once() -> None:
    text = "Giao UBND huyện Vạn Ninh.\nUBND huyện Vạn Ninh báo cáo.\nUBND huyện Vạn Ninh họp."
    assert quotes("VB030", text, head=SINCE) == ["UBND huyện Vạn Ninh"]


def test_many_names_are_one_finding() -> None:
    names = ("Vạn Ninh", "Cam Lâm", "Diên Khánh", "Khánh Sơn", "Khánh Vĩnh", "Thuận Bắc")
    text = "\n".join(f"Giao huyện {name} rà soát." for name in names)
    assert quotes("VB030", text, head=SINCE) == ["huyện Vạn Ninh"]


def test_recipients_and_letterhead_are_read_too() -> None:
    found = findings(
        "Nội dung.",
        head=SINCE,
        recipients=["- UBND các huyện, thị xã, thành phố;"],
        letterhead={"issuer": ("UBND HUYỆN VẠN NINH",)},
    )
    assert [one.quote for one in found] == ["UBND HUYỆN", "UBND các huyện"]


@given(st.sampled_from(former_provinces()))
def test_every_former_province_is_told_by_what_it_became(former: object) -> None:
    assert isinstance(former, type(former_provinces()[0]))
    gone = former.name not in {one.name for one in provinces()}
    found = [
        one for one in findings(f"Đoàn của tỉnh {former.name}.", head=SINCE) if one.code == "VB031"
    ]
    assert len(found) == gone
    assert all(former.today.name in one.hint for one in found)


def test_a_report_on_many_years_speaks_of_the_units_before() -> None:
    text = "Công an các huyện phối hợp với đài truyền thanh."
    for subject, found in (
        ("Tổng kết Chiến lược quốc gia giai đoạn 2011 - 2025 và định hướng đến năm 2030", []),
        (
            "Kết quả thực hiện Đề án 06 giai đoạn 2022 - 2025, tháng 9 năm 2025",
            ["Công an các huyện"],
        ),
    ):
        title = {"kind": "BÁO CÁO", "subject": subject}
        report = {"title": title, "facts": facts_of(document(title=title))}
        assert quotes("VB030", text, head=SINCE, **report) == found


def test_a_report_on_the_whole_year_speaks_of_the_units_before() -> None:
    text = "Ngày 14/3, UBND tỉnh Ninh Thuận và UBND huyện Vạn Ninh đã ban hành kế hoạch."
    title = {"kind": "BÁO CÁO", "subject": "Công tác năm 2025 và phương hướng năm 2026"}
    report = {"title": title, "facts": facts_of(document(title=title))}
    assert quotes("VB031", text, head=SINCE, **report) == []
    assert quotes("VB030", text, head=SINCE, **report) == []
    assert quotes("VB031", text, head=SINCE) == ["tỉnh Ninh Thuận"]
