"""`reportgen diff`: two months set side by side, as text, JSON and XLSX."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
DECEMBER, SEPTEMBER = (f"data/khanh_hoa/{month}/bao_cao.yaml" for month in ("2023-12", "2025-09"))
OCTOBER = "khanh_hoa/2025-10/bao_cao.yaml"
Golden = Callable[[Path, str], str]
Captured = pytest.CaptureFixture[str]
PARTS = {
    "can_cuoc": Decimal("1.01"),
    "dinh_danh_muc_2": Decimal("1.02"),
    "khai_thac_thang_cccd": None,
    "sskdt": Decimal("0.98"),
}


def made_up_october(folder: Path) -> None:
    """MINH HỌA: September moved on by a month, some figures and words changed."""
    month = folder / "khanh_hoa/2025-10"
    text = (month / "bao_cao.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("tu: 16/8/2025", "tu: 16/9/2025"),
        ("den: 15/9/2025", "den: 15/10/2025"),
        ("ngay: 19/9/2025", "ngay: 20/10/2025"),
        ("được cấp {{ ct.the_dang_vien_cap", "đã in và trao (MINH HỌA) {{ ct.the_dang_vien_cap"),
        ("  the_che:\n", "  the_che: Trong tháng ban hành 01 quyết định (MINH HỌA).\n"),
        ("  dinh_danh_to_chuc: {bo: false}\n", ""),
    ):  # fmt: skip
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (month / "bao_cao.yaml").write_text(text, encoding="utf-8")
    with (month / "chi_tieu.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    column = header.index("thuc_hien")
    for row in rows:
        if row[0] in PARTS:
            part = PARTS[row[0]]
            row[column] = "12" if part is None else str(int(int(row[column]) * part))
    rows.append(["chu_ky_so", "Chữ ký số đã cấp (MINH HỌA)", "120", *[""] * (len(header) - 3)])
    with (month / "chi_tieu.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


@pytest.fixture
def months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with September and the made-up October."""
    for month in ("2025-09", "2025-10"):
        shutil.copytree(ROOT / "data/khanh_hoa/2025-09", tmp_path / "khanh_hoa" / month)
    shutil.copy(ROOT / "data/khanh_hoa/don_vi.yaml", tmp_path / "khanh_hoa")
    made_up_october(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_month_against_the_one_before_is_told_figure_by_figure_and_word_by_word(
    months: Path, capsys: Captured, golden: Golden
) -> None:
    assert months.is_dir()
    assert run(["diff", OCTOBER.replace("10", "09"), OCTOBER]) == 0
    told = capsys.readouterr()
    assert told.out == golden(GOLDEN / "diff_2025-10.txt", told.out)
    assert "▲ tăng  can_cuoc – " in told.out
    assert "[-được cấp-]{+đã in và trao (MINH HỌA)+} 72.671 thẻ." in told.out
    assert "Chữ ký số đã cấp (MINH HỌA): 120" in told.out


def test_two_reports_two_years_apart_are_told_honestly(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, golden: Golden
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["diff", DECEMBER, SEPTEMBER]) == 0
    told = capsys.readouterr().out
    assert told == golden(GOLDEN / "diff_2023-12_2025-09.txt", told)
    assert "kỳ trước tính bằng phiếu, không đổi sang nhau được" in told


def test_a_dossier_does_not_differ_from_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["diff", DECEMBER, DECEMBER]) == 0
    out = capsys.readouterr().out
    assert "Hai hồ sơ không khác nhau." in out
    assert "▲" not in out


