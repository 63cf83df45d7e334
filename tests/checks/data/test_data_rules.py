"""The rules about a dossier's figures, on dossiers as a secretary would type them."""

from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier

from reportgen.building import builtin_templates
from reportgen.checking import check_file
from reportgen.checks.data import RULES
from reportgen.checks.finding import Finding
from reportgen.problems import Place, Severity

FIGURES = """\
ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc,nguon,ghi_chu
tthc_tong,TTHC,2156,,thủ tục,2150,VP UBND tỉnh,
tthc_tinh,TTHC cấp tỉnh,1780,,thủ tục,1775,VP UBND tỉnh,
tthc_xa,TTHC cấp xã,376,,thủ tục,375,VP UBND tỉnh,
can_cuoc,Căn cước,2000680,2215460,công dân,1990000,Công an tỉnh,
kinh_phi,Kinh phí,"14,4",,tỷ đồng,"14,1",Sở Tài chính,
so_hoa,"Hồ sơ đã số hóa, lũy kế",986046,,hồ sơ,927591,,
hai_long,Mức độ hài lòng,"95,5%",,,"94,1%",,
"""


def findings(
    folder: Path, more: str = "", figures: str = FIGURES, body: str = "Nội dung."
) -> list[Finding]:
    path = write_dossier(folder, body, more=more, figures=figures)
    codes = [rule.code for rule in RULES]
    return list(check_file(path, [TEMPLATES], select=codes).findings)


def told(given: list[Finding]) -> list[str]:
    return [finding.code for finding in given]


def relation(text: str) -> str:
    return f"quan_he:\n  - {text}\n"


def line_of(finding: Finding) -> int | None:
    assert isinstance(finding.place, Place)
    return finding.place.line


def test_figures_that_keep_to_everything_have_no_finding(tmp_path: Path) -> None:
    more = relation("tthc_tong = tthc_tinh + tthc_xa") + (
        "  - can_cuoc <= can_cuoc.tong_so\n"
        "bat_buoc: [can_cuoc, so_hoa]\n"
        "don_vi_tinh: {kinh_phi: tỉ đồng}\n"
        "luy_ke: [can_cuoc]\n"
    )
    body = "Đã chi {{ ct.kinh_phi | so }} tỷ đồng, {{ ct.tthc_tong | so }} thủ tục."
    assert findings(tmp_path, more, body=body) == []


def test_a_broken_relation_is_told_with_arithmetic_and_all_lines(tmp_path: Path) -> None:
    broken = FIGURES.replace("376", "386")
    (found,) = findings(tmp_path, relation("tthc_tong = tthc_tinh + tthc_xa"), broken)
    assert (found.code, found.severity) == ("SL060", Severity.ERROR)
    assert line_of(found) == 2
    assert "tthc_tong là 2.156, tthc_tinh là 1.780, tthc_xa là 386" in found.why
    assert "hai vế là 2.156 và 2.166, lệch 10" in found.why
    assert all(f"chi_tieu.csv:{line}" in found.hint for line in (2, 3, 4))


def test_the_note_of_a_relation_is_told_with_it(tmp_path: Path) -> None:
    more = 'quan_he:\n  - {bieu_thuc: tthc_xa > 400, ghi_chu: "sau sắp xếp"}\n'
    (found,) = findings(tmp_path, more)
    assert "(sau sắp xếp)" in found.message
    (found,) = findings(tmp_path, 'quan_he:\n  - "tthc_xa > 400 # sau sắp xếp"\n')
    assert "(sau sắp xếp)" in found.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tthc_tong = tthc_tin + tthc_xa", "“tthc_tin”"),
        ("tthc_tong = tthc_tinh + ", "dở dang"),
        ("tthc_tong", "không có dấu so sánh"),
        ('"tthc_tong = max(tthc_tinh, 1)"', "“max(tthc_tinh; 1)”"),
    ],
)
def test_a_relation_that_cannot_be_read_is_an_error_at_its_line(
    tmp_path: Path, text: str, words: str
) -> None:
    (found,) = findings(tmp_path, relation(text))
    assert (found.code, found.severity) == ("SL061", Severity.ERROR)
    assert words in found.message
    assert str(found.place).startswith(str(tmp_path / "bao_cao.yaml"))


def test_an_unknown_code_comes_with_the_nearest_one(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, relation("tthc_tong = tthc_tin + tthc_xa"))
    assert found.hint == "có phải là “tthc_tinh” không?"


def test_a_relation_over_missing_values_or_zero_is_told_as_not_checkable(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, relation("tthc_tong.tong_so = tthc_tinh + tthc_xa"))
    assert (found.code, found.severity) == ("SL062", Severity.ADVICE)
    assert "“tthc_tong.tong_so”" in found.message
    (found,) = findings(tmp_path, relation("tthc_tong / (tthc_xa - 376) > 1"))
    assert found.code == "SL062"
    assert "chia cho 0" in found.message


def test_a_required_figure_that_is_missing_or_empty_is_an_error(tmp_path: Path) -> None:
    figures = FIGURES + "thu_tuc,Thủ tục,,5,,,,\n"
    first, second = findings(tmp_path, "bat_buoc: [dinh_danh, thu_tuc]\n", figures)
    assert told([first, second]) == ["SL063", "SL063"]
    assert "chi_tieu.csv" in " ".join((first.message, second.message))
    assert "thu_tuc" in first.message + second.message


