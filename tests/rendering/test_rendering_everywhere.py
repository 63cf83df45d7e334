"""The same dossier gives the same bytes, wherever and whenever the program runs."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.oracles import ROOT, absent, require

DOSSIERS = ("data/khanh_hoa/2025-09/bao_cao.yaml", "data/lao_cai/2025-q4/ke_hoach.yaml")


def rendered_where(
    output: Path, folder: Path = ROOT, dossiers: tuple[str, ...] = DOSSIERS, **variables: str
) -> dict[str, str]:
    """The digests of what the command writes, run in that folder with these variables."""
    command = [sys.executable, "-m", "reportgen", "render", *dossiers, "--output", str(output)]
    formats = [part for one in ("docx", "pdf", "md") for part in ("--format", one)]
    subprocess.run(
        [*command, *formats],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        check=True,
        capture_output=True,
    )
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in output.iterdir()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    found = rendered_where(tmp_path_factory.mktemp("usual"), PYTHONHASHSEED="0")
    assert sorted(found) == [
        f"{stem}.{kind}" for stem in ("bao_cao", "ke_hoach") for kind in ("docx", "md", "pdf")
    ]
    return found


@pytest.mark.parametrize("seed", ["1", "20250919"])
def test_under_another_hash_seed(usual: dict[str, str], tmp_path: Path, seed: str) -> None:
    assert rendered_where(tmp_path, PYTHONHASHSEED=seed) == usual


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_in_another_time_zone(usual: dict[str, str], tmp_path: Path, zone: str) -> None:
    assert rendered_where(tmp_path, TZ=zone) == usual


def test_in_the_locale_of_a_bare_system(usual: dict[str, str], tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert rendered_where(tmp_path, **plain) == usual


def test_in_the_vietnamese_locale(usual: dict[str, str], tmp_path: Path) -> None:
    require("localedef")
    if not Path("/usr/share/i18n/locales/vi_VN").is_file():
        absent("locales (the source of vi_VN)")
    made = tmp_path / "locales"
    made.mkdir()
    command = ["localedef", "-i", "vi_VN", "-f", "UTF-8", str(made / "vi_VN.UTF-8")]
    subprocess.run(command, check=True, capture_output=True)
    names = {"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8", "LOCPATH": str(made)}
    asked = subprocess.run(
        ["locale", "decimal_point"], env={**os.environ, **names}, capture_output=True, check=True
    )
    assert asked.stdout == b",\n"
    assert rendered_where(tmp_path / "ra", **names) == usual


def test_on_a_vietnamese_windows_console(usual: dict[str, str], tmp_path: Path) -> None:
    assert rendered_where(tmp_path, PYTHONIOENCODING="cp1258") == usual


def test_from_another_working_folder(usual: dict[str, str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "thư mục khác"
    elsewhere.mkdir()
    absolute = tuple(str(ROOT / one) for one in DOSSIERS)
    assert rendered_where(tmp_path / "ra", elsewhere, absolute) == usual


def test_from_a_copy_of_the_data_in_another_place(usual: dict[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "bản sao"
    for folder in ("data/khanh_hoa", "data/lao_cai"):
        for source in (ROOT / folder).rglob("*"):
            if source.is_file():
                target = copy / source.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
    assert rendered_where(tmp_path / "ra", copy) == usual
