"""The guide's walk through profile and template, followed to the letter."""

import re
import shlex
from pathlib import Path

import pytest

from reportgen.cli.main import run

GUIDE = Path(__file__).resolve().parents[1] / "HUONG_DAN.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"(?:# |\{# )(\S+)(?: #\})?\n")


def steps() -> list[tuple[str, str]]:
    """Kind and content of the fenced blocks in sections 10 to 12."""
    text = GUIDE.read_text(encoding="utf-8")
    return _FENCE.findall(text[text.index("## 10. Lập") :].split("\n## 13")[0])


def test_every_command_and_file_of_the_guide_works_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, content in steps():
        if kind == "sh":
            for line in content.splitlines():
                program, *arguments = shlex.split(line)
                assert (program, run(arguments)) == ("reportgen", 0)
                commands += 1
            continue
        named = _FILE.match(content)
        assert named is not None
        path = tmp_path / named[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(content)
    assert commands >= 7
    assert (tmp_path / "ket_qua/bao_cao.docx").is_file()


def test_the_template_of_the_guide_prints_what_the_guide_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test_every_command_and_file_of_the_guide_works_in_its_order(tmp_path, monkeypatch)
    dossier = "lao_cai/2026-01/bao_cao.yaml"
    assert run(["render", dossier, "--format", "md", "--output", "ket_qua"]) == 0
    text = (tmp_path / "ket_qua/bao_cao.md").read_text(encoding="utf-8")
    assert "Các xã vùng cao tuyên truyền bằng tiếng Mông, tiếng Dao." in text
    assert "Số:" in text