def test_chosen_figures_alone_come_as_json(months: Path, capsys: Captured) -> None:
    assert months.is_dir()
    arguments = ["diff", OCTOBER.replace("10", "09"), OCTOBER, "--format", "json"]
    assert run([*arguments, "--chi-tieu", "sskdt,can_cuoc", "--chi-tieu", "chu_ky_so"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["form"] == "reportgen-diff/1"
    found = {one["ma"]: one for one in told["chi_tieu"]}
    assert list(found) == ["sskdt", "can_cuoc", "chu_ky_so"]
    assert found["sskdt"]["dien_bien"] == "giảm"
    before, now = Decimal(found["can_cuoc"]["truoc"]), Decimal(found["can_cuoc"]["sau"])
    assert Decimal(found["can_cuoc"]["thay_doi"]) == now - before
    assert found["chu_ky_so"] | {"truoc": None, "thay_doi": None} == found["chu_ky_so"]
    assert told["sau"]["ky"] == ["2025-09-16", "2025-10-15"]


def test_a_code_that_neither_dossier_has_is_an_error_with_the_nearest_one(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["diff", DECEMBER, SEPTEMBER, "--chi-tieu", "can_cuocc"]) == 1
    error = capsys.readouterr().err
    assert "SK001" in error
    assert "có phải là “can_cuoc” không?" in error


def test_the_workbook_has_numbers_as_numbers_and_is_the_same_every_time(
    months: Path, capsys: Captured
) -> None:
    table = months / "khanh_hoa/2025-10/chi_tieu.csv"
    named = table.read_text(encoding="utf-8").replace("Chữ ký số đã cấp", "=1+2 Chữ ký số")
    table.write_text(named, encoding="utf-8")
    arguments = ["diff", OCTOBER.replace("10", "09"), OCTOBER, "--xlsx", "so_sanh.xlsx"]
    assert run(arguments) == 0
    first = (months / "so_sanh.xlsx").read_bytes()
    assert run([*arguments, "--output", "ra"]) == 0
    assert (months / "ra/so_sanh.xlsx").read_bytes() == first
    assert "Đã ghi bảng so sánh: so_sanh.xlsx" in capsys.readouterr().err
    workbook = load_workbook(io.BytesIO(first))
    figures = workbook["Số liệu"]
    rows = {row[1].value: row for row in figures.iter_rows(min_row=6)}
    before, now, change, relative = (cell.value for cell in rows["can_cuoc"][4:8])
    assert change == now - before
    assert relative == pytest.approx((now - before) / before)
    assert rows["can_cuoc"][4].number_format == "[$-42A]#,##0"
    assert rows["can_cuoc"][8].value == "▲ tăng"
    assert rows["phu_5g_dan_so"][5].number_format == "[$-42A]0.00%"
    name = rows["chu_ky_so"][2]
    assert (name.value, name.data_type) == ("=1+2 Chữ ký số (MINH HỌA)", "s")
    assert figures.print_title_rows == "$5:$5"
    assert figures.page_setup.orientation == "landscape"
    changes = [row[3].value for row in workbook["Lời văn"].iter_rows(min_row=6)]
    assert any("{+đã in và trao (MINH HỌA)+}" in text for text in changes if text)


def test_texts_of_different_templates_are_not_compared_but_figures_are(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["diff", "examples/toi_thieu/bao_cao.yaml", SEPTEMBER]) == 0
    out = capsys.readouterr().out
    assert "Lời văn" in out
    assert run(["diff", "data/khanh_hoa/2025-q4/ke_hoach.yaml", SEPTEMBER]) == 0
    out = capsys.readouterr().out
    assert "Lời văn: không so sánh được, vì hai hồ sơ dùng hai mẫu khác nhau" in out
    assert "lời văn không so sánh được." in out
    assert "Chỉ tiêu mới có số: 1" in out


def test_errors_of_both_dossiers_are_told_at_once_and_nothing_is_written(
    months: Path, capsys: Captured
) -> None:
    for month in ("2025-09", "2025-10"):
        path = months / "khanh_hoa" / month / "bao_cao.yaml"
        text = path.read_text(encoding="utf-8").replace(
            "the_dang_vien_cap", f"khong_co_{month[-2:]}"
        )
        path.write_text(text, encoding="utf-8")
    assert run(["diff", OCTOBER.replace("10", "09"), OCTOBER, "--xlsx", "a.xlsx"]) == 1
    told = capsys.readouterr()
    assert "khong_co_09" in told.err
    assert "khong_co_10" in told.err
    assert not told.out
    assert not (months / "a.xlsx").exists()


def test_a_workbook_needs_its_suffix(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["diff", DECEMBER, SEPTEMBER, "--xlsx", "a.csv"]) == 2
    assert "--xlsx phải ghi ra tệp có đuôi .xlsx" in capsys.readouterr().err
