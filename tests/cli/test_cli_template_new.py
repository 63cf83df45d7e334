"""`reportgen template new`: a child that prints as its parent until somebody changes it."""

from pathlib import Path

import pytest

from reportgen.building import search_path
from reportgen.cli.main import run
from reportgen.drafting import find_templates, load_template

PARENTS = [template.name for template in find_templates(search_path(()))]


def new(*arguments: object) -> int:
    return run(["template", "new", *map(str, arguments)])


def read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("parent", PARENTS)
def test_a_new_child_prints_as_its_parent(parent: str, tmp_path: Path) -> None:
    assert new("cua_toi", "--from", parent, "--output", tmp_path) == 0
    child = load_template("cua_toi", search_path([tmp_path]))
    assert child.wording == load_template(parent, search_path(())).wording
    assert child.settings.ten == "cua_toi"


@pytest.mark.parametrize("parent", PARENTS)
def test_its_commented_examples_work_once_they_are_no_comments(parent: str, tmp_path: Path) -> None:
    assert new("cua_toi", "--from", parent, "--output", tmp_path) == 0
    folder = tmp_path / "cua_toi"
    text = read(folder, "noi_dung.md")
    examples = text[text.index("{% block") :].replace("#}", "").split("   Ví dụ")
    blocks = [part[part.index("{% block") :] for part in examples]
    (folder / "noi_dung.md").write_text("\n".join(blocks), encoding="utf-8")
    child = load_template("cua_toi", search_path([tmp_path]))
    assert child.wording != load_template(parent, search_path(())).wording


def test_the_files_are_named_and_the_blocks_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert new("cua_toi", "--from", "bao_cao_thang") == 0
    files = ["mau/cua_toi/mau.yaml", "mau/cua_toi/noi_dung.md", "mau/cua_toi/README.md"]
    assert capsys.readouterr().out.splitlines() == files
    readme = read(tmp_path / "mau/cua_toi", "README.md")
    assert "| · `the_che` | Về hoàn thiện thể chế: |" in readme


def test_a_child_may_bear_its_parents_name(tmp_path: Path) -> None:
    assert new("bao_cao_thang", "--from", "bao_cao_thang", "--output", tmp_path) == 0
    child = load_template("bao_cao_thang", search_path([tmp_path]))
    assert len(child.sources) == 2


def test_nothing_is_overwritten_not_even_in_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cua_toi"
    folder.mkdir()
    (folder / "noi_dung.md").write_text("của tôi", encoding="utf-8")
    assert new("cua_toi", "--from", "bao_cao_thang", "--output", tmp_path) == 1
    assert [path.name for path in folder.iterdir()] == ["noi_dung.md"]
    assert read(folder, "noi_dung.md") == "của tôi"
    assert "TE003" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["a", "--from", "bao_cao_thag"], 1, "có phải là “bao_cao_thang” không?"),
        (["Báo cáo", "--from", "bao_cao_thang"], 2, "ví dụ bao_cao"),
        (["../a", "--from", "bao_cao_thang"], 2, "chữ thường không dấu"),
        (["a"], 2, "thiếu --from"),
    ],
)
def test_a_wrong_name_is_refused(
    arguments: list[str],
    status: int,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new(*arguments, "--output", tmp_path / "mau") == status
    assert message in capsys.readouterr().err
    assert not (tmp_path / "mau").exists()
