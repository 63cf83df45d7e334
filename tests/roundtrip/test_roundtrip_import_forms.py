"""What an import makes of decisions, stamps, marks of emphasis, and figures that do not fit."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from support.imports import import_into
from support.word_files import docx, p

from reportgen.building import builtin_templates
from reportgen.document.inlines import plain_text
from reportgen.document.tree import Document, Heading, Paragraph, Role, Text
from reportgen.problems import InputError, Problem
from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.roundtrip.importing import Surroundings, import_word
from reportgen.roundtrip.importing.emphasis import lost_emphasis
from reportgen.roundtrip.importing.trying import trial_build

CENTRED = '<w:jc w:val="center"/>'
ABOVE = (
    "ỦY BAN NHÂN DÂN|TỈNH KHÁNH HÒA|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập – Tự do – Hạnh phúc"
)


def _head(*lines: str) -> str:
    return "".join(map(p, (*ABOVE.split("|"), *lines)))


def _decision(last_basis: str) -> bytes:
    bold = "<w:b/>"
    return docx(
        _head("Số: 12/QĐ-UBND", "Khánh Hòa, ngày 05 tháng 10 năm 2025")
        + p("QUYẾT ĐỊNH", CENTRED, run=bold)
        + p("Thành lập Tổ công tác Đề án 06", CENTRED, run=bold)
        + p("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", CENTRED, run=bold)
        + p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", run="<w:i/>")
        + p(last_basis, run="<w:i/>")
        + p("QUYẾT ĐỊNH:", CENTRED, run=bold)
        + p("Điều 1. Thành lập Tổ công tác Đề án 06.")
        + p("Điều 2. Các cơ quan có tên ở Điều 1 chịu trách nhiệm thi hành Quyết định này./.")
        + p("TL.CHỦ TỊCH", CENTRED, run=bold)
        + p("CHÁNH VĂN PHÒNG", CENTRED, run=bold)
        + p("Nguyễn Văn A", CENTRED, run=bold)
    )


def test_a_decision_becomes_keys_of_the_general_template(tmp_path: Path) -> None:
    made = import_into(tmp_path / "ho_so", _decision("Theo đề nghị của Giám đốc Sở Nội vụ."))
    dossier = yaml.load(made.text("quyet_dinh.yaml"), yaml.BaseLoader)
    assert dossier["mau"] == "van_ban"
    assert dossier["can_cu"] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Theo đề nghị của Giám đốc Sở Nội vụ",
    ]
    texts = dossier["noi_dung"]
    assert texts["tham_quyen"].strip() == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"
    assert texts["toan_van"].startswith("#. Thành lập Tổ công tác")
    profile = yaml.load(made.text("don_vi.yaml"), yaml.BaseLoader)
    assert profile["nguoi_ky"]["quyen_han"] == "TL. CHỦ TỊCH"
    assert not [one for one in made.imported.leftovers if "Độc lập" in one.text]


def test_bases_that_a_list_would_end_otherwise_stay_text(tmp_path: Path) -> None:
    data = _decision("Theo đề nghị của Giám đốc Sở Nội vụ;")
    made = import_into(tmp_path / "ho_so", data)
    assert "can_cu" not in yaml.load(made.text("quyet_dinh.yaml"), yaml.BaseLoader)
    printed = [plain_text(x.inlines) for x in made.document().body if isinstance(x, Paragraph)]
    assert "Theo đề nghị của Giám đốc Sở Nội vụ;" in printed


@pytest.mark.parametrize("stamp", ["DỰ THẢO", "Dự thảo lần 2", "(DỰ THẢO)"])
def test_a_stamp_is_told_and_no_heading(stamp: str, tmp_path: Path) -> None:
    letter = _head("Số: 12/UBND-NC", "V/v nộp báo cáo", "Khánh Hòa, ngày 05 tháng 10 năm 2025")
    body = p("Kính gửi: Các sở, ban, ngành.") + p(stamp, CENTRED, run="<w:b/>")
    made = import_into(tmp_path / "ho_so", docx(letter + body + p("Đề nghị nộp báo cáo./.")))
    assert [one.text for one in made.imported.leftovers] == [stamp]
    assert made.document().body == (Paragraph((Text("Đề nghị nộp báo cáo./."),)),)
    assert stamp in made.text("chua_nhan_ra.md")


def _report(tmp_path: Path, refused: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The files of a report, built by one that refuses a formula under the key `refused`."""
    titles = ("I. CĂN CƯỚC", "II. ĐẤT ĐAI")
    texts = ("Đã cấp 120/125 thẻ căn cước.", "Đã số hóa 88/90 thửa đất, đạt 97.78%.")
    body = "".join(
        p(title, run="<w:b/>") + p(text) for title, text in zip(titles, texts, strict=True)
    )
    head = _head(
        "Số: 12/BC-UBND", "Khánh Hòa, ngày 05 tháng 10 năm 2025", "BÁO CÁO", "Tháng 9/2025"
    )
    data = docx(head + body)
    plain = trial_build(tmp_path, None)

    def build(name: str, files: Mapping[str, str]) -> Document:
        written = yaml.load(files[name], yaml.BaseLoader)["noi_dung"]
        if "{{" in written.get(refused, ""):
            raise InputError([Problem("MA001", "không in được")])
        return plain(name, files)

    recognised = recognise(read_word(data, "bc.docx"))
    taken = frozenset(one.name for one in builtin_templates().iterdir())
    made = import_word(recognised, data, build, Surroundings("bc.docx", taken=taken))
    return made.files, made.confirm


