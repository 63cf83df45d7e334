"""The frame: built from the measures, restyled by people, refused where it cannot be used."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.docx_parts import FRAME, Docx, number, repacked, write
from support.oracles import require

from reportgen.document.tree import Document
from reportgen.problems import InputError

_SCRIPT = FRAME.parents[2] / "scripts" / "build_frame.py"


def _parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def _refusal(document: Document, frame: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        write(document, frame)
    return caught.value


def test_the_committed_frame_is_what_the_script_builds(tmp_path: Path) -> None:
    built = tmp_path / "khung.docx"
    subprocess.run([sys.executable, str(_SCRIPT), str(built)], check=True, timeout=60)
    assert _parts(built.read_bytes()) == _parts(FRAME.read_bytes())


def test_a_frame_with_other_styles_gives_its_look_to_the_document(bare: Document) -> None:
    larger = ('<w:spacing w:before="120"', '<w:spacing w:before="200"')
    docx = write(bare, repacked(FRAME.read_bytes(), styles=larger))
    assert number(docx.style("Body Text"), "w:pPr/w:spacing/@w:before") == 200


def test_a_frame_saved_by_another_program_still_works(sample: Document, tmp_path: Path) -> None:
    soffice = require("soffice")
    profile = (tmp_path / "profile").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    command = [soffice, *options, "--outdir", str(tmp_path), str(FRAME)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    docx = write(sample, (tmp_path / "khung.docx").read_bytes())
    assert docx.text("Tên loại") == ["BÁO CÁO"]
    assert len(docx.styled("Heading 1")) == 2


def test_formatting_of_a_run_in_the_frame_stays(bare: Document) -> None:
    name = '<w:t xml:space="preserve">{{ ho_ten }}'
    coloured = name.replace("<w:t", '<w:rPr><w:u w:val="single"/></w:rPr><w:t')
    docx = write(bare, repacked(FRAME.read_bytes(), document=(name, coloured)))
    (signer,) = docx.styled("Họ tên người ký")
    assert signer.xpath("boolean(w:r/w:rPr/w:u)", namespaces=signer.nsmap)


@pytest.mark.parametrize(
    ("code", "part", "change"),
    [
        ("MA092", "document", ("{{ ho_ten }}", "{{ ten_nguoi_ky }}")),
        ("MA093", "document", ("{{ ho_ten }}", "{{ ho_ten")),
        ("MA093", "document", ("{{ ho_ten }}", "{{ ho_ten.__class__ }}")),
        ("MA093", "document", ("{{ ho_ten }}", "{{ 'a' * 9999999999 }}")),
        ("MA093", "document", ("{{ ho_ten }}", "{{ range(9) }}")),
        ("MA093", "document", ("{{ ho_ten }}", "{% include 'x' %}")),
        ("MA094", "document", ('w:val="ChoDatNoiDung"', 'w:val="BodyText"')),
        ("MA095", "styles", ('w:val="Ô bảng"', 'w:val="Ô khác"')),
        ("MA095", "styles", ('w:val="heading 2"', 'w:val="Mục"')),
        ("MA091", "document", ("</w:body>", "</w:thân>")),
    ],
)
def test_a_frame_that_cannot_be_used_is_refused_with_file_and_hint(
    code: str, part: str, change: tuple[str, str], bare: Document
) -> None:
    (problem,) = _refusal(bare, repacked(FRAME.read_bytes(), **{part: change})).problems
    assert problem.code == code
    assert str(problem.place) == "khung.docx"
    assert problem.hint


def test_a_file_that_is_no_word_file_is_refused(bare: Document) -> None:
    assert _refusal(bare, b"PK khong phai zip").problems[0].code == "MA091"


def test_all_missing_styles_are_named_at_once(bare: Document) -> None:
    frame = repacked(FRAME.read_bytes(), styles=('<w:name w:val="heading ', '<w:name w:val="cap '))
    problems = _refusal(bare, frame).problems
    assert [p.message for p in problems] == [
        f"khung thiếu kiểu “heading {n}”" for n in (1, 2, 3, 4)
    ]


def test_the_frame_prints_every_name_that_it_is_given() -> None:
    text = Docx(FRAME.read_bytes()).archive.read("word/document.xml").decode("utf-8")
    for name in ("so_ky_hieu", "trich_yeu", "noi_nhan", "quyen_han", "chuc_danh", "kinh_gui"):
        assert name in text
