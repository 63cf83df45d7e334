"""Files that cannot be read as Word files: each is refused with its reason, quickly."""

import io
import zipfile

import pytest
from support.word_files import docx, p, zipped

from reportgen.problems import InputError, Problem
from reportgen.readers.word import read_word, story

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_GOOD = docx(p("x"))


def _refusal(data: bytes) -> Problem:
    with pytest.raises(InputError) as caught:
        read_word(data, "vb.docx")
    (problem,) = caught.value.problems
    assert str(problem.place) == "vb.docx"
    assert problem.hint
    return problem


def _with(data: bytes, files: dict[str, bytes]) -> bytes:
    """The package with parts put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | files)


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "WF001", "tệp rỗng"),
        (b"Khong phai tep Word", "WF001", "không phải là tệp Word"),
        (_GOOD[:-40], "WF001", "bị cắt ngang"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "WF002", "có mật khẩu"),
        (_OLE + "WordDocument".encode("utf-16-le"), "WF003", ".doc"),
        (_OLE + "Workbook".encode("utf-16-le"), "WF007", "không phải văn bản Word"),
        (_with(_GOOD, {"word/vbaProject.bin": b"x"}), "WF004", "macro"),
        (_with(_GOOD, {"../../thoat.xml": b"x"}), "WF006", "tên nguy hiểm"),
        (_with(_GOOD, {"/etc/passwd": b"x"}), "WF006", "tên nguy hiểm"),
        (_with(_GOOD, {"C:\\tep.xml": b"x"}), "WF006", "tên nguy hiểm"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "WF007", "Excel"),
        (zipped({"ppt/presentation.xml": b"<a/>"}), "WF007", "PowerPoint"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "WF007", ".odt"),
        (b"%PDF-1.7", "WF007", "PDF"),
        (b"{\\rtf1 x}", "WF007", "RTF"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "WF007", "trang web"),
        (zipped({"thu.txt": b"x"}), "WF008", "không có nội dung"),
        (_with(_GOOD, {"word/document.xml": b"<a/>"}), "WF008", "không có nội dung"),
        (_with(_GOOD, {"word/document.xml": b"<w:document><"}), "WF009", "“word/document.xml”"),
        (_with(_GOOD, {"_rels/.rels": b""}), "WF009", "“_rels/.rels”"),
    ],
)
def test_a_file_that_is_no_word_file_is_refused_with_its_reason(
    data: bytes, code: str, said: str
) -> None:
    problem = _refusal(data)
    assert (problem.code, said in problem.message) == (code, True), problem.message


def test_a_doctype_is_refused_in_whatever_part_it_stands() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    for part in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        assert _refusal(_with(_GOOD, {part: bomb})).code == "WF006"
    encoded = bomb.decode().encode("utf-16")
    assert _refusal(_with(_GOOD, {"word/document.xml": encoded})).code == "WF006"


def test_what_unpacks_into_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = _with(_GOOD, {"word/document.xml": b"<a>" + b" " * 80_000_000 + b"</a>"})
    assert len(bomb) < 200_000
    assert _refusal(bomb).code == "WF005"


def test_many_tags_in_few_bytes_are_refused() -> None:
    tags = b"<a/>" * 3_000_000
    with pytest.raises(InputError) as caught:
        read_word(_with(_GOOD, {"word/document.xml": b"<a>" + tags + b"</a>"}), "vb.docx")
    assert caught.value.problems[0].code == "WF005"


def test_more_paragraphs_than_anybody_writes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "MOST_PARAGRAPHS", 80)
    cells = "<w:tc><w:p/></w:tc>" * 9
    problem = _refusal(docx("<w:tbl>" + f"<w:tr>{cells}</w:tr>" * 9 + "</w:tbl>"))
    assert (problem.code, "quá nhiều đoạn" in problem.message) == ("WF005", True)


def test_a_run_in_a_hundred_thousand_pieces_is_read() -> None:
    data = docx("<w:p><w:r>" + "<w:t>chữ</w:t>" * 100_000 + "</w:r></w:p>")
    (paragraph,) = read_word(data, "vb.docx").paragraphs()
    assert len(paragraph.text) == 300_000


def test_fields_opened_without_end_do_no_harm() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/><w:t>chữ</w:t></w:r>' * 20_000
    (paragraph,) = read_word(docx(f"<w:p>{opened}</w:p>"), "vb.docx").paragraphs()
    assert len(paragraph.text) == 60_000


def test_a_part_nested_beyond_all_measure_is_refused() -> None:
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert _refusal(_with(_GOOD, {"word/document.xml": deep})).code == "WF009"


def test_too_many_parts_are_refused() -> None:
    many = {f"word/media/{number}.png": b"" for number in range(10_001)}
    assert _refusal(_with(_GOOD, many)).code == "WF005"


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(_GOOD)
    with (
        zipfile.ZipFile(buffer, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", b"<a/>")
    assert "trùng tên" in _refusal(buffer.getvalue()).message


def test_a_part_that_is_damaged_is_named() -> None:
    position = _GOOD.index(b"word/document.xml") + len("word/document.xml") + 20
    damaged = _GOOD[:position] + b"\xff" * 40 + _GOOD[position + 40 :]
    problem = _refusal(damaged)
    assert (problem.code, "word/document.xml" in problem.message) == ("WF001", True)


def test_pictures_are_not_unpacked_however_large() -> None:
    buffer = io.BytesIO(_GOOD)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/anh.png", bytes(100_000_000))
    (paragraph,) = read_word(buffer.getvalue(), "vb.docx").paragraphs()
    assert paragraph.text == "x"


def _strict(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    years = b"http://schemas.openxmlformats.org/%s/2006/"
    for folder in (b"wordprocessingml", b"officeDocument"):
        strict = b"http://purl.oclc.org/ooxml/%s/" % folder
        parts = {name: part.replace(years % folder, strict) for name, part in parts.items()}
    return zipped(parts)


def test_a_file_in_the_strict_form_is_read_alike() -> None:
    footnote = f"<w:footnote w:id='1'>{p('chú thích')}</w:footnote>"
    body = "<w:p><w:r><w:t>Căn cứ</w:t><w:footnoteReference w:id='1'/></w:r></w:p>"
    data = docx(body, footnotes=footnote)
    strict = _strict(data)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(strict)).read("word/document.xml")
    assert read_word(strict, "vb.docx") == read_word(data, "vb.docx")


def test_a_part_in_utf_16_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as archive:
        text = archive.read("word/document.xml").decode()
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")
    (paragraph,) = read_word(_with(_GOOD, {"word/document.xml": declared}), "vb.docx").paragraphs()
    assert paragraph.text == "x"


def test_the_main_part_may_have_any_name() -> None:
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as archive:
        document, relations = archive.read("word/document.xml"), archive.read("_rels/.rels")
    moved = {
        "noi_dung/chinh.xml": document,
        "_rels/.rels": relations.replace(b"word/document.xml", b"/noi_dung/chinh.xml"),
    }
    (paragraph,) = read_word(zipped(moved), "vb.docx").paragraphs()
    assert paragraph.text == "x"


def test_properties_of_the_file() -> None:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
    package = "http://schemas.openxmlformats.org/package/2006/{}"
    core = (
        "<c:coreProperties xmlns:c='c' xmlns:dc='dc' xmlns:t='t'><dc:title>Báo cáo</dc:title>"
        "<dc:creator>Văn phòng</dc:creator><t:created>2025-09-19T08:30:00Z</t:created>"
        "</c:coreProperties>"
    )
    relations = (
        f"<Relationships xmlns='{package.format('relationships')}'>"
        f"<Relationship Id='a' Type='{types.format('officeDocument')}' Target='word/document.xml'/>"
        f"<Relationship Id='b' Type='{package.format('relationships/metadata/core-properties')}' "
        "Target='docProps/core.xml'/></Relationships>"
    )
    data = _with(_GOOD, {"_rels/.rels": relations.encode(), "docProps/core.xml": core.encode()})
    properties = read_word(data, "vb.docx").properties
    assert (properties.title, properties.author) == ("Báo cáo", "Văn phòng")
    assert properties.created is not None
    assert properties.created.isoformat() == "2025-09-19T08:30:00+00:00"
