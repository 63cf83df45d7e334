"""Which documents the decree's layout binds, and how its parts may be drawn and arranged."""

import copy

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from support.layouts import (
    DECISION,
    LETTER,
    REPORT,
    WITH_APPENDICES,
    Fault,
    Word,
    added,
    codes,
    findings,
    paragraphs,
    removed,
    retyped,
    styled,
    together,
    with_fault,
)
from support.word_files import docx, p

from reportgen.problems import Severity

BARE = "".join(p(f"Đoạn {one}: các sở, ban, ngành triển khai nhiệm vụ được giao.") for one in "abc")


def test_a_file_without_a_letterhead_gets_one_word_of_advice() -> None:
    (found,) = findings(docx(BARE))
    assert (found.code, found.severity) == ("TT018", Severity.ADVICE)


def test_a_file_that_nobody_laid_out_is_told_of_once() -> None:
    def plain(word: Word) -> None:
        for style in word.styles:
            if style.type == 1:
                fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
                for key in ("ascii", "hAnsi"):
                    fonts.set(qn(f"w:{key}"), "Cambria")
                style.paragraph_format.alignment = 0
                style.paragraph_format.first_line_indent = 0

    (found,) = findings(with_fault(REPORT, plain))
    assert (found.code, found.severity) == ("TT018", Severity.ERROR)
    assert "Cambria" in found.message


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(retyped("Số ký hiệu", "Số 57-BC/TU"), id="of the Party"),
        pytest.param(retyped("Số ký hiệu", "Số: 15/2026/QĐ-UBND"), id="of legal norms"),
        pytest.param(
            retyped("Địa danh và thời gian", "Khánh Hòa, ngày 19 tháng 9 năm 2019"),
            id="older than the decree",
        ),
    ],
)
def test_documents_under_other_rules_are_not_measured(fault: Fault) -> None:
    wrong = together(fault, styled("Body Text", size=152400), styled("Quốc hiệu", bold=False))
    assert codes(with_fault(REPORT, wrong)) == []


@pytest.mark.parametrize(
    ("dossier", "fault", "code"),
    [
        pytest.param(
            LETTER, added("CÔNG VĂN", "Tên loại", "Kính gửi"), "TT030", id="letter with a kind"
        ),
        pytest.param(
            REPORT,
            retyped("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."),
            "TT022",
            id="a dot after Quốc hiệu",
        ),
        pytest.param(
            REPORT,
            retyped("Địa danh và thời gian", "Khánh Hòa, 19/9/2025"),
            "TT031",
            id="date in figures",
        ),
        pytest.param(
            WITH_APPENDICES,
            together(
                retyped("Body Text", "Kết quả cấp căn cước theo địa bàn đã được rà soát đầy đủ."),
            ),
            "TT044",
            id="appendix that nothing leads to",
        ),
    ],
)
def test_further_faults_are_found_once(dossier: str, fault: Fault, code: str) -> None:
    assert codes(with_fault(dossier, fault)) == [code]


def test_recipients_below_the_signature_are_found() -> None:
    def below(word: Word) -> None:
        row = word.tables[1].rows[0]._tr
        under = copy.deepcopy(row)
        row.addnext(under)
        for cell, keep in ((row.findall(qn("w:tc"))[0], 0), (under.findall(qn("w:tc"))[1], 0)):
            for node in cell.findall(qn("w:p"))[keep:-1]:
                cell.remove(node)
            for text in cell.iter(qn("w:t")):
                text.text = ""

    assert codes(with_fault(REPORT, below)) == ["TT034"]


