"""The further components that a dossier can ask for, and how an appendix table is arranged."""

import pytest
from dossier_files import Faults, Load, Write

from reportgen.dossier import Narrative
from reportgen.problems import Place

TABLE = "STT,Cơ quan,Hạn\n1,Sở Nội vụ,31/12/2025\n"
APPENDIX = "phu_luc:\n  - tieu_de: A\n    bang: b.csv\n"


def test_bases_are_a_list_or_a_line_each(load: Load) -> None:
    as_list = load("can_cu:\n  - Căn cứ Luật A\n  -\n  - Căn cứ Luật B\n").dossier.can_cu
    assert as_list == (
        Narrative("Căn cứ Luật A", Place("bao_cao.yaml", 4, 5)),
        Narrative("Căn cứ Luật B", Place("bao_cao.yaml", 6, 5)),
    )
    as_text = load("can_cu: |\n  Căn cứ Luật A\n\n  Căn cứ Luật B\n").dossier.can_cu
    assert [(one.text, one.place.line) for one in as_text] == [
        ("Căn cứ Luật A", 4),
        ("Căn cứ Luật B", 6),
    ]
    assert load("can_cu:\n").dossier.can_cu == ()


def test_markings_are_read_as_typed(load: Load) -> None:
    dossier = load(
        "khan: thuong_khan\npham_vi: Lưu hành nội bộ\nnguoi_soan_thao: PL\nso_ban: 300\n"
        "dia_chi:\n  - 'Số 1 Trần Phú, Nha Trang'\n  - 'ĐT: 0258'\n"
    ).dossier
    assert (dossier.khan, dossier.pham_vi) == ("thuong_khan", ("Lưu hành nội bộ",))
    assert (dossier.nguoi_soan_thao, dossier.so_ban) == ("PL", 300)
    assert dossier.dia_chi == ("Số 1 Trần Phú, Nha Trang", "ĐT: 0258")


@pytest.mark.parametrize("typed", ["khan: gấp", "so_ban: vài", "so_ban: 0"])
def test_what_cannot_be_meant_is_refused(faults: Faults, typed: str) -> None:
    (problem,) = faults(f"{typed}\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS012", 3)


def test_an_appendix_says_how_its_table_is_arranged(write: Write, load: Load) -> None:
    write("b.csv", TABLE)
    asked = (
        "    gop: STT\n    loc: {Cơ  quan: [Sở Nội vụ, Sở Y tế]}\n    sap_xep: [-Hạn, Cơ quan]\n"
        "    danh_so_cot: STT\n    chi_cot: [Hạn, STT]\n"
    )
    (appendix,) = load(APPENDIX + asked).dossier.phu_luc
    assert appendix.gop == ("STT",)
    assert appendix.loc == {"Cơ quan": ("Sở Nội vụ", "Sở Y tế")}
    assert appendix.sap_xep == ("-Hạn", "Cơ quan")
    assert (appendix.danh_so_cot, appendix.chi_cot) == ("STT", ("Hạn", "STT"))
    assert appendix.huong is None


@pytest.mark.parametrize(
    "asked",
    ["gop: STTT", "loc: {STTT: 1}", "sap_xep: [-STTT]", "danh_so_cot: STTT", "chi_cot: [STTT]"],
)
def test_a_column_that_is_not_there_is_told_with_the_nearest(
    write: Write, faults: Faults, asked: str
) -> None:
    write("b.csv", TABLE)
    (problem,) = faults(f"{APPENDIX}    {asked}\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS020", 6)
    assert problem.hint == "có phải là “STT” không?"


def test_without_a_table_there_is_nothing_to_arrange(faults: Faults) -> None:
    (problem,) = faults("phu_luc:\n  - {tieu_de: A, noi_dung: B, sap_xep: STT}\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS018", 4)


@pytest.mark.parametrize(
    ("asked", "column"), [("chi_cot: [STT, STT]", 20), ("sap_xep: [Hạn, -Hạn]", 20)]
)
def test_a_column_is_named_once_in_a_list(
    write: Write, faults: Faults, asked: str, column: int
) -> None:
    write("b.csv", TABLE)
    (problem,) = faults(f"{APPENDIX}    {asked}\n")
    assert (problem.code, problem.place) == ("HS031", Place("bao_cao.yaml", 6, column))


def test_a_title_that_two_columns_bear_names_neither(write: Write, faults: Faults) -> None:
    write("b.csv", TABLE.replace("Hạn", "STT"))
    (problem,) = faults(f"{APPENDIX}    danh_so_cot: STT\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS020", 6)
    assert "hơn một cột “STT”" in problem.message


@pytest.mark.parametrize("typed", ["KG VX", "KG/VX"])
def test_what_goes_into_a_symbol_is_one_word(faults: Faults, typed: str) -> None:
    (problem,) = faults(f"linh_vuc: {typed}\n")
    assert (problem.code, problem.hint) == ("HS026", "viết liền, ví dụ KGVX")