def test_only_the_text_whose_figures_do_not_fit_stays_text(tmp_path: Path) -> None:
    files, confirm = _report(tmp_path, "dat_dai")
    texts = yaml.load(files["bao_cao.yaml"], yaml.BaseLoader)["noi_dung"]
    assert "| ti_so }}" in texts["can_cuoc"]
    assert texts["dat_dai"].strip() == "Đã số hóa 88/90 thửa đất, đạt 97.78%."
    assert [row.split(",")[2:4] for row in files["chi_tieu.csv"].splitlines()[1:]] == [
        ["120", "125"]
    ]
    assert "số liệu ở mục “Đất đai” để nguyên là chữ" in confirm


def test_what_is_doubtful_is_told_with_its_section(tmp_path: Path) -> None:
    _, confirm = _report(tmp_path, "")
    (doubt,) = (one for one in confirm if "97.78" in one)
    assert doubt.startswith("mục “Đất đai”: “97.78%”: cách viết số không rõ")


def _document(*texts: Text) -> Document:
    empty = recognise(read_word(docx(p("x")), "a.docx")).document
    heading = Heading(1, "I.", (Text("MỤC", bold=True),))
    return replace(empty, body=(heading, Paragraph(texts)))


def test_bold_and_italic_that_are_given_up_are_found() -> None:
    word = _document(Text("công dân"), Text("(sau đây", italic=True), Text(" và "), Text("A", True))
    printed = _document(Text("công dân(sau đây và "), Text("A", True))
    assert lost_emphasis(word, printed) == ["(sau đây"]
    assert lost_emphasis(word, word) == []
    assert lost_emphasis(printed, word) == []


def test_each_paragraph_is_held_against_its_own_fellow_of_the_same_text() -> None:
    plain, bold = Text("1,00"), Text("1,00", bold=True)
    body = (Paragraph((plain,)), Paragraph((bold,)))
    document = replace(_document(), body=body)
    assert lost_emphasis(document, document) == []
    assert lost_emphasis(document, replace(document, body=(body[0], body[0]))) == ["1,00"]


def test_letters_with_marks_apart_are_read_as_such(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Khánh Hòa, ngày 05 tháng 10 năm 2025")
    number = unicodedata.normalize("NFD", "Số: 12/TB-UBND")
    data = docx(_head(number, text, "THÔNG BÁO", "Kết luận cuộc họp") + p("Không có gì khác./."))
    made = import_into(tmp_path / "ho_so", data)
    dossier = yaml.load(made.text("thong_bao.yaml"), yaml.BaseLoader)
    profile = yaml.load(made.text("don_vi.yaml"), yaml.BaseLoader)
    assert (dossier["so"], dossier["ngay"]) == ("12", "05/10/2025")
    assert (profile["viet_tat"], profile["dia_danh"]) == ("UBND", "Khánh Hòa")


def test_titles_that_word_centres_in_an_appendix_stay_centred_and_are_no_headings(
    tmp_path: Path,
) -> None:
    bold = "<w:b/>"
    head = _head(
        "Số: 12/BC-UBND", "Khánh Hòa, ngày 05 tháng 10 năm 2025", "BÁO CÁO", "Tháng 9/2025"
    )
    above = p("Đã nộp theo Phụ lục kèm theo./.") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    appendix = "".join(
        p(text, CENTRED, run=bold) for text in ("PHỤ LỤC", "SỐ LIỆU THÁNG 9 NĂM 2025")
    )
    inside = p("Số hồ sơ đã tiếp nhận là 12.") + p("Biểu mẫu 1", CENTRED, run=bold)
    made = import_into(
        tmp_path / "ho_so", docx(head + above + appendix + inside + p("Số hồ sơ còn lại là 3."))
    )
    (printed,) = made.document().appendices
    lines = (one for one in printed.blocks if isinstance(one, Paragraph))
    roles = [(one.role, plain_text(one.inlines)) for one in lines]
    assert (Role.CENTERED, "Biểu mẫu 1") in roles