def test_a_unit_other_than_declared_is_an_error_at_the_figures_line(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "don_vi_tinh: {kinh_phi: triệu đồng}\n")
    assert found.code == "SL064"
    assert line_of(found) == 6


@pytest.mark.parametrize(
    "body",
    [
        "Đã chi {{ ct.kinh_phi | so }} triệu đồng.",
        "Đã chi {{ ct.kinh_phi.thuc_hien | so }} triệu đồng.",
    ],
)
def test_another_unit_printed_after_a_figure_is_an_error(tmp_path: Path, body: str) -> None:
    (found,) = findings(tmp_path, body=body)
    assert found.code == "SL065"
    assert "“triệu đồng”" in found.message
    assert "“tỷ đồng”" in found.message


@pytest.mark.parametrize(
    "body",
    [
        "Đã chi {{ ct.kinh_phi | so }} tỉ đồng.",
        "Đã chi {{ ct.kinh_phi | so }} tỷ.",
        "Có {{ ct.can_cuoc | so }} người.",
        "Đạt {{ ct.can_cuoc | ti_le }} triệu.",
    ],
)
def test_the_same_unit_and_words_that_are_no_measures_are_left_alone(
    tmp_path: Path, body: str
) -> None:
    assert findings(tmp_path, body=body) == []


def test_sources_are_asked_for_only_where_they_are_required(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "nguon_bat_buoc: có\n")
    assert (found.code, found.severity) == ("SL066", Severity.WARNING)
    assert "so_hoa, hai_long" in found.message
    assert findings(tmp_path) == []


def test_more_than_the_total_is_an_error_unless_it_is_said_to_be_meant(tmp_path: Path) -> None:
    more = FIGURES.replace("2215460", "1215460")
    (found,) = findings(tmp_path, figures=more)
    assert (found.code, found.severity) == ("SL067", Severity.ERROR)
    assert found.why == "2.000.680 > 1.215.460"
    assert (
        findings(tmp_path, figures=more.replace("Công an tỉnh,", "Công an tỉnh,vượt kế hoạch"))
        == []
    )


def test_more_than_the_total_is_told_at_the_figures_and_not_again_in_the_text(
    tmp_path: Path,
) -> None:
    more = FIGURES.replace("2215460", "1215460")
    printed = "{{ ct.can_cuoc.thuc_hien | so }}/{{ ct.can_cuoc.tong_so | so }}"
    body = f"Đã cấp {printed} thẻ và tiếp nhận 1.350/1.103 hồ sơ."
    path = write_dossier(tmp_path, body, figures=more)
    both = check_file(path, [TEMPLATES], select=["SL013", "SL067"]).findings
    assert [(one.code, one.quote) for one in both] == [("SL067", ""), ("SL013", "1.350/1.103")]


def test_a_cumulative_figure_that_falls_is_told_by_its_name_or_its_declaration(
    tmp_path: Path,
) -> None:
    (found,) = findings(tmp_path, figures=FIGURES.replace("986046", "886046"))
    assert found.code == "SL068"
    assert "927.591 → 886.046" in found.message
    fallen = FIGURES.replace("2000680", "1900680")
    assert findings(tmp_path, figures=fallen) == []
    assert told(findings(tmp_path, "luy_ke: [can_cuoc]\n", fallen)) == ["SL068"]


def test_a_leap_is_told_beyond_the_declared_factor(tmp_path: Path) -> None:
    leapt = FIGURES.replace("376,,thủ tục,375", "376,,thủ tục,37")
    (found,) = findings(tmp_path, figures=leapt)
    assert (found.code, found.severity) == ("SL069", Severity.WARNING)
    assert "10,2 lần" in found.message
    assert findings(tmp_path, "bien_dong_toi_da: 12\n", leapt) == []
    points = FIGURES.replace("94,1%", "49,1%")
    assert "46,4 điểm phần trăm" in findings(tmp_path, figures=points)[0].message


def test_figures_that_did_not_move_are_told_together_where_most_did(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, figures=FIGURES.replace("376,,thủ tục,375", "376,,thủ tục,376"))
    assert (found.code, found.severity) == ("SL070", Severity.ADVICE)
    assert "1 chỉ tiêu bằng đúng kỳ trước: tthc_xa (376)" in found.message
    still = FIGURES.replace("2150", "2156").replace("1775", "1780").replace("375", "376")
    assert findings(tmp_path, figures=still) == []


@pytest.mark.parametrize("factor", ["nhiều", "1", "0,5", "24,765"])
def test_a_factor_that_is_none_is_refused(tmp_path: Path, factor: str) -> None:
    (found,) = findings(tmp_path, f"bien_dong_toi_da: {factor}\n")
    assert found.code in ("HS012", "HS016")


def test_the_figures_of_our_own_months_keep_to_the_templates_relations() -> None:
    data = builtin_templates().parent / "data/khanh_hoa"
    for month in ("2025-09", "2023-12"):
        found = check_file(data / month / "bao_cao.yaml", select=[rule.code for rule in RULES])
        assert [(one.code, one.message) for one in found.findings] == []
