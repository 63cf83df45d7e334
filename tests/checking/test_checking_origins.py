"""Where a slip is reported: the file and line that somebody has to mend."""

from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier
from support.rules import looking_for, only

from reportgen.checking import check_file
from reportgen.dossier.files import shown_path

BODY = """\
# Kết quả

Đã cấp {{ ct.can_cuoc | ti_so }} thẻ căn cước, đạt {{ ct.can_cuoc | ti_le }} kế hoạch năm.

## Tuyên truyền: Đã phát 12 tin, bài về về Đề án[^tin].

Trong kỳ có {{ ct.can_cuoc | so }} lượt hướng dẫn về về thủ tục (Phụ lục kèm theo).

| Đơn vị | Kết quả |
|---|---|
| Xã A | đạt |
| Xã B | về về đích |

[^tin]: Theo báo cáo về về công tác tuyên truyền.
"""
MORE = """\
trich_yeu: Kết quả về về Đề án
phu_luc:
  - tieu_de: Danh sách về về nhiệm vụ
    bang: nhiem_vu.csv
"""
TABLE = "STT,Nhiệm vụ\n1,Cấp thẻ\n2,Báo cáo về về kết quả\n"
FIGURES = "ma,ten,thuc_hien,tong_so\ncan_cuoc,Thẻ,90,100\n"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    only(monkeypatch, looking_for("VB050", "về về"))
    (tmp_path / "nhiem_vu.csv").write_text(TABLE, encoding="utf-8")
    path = write_dossier(tmp_path, BODY, more=MORE, figures=FIGURES)
    profile = tmp_path / "don_vi.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("- Bộ Công an", "- Bộ về về Công an"), encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if words in line)
    return f"{shown_path(path)}:{number}"


def test_each_slip_is_reported_in_the_file_and_line_that_it_was_typed_in(dossier: Path) -> None:
    checked = check_file(dossier, [TEMPLATES])
    found = {}
    for finding in checked.findings:
        assert finding.passage is not None
        place = finding.origin
        file = getattr(place, "file", "")
        found[finding.passage.text] = f"{file}:{getattr(place, 'line', None)}"
    assert found == {
        "Kết quả về về Đề án": line_of(dossier, "trich_yeu"),
        "1. Tuyên truyền: Đã phát 12 tin, bài về về Đề án.": line_of(dossier, "## Tuyên truyền"),
        "Trong kỳ có 90 lượt hướng dẫn về về thủ tục (Phụ lục kèm theo).": line_of(
            dossier, "lượt hướng dẫn"
        ),
        "về về đích": line_of(dossier, "| Xã B"),
        "Danh sách về về nhiệm vụ": line_of(dossier, "tieu_de"),
        "Báo cáo về về kết quả": line_of(dossier.parent / "nhiem_vu.csv", "về về"),
        "- Bộ về về Công an;": line_of(dossier.parent / "don_vi.yaml", "về về"),
        "Theo báo cáo về về công tác tuyên truyền.": line_of(dossier, "[^tin]: "),
    }


def test_every_passage_is_found_again_in_the_file_that_would_be_drafted(dossier: Path) -> None:
    checked = check_file(dossier, [TEMPLATES])
    assert checked.subject is not None
    passages = checked.subject.manuscript.passages
    lost = [one.text for one in passages if one.text and one.index not in checked.word_places]
    assert lost == []
    assert checked.docx.startswith(b"PK")


def test_a_table_of_text_goes_by_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, looking_for("VB050", "về về"))
    body = "| A | B |\n|---|---|\n| 1 | 2 |\n| về về | 3 |\n| 1 | về về |"
    path = write_dossier(tmp_path, body)
    start = int(line_of(path, "| A | B |").rpartition(":")[2])
    findings = check_file(path, [TEMPLATES]).findings
    assert [getattr(one.origin, "line", None) for one in findings] == [start + 3, start + 4]
