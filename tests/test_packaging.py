"""The wheel, as somebody who never saw the checkout would use it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "reportgen", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
    )


def test_the_wheel_holds_templates_and_typing_marker_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("_khung/khung.docx", "_khung/khung.css", "bao_cao_thang/noi_dung.md"):
        assert f"reportgen/templates/{needed}" in names
    assert "reportgen/py.typed" in names
    assert {"reportgen/places/xa_phuong.csv", "reportgen/places/LICENSE"} <= set(names)
    assert {name.split("/")[0] for name in names} == {"reportgen", names[-1].split("/")[0]}


def test_the_wheel_renders_from_another_folder_with_its_own_templates(
    installed: Path, tmp_path: Path
) -> None:
    example = ROOT / "examples/toi_thieu/bao_cao.yaml"
    done = run(installed, tmp_path, "render", str(example))
    assert (done.returncode, done.stdout) == (0, "bao_cao.docx\nbao_cao.pdf\n"), done.stderr
    assert (tmp_path / "bao_cao.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_wheel_renders_with_a_folder_of_other_templates(
    installed: Path, tmp_path: Path
) -> None:
    dossier = write_dossier(tmp_path / "hồ sơ có dấu cách")
    arguments = ("--templates", str(TEMPLATES), "--format", "docx", "--output", "kết quả")
    done = run(installed, tmp_path, "render", str(dossier), *arguments)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kết quả/bao_cao.docx").is_file()
