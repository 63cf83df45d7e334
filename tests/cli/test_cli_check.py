"""`reportgen check`, `rules` and `explain` as they are typed."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.commented import docx_comments
from support.dossiers import TEMPLATES, write_dossier
from support.rules import looking_for, only

from reportgen.checks.registry import all_rules
from reportgen.cli.main import run
from reportgen.problems import Severity

Captured = pytest.CaptureFixture[str]
OWN = ["--templates", str(TEMPLATES)]


@pytest.fixture
def two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    doubled = looking_for("VB050", "về về", Severity.WARNING)
    only(monkeypatch, looking_for("SL001", r"\d+\.\d\d%"), doubled)


pytestmark = pytest.mark.usefixtures("two_rules")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return write_dossier(tmp_path, "Báo cáo về về kết quả, đạt 90.31%.")


def test_findings_are_the_result_and_their_count_is_said_beside_it(
    dossier: Path, capsys: Captured
) -> None:
    assert run(["check", str(dossier), *OWN]) == 1
    out, err = capsys.readouterr()
    assert "bao_cao.yaml:7: cảnh báo [VB050]" in out
    assert "«90.31%»" in out
    assert "Cách sửa: " in out
    assert err.splitlines() == [f"{dossier}: 1 lỗi, 1 cảnh báo, 0 gợi ý."]


def test_only_an_error_makes_the_command_fail(dossier: Path, capsys: Captured) -> None:
    assert run(["check", str(dossier), *OWN, "--ignore", "SL"]) == 0
    assert "VB050" in capsys.readouterr().out
    assert run(["check", str(dossier), *OWN, "--select", "sl001"]) == 1
    assert "VB050" not in capsys.readouterr().out
    assert run(["check", str(dossier), *OWN, "--ignore", "SL001,VB050"]) == 0
    assert capsys.readouterr().out == ""


def test_several_files_make_one_report(dossier: Path, tmp_path: Path, capsys: Captured) -> None:
    other = write_dossier(tmp_path / "thang_10", "Nội dung.")
    assert run(["check", str(dossier), str(other), str(dossier), *OWN, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert [len(file["findings"]) for file in report["files"]] == [2, 0]
    assert err.splitlines()[-1].startswith("Tổng cộng 2 tệp: 1 lỗi")


def test_every_form_of_report_can_be_read_by_its_readers(dossier: Path, capsys: Captured) -> None:
    assert run(["check", str(dossier), *OWN, "--format", "sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    assert run(["check", str(dossier), *OWN, "--format", "junit"]) == 1
    assert ElementTree.fromstring(capsys.readouterr().out).tag == "testsuites"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_a_wrong_use_and_the_nearest_is_named(
    dossier: Path, option: str, capsys: Captured
) -> None:
    assert run(["check", str(dossier), *OWN, option, "SL001,SL0011"]) == 2
    err = capsys.readouterr().err
    assert "không có quy tắc “SL0011”; ý bạn là SL001?" in err
    assert "reportgen check --help" in err


def test_what_cannot_be_read_is_told_and_the_other_files_are_checked(
    dossier: Path, tmp_path: Path, capsys: Captured
) -> None:
    missing = tmp_path / "khong_co.docx"
    assert run(["check", str(missing), str(dossier), *OWN, "--ignore", "SL"]) == 1
    out, err = capsys.readouterr()
    assert f"{missing}: lỗi [KT001]: không tìm thấy tệp" in out
    assert "[VB050]" in out
    assert len(err.splitlines()) == 3


def test_a_missing_template_folder_is_told(dossier: Path, capsys: Captured) -> None:
    assert run(["check", str(dossier), "--templates", str(dossier.parent / "khong_co")]) == 1
    assert "TE002" in capsys.readouterr().err


def test_what_is_let_pass_is_counted(tmp_path: Path, capsys: Captured) -> None:
    exempt = "bo_qua:\n  - ma: SL001\n    ly_do: trích nguyên văn\n"
    path = write_dossier(tmp_path, "Đạt 90.31%.", more=exempt)
    assert run(["check", str(path), *OWN]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "bỏ qua 1" in err


def test_a_commented_copy_is_written_beside_the_report(
    dossier: Path, tmp_path: Path, capsys: Captured
) -> None:
    copy = tmp_path / "ra" / "loi_binh.docx"
    assert run(["check", str(dossier), *OWN, "--annotate", str(copy)]) == 1
    out, err = capsys.readouterr()
    assert "[SL001]" in out
    assert f"Đã ghi bản có lời bình: {copy}" in err
    comments = docx_comments(copy.read_bytes())
    assert [words for _, words in comments] == ["về về", "90.31%"]
    assert [said[:7] for said, _ in comments] == ["[VB050]", "[SL001]"]


def test_a_commented_copy_is_for_one_file_and_another_path(dossier: Path, capsys: Captured) -> None:
    two = [str(dossier), str(dossier.parent / "khac.docx")]
    assert run(["check", *two, "--annotate", "ra.docx"]) == 2
    assert "một tệp" in capsys.readouterr().err
    assert run(["check", str(dossier), *OWN, "--annotate", str(dossier)]) == 2
    assert "tệp khác" in capsys.readouterr().err
    assert run(["check", str(dossier), *OWN, "--annotate", "ra.pdf"]) == 2
    assert "đuôi .docx" in capsys.readouterr().err
    twice = ["--annotate", "ra.docx", "--annotate", "ra2.docx"]
    assert run(["check", str(dossier), *OWN, *twice]) == 2
    assert "một lần" in capsys.readouterr().err
    assert "Báo cáo" in dossier.read_text(encoding="utf-8")


def test_a_copy_that_cannot_be_written_costs_no_finding(
    dossier: Path, tmp_path: Path, capsys: Captured
) -> None:
    folder = tmp_path / "ban.docx"
    folder.mkdir()
    assert run(["check", str(dossier), *OWN, "--annotate", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert "[SL001]" in out
    assert "TE001" in err
    assert "--output" not in err


def test_of_a_file_that_cannot_be_read_no_copy_is_written(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    copy = tmp_path / "ra.docx"
    assert run(["check", str(tmp_path / "hong.docx"), "--annotate", str(copy)]) == 1
    out, err = capsys.readouterr()
    assert "WF001" in out
    assert f"Không ghi bản có lời bình {copy}" in err
    assert not copy.exists()


def test_rules_are_listed_with_an_example_of_wrong_and_right(capsys: Captured) -> None:
    assert run(["rules"]) == 0
    out = capsys.readouterr().out
    assert [line[:5] for line in out.splitlines() if line[:1].isalpha()] == ["SL001", "VB050"]
    assert out.count("Sai:") == out.count("Đúng:") == 2
    assert run(["rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [rule["code"] for rule in listed] == ["SL001", "VB050"]
    assert {"severity", "title", "why", "wrong", "right"} <= listed[0].keys()


def test_a_rule_is_explained_at_length(capsys: Captured) -> None:
    assert run(["explain", "sl001", "VB050"]) == 0
    out = capsys.readouterr().out
    assert out.index("SL001 –") < out.index("VB050 –")
    assert "bo_qua:" in out
    assert run(["explain", "SL0011"]) == 2
    assert "ý bạn là SL001?" in capsys.readouterr().err


def test_every_rule_there_is_can_be_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.undo()
    codes = [rule.code for rule in all_rules()]
    assert run(["explain", *codes]) == 0
    out = capsys.readouterr().out
    assert [code for code in codes if f"{code} – " not in out] == []
