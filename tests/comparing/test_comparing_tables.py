"""`bang_so_sanh` in whole documents: last period from the column, else from the folder beside."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reportgen.building import build
from reportgen.document.inlines import plain_text
from reportgen.document.tree import Table
from reportgen.problems import InputError, Severity
from reportgen.rendering import Format, render

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/bang_so_sanh"
HEADER = ["STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Tăng/giảm", "Tỷ lệ"]
DOSSIER = """\
mau: bao_cao_thang
ky: {period}
noi_dung:
  chi_dao:
  dich_vu_cong: |
    {text}
  tien_ich:
  cong_dan_so:
  lam_sach:
"""
COLUMNS = "ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc\n"
Month = Callable[..., Path]


@pytest.fixture
def month(tmp_path: Path) -> Month:
    """Writes the dossier of a month: its folder, figures, and what its text asks for."""
    shutil.copy(EXAMPLE / "don_vi.yaml", tmp_path)

    def write(folder: str, figures: str, text: str = "Không phát sinh.", period: str = "") -> Path:
        path = tmp_path / folder / "bao_cao.yaml"
        path.parent.mkdir(exist_ok=True)
        year, _, number = folder.partition("-")
        period = period or f"{int(number)}/{year}"
        path.write_text(DOSSIER.format(period=period, text=text), encoding="utf-8")
        (path.parent / "chi_tieu.csv").write_text(COLUMNS + figures, encoding="utf-8")
        return path

    return write


def tables(path: Path) -> list[list[list[str]]]:
    found = (block for block in build(path).document.body if isinstance(block, Table))
    return [
        [[plain_text(cell.blocks[0].inlines) for cell in row] for row in (*one.header, *one.rows)]
        for one in found
    ]


def refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        build(path)
    return [(one.code, one.message) for one in caught.value.problems]


def test_last_period_comes_from_the_column_and_where_it_is_blank_from_the_month_before(
    month: Month,
) -> None:
    month("2025-08", 'a,A,100,,hồ sơ,\nb,B,"98,12%",,,\nc,C,7,,xã,\n')
    path = month(
        "2025-09",
        'a,A,119,,hồ sơ,110\nb,B,"98,85%",,,\nc,C,7,,xã,\nd,D,5,,xã,\n',
        "{{ bang_so_sanh }}",
    )
    assert tables(path) == [
        [
            HEADER,
            ["1", "A", "hồ sơ", "110", "119", "+9", "+8,18%"],
            ["2", "B", "%", "98,12%", "98,85%", "+0,73\u00a0điểm", "–"],
            ["3", "C", "xã", "7", "7", "0", "0%"],
        ]
    ]


def test_chosen_figures_stand_in_the_order_asked_for(month: Month) -> None:
    path = month("2025-09", "a,A,5,,xã,4\nb,B,0,,xã,2\n", "{{ [ct.b, ct.a] | bang_so_sanh }}")
    assert [row[1:4] for row in tables(path)[0][1:]] == [["B", "xã", "2"], ["A", "xã", "4"]]


def test_a_computed_figure_is_compared_too(month: Month) -> None:
    formula = "cong_thuc: {tong: a + b}\n"
    paths = [
        month("2025-08", "a,A,1,,xã,\nb,B,2,,xã,\n"),
        month("2025-09", "a,A,3,,xã,\nb,B,4,,xã,\n", "{{ ct.tong | bang_so_sanh }}"),
    ]
    for path in paths:
        path.write_text(formula + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert tables(paths[1])[0][1][3:] == ["3", "7", "+4", "+133,33%"]


def test_values_in_another_unit_are_brought_to_that_of_now(month: Month) -> None:
    month("2025-08", "a,A,1450,,triệu đồng,\n")
    path = month("2025-09", 'a,A,"1,6",,tỷ đồng,\n', "{{ bang_so_sanh }}")
    assert tables(path)[0][1][2:] == ["tỷ đồng", "1,45", "1,6", "+0,15", "+10,34%"]


def test_a_chosen_figure_without_last_period_is_an_error_with_its_line(month: Month) -> None:
    path = month("2025-09", "a,A,5,,xã,\nb,B,,,xã,5\n", "{{ [ct.a, ct.b] | bang_so_sanh }}")
    with pytest.raises(InputError) as caught:
        build(path)
    assert [(one.code, one.place.line if one.place else 0) for one in caught.value.problems] == [
        ("SK010", 6),
        ("SK010", 6),
    ]
    messages = [one.message for one in caught.value.problems]
    assert "“a” không có số kỳ trước" in messages[0]
    assert "“b” chưa có số kỳ này" in messages[1]


def test_a_table_of_which_nothing_can_be_compared_is_an_error(month: Month) -> None:
    path = month("2025-09", "a,A,5,,xã,\n", "{{ bang_so_sanh }}")
    assert [code for code, _ in refused(path)] == ["SK011"]


def test_a_month_that_is_not_the_one_before_is_not_taken_for_it(month: Month) -> None:
    month("2025-07", "a,A,4,,xã,\n")
    path = month("2025-09", "a,A,5,,xã,\n", "{{ bang_so_sanh }}")
    assert [code for code, _ in refused(path)] == ["SK011"]


def test_months_from_the_16th_to_the_15th_follow_each_other(month: Month) -> None:
    month("2025-08", "a,A,4,,xã,\n", period="{tu: 16/7/2025, den: 15/8/2025}")
    path = month("2025-09", "a,A,5,,xã,\n", "{{ bang_so_sanh }}", "{tu: 16/8/2025, den: 15/9/2025}")
    assert tables(path)[0][1][3:5] == ["4", "5"]


def test_units_of_two_kinds_are_an_error_for_a_chosen_figure_and_else_leave_it_out(
    month: Month,
) -> None:
    month("2025-08", "a,A,4,,đơn vị,\nb,B,1,,xã,\n")
    figures = "a,A,5,,cơ sở,\nb,B,2,,xã,\n"
    chosen = month("2025-09", figures, "{{ ct.a | bang_so_sanh }}")
    ((code, message),) = refused(chosen)
    assert code == "SK012"
    assert "kỳ trước tính bằng “đơn vị”, kỳ này bằng “cơ sở”" in message
    path = month("2025-09", figures, "{{ bang_so_sanh }}")
    assert [row[1] for row in tables(path)[0]] == ["Chỉ tiêu", "B"]
    (warning,) = (one for one in build(path).warnings if one.code == "SK012")
    assert warning.severity is Severity.WARNING


def test_a_month_before_with_errors_is_told(month: Month) -> None:
    month("2025-08", "a,A,không rõ,,xã,\n")
    path = month("2025-09", "a,A,5,,xã,\n", "{{ bang_so_sanh }}")
    assert {code for code, _ in refused(path)} == {"BD003", "SK011"}


def test_a_table_beside_other_words_is_an_error(month: Month) -> None:
    path = month("2025-09", "a,A,5,,xã,4\n", "Xem {{ bang_so_sanh }} dưới đây.")
    ((code, message),) = refused(path)
    assert (code, message) == (
        "MA033",
        "bảng so sánh đứng chung dòng với chữ khác, hoặc trong chú thích",
    )


def test_headings_are_repeated_in_word_and_the_same_table_gives_the_same_bytes() -> None:
    path = EXAMPLE / "2025-09/bao_cao.yaml"
    data = render(path, [Format.DOCX]).files[Format.DOCX]
    assert render(path, [Format.DOCX]).files[Format.DOCX] == data
    found = [
        table
        for table in docx.Document(io.BytesIO(data)).tables
        if [cell.text for cell in table.rows[0].cells] == HEADER
    ]
    assert [len(table.rows) for table in found] == [4, 23]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in found)
