"""What kind a document is, and what its template says of all its appendices."""

import pytest
from conftest import Drafting

from reportgen.dossier import KINDS
from reportgen.problems import InputError, Severity

TEMPLATE = {"mau/thu/noi_dung.md": "Nội dung."}
TABLE = "STT,Cơ quan,Việc\n1,Sở Nội vụ,A\n,Sở Y tế,B\n"
APPENDIX = "phu_luc:\n  - tieu_de: Việc\n    bang: viec.csv\n"


def _files(settings: str, dossier: str = "", table: str = TABLE) -> dict[str, str]:
    return TEMPLATE | {
        "mau/thu/mau.yaml": settings,
        "bao_cao.yaml": "mau: thu\nky: 9/2025\n" + dossier,
        "viec.csv": table,
    }


def test_the_kind_is_the_templates_and_its_name_is_printed(drafting: Drafting) -> None:
    draft = drafting(_files("loai: ke_hoach\n")).draft
    assert (draft.form, draft.kind) == (KINDS["ke_hoach"], "KẾ HOẠCH")


def test_a_template_may_print_another_name_for_its_kind(drafting: Drafting) -> None:
    draft = drafting(_files("loai: bao_cao\nten_loai: BÁO CÁO NHANH\n")).draft
    assert (draft.form, draft.kind) == (KINDS["bao_cao"], "BÁO CÁO NHANH")


def test_the_dossiers_kind_goes_with_its_own_name(drafting: Drafting) -> None:
    settings = "loai: bao_cao\nten_loai: BÁO CÁO NHANH\n"
    draft = drafting(_files(settings, "loai: to_trinh\n")).draft
    assert (draft.form, draft.kind) == (KINDS["to_trinh"], "TỜ TRÌNH")
    draft = drafting(_files(settings, "loai: cong_van\n")).draft
    assert (draft.form, draft.kind) == (KINDS["cong_van"], "")


def test_a_title_alone_names_the_kind_if_the_decree_knows_it(drafting: Drafting) -> None:
    assert drafting(_files("ten_loai: THÔNG BÁO\n")).draft.form is KINDS["thong_bao"]
    assert drafting(_files("ten_loai: BÁO CÁO NHANH\n")).draft.form is None


def test_a_template_arranges_every_appendix_unless_the_dossier_does(drafting: Drafting) -> None:
    settings = (
        "loai: ke_hoach\nphu_luc:\n  huong: ngang\n  gop: [STT, Nhóm]\n"
        "  cot:\n    STT: {rong: 10, can: giua}\n    Nhóm: {rong: 20}\n"
    )
    own = APPENDIX + "    cot: {STT: {rong: 5}}\n"
    (appendix,) = drafting(_files(settings, own)).draft.appendices
    table = appendix.table
    assert table is not None
    assert appendix.landscape
    assert [(column.width, column.alignment) for column in table.columns] == [
        (5, "center"),
        (None, None),
        (None, None),
    ]
    assert table.spans == ((2, 1, 1), (0, 1, 1))
    (upright,) = drafting(_files(settings, APPENDIX + "    huong: doc\n")).draft.appendices
    assert not upright.landscape


def test_only_rows_that_are_printed_are_looked_through(drafting: Drafting) -> None:
    table = TABLE + "2,Công an tỉnh,{{ ct.khong_co | so }}\n"
    files = _files("loai: ke_hoach\n", APPENDIX + "    loc: {Cơ quan: Sở Nội vụ}\n", table)
    (appendix,) = drafting(files).draft.appendices
    assert appendix.table is not None
    assert appendix.table.rows == (("1", "Sở Nội vụ", "A"),)


def test_a_value_that_no_row_has_is_told_with_the_nearest(drafting: Drafting) -> None:
    files = _files("loai: ke_hoach\n", APPENDIX + "    loc: {Cơ quan: Sở Nộ vụ}\n")
    with pytest.raises(InputError) as caught:
        drafting(files)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place and problem.place.line) == ("CT019", 6)
    assert problem.hint == "có phải là “Sở Nội vụ” không?"


def test_a_filter_that_leaves_nothing_is_a_warning(drafting: Drafting) -> None:
    more = "    loc: {Cơ quan: Sở Nội vụ, Việc: B}\n"
    (warning,) = drafting(_files("loai: ke_hoach\n", APPENDIX + more)).warnings
    assert (warning.code, warning.severity) == ("CT020", Severity.WARNING)


def test_titles_of_columns_hold_formulas_whatever_the_order_and_are_named_as_typed(
    drafting: Drafting,
) -> None:
    more = (
        "    chi_cot: [Việc, 'Năm {{ ky | nam }}']\n    cot: {'Năm {{ ky | nam }}': {rong: 30}}\n"
    )
    table = TABLE.replace("Cơ quan", "Năm {{ ky | nam }}")
    (appendix,) = drafting(_files("loai: ke_hoach\n", APPENDIX + more, table)).draft.appendices
    assert appendix.table is not None
    columns = [(column.title, column.width) for column in appendix.table.columns]
    assert columns == [("Việc", None), ("Năm 2025", 30)]
