"""`reportgen template check` on frames: what they lack, and what they have no business with."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from support.docx_parts import FRAME, repacked
from support.oracles import require

from reportgen.problems import Problem, Severity
from reportgen.template_check import check
from reportgen.writers.docx.safety import MOST_BYTES

FOLDER = FRAME.parent


def frame(folder: Path, data: bytes) -> Path:
    """A frame folder that holds only this Word file."""
    own = folder / "_khung"
    own.mkdir(parents=True)
    (own / "khung.docx").write_bytes(data)
    return own


def page(folder: Path, name: str, before: str, after: str) -> Path:
    """A frame folder that holds the built-in page, with one text replaced."""
    own = folder / "_khung"
    own.mkdir(parents=True)
    source = (FOLDER / name).read_text(encoding="utf-8")
    assert before in source
    (own / name).write_text(source.replace(before, after), encoding="utf-8")
    return own


def found(folder: Path) -> list[Problem]:
    return list(check(folder).problems)


def codes(folder: Path) -> set[str]:
    return {one.code for one in found(folder)}


def errors(folder: Path) -> list[Problem]:
    return [one for one in found(folder) if one.severity is Severity.ERROR]


def with_part(name: str, content: bytes) -> bytes:
    """The built-in frame with one more part."""
    buffer = io.BytesIO(FRAME.read_bytes())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def with_relation(kind: str, target: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationship Id="x1" Type="{office}/{kind}" Target="{target}" TargetMode="External"/>'
    )
    source, buffer = zipfile.ZipFile(FRAME), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Relationships>", f"{relation}</Relationships>".encode()
                )
            archive.writestr(name, content)
    return buffer.getvalue()


def test_the_built_in_frame_has_no_fault() -> None:
    assert found(FOLDER) == []


def test_the_frame_beside_a_template_is_looked_through_with_it(tmp_path: Path) -> None:
    own = tmp_path / "thu"
    own.mkdir()
    (own / "mau.yaml").write_text("ke_thua: bao_cao_thang\n", encoding="utf-8")
    frame(tmp_path, b"PK khong phai zip")
    assert codes(own) == {"MA091"}


@pytest.mark.parametrize(
    ("printed", "named", "severity"),
    [
        ("so_ky_hieu", "(so_ky_hieu)", Severity.ERROR),
        ("dia_danh_ngay", "(dia_danh_ngay)", Severity.ERROR),
        ("ten_loai", "(ten_loai)", Severity.ERROR),
        ("trich_yeu", "(trich_yeu)", Severity.ERROR),
        ("dong_ky", "(dong_ky)", Severity.WARNING),
        ("ho_ten", "chữ ký", Severity.ERROR),
        ("trich_yeu_cong_van", "(“trich_yeu_cong_van”)", Severity.WARNING),
        ("do_khan", "(“do_khan”)", Severity.WARNING),
    ],
)
def test_a_place_that_is_no_longer_printed_is_named(
    printed: str, named: str, severity: Severity, tmp_path: Path
) -> None:
    data = repacked(FRAME.read_bytes(), document=(f"{{{{ {printed} }}}}", "…"))
    problem = next(one for one in found(frame(tmp_path, data)) if named in one.message)
    assert (problem.code, problem.severity) == ("MA099", severity)
    assert str(problem.place).endswith("_khung/khung.docx")


@pytest.mark.parametrize(
    ("code", "part", "change"),
    [
        ("MA092", "document", ("{{ ho_ten }}", "{{ ten_nguoi_ky }}")),
        ("MA093", "document", ("{{ ho_ten }}", "{{ ho_ten.__class__ }}")),
        ("MA094", "document", ('w:val="ChoDatNoiDung"', 'w:val="BodyText"')),
        ("MA095", "styles", ('w:val="Ô bảng"', 'w:val="Ô khác"')),
    ],
)
def test_what_rendering_would_refuse_is_found_before(
    code: str, part: str, change: tuple[str, str], tmp_path: Path
) -> None:
    (problem,) = errors(frame(tmp_path, repacked(FRAME.read_bytes(), **{part: change})))
    assert problem.code == code


def test_macros_are_an_error(tmp_path: Path) -> None:
    (problem,) = errors(frame(tmp_path, with_part("word/vbaProject.bin", b"x")))
    assert (problem.code, problem.message) == ("MA100", "khung có macro")


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.org/a.dotm"),
        ("image", "file:///C:/logo.png"),
        ("hyperlink", "file:///C:/a.exe"),
    ],
)
def test_what_a_frame_takes_from_outside_is_named(kind: str, target: str, tmp_path: Path) -> None:
    (problem,) = errors(frame(tmp_path, with_relation(kind, target)))
    assert problem.code == "MA100"
    assert target in problem.message


def test_the_offices_own_web_address_is_no_fault(tmp_path: Path) -> None:
    data = with_relation("hyperlink", "https://laocai.gov.vn/")
    assert errors(frame(tmp_path, data)) == []


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    data = with_part("word/media/image1.png", bytes(MOST_BYTES))
    assert len(data) < MOST_BYTES / 100
    (problem,) = found(frame(tmp_path, data))
    assert problem.code == "MA091"
    assert "quá lớn" in problem.message


@pytest.mark.parametrize("data", [b"", b"PK khong phai zip", b"<html></html>"])
def test_a_file_that_is_no_word_file_is_an_error(data: bytes, tmp_path: Path) -> None:
    (problem,) = found(frame(tmp_path, data))
    assert problem.code == "MA091"


def test_a_page_that_prints_a_name_nobody_supplies_is_an_error(tmp_path: Path) -> None:
    own = page(tmp_path, "khung.html", "{{ so_ky_hieu }}", "{{ so_hieu }}")
    (problem,) = errors(own)
    assert (problem.code, problem.message) == ("MA097", "khung dùng tên không có: “so_hieu”")
    assert "khung.html:" in str(problem.place)


def test_a_page_that_no_longer_prints_a_component_is_an_error(tmp_path: Path) -> None:
    own = page(tmp_path, "khung.html", "{{ so_ky_hieu }}", "…")
    (problem,) = errors(own)
    assert (problem.code, "(so_ky_hieu)" in problem.message) == ("MA099", True)


def test_a_style_sheet_that_loads_from_outside_is_an_error(tmp_path: Path) -> None:
    source = (FOLDER / "khung.css").read_text(encoding="utf-8").split("\n")
    own = page(
        tmp_path, "khung.css", source[0], f'@import "https://example.org/a.css";\n{source[0]}'
    )
    (problem,) = [one for one in found(own) if one.code == "MA100"]
    assert str(problem.place).endswith("khung.css:1")


def test_a_frame_saved_by_libreoffice_has_no_error(tmp_path: Path) -> None:
    import subprocess

    soffice = require("soffice")
    options = [f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless"]
    command = [soffice, *options, "--convert-to", "docx", "--outdir", str(tmp_path), str(FRAME)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    own = tmp_path / "_khung"
    own.mkdir()
    shutil.move(tmp_path / "khung.docx", own)
    assert errors(own) == []


def test_a_frame_with_tags_split_over_runs_has_no_error(tmp_path: Path) -> None:
    split = "{{ ho_</w:t></w:r><w:r><w:t>ten }}"
    data = repacked(FRAME.read_bytes(), document=("{{ ho_ten }}", split))
    assert errors(frame(tmp_path, data)) == []
