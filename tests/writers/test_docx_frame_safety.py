"""Frames that must not be used: unreadable, too large, with macros, reaching outside."""

import io
import zipfile

import pytest
from support.docx_parts import FRAME, refusal, repacked, write

from reportgen.document.tree import Document
from reportgen.writers.docx.safety import MOST_BYTES, MOST_OF_XML


@pytest.mark.parametrize(
    "data",
    [
        b"PK khong phai zip",
        b" ",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        FRAME.read_bytes()[:-40],
    ],
)
def test_a_file_that_is_no_word_file_is_refused(data: bytes, bare: Document) -> None:
    (problem,) = refusal(bare, data).problems
    assert (problem.code, str(problem.place)) == ("MA091", "khung.docx")
    assert problem.hint


def _added(name: str, content: bytes) -> bytes:
    """The frame with one more part, or one part more often."""
    buffer = io.BytesIO(FRAME.read_bytes())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def test_a_zip_without_a_document_is_refused(bare: Document) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("thu.txt", "Không phải văn bản.")
    assert refusal(bare, buffer.getvalue()).problems[0].code == "MA091"


def test_a_frame_that_unpacks_into_too_much_is_refused_before_it_is_unpacked(
    bare: Document,
) -> None:
    bomb = _added("word/media/anh.bin", bytes(MOST_BYTES + 1))
    assert len(bomb) < 1_000_000
    (problem,) = refusal(bare, bomb).problems
    assert problem.code == "MA091"
    assert "quá lớn" in problem.message


@pytest.mark.parametrize("name", ["word/headers9.xml", "word/phan.khac", "word/media/anh.png"])
@pytest.mark.parametrize("begins", ["<a>", "\ufeff<a>", "\n <a>"])
def test_xml_that_takes_too_long_to_fill_is_refused_by_whatever_name(
    bare: Document, name: str, begins: str
) -> None:
    filler = "".join(f"<b n='{number}'/>" for number in range(MOST_OF_XML // 10))
    (problem,) = refusal(bare, _added(name, f"{begins}{filler}</a>".encode())).problems
    assert problem.code == "MA091"
    assert name in problem.message


def _related(kind: str, target: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationship Id="ngoai" Type="{office}/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    return repacked(
        FRAME.read_bytes(), **{"_rels/document.xml.rels": ("</Relationships>", relation)}
    )


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (_added("word/vbaProject.bin", b"\xd0\xcf"), "macro"),
        (_added("word/embeddings/bang.xlsx", b"PK"), "đối tượng nhúng"),
        (_added("word/activeX/nut.xml", b"<a/>"), "đối tượng nhúng"),
        (
            repacked(
                FRAME.read_bytes(),
                **{"[Content_Types]": ("document.main+xml", "document.macroEnabled.main+xml")},
            ),
            "macro",
        ),
        (_added("word/la.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
        (_related("attachedTemplate", "file:///M:/mau.dotm"), "ở ngoài tệp (attachedTemplate)"),
        (_related("image", "http://example.org/theo-doi.png"), "theo-doi.png"),
        (_related("hyperlink", "file:///C:/Windows/calc.exe"), "ở ngoài tệp (hyperlink)"),
    ],
)
def test_a_frame_with_what_no_frame_needs_is_refused(
    frame: bytes, said: str, bare: Document
) -> None:
    (problem,) = refusal(bare, frame).problems
    assert (problem.code, str(problem.place)) == ("MA100", "khung.docx")
    assert said in problem.message
    assert problem.hint


@pytest.mark.parametrize("target", ["https://khanhhoa.gov.vn", "mailto:ubnd@khanhhoa.gov.vn"])
def test_a_web_or_mail_address_of_the_office_may_stand_in_its_frame(
    target: str, bare: Document
) -> None:
    assert write(bare, _related("hyperlink", target)).text("Tên loại") == ["BÁO CÁO"]
