"""Old Word files go through LibreOffice, or are refused with a way out."""

import stat
from pathlib import Path

import pytest
from support.imports import import_into
from support.oracles import ROOT, require
from support.word_files import docx, p

from reportgen.cli.main import run
from reportgen.document.inlines import plain_text
from reportgen.document.tree import Paragraph
from reportgen.problems import InputError
from reportgen.roundtrip.converting import converted, is_converted


def _program(folder: Path, script: str) -> Path:
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder


def _refused(path: Path, seconds: float = 20) -> str:
    with pytest.raises(InputError) as refused:
        converted(path.read_bytes(), path, seconds)
    (problem,) = refused.value.problems
    assert "Save As" in problem.hint
    return problem.code


def test_without_libreoffice_the_user_is_told_how_to_save_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rong").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "rong"))
    path = tmp_path / "bao_cao.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    assert is_converted(path)
    assert _refused(path) == "NK001"


def test_a_conversion_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _program(tmp_path / "bin", "sleep 60")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    path = tmp_path / "bao_cao.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    assert _refused(path, seconds=0.5) == "NK002"


def test_a_conversion_that_makes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _program(tmp_path / "bin", "exit 0")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    path = tmp_path / "bao_cao.rtf"
    path.write_bytes(b"{\\rtf1}")
    assert _refused(path) == "NK003"


def test_an_rtf_file_is_imported_through_libreoffice(tmp_path: Path) -> None:
    require("soffice")
    text = rb"{\rtf1\ansi Mot doan chu.\par Da giai quyet xong ho so.\par}"
    made = import_into(tmp_path / "ho_so", text, "bao_cao.rtf")
    texts = [plain_text(x.inlines) for x in made.document().body if isinstance(x, Paragraph)]
    assert texts == ["Mot doan chu.", "Da giai quyet xong ho so."]


def test_the_command_writes_the_files_once_and_never_over_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "Báo cáo tháng 9.docx"
    source.write_bytes(docx(p("Một đoạn chữ.")))
    assert run(["import", str(source)]) == 0
    told = capsys.readouterr()
    folder = tmp_path / "bao_cao_thang_9"
    assert f"reportgen render {folder / 'van_ban.yaml'}" in told.err
    assert (folder / "don_vi.yaml").is_file()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / "van_ban.yaml").write_text("mau: van_ban\n", encoding="utf-8")
    assert run(["import", str(source)]) == 1
    assert "TE003" in capsys.readouterr().err
    assert (folder / "don_vi.yaml").read_bytes() == before[folder / "don_vi.yaml"]


@pytest.mark.parametrize("name", ["khong_co.docx", "README.md"])
def test_what_is_no_word_file_is_refused_in_words(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = ROOT / name
    assert run(["import", str(path), "--output", str(tmp_path / "ra")]) == 1
    told = capsys.readouterr().err
    assert "KT00" in told or "WF" in told
    assert not (tmp_path / "ra").exists()
