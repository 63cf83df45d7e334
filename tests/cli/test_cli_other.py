"""`reportgen templates`, `reportgen schema`, and how little a start costs."""

import json
import os
import subprocess
import sys

import pytest
from support.dossiers import TEMPLATES

from reportgen.cli.main import COMMANDS, run


def test_templates_are_listed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "--templates", str(TEMPLATES)]) == 0
    lines = capsys.readouterr().out.splitlines()
    names = [line.split()[0] for line in lines]
    assert names == sorted(names)
    assert {"bao_cao_thang", "don_gian"} <= set(names)
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "ascii"])
def test_what_is_printed_is_utf_8_whatever_the_pipe_is(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportgen", "explain", "VB040"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert "viết tắt" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(("kind", "key"), [("ho_so", "noi_dung"), ("don_vi", "nguoi_ky")])
def test_the_schema_is_json_and_knows_the_keys(
    kind: str, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert key in schema["properties"]
    assert schema["properties"][key]["description"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_vietnamese(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"Cách dùng: reportgen {command}")
    assert "Show this message" not in page


def test_the_help_imports_neither_writers_nor_readers() -> None:
    code = (
        "import sys; from reportgen.cli.main import run; run(['--help']);"
        "print([m for m in ('weasyprint','docx','docxtpl','jinja2','yaml','pydantic') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_command_imports_what_it_does_not_need() -> None:
    path = "examples/toi_thieu/bao_cao.yaml"
    commands = [["render", "--help"], ["status", path], ["diff", path, path], ["check", path]]
    code = (
        f"import sys; from reportgen.cli.main import run; [run(one) for one in {commands}];"
        "print([m for m in ('openpyxl','matplotlib','numpy','weasyprint') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_rendering_docx_alone_does_not_import_the_pdf_engine() -> None:
    code = "import sys, reportgen.rendering; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
