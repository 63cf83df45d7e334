"""The frame: built from the measures, restyled by people, refused where it cannot be used."""

import html
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from support.docx_parts import FRAME, Docx, find, number, refusal, repacked, text, write
from support.forms import appendix, decision, letter, record
from support.oracles import require

from reportgen.document.tree import Document

_SCRIPT = FRAME.parents[2] / "scripts" / "build_frame.py"


def _parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_the_committed_frame_is_what_the_script_builds(tmp_path: Path) -> None:
    built = tmp_path / "khung.docx"
    subprocess.run([sys.executable, str(_SCRIPT), str(built)], check=True, timeout=60)
    assert _parts(built.read_bytes()) == _parts(FRAME.read_bytes())


def test_a_frame_with_other_styles_gives_its_look_to_the_document(bare: Document) -> None:
    larger = ('<w:spacing w:before="120"', '<w:spacing w:before="200"')
    docx = write(bare, repacked(FRAME.read_bytes(), styles=larger))
    assert number(docx.style("Body Text"), "w:pPr/w:spacing/@w:before") == 200


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The frame as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("resaved")
    soffice = require("soffice")
    profile = (folder / "profile").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    command = [soffice, *options, "--outdir", str(folder), str(FRAME)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "khung.docx").read_bytes()


def test_a_frame_saved_by_another_program_still_works(sample: Document, resaved: bytes) -> None:
    docx = write(sample, resaved)
    assert docx.text("Tên loại") == ["BÁO CÁO"]
    assert len(docx.styled("Heading 1")) == 2


@pytest.mark.parametrize("form", [letter, decision, record])
def test_a_frame_saved_by_another_program_prints_every_form_with_the_same_words(
    form: Callable[[], Document], resaved: bytes
) -> None:
    document = replace(form(), appendices=(appendix(),))
    ours, theirs = write(document), write(document, resaved)
    assert _words(theirs) == _words(ours)


def test_boxes_are_as_wide_in_a_frame_saved_by_another_program(resaved: bytes) -> None:
    (ours,), (theirs,) = (
        write(letter(), frame).styled("Mức độ khẩn") for frame in (FRAME.read_bytes(), resaved)
    )
    path = "w:pPr/w:ind/@w:right"
    assert abs(number(ours, path) - number(theirs, path)) <= 2


def _words(docx: Docx) -> list[str]:
    """The texts of body, headers and footers, empty paragraphs left out."""
    names = [n for n in docx.names() if re.fullmatch(r"word/(document|header|footer).*\.xml", n)]
    return sorted(
        text(node)
        for name in names
        for node in find(docx.part(name), "//w:p[not(.//w:fldSimple or .//w:instrText)]")
        if text(node).strip()
    )


def _in_pieces(data: bytes) -> bytes:
    """The frame with every run cut after each character, as Word may leave it after corrections."""

    def cut(match: re.Match[str]) -> str:
        inside = html.unescape(match[1])
        proof = '<w:proofErr w:type="spellStart"/>'
        runs = (f'<w:r><w:t xml:space="preserve">{html.escape(one)}</w:t></w:r>' for one in inside)
        return proof.join(runs)

    source, buffer = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode("utf-8")
            if re.fullmatch(r"word/(document|header2|footer2)\.xml", name):
                content = re.sub(r"<w:r><w:t[^>]*>([^<]*)</w:t></w:r>", cut, content)
            target.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("form", [letter, decision, record])
def test_a_frame_whose_commands_are_cut_over_runs_prints_the_same_words(
    form: Callable[[], Document],
) -> None:
    pieces = _in_pieces(FRAME.read_bytes())
    assert b'<w:t xml:space="preserve">{</w:t>' in zipfile.ZipFile(io.BytesIO(pieces)).read(
        "word/document.xml"
    )
    assert _words(write(form(), pieces)) == _words(write(form()))


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
    (problem,) = refusal(bare, repacked(FRAME.read_bytes(), **{part: change})).problems
    assert problem.code == code
    assert str(problem.place) == "khung.docx"
    assert problem.hint


