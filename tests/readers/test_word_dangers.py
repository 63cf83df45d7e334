"""Word files of strangers that are checked or imported: refused where dangerous, read where not."""

import pytest
from support.dangerous_packages import (
    MICROSOFT,
    field,
    link_to,
    locked,
    packed,
    parts_of,
    related,
    simple_field,
)
from support.word_files import docx, p

from reportgen.problems import InputError
from reportgen.readers.word import read_word

BASE = docx(p("x"))
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def named(name: str) -> bytes:
    return packed(parts_of(BASE) | {name: b"x"})


DANGERS = {
    "altChunk": (related(BASE, "aFChunk", "them.html"), "altChunk"),
    "OLE": (related(BASE, "oleObject", "embeddings/a.bin"), "OLE"),
    "linked workbook": (related(BASE, "oleObject", "file:///a.xlsx", True), "OLE"),
    "ActiveX": (related(BASE, "control", "activeX/a.xml"), "ActiveX"),
    "macro by its relation": (related(BASE, f"{MICROSOFT}/vbaProject", "a.dat"), "macro"),
    "subdocument": (related(BASE, "subDocument", "a.docx", True), "văn bản con"),
    "template": (related(BASE, "attachedTemplate", "file:///M:/a.dotm", True), "tệp mẫu"),
    "picture": (related(BASE, "image", "http://a.vn/theo-doi.png", True), "theo-doi.png"),
    "frame of frames": (related(BASE, "frame", "a.htm", True), "khung trang"),
    "mail merge": (related(BASE, "mailMergeSource", "a.mdb", True), "ngoài tệp"),
    "DDE": (docx(field("DDE excel a")), "DDE"),
    "DDEAUTO cut up": (docx(field("D", "DEAU", "TO a")), "DDEAUTO"),
    "DDEAUTO as a simple field": (docx(simple_field("DDEAUTO a b")), "DDEAUTO"),
    "DDE in a note": (
        docx(p("x"), footnotes=f"<w:footnote w:id='1'>{field('DDE a b')}</w:footnote>"),
        "DDE",
    ),
    "backslashes": (named("word\\..\\a.xml"), "tên nguy hiểm"),
    "NUL": (named("word/aQb.xml").replace(b"word/aQb.xml", b"word/a\0b.xml"), "tên nguy hiểm"),
    "same name in capitals": (named("WORD/document.xml"), "trùng tên"),
    "symbolic link": (link_to(BASE, "/etc/passwd"), "lối tắt"),
    "locked entry": (locked(BASE), "mật khẩu"),
    "DOCTYPE in UTF-16 behind blanks": (
        packed(
            parts_of(BASE)
            | {
                "word/document.xml": (
                    '<?xml version="1.0" encoding="UTF-16LE"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a/>'
                ).encode("utf-16-le")
            }
        ),
        "",
    ),
}


@pytest.mark.parametrize(("data", "said"), DANGERS.values(), ids=DANGERS.keys())
def test_a_dangerous_file_is_refused_with_how_to_mend_it(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_word(data, "vb.docx")
    (problem,) = caught.value.problems
    assert problem.code in ("WF006", "WF009")
    assert said in problem.message
    assert "Word" in problem.hint


@pytest.mark.parametrize(
    "data",
    [
        related(BASE, "hyperlink", "javascript:void(0)", True),
        related(BASE, "hyperlink", "../phu-luc/a.docx", True),
        related(BASE, "hyperlink", "https://khanhhoa.gov.vn", True),
        related(BASE, "package", "embeddings/bieu_do.xlsx"),
        related(BASE, f"{MICROSOFT}/webextensiontaskpanes", "webextensions/taskpanes.xml"),
        related(BASE, f"{MICROSOFT}/keyMapCustomizations", "customizations.xml"),
        docx(p("x") + field(" INCLUDEPICTURE http://a.vn/a.png ")),
        docx(p("x") + field(" PAGE ")),
    ],
)
def test_what_offices_have_in_their_files_is_read_over(data: bytes) -> None:
    assert "x" in next(iter(read_word(data, "vb.docx").paragraphs())).text


def test_every_danger_is_told_at_once() -> None:
    data = related(BASE, "attachedTemplate", "file:///a.dotm", True)
    data = related(data, "aFChunk", "b.html")
    with pytest.raises(InputError) as caught:
        read_word(data, "vb.docx")
    assert len(caught.value.problems) == 2
