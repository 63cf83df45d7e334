"""The guide's section on collecting figures, followed to the letter."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from support.collections import DOSSIER, PROFILE
from support.workbooks import fill_form

from reportgen.cli.main import run
from reportgen.dossier import load_dossier

GUIDE = Path(__file__).parents[2] / "HUONG_DAN.md"
HEADING = "Thu số liệu từ các sở, ngành và các xã"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_step_of_the_guide_works_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    guide = GUIDE.read_text(encoding="utf-8")
    section = re.split(r"^## ", guide.partition(f". {HEADING}\n")[2], flags=re.MULTILINE)[0]
    blocks = _FENCE.findall(section)
    (table,) = (text for kind, text in blocks if kind == "csv")
    (appendix,) = (text for kind, text in blocks if kind == "yaml")
    form, preview, merge = (shlex.split(text)[1:] for kind, text in blocks if kind == "sh")
    Path("chi_tieu.csv").write_text(table, encoding="utf-8")
    Path("don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    Path("bao_cao.yaml").write_text(DOSSIER + appendix, encoding="utf-8")

    assert run(form) == 0
    Path("da_nop").mkdir()
    for number, path in enumerate(sorted(Path("bieu/cap_xa").glob("*.xlsx"))):
        fill_form(path, {"ho_ra_soat": 10, "hai_long": 0.9}, Path("da_nop", f"{number}.xlsx"))
    for path in Path("bieu").glob("*.xlsx"):
        shutil.copy(path, "da_nop")
    fill_form(Path("da_nop/cong_an_tinh.xlsx"), {"can_cuoc": 2010680})
    fill_form(Path("da_nop/so_khoa_hoc_va_cong_nghe.xlsx"), {"phu_song_5g": 0.53})

    assert run(preview) == 0
    assert Path("chi_tieu.csv").read_text(encoding="utf-8") == table
    assert run(merge) == 0
    assert "Đã gộp 4 chỉ tiêu từ 67 biểu; thiếu 0 đơn vị." in capsys.readouterr().err
    loaded = load_dossier(Path("bao_cao.yaml"))
    values = {code: str(one.thuc_hien) for code, one in loaded.dossier.indicators.items()}
    assert values == {
        "can_cuoc": "2010680",
        "phu_song_5g": "0.53",
        "ho_ra_soat": "650",
        "hai_long": "0.90",
    }
    (table_of_communes,) = loaded.dossier.phu_luc
    assert table_of_communes.table is not None
    assert len(table_of_communes.table.rows) == 66
