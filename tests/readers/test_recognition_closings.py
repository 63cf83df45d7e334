"""Recipients, signatures and appendices are told apart however they are laid out."""

import pytest
from support.recognised_words import file_words, recognised_words
from support.word_values import p, table, word_file

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Document, Signature
from reportgen.readers.recognition import recognise
from reportgen.readers.word.model import WordBlock

HEAD = (
    table(
        (
            "SỞ Y TẾ\nSố: 01/KH-SYT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Khánh Hòa, ngày 05 tháng 01 năm 2026",
        )
    ),
    p("KẾ HOẠCH", looks="b", center=True),
    p("Công tác năm 2026", looks="b", center=True),
    p("Sở Y tế ban hành Kế hoạch như sau./."),
)
LIST = "Nơi nhận:\n- Như trên;\n- Bộ Y tế (báo cáo);\n- Lưu: VT, KH."
SIGNED = Signature(("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN"), "PHÓ TRƯỞNG BAN", "", "Nguyễn Văn A")
LINES = "TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\n\nNguyễn Văn A"

CLOSINGS: dict[str, tuple[WordBlock, ...]] = {
    "a table": (table((LIST, LINES)),),
    "the name in a row of its own": (
        table((LIST, LINES.replace("\nNguyễn Văn A", "")), ("", "Nguyễn Văn A")),
    ),
    "line breaks in two cells": (table(([p(LIST)], [p(LINES)])),),
    "paragraphs one below the other": tuple(map(p, f"{LIST}\n{LINES}".split("\n"))),
    "signature above the list": tuple(map(p, f"{LINES}\n{LIST}".split("\n"))),
    "tabs": tuple(
        map(
            p,
            (
                "Nơi nhận:\tTM. BAN CHỈ ĐẠO",
                "- Như trên;\tKT. TRƯỞNG BAN",
                "- Bộ Y tế (báo cáo);\tPHÓ TRƯỞNG BAN",
                "- Lưu: VT, KH.",
                "",
                "\tNguyễn Văn A",
            ),
        )
    ),
    "a list on one line": (
        p("Nơi nhận: - Như trên; - Bộ Y tế (báo cáo); - Lưu: VT, KH."),
        *map(p, LINES.split("\n")),
    ),
}


def _recipients(document: Document) -> list[str]:
    return [plain_text(one) for one in document.recipients]


@pytest.mark.parametrize("layout", CLOSINGS)
def test_a_foot_is_read_however_it_is_laid_out(layout: str) -> None:
    found = recognise(word_file(*HEAD, *CLOSINGS[layout]))
    assert _recipients(found.document) == ["- Như trên;", "- Bộ Y tế (báo cáo);", "- Lưu: VT, KH."]
    assert found.document.signatures == (SIGNED,)
    assert len(found.document.body) == 1
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


def test_two_columns_are_two_signatures() -> None:
    sides = table(("THƯ KÝ", "CHỦ TỌA"), ("Trần Văn B", "Nguyễn Văn A"))
    document = recognise(word_file(*HEAD, sides, p("Nơi nhận:"), p("- Lưu: VT."))).document
    assert [(one.position, one.name) for one in document.signatures] == [
        ("THƯ KÝ", "Trần Văn B"),
        ("CHỦ TỌA", "Nguyễn Văn A"),
    ]
    assert _recipients(document) == ["- Lưu: VT."]


def test_another_title_of_the_signer_stands_below_the_first() -> None:
    foot = table(("Nơi nhận:\n- Lưu: VT.", "TỔ TRƯỞNG\nCHỦ TỊCH UBND TỈNH\n(Đã ký)\nNguyễn Văn A"))
    found = recognise(word_file(*HEAD, foot))
    assert found.document.signatures == (
        Signature((), "TỔ TRƯỞNG", "CHỦ TỊCH UBND TỈNH", "Nguyễn Văn A"),
    )
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


def test_the_mark_of_the_drafter_stands_below_the_list() -> None:
    foot = table(("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nPL.(300)", "GIÁM ĐỐC\nNguyễn Văn A"))
    document = recognise(word_file(*HEAD, foot)).document
    assert document.markings.drafter == "PL.(300)"
    assert _recipients(document) == ["- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize(
    "label", ["Phụ lục", "PHỤ LỤC I", "Phụ lục số 01", "Phụ lục 2:", "PHỤ LỤC: DANH MỤC NHIỆM VỤ"]
)
def test_an_appendix_begins_at_its_label(label: str) -> None:
    title = () if "DANH" in label else (p("DANH MỤC NHIỆM VỤ", looks="b", center=True),)
    found = recognise(
        word_file(
            *HEAD,
            *CLOSINGS["a table"],
            p(label, looks="b", center=True, new_page=True),
            *title,
            p("(Kèm theo Kế hoạch số 01/KH-SYT ngày 05 tháng 01 năm 2026)", center=True),
            p("Danh mục gồm 3 nhiệm vụ."),
            table(("TT", "Nhiệm vụ"), ("1", "Rà soát"), bordered=True),
        )
    )
    (appendix,) = found.document.appendices
    assert label.startswith(appendix.label)
    assert appendix.title == "DANH MỤC NHIỆM VỤ"
    assert appendix.attached_to.startswith("(Kèm theo Kế hoạch")
    assert len(appendix.blocks) == 2
    assert found.document.signatures == (SIGNED,)
    assert {one.appendix for one in found.anatomy.text} == {0, 1}
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


def test_a_whole_document_that_is_attached_is_an_appendix() -> None:
    found = recognise(
        word_file(
            *HEAD,
            *CLOSINGS["a table"],
            table(("SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")),
            p("QUY CHẾ", looks="b", center=True),
            p("Quản lý thiết bị", looks="b", center=True),
            p("(Ban hành kèm theo Kế hoạch số 01/KH-SYT)", center=True),
            p("Điều 1. Phạm vi", looks="b"),
            p("Quy chế này áp dụng tại Sở."),
            table(("", "GIÁM ĐỐC\nTrần Văn B")),
        )
    )
    (appendix,) = found.document.appendices
    assert (appendix.label, appendix.title) == ("", "QUY CHẾ Quản lý thiết bị")
    assert found.document.signatures == (SIGNED,)
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


def test_appendices_named_in_a_sentence_begin_none() -> None:
    found = recognise(
        word_file(*HEAD, p("Phụ lục I, II kèm theo Kế hoạch này."), *CLOSINGS["a table"])
    )
    assert found.document.appendices == ()
