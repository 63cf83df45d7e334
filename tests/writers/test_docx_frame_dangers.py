"""Frames of strangers: what runs, what fetches, what programs may read differently."""

import io
import zipfile

import pytest
from support.dangerous_packages import (
    DOCUMENT,
    MICROSOFT,
    field,
    link_to,
    locked,
    packed,
    parts_of,
    related,
    simple_field,
    with_body,
    with_entry,
)
from support.docx_parts import FRAME, refusal, write

from reportgen.document.tree import Document

BASE = FRAME.read_bytes()
DTD = '<!DOCTYPE w:document [<!ENTITY b "c">]>'


def without_declaration() -> str:
    text = parts_of(BASE)[DOCUMENT].decode("utf-8")
    return text[text.index("?>") + 2 :] if text.startswith("<?xml") else text


def with_part(name: str, content: bytes) -> bytes:
    return packed(parts_of(BASE) | {name: content})


def with_document(content: bytes) -> bytes:
    return with_part(DOCUMENT, content)


def declared_xml(name: str, content: bytes) -> bytes:
    """A part that is XML by its declared type only."""
    parts = parts_of(BASE)
    kind = f'<Override PartName="/{name}" ContentType="application/la+xml"/></Types>'.encode()
    types = parts["[Content_Types].xml"].replace(b"</Types>", kind)
    return packed(parts | {"[Content_Types].xml": types, name: content})


