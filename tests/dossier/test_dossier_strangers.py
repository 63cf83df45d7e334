"""Dossiers of strangers: files they may not name, files that are none, and files too large."""

import os
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from support.dossiers import PROFILE, TEMPLATES, write_dossier

from reportgen.dossier import files, read_dossier, tables
from reportgen.dossier.changes import Change
from reportgen.dossier.files import read_text, refuse_link_out
from reportgen.dossier.tables import parse_csv
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.problems import InputError, Place, Problem
from reportgen.rendering import Format, render

DOSSIER = "mau: thu\nky: 9/2025\n"
FIGURES = "ma,ten,don_vi_tinh,thuc_hien\na,A,hồ sơ,1\n"
FRAME = Path(__file__).parents[2] / "templates/_khung"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as Unix has them")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's folder with profile and two periods, and a secret beside it."""
    folder = tmp_path / "co_quan"
    for month in ("2025-08", "2025-09"):
        (folder / month).mkdir(parents=True)
        (folder / month / "so_lieu.csv").write_text(FIGURES, encoding="utf-8")
    (folder / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    for name in ("mat.csv", "mat.yaml"):
        (tmp_path / name).write_text(FIGURES, encoding="utf-8")
    return folder


def codes(office: Path, more: str, *changes: Change) -> list[str]:
    path = office / "2025-09" / "bao_cao.yaml"
    path.write_text(DOSSIER + more, encoding="utf-8")
    return [problem.code for problem in read_dossier(path, changes).problems]


OUTSIDE = [
    "don_vi: ../../mat.csv\n",
    "don_vi: mat_lien_ket.yaml\n",
    "don_vi: /etc/passwd\n",
    "chi_tieu: ../../mat.csv\n",
    "chi_tieu: [so_lieu.csv, ../../mat.csv]\n",
    "chi_tieu: |\n  so_lieu.csv\n  ../../mat.csv\n",
    "chi_tieu: /dev/zero\n",
    "chi_tieu: '{inside}'\n",
    "chi_tieu: ../../mat.xlsx#Trang\n",
    "bang:\n  a: ../../mat.csv\n",
    "bang:\n  a:\n    tep: ../../mat.csv\n",
    "phu_luc:\n  - tieu_de: A\n    bang: ../../mat.csv\n",
    "phu_luc:\n  - tieu_de: A\n    bang: ../2025-08/../../mat.csv\n",
    "chi_tieu: lien_ket.csv\n",
    "chi_tieu: thu_muc/mat.csv\n",
]


@UNIX
@pytest.mark.parametrize("more", OUTSIDE)
def test_a_file_outside_of_the_offices_folder_is_not_read(more: str, office: Path) -> None:
    here = office / "2025-09"
    (here / "lien_ket.csv").symlink_to(office.parent / "mat.csv")
    (here / "thu_muc").symlink_to(office.parent)
    (here / "mat_lien_ket.yaml").symlink_to(office.parent / "mat.csv")
    assert codes(office, more.format(inside=here / "so_lieu.csv")) == ["HS034"]


@pytest.mark.parametrize(
    "more",
    [
        "chi_tieu: so_lieu.csv\n",
        "chi_tieu: ../2025-08/so_lieu.csv\n",
        "chi_tieu: ./so_lieu.csv\ndon_vi: ../don_vi.yaml\n",
        "bang:\n  so: ../2025-08/so_lieu.csv\n",
    ],
)
def test_files_of_the_office_are_read(more: str, office: Path) -> None:
    assert codes(office, more) == []


def test_the_profile_may_lie_elsewhere_if_it_is_one(office: Path) -> None:
    (office.parent / "khac.yaml").write_text(PROFILE, encoding="utf-8")
    assert codes(office, "don_vi: ../../khac.yaml\n") == []


@UNIX
def test_a_link_within_the_office_is_followed(office: Path) -> None:
    (office / "2025-09" / "lien_ket.csv").symlink_to(office / "2025-08" / "so_lieu.csv")
    assert codes(office, "chi_tieu: lien_ket.csv\n") == []


def test_without_a_profile_around_the_folders_beside_may_be_named(tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        (tmp_path / "goc" / name).mkdir(parents=True)
    (tmp_path / "goc" / "hai" / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    for folder in (tmp_path, tmp_path / "goc" / "hai"):
        (folder / "so_lieu.csv").write_text(FIGURES, encoding="utf-8")
    path = tmp_path / "goc" / "mot" / "bao_cao.yaml"
    for name, found in (("../hai/so_lieu.csv", []), ("../../so_lieu.csv", ["HS034"])):
        more = f"don_vi: ../hai/don_vi.yaml\nchi_tieu: {name}\n"
        path.write_text(DOSSIER + more, encoding="utf-8")
        assert [problem.code for problem in read_dossier(path).problems] == found


def test_what_the_user_lays_over_may_lead_anywhere(office: Path) -> None:
    change = Change(("chi_tieu",), "../../mat.csv", Place("danh_sach.csv", 2))
    assert codes(office, "", change) == []


@UNIX
@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to("/dev/random"),
        lambda path: path.symlink_to(path),
        lambda path: path.mkdir(),
    ],
    ids=["pipe", "zeros", "random", "circle", "folder"],
)
def test_what_is_no_ordinary_file_is_refused_at_once(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "la.yaml"
    make(path)
    with pytest.raises(InputError) as caught:
        read_text(path, "HS")
    (problem,) = caught.value.problems
    assert (problem.code, bool(problem.hint)) == ("HS002", True)


@UNIX
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("la.csv")
        with pytest.raises(InputError) as caught:
            read_text(Path("la.csv"), "CT")
    assert [problem.code for problem in caught.value.problems] == ["CT002"]


@UNIX
@pytest.mark.parametrize(
    "more", ["", "chi_tieu: ong.csv\n", "phu_luc: [{tieu_de: A, bang: ong.csv}]\n"]
)
def test_a_pipe_where_a_table_should_be_does_not_hang(more: str, office: Path) -> None:
    os.mkfifo(office / "2025-09" / ("ong.csv" if more else "chi_tieu.csv"))
    assert codes(office, more) == (["CT002"] if more else [])


@pytest.mark.parametrize(("family", "code"), [("HS", "HS002"), ("CT", "CT002")])
def test_a_file_is_not_read_where_it_is_too_large(
    family: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lon.yaml"
    path.write_bytes(b"")
    os.truncate(path, files.MOST_BYTES[family] + 1)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(InputError) as caught:
        read_text(path, family)
    (problem,) = caught.value.problems
    assert (problem.code, "lớn quá" in problem.message) == (code, True)


def csv_codes(text: str) -> list[str]:
    problems: list[Problem] = []
    parse_csv(text, "a.csv", problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n" + "1,2\n" * (tables.MOST_ROWS + 1),
        ",".join("a" * 1 for _ in range(tables.MOST_COLUMNS + 1)) + "\n1\n",
        'a,b\n1,"' + "x" * (tables.LONGEST_CELL + 1),
    ],
    ids=["rows", "columns", "cell"],
)
def test_a_table_too_large_is_refused(text: str) -> None:
    began = process_time()
    assert csv_codes(text) == ["CT004"]
    assert process_time() - began < 20


YAML_BOMBS = {
    "aliases": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
    "alias of itself": "a: &a [*a]\n",
    "lists in lists": "a: " + "[" * 50_000 + "]" * 50_000,
    "maps in maps": "a: " + "{b: " * 50_000 + "}" * 50_000,
    "block depth": "".join(" " * n + f"a{n}:\n" for n in range(2_000)),
    "tag": "a: !!python/object/apply:os.system [id]\n",
    "tag of a name": "a: !!python/name:os.system\n",
    "merge": "a: &a {b: 1}\nc:\n  <<: *a\n",
    "directive": "%TAG ! tag:yaml.org,2002:python/\n---\na: !name:os.system x\n",
    "many faults": "a: [\n" * 20_000,
    "many open quotes": 'a: "\n' * 20_000,
    "many anchors": "".join(f"a{n}: &x{n} y\n" for n in range(20_000)) + "b: *khong_co\n",
    "long key": "a" * 1_000_000 + ": 1\n",
}


@pytest.mark.parametrize("text", YAML_BOMBS.values(), ids=YAML_BOMBS.keys())
def test_yaml_that_blows_up_is_refused(text: str) -> None:
    problems: list[Problem] = []
    began = process_time()
    parse_yaml(text, "a.yaml", problems)
    assert problems
    assert all(problem.hint for problem in problems)
    assert process_time() - began < 10


@UNIX
def test_a_link_out_of_a_templates_folder_is_not_followed(tmp_path: Path) -> None:
    template = tmp_path / "mau" / "bao_cao"
    template.mkdir(parents=True)
    (tmp_path / "mat.md").write_text("Mật", encoding="utf-8")
    (template / "khac.md").write_text("Chữ", encoding="utf-8")
    outside, inside, itself = (template / name for name in ("a.md", "b.md", "c.md"))
    outside.symlink_to(tmp_path / "mat.md")
    inside.symlink_to(template / "khac.md")
    itself.symlink_to(itself)
    with pytest.raises(InputError) as caught:
        refuse_link_out(outside)
    (problem,) = caught.value.problems
    assert problem.code == "GH010"
    assert str(problem.place).endswith("a.md")
    assert problem.hint
    for path in (inside, itself, template / "khac.md", template / "khong_co.md"):
        refuse_link_out(path)  # what is not there, or leads nowhere, is told on reading


@UNIX
@pytest.mark.parametrize("name", ["mau.yaml", "noi_dung.md", "khung.docx", "khung.css"])
def test_templates_and_frames_that_are_links_are_refused(name: str, tmp_path: Path) -> None:
    dossier = write_dossier(tmp_path)
    folder = tmp_path / "mau"
    shutil.copytree(TEMPLATES / "don_gian", folder / "don_gian")
    shutil.copytree(FRAME, folder / "_khung")
    for path in folder.glob(f"*/{name}"):
        secret = path.replace(tmp_path / f"mat_{name}")
        path.symlink_to(secret)
    with pytest.raises(InputError) as caught:
        render(dossier, [Format.DOCX, Format.PDF], [folder])
    assert {problem.code for problem in caught.value.problems} == {"GH010"}
