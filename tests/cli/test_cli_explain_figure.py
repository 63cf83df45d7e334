"""`reportgen explain-figure`: where a figure comes from, down to file and cell."""

import json
import shutil
from pathlib import Path

import pytest

from reportgen.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = "examples/so_sanh_vung/bao_cao.yaml"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_a_figure_is_told_with_formula_arithmetic_and_cells(capsys: Captured) -> None:
    assert run(["explain-figure", "ti_le_vung", DOSSIER]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("ti_le_vung (Tỷ lệ hồ sơ trực tuyến của vùng): 74,97%  [examples/")
    assert "│  97.840 : 130.500 = 74,97%" in lines
    cell = "[examples/so_sanh_vung/tinh.xlsx: trang “Số liệu”, ô F30]"
    assert any(line.endswith(f"Khánh Hòa: 16.940  {cell}") for line in lines)
    assert "không kể 1 dòng tổng" in lines[3]


def test_formulas_that_build_on_others_are_followed_down(capsys: Captured) -> None:
    assert run(["explain-figure", "ct.phan_kinh_phi", DOSSIER]) == 0
    out = capsys.readouterr().out
    assert "3.400 triệu đồng : 20.100 triệu đồng = 16,92%" in out
    assert "kinh_phi_vung: 20,1 tỷ đồng  [examples/so_sanh_vung/bao_cao.yaml:34:16]" in out


def test_a_typed_figure_is_told_with_its_source(capsys: Captured) -> None:
    assert run(["explain-figure", "qua_han", DOSSIER]) == 0
    out = capsys.readouterr().out
    assert "qua_han (Hồ sơ quá hạn): 120 hồ sơ  [examples/so_sanh_vung/chi_tieu.csv:4]" in out
    assert "nguồn: Trung tâm phục vụ hành chính công" in out


def test_the_same_tree_comes_as_json(capsys: Captured) -> None:
    assert run(["explain-figure", "hang_trong_vung", DOSSIER, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["form"] == "reportgen-figure/1"
    figure = told["figure"]
    assert figure["value"] == "2"
    assert [part["text"] for part in figure["parts"]][:2] == ["1. Đà Nẵng", "2. Khánh Hòa"]
    assert figure["parts"][0]["place"]["cell"] == "Số liệu!27"


def test_a_figure_that_waits_for_another_is_told_to_have_no_value_yet(
    tmp_path: Path, capsys: Captured
) -> None:
    for name in ("bao_cao.yaml", "don_vi.yaml", "tinh.xlsx"):
        shutil.copy(ROOT / "examples/so_sanh_vung" / name, tmp_path)
    rows = "ma,thuc_hien,cong_thuc\na,,\nb,,a + 1\n"
    (tmp_path / "chi_tieu.csv").write_text(rows, encoding="utf-8")
    assert run(["explain-figure", "b", str(tmp_path / "bao_cao.yaml")]) == 1
    err = capsys.readouterr().err
    assert "lỗi [TS041]: chỉ tiêu “b” chưa có giá trị" in err
    assert "cảnh báo [TS023]: công thức của “b”: chỉ tiêu “a”" in err


def test_an_unknown_code_is_answered_with_the_nearest(capsys: Captured) -> None:
    assert run(["explain-figure", "ti_le_vug", DOSSIER]) == 1
    err = capsys.readouterr().err
    assert "lỗi [TS040]: không có chỉ tiêu “ti_le_vug”" in err
    assert "có phải là “ti_le_vung” không?" in err
    assert run(["explain-figure", "ti_le_vung"]) == 2


OTHERS = (
    "hang so_tinh so_tinh_dat ten_cao_nhat cao_nhat hai_long_vung kinh_phi tang_cung_ky truc_tuyen"
)


@pytest.mark.parametrize("code", OTHERS.split())
def test_every_kind_of_formula_can_be_told(code: str, capsys: Captured) -> None:
    assert run(["explain-figure", code, DOSSIER]) == 0
    assert "tinh.xlsx: trang “Số liệu”" in capsys.readouterr().out