def rule_typed(word: Word) -> None:
    """Underscores, raised, as the decree's own forms have them."""
    line = paragraphs(word, "Đường kẻ Tiêu ngữ")[0]
    line.style = word.styles["Tiêu ngữ"]
    run = line.add_run("_" * 41)
    run.font.superscript = True
    for border in list(line._p.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def test_a_rule_of_raised_underscores_is_a_rule() -> None:
    assert codes(with_fault(REPORT, rule_typed)) == []


def test_one_mistake_of_the_forms_is_a_warning() -> None:
    (found,) = findings(with_fault(REPORT, styled("Quốc hiệu", size=152400)))
    assert (found.code, found.severity) == ("TT009", Severity.WARNING)


def test_a_fault_of_a_few_paragraphs_is_a_warning_and_of_most_an_error() -> None:
    def one(word: Word) -> None:
        paragraphs(word, "Body Text")[4].paragraph_format.space_before = 0

    (few,) = findings(with_fault(REPORT, one))
    (most,) = findings(with_fault(REPORT, styled("Body Text", space_before=0)))
    assert (few.code, few.severity) == ("TT016", Severity.WARNING)
    assert (most.code, most.severity) == ("TT016", Severity.ERROR)


def test_a_position_under_the_wrong_authority_is_found() -> None:
    fault = together(retyped("Quyền hạn", "KT. GIÁM ĐỐC"), retyped("Chức vụ", "CHÁNH VĂN PHÒNG"))
    assert codes(with_fault(WITH_APPENDICES, fault)) == ["TT037"]


def test_a_decision_signed_on_behalf_of_a_person_is_found() -> None:
    fault = retyped("Quyền hạn", "TM. CHỦ TỊCH")
    assert codes(with_fault(WITH_APPENDICES, fault)) == ["TT036"]


def test_the_kinds_of_the_decree_have_their_own_symbols() -> None:
    for symbol, expected in (("QĐ-UBND", []), ("QD-UBND", ["TT029"]), ("UBND-QĐ", ["TT029"])):
        fault = retyped("Số ký hiệu", f"Số: 05/{symbol}")
        assert codes(with_fault(DECISION, fault)) == expected


def test_what_is_missing_is_told_by_its_name() -> None:
    (found,) = findings(with_fault(REPORT, removed("Địa danh và thời gian")))
    assert (found.code, found.message) == ("TT019", "không thấy địa danh và thời gian")


VML = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>{}</w:pict></w:r>'
)


def test_a_drawn_line_is_a_rule() -> None:
    def drawn(word: Word) -> None:
        removed("Đường kẻ Tiêu ngữ")(word)
        line = '<v:line style="position:absolute" from="40pt,18pt" to="211pt,18pt"/>'
        paragraphs(word, "Tiêu ngữ")[0]._p.append(parse_xml(VML.format(line)))

    assert codes(with_fault(REPORT, drawn)) == []


def test_text_in_a_box_is_told_of() -> None:
    def boxed(word: Word) -> None:
        text = "Các sở, ban, ngành triển khai nhiệm vụ được giao."
        inside = f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"
        shape = f'<v:shape style="width:200pt;height:60pt">{inside}</v:shape>'
        paragraphs(word, "Body Text")[2]._p.append(parse_xml(VML.format(shape)))

    assert codes(with_fault(REPORT, boxed)) == ["TT072"]


def test_a_superior_and_an_issuer_may_be_set_apart_by_weight_alone() -> None:
    assert codes(with_fault(REPORT, retyped("Cơ quan chủ quản", "TÊN CƠ QUAN CHỦ QUẢN"))) == []


def test_an_issuer_in_light_letters_is_found() -> None:
    fault = together(
        removed("Cơ quan chủ quản"),
        styled("Cơ quan ban hành", bold=False),
    )
    assert codes(with_fault(REPORT, fault)) == ["TT010"]


@pytest.mark.parametrize(
    ("dossier", "severity"),
    [
        ("examples/van_ban/quyet_dinh.yaml", Severity.ERROR),
        ("examples/van_ban/thong_bao.yaml", Severity.ERROR),
        ("examples/van_ban/phieu_chuyen.yaml", Severity.ADVICE),
        ("examples/van_ban/phieu_gui.yaml", Severity.ADVICE),
    ],
)
def test_kinds_that_address_nobody_are_told_of_kinh_gui(dossier: str, severity: Severity) -> None:
    line = added("Kính gửi: Các sở, ban, ngành thuộc tỉnh")
    (found,) = (one for one in findings(with_fault(dossier, line)) if one.code == "TT032")
    assert found.severity is severity