VML = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata {}/>'
VML += "</v:shape></w:pict></w:r></w:p>"
DANGERS = {
    "altChunk": (related(BASE, "aFChunk", "them.html"), "altChunk"),
    "OLE": (related(BASE, "oleObject", "media/a.bin"), "OLE"),
    "embedded workbook": (related(BASE, "package", "a.xlsx"), "tệp nhúng"),
    "ActiveX": (related(BASE, "control", "a.xml"), "ActiveX"),
    "subdocument": (related(BASE, "subDocument", "a.docx", external=True), "văn bản con"),
    "frame of frames": (related(BASE, "frame", "http://a.vn/a.htm", external=True), "khung trang"),
    "macro by its relation": (related(BASE, f"{MICROSOFT}/vbaProject", "a.bin"), "macro"),
    "toolbars": (related(BASE, f"{MICROSOFT}/attachedToolbars", "a.bin"), "thanh công cụ"),
    "keys": (related(BASE, f"{MICROSOFT}/keyMapCustomizations", "a.xml"), "phím tắt"),
    "ribbon": (related(BASE, f"{MICROSOFT}/ui/extensibility", "a.xml"), "giao diện"),
    "add-in": (related(BASE, f"{MICROSOFT}/webextensiontaskpanes", "a.xml"), "tiện ích"),
    "template": (related(BASE, "attachedTemplate", "\\\\m\\a.dotm", True), "attachedTemplate"),
    "picture": (related(BASE, "image", "http://a.vn/a.png", external=True), "image"),
    "picture said to be inside": (related(BASE, "image", "http://a.vn/a.png"), "image"),
    "mail merge": (related(BASE, "mailMergeSource", "file:///a.mdb", True), "mailMergeSource"),
    "style sheet": (related(BASE, "transform", "http://a.vn/a.xsl", True), "transform"),
    "script link": (related(BASE, "hyperlink", "javascript:alert(1)", True), "javascript"),
    "script link, capitals": (related(BASE, "hyperlink", "JaVaScript:alert(1)", True), "JaVa"),
    "file link": (related(BASE, "hyperlink", "file:///C:/a.exe", True), "a.exe"),
    "share link": (related(BASE, "hyperlink", "\\\\may\\a.exe", True), "may"),
    "protocol of an office": (related(BASE, "hyperlink", "ms-word:ofe|u|http://a", True), "ms-w"),
    "INCLUDETEXT": (with_body(BASE, field(" INCLUDETEXT a.docx ")), "INCLUDETEXT"),
    "INCLUDEPICTURE": (with_body(BASE, simple_field("INCLUDEPICTURE http://a")), "INCLUDEPICTURE"),
    "DDE": (with_body(BASE, field('DDE excel "a"')), "DDE"),
    "DDEAUTO cut up": (with_body(BASE, field(" D", "DE", 'AUTO cmd "/k"')), "DDEAUTO"),
    "DDEAUTO small": (with_body(BASE, field("ddeauto c:\\\\a")), "DDEAUTO"),
    "DDEAUTO in quotes": (with_body(BASE, field('"DDEAUTO" a')), "DDEAUTO"),
    "DDE within a field": (
        with_body(
            BASE,
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + field("DDE a b").removeprefix("<w:p>"),
        ),
        "DDE",
    ),
    "DDE never closed": (
        with_body(
            BASE,
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>DDE a</w:instrText></w:r></w:p>",
        ),
        "DDE",
    ),
    "LINK": (with_body(BASE, simple_field("LINK Excel.Sheet a.xlsx")), "LINK"),
    "DATABASE": (with_body(BASE, simple_field("DATABASE \\\\d a.mdb")), "DATABASE"),
    "MACROBUTTON": (with_body(BASE, simple_field("MACROBUTTON AutoOpen a")), "MACROBUTTON"),
    "DDE in a footer": (with_body(BASE, simple_field("DDE a b"), "word/footer1.xml"), "DDE"),
    "VML picture": (with_body(BASE, VML.format('src="http://a.vn/a.png"')), "a.vn"),
    "VML picture of a share": (
        with_body(
            BASE,
            VML.format('xmlns:o="urn:schemas-microsoft-com:office:office" o:href="file://a/b"'),
        ),
        "file://a/b",
    ),
    "DOCTYPE": (with_document((DTD + without_declaration()).encode()), "DOCTYPE"),
    "DOCTYPE in UTF-16": (
        with_document(
            ('<?xml version="1.0" encoding="UTF-16"?>' + DTD + without_declaration()).encode(
                "utf-16"
            )
        ),
        "DOCTYPE",
    ),
    "DOCTYPE in XML of another name": (
        declared_xml("word/la.dat", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        "DOCTYPE",
    ),
    "external entity": (
        with_part("word/la.xml", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
        "DOCTYPE",
    ),
    "workbook in media": (with_part("word/media/anh.png", b"PK\x03\x04"), "đối tượng nhúng"),
    "OLE in media": (with_part("word/media/anh.png", b"\xd0\xcf\x11\xe0"), "đối tượng nhúng"),
    "program in media": (with_part("word/media/anh.png", b"MZ"), "đối tượng nhúng"),
    "absolute name": (with_part("/etc/passwd", b"x"), "tên nguy hiểm"),
    "name that climbs": (with_part("word/../../a", b"x"), "tên nguy hiểm"),
    "name with backslashes": (with_part("word\\..\\a.xml", b"x"), "tên nguy hiểm"),
    "name with a drive": (with_part("C:a.xml", b"x"), "tên nguy hiểm"),
    "name with NUL": (
        with_part("word/aQb.xml", b"x").replace(b"word/aQb.xml", b"word/a\0b.xml"),
        "tên nguy hiểm",
    ),
    "same name in capitals": (with_part("word/Document.XML", b"<a/>"), "trùng tên"),
    "symbolic link": (link_to(BASE, "/etc/passwd"), "lối tắt"),
    "locked entry": (locked(BASE), "mật khẩu"),
}


@pytest.mark.parametrize(("frame", "said"), DANGERS.values(), ids=DANGERS.keys())
def test_a_frame_with_what_is_dangerous_is_refused(frame: bytes, said: str, bare: Document) -> None:
    problems = refusal(bare, frame).problems
    assert {problem.code for problem in problems} == {"MA100"}
    assert any(said in problem.message for problem in problems)
    assert all(problem.hint for problem in problems)


def test_two_parts_of_one_name_are_refused(bare: Document) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = with_entry(BASE, zipfile.ZipInfo(DOCUMENT), b"<a/>")
    assert "trùng tên" in refusal(bare, twice).problems[0].message


@pytest.mark.parametrize(
    "name", ["word/media/anh.png", "word/document.xml", "docProps/app.xml", "customXml/item1.xml"]
)
def test_a_bomb_is_refused_before_it_is_unpacked(name: str, bare: Document) -> None:
    bomb = with_part(name, b"<a>" + b" " * 20_000_000 + b"</a>")
    assert len(bomb) < 200_000
    (problem,) = refusal(bare, bomb).problems
    assert (problem.code, "quá lớn" in problem.message) == ("MA091", True)


def test_more_parts_than_a_frame_has_are_refused(bare: Document) -> None:
    buffer = io.BytesIO(BASE)
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(1001):
            archive.writestr(f"word/media/{number}.png", b"")
    assert refusal(bare, buffer.getvalue()).problems[0].code == "MA091"


@pytest.mark.parametrize(
    "frame",
    [
        with_body(BASE, field(" PAGE ")),
        with_body(BASE, simple_field("NUMPAGES")),
        with_body(BASE, field(' HYPERLINK "https://khanhhoa.gov.vn" ')),
        with_part("word/media/anh.png", b"\x89PNG\r\n\x1a\n"),
        with_part("docProps/thumbnail.jpeg", b"\xff\xd8\xff"),
        related(BASE, "hyperlink", "https://khanhhoa.gov.vn", external=True),
        related(BASE, "hyperlink", "#muc_1", external=True),
    ],
)
def test_what_an_office_has_in_its_frame_passes(frame: bytes, bare: Document) -> None:
    assert write(bare, frame).text("Tên loại") == ["BÁO CÁO"]
