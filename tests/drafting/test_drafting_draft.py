"""The draft around the body: title, appendices, numbering, and finding texts again."""

from pathlib import Path

import pytest
from conftest import Drafting

from reportgen.drafting.draft import DraftColumn
from reportgen.problems import InputError, Place

HEAD = "mau: thu\nky: 9/2025\n"
APPENDIX = """\
phu_luc:
  - tieu_de: Kết quả {{ ky | thang }}
    huong: ngang
    noi_dung: |
      Có {{ ct.van_ban | dem }} văn bản.

      [^ghi]: Chú thích trong ô.
    bang: bang.csv
    cot:
      TT: {rong: 10, can: giua}
      Nội dung: {can: deu}
"""
TABLE = """\
TT,Nội dung,Số
1,"Đoạn một[^ghi]
đoạn hai {{ ct.can_cuoc | so }}",12%
2,\\{{ ct }} {{ }},{%
"""


def test_the_template_words_kind_subject_and_period(drafting: Drafting) -> None:
    draft = drafting().draft
    assert draft.kind == "BÁO CÁO"
    assert draft.subject == "Kết quả công tác tháng 9/2025"
    assert draft.period == "(Từ ngày 01/9/2025 đến ngày 30/9/2025)"
    assert draft.numbering == ("I.", "1.", "a)")


def test_the_dossier_may_word_them_otherwise(drafting: Drafting) -> None:
    more = (
        'ten_loai: KẾ HOẠCH\ntrich_yeu: Thực hiện {{ ky | quy }}\ndong_ky: ""\ndanh_so: [A., 1.]\n'
    )
    draft = drafting(bao_cao=HEAD + more).draft
    assert (draft.kind, draft.subject, draft.period) == (
        "KẾ HOẠCH",
        "Thực hiện Quý III năm 2025",
        "",
    )
    assert draft.numbering == ("A.", "1.")


def test_appendices_print_their_title_text_and_every_cell(drafting: Drafting) -> None:
    (appendix,) = drafting({"bang.csv": TABLE}, bao_cao=HEAD + APPENDIX).draft.appendices
    assert appendix.title == "Kết quả tháng 9/2025"
    assert appendix.landscape
    assert appendix.text == "Có 02 văn bản.\n\n[^ghi]: Chú thích trong ô."
    assert appendix.table is not None
    assert appendix.table.columns == (
        DraftColumn("TT", 10.0, "center"),
        DraftColumn("Nội dung", None, "justify"),
        DraftColumn("Số"),
    )
    assert appendix.table.rows == (
        ("1", "Đoạn một[^ghi]\nđoạn hai 1.365.565", "12%"),
        ("2", "{{ ct }} {{ }}", "{%"),
    )
    assert appendix.table.places == (Place("bang.csv", 2), Place("bang.csv", 4))


def test_an_appendix_needs_no_table(drafting: Drafting) -> None:
    more = "phu_luc:\n  - tieu_de: Danh sách\n    noi_dung: Không có.\n"
    (appendix,) = drafting(bao_cao=HEAD + more).draft.appendices
    assert (appendix.title, appendix.text, appendix.table) == ("Danh sách", "Không có.", None)
    assert not appendix.landscape


def test_fragments_are_found_in_the_dossier_then_the_tables_then_the_template(
    drafting: Drafting,
) -> None:
    section = "noi_dung:\n  the_che: |\n    Đoạn một.\n\n    Đoạn hai[^a].\n"
    section += "  can_cuoc: {tieu_de: Căn cước công dân}\n"
    numbering = "danh_so: [I., 1.]\n"
    files = {"bang.csv": TABLE}
    locate = drafting(files, bao_cao=HEAD + section + numbering + APPENDIX).draft.locate
    assert locate("[^a]") == Place("bao_cao.yaml", 7)
    assert locate("Căn cước công dân") == Place("bao_cao.yaml", 8, 23)
    assert locate("[^ghi]") == Place("bao_cao.yaml", 16)
    assert locate("đoạn hai {{ ct.can_cuoc | so }}") == Place("bang.csv", 3)
    assert locate("Đang thực hiện các chỉ tiêu") == Place("mau/thu/noi_dung.md", 20)
    assert locate("1.") == Place("bao_cao.yaml", 9, 15)
    assert locate("không có ở đâu cả") is None


def test_a_long_fragment_is_found_by_its_beginning(drafting: Drafting) -> None:
    sentence = "Một câu văn dài hơn bốn mươi chữ cái rồi đến số"
    section = f"noi_dung:\n  the_che: {sentence} {{{{ ct.van_ban | so }}}}.\n"
    locate = drafting(bao_cao=HEAD + section).draft.locate
    assert locate(f"{sentence} 2.") == Place("bao_cao.yaml", 4, 12)


def test_problems_of_all_parts_are_told_at_once(drafting: Drafting) -> None:
    broken = APPENDIX.replace("ky | thang", "kyy | thang").replace("van_ban", "van_bann")
    with pytest.raises(InputError) as caught:
        drafting(
            {"bang.csv": TABLE.replace("can_cuoc", "can_cuc")},
            bao_cao=HEAD + "noi_dung: {loi_kett: x}\ntrich_yeu: '{{ ct.a | so }}'\n" + broken,
        )
    found = [(str(problem.place), problem.code) for problem in caught.value.problems]
    assert found == [
        ("bang.csv:3", "MA023"),
        ("bao_cao.yaml:3:22", "MA040"),
        ("bao_cao.yaml:4:12", "MA023"),
        ("bao_cao.yaml:6:14", "MA020"),
        ("bao_cao.yaml:9", "MA023"),
    ]


def test_an_indicator_may_be_called_like_a_method(drafting: Drafting, folder: Path) -> None:
    table = "ma,thuc_hien\n" + "".join(
        f"{code},{n}\n" for n, code in enumerate(("items", "get", "keys"))
    )
    body = drafting(
        {"chi_tieu.csv": table},
        noi_dung="{{ ct.items | so }}{{ ct.get | so }}{{ ct.keys | so }}",
    ).draft.body
    assert body == "012"
