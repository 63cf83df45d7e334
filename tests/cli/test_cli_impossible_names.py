"""Names that no file can have: told in Vietnamese, never as a fault of the program."""

from pathlib import Path

import pytest
from support.dossiers import write_dossier

from reportgen.cli.main import run

LONG = "x" * 300


@pytest.mark.parametrize(
    "command",
    [
        ["render", LONG],
        ["profile", "new", "hue", "--output", LONG],
        ["template", "new", "thu", "--from", LONG],
        ["template", "new", "thu", "--from", ""],
        ["template", "new", LONG, "--from", "cong_van"],
        ["template", "check", LONG],
    ],
)
def test_a_name_too_long_or_empty_is_told_and_nothing_written(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(command) == 1
    told = capsys.readouterr().err
    assert "lỗi [" in told
    assert "bên trong" not in told
    assert "too long" not in told
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("line", [f"mau: {LONG}", f"don_vi: {LONG}", 'chi_tieu: "a\\0b"'])
def test_a_dossier_that_names_such_a_file_is_told_the_line(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_dossier(tmp_path)
    text = path.read_text(encoding="utf-8")
    key = line.partition(":")[0]
    kept = [one for one in text.splitlines() if one.partition(":")[0] != key]
    path.write_text("\n".join([line, *kept]), encoding="utf-8")
    assert run(["render", str(path), "--output", str(tmp_path / "ra")]) == 1
    told = capsys.readouterr().err
    assert f"{path}:1:" in told
    assert "bên trong" not in told
    assert not (tmp_path / "ra").exists()