@pytest.mark.parametrize(
    ("name", "part", "command"),
    [
        ("trich_yeu_cong_van", "document", "{%p if trich_yeu_cong_van %}"),
        ("do_khan", "document", "{%p if do_khan %}"),
        ("nguoi_soan_thao", "document", "{%p if nguoi_soan_thao %}"),
        ("chu_ky", "document", "{%p if chu_ky | length &gt; 1 %}"),
        ("pham_vi", "header2", "{%p if pham_vi %}"),
        ("dia_chi", "footer2", "{%p if dia_chi %}"),
    ],
)
def test_a_frame_without_an_optional_place_serves_only_documents_that_do_not_need_it(
    name: str, part: str, command: str, bare: Document
) -> None:
    never = "{%p if dong_ky and not dong_ky %}"
    frame = repacked(FRAME.read_bytes(), **{part: (command, never)})
    assert write(bare, frame).text("Tên loại") == ["BÁO CÁO"]
    document = record() if name == "chu_ky" else letter()
    (problem,) = refusal(document, frame).problems
    assert problem.code == "MA099"
    assert f"“{name}”" in problem.message
    assert problem.hint


def test_a_frame_without_the_style_of_a_basis_serves_documents_without_one(bare: Document) -> None:
    frame = repacked(FRAME.read_bytes(), styles=('w:val="Căn cứ"', 'w:val="Căn cứ cũ"'))
    assert write(bare, frame).text("Tên loại") == ["BÁO CÁO"]
    (problem,) = refusal(decision(), frame).problems
    assert (problem.code, problem.message) == ("MA095", "khung thiếu kiểu “Căn cứ”")


def test_every_command_left_open_is_named_with_its_paragraph(bare: Document) -> None:
    frame = repacked(FRAME.read_bytes(), document=("{{ ten_loai }}", "{{ ten_loai }"))
    (problem,) = refusal(bare, frame).problems
    assert (problem.code, problem.message) == (
        "MA093",
        "khung có công thức chưa đóng: “{{ ten_loai }”",
    )


def test_all_missing_styles_are_named_at_once(bare: Document) -> None:
    frame = repacked(FRAME.read_bytes(), styles=('<w:name w:val="heading ', '<w:name w:val="cap '))
    problems = refusal(bare, frame).problems
    assert [p.message for p in problems] == [
        f"khung thiếu kiểu “heading {n}”" for n in (1, 2, 3, 4)
    ]


def test_the_frame_prints_every_name_that_it_is_given() -> None:
    text = Docx(FRAME.read_bytes()).archive.read("word/document.xml").decode("utf-8")
    for name in ("so_ky_hieu", "trich_yeu", "noi_nhan", "quyen_han", "chuc_danh", "kinh_gui"):
        assert name in text


def test_a_frame_is_filled_once_for_documents_alike_and_each_has_its_own_words(
    bare: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes through Jinja are tokens, the same for all that have the same components."""
    calls: list[object] = []
    filled = DocxTemplate.render

    def counted(self: DocxTemplate, *given: object) -> None:
        calls.append(self)
        filled(self, *given)

    monkeypatch.setattr(DocxTemplate, "render", counted)
    frame = repacked(FRAME.read_bytes(), styles=('<w:spacing w:before="120"',) * 2)
    title = bare.title
    documents = [replace(bare, title=replace(title, kind=kind)) for kind in ("TỜ TRÌNH", "ĐỀ ÁN")]
    assert [write(one, frame).text("Tên loại") for one in documents] == [["TỜ TRÌNH"], ["ĐỀ ÁN"]]
    assert len(calls) <= 1
    without = replace(bare, title=replace(title, kind=""))
    assert write(without, frame).text("Tên loại") != ["ĐỀ ÁN"]
    assert len(calls) <= 2
