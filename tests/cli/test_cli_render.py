"""`reportgen render` as a user meets it: files, exit codes, streams, messages."""

from pathlib import Path

import pytest
from support.dossiers import HEAD, TEMPLATES, write_dossier

from reportgen.cli.main import run


def render(*arguments: object) -> int:
    return run(["render", "--templates", str(TEMPLATES), *map(str, arguments)])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_docx_and_pdf_are_written_to_the_current_folder_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = write_dossier(tmp_path / "ho_so")
    monkeypatch.chdir(tmp_path)
    assert render(dossier) == 0
    assert capsys.readouterr().out == "bao_cao.docx\nbao_cao.pdf\n"
    assert names(tmp_path) == ["bao_cao.docx", "bao_cao.pdf", "ho_so"]


def test_standard_output_holds_the_written_paths_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = write_dossier(tmp_path)
    assert render(dossier, "--format", "md", "--output", tmp_path / "ra" / "moi") == 0
    printed = capsys.readouterr()
    assert printed.out == f"{tmp_path / 'ra' / 'moi' / 'bao_cao.md'}\n"


def test_dossiers_of_one_name_get_their_folders_into_the_file_names(tmp_path: Path) -> None:
    first, second = write_dossier(tmp_path / "2025-08"), write_dossier(tmp_path / "2025-09")
    out = tmp_path / "ra"
    assert render(first, second, "--format", "md", "--output", out) == 0
    assert names(out) == ["2025-08_bao_cao.md", "2025-09_bao_cao.md"]


def test_one_wrong_dossier_among_several_means_that_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_dossier(tmp_path / "dung")
    bad = write_dossier(tmp_path / "sai", head=HEAD.replace("20/12/2023", "31/11/2023"))
    out = tmp_path / "ra"
    assert render(good, bad, "--format", "docx", "--output", out) == 1
    assert names(out) == []
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{bad}:3" in printed.err


def test_all_problems_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = write_dossier(
        tmp_path,
        "Có {{ ct.khong_co | so }} và {{ ct.hai | la }}.",
        head=HEAD.replace("ky: 12/2023", "ky: 13/2023") + "so_hieu: 1\n",
        figures="ma,thuc_hien\nmot,24,765\n",
    )
    assert render(dossier, "--format", "md", "--output", tmp_path / "ra") == 1
    err = capsys.readouterr().err
    assert f"{dossier}:4" in err
    assert f"{dossier}:5" in err
    assert f"{tmp_path / 'chi_tieu.csv'}:2" in err
    assert "Traceback" not in err


def test_problems_of_the_wording_are_told_at_once_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = write_dossier(
        tmp_path,
        "Có {{ ct.khong_co | so }}.\n\nVà {{ ct.mot | la }}.",
        figures="ma,thuc_hien\nmot,24\n",
    )
    assert render(dossier, "--format", "md", "--output", tmp_path / "ra") == 1
    err = capsys.readouterr().err
    assert f"{dossier}:7" in err
    assert f"{dossier}:9" in err


def test_a_missing_dossier_is_a_message_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(tmp_path / "khong_co.yaml", "--output", tmp_path) == 1
    err = capsys.readouterr().err
    assert "khong_co.yaml" in err
    assert "→" in err


def test_a_target_that_cannot_be_written_is_a_message_and_leaves_no_half_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = write_dossier(tmp_path / "ho_so")
    out = tmp_path / "ra"
    (out / "bao_cao.md").mkdir(parents=True)
    assert render(dossier, "--format", "docx", "--format", "md", "--output", out) == 1
    assert names(out) == ["bao_cao.md"]
    assert "bao_cao.md" in capsys.readouterr().err


def test_an_existing_result_is_replaced_whole(tmp_path: Path) -> None:
    dossier = write_dossier(tmp_path, "Lần một.")
    assert render(dossier, "--format", "md", "--output", tmp_path) == 0
    write_dossier(tmp_path, "Lần hai.")
    assert render(dossier, "--format", "md", "--output", tmp_path) == 0
    text = (tmp_path / "bao_cao.md").read_text(encoding="utf-8")
    assert "Lần hai." in text
    assert "Lần một." not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["dung"], "không có lệnh “dung”"),
        (["rendr"], "ý bạn là render?"),
        (["render"], "thiếu HO_SO.yaml"),
        (["render", "a.yaml", "--fomat", "pdf"], "không có tuỳ chọn --fomat"),
        (["render", "a.yaml", "--format", "doc"], "chỉ nhận docx, pdf, md"),
        (["templates", "thua"], "thừa tham số"),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_why_in_vietnamese(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert message in capsys.readouterr().err


def test_an_error_of_our_own_is_owned_up_to_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("reportgen.rendering.render", broken)
    assert render(tmp_path / "a.yaml") == 1
    err = capsys.readouterr().err
    assert "Lỗi bên trong chương trình" in err
    assert "Traceback" not in err


def test_a_template_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = write_dossier(tmp_path / "ho_so", "{{ abc }}")
    wrong = str(tmp_path / "mau_rieng")
    assert render(dossier, "--templates", wrong, "--output", tmp_path / "ra") == 1
    err = capsys.readouterr().err
    assert f"{wrong}: lỗi [TE002]" in err
    assert "abc" in err
    assert run(["templates", "--templates", wrong]) == 1


def test_dossiers_that_differ_in_their_suffix_only_do_not_write_over_each_other(
    tmp_path: Path,
) -> None:
    first = write_dossier(tmp_path)
    second = first.with_suffix(".yml")
    second.write_bytes(first.read_bytes())
    out = tmp_path / "ra"
    assert render(first, second, "--format", "md", "--output", out) == 0
    assert names(out) == ["bao_cao_yaml.md", "bao_cao_yml.md"]


def test_a_dossier_named_twice_is_rendered_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = write_dossier(tmp_path / "ho_so")
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "ra"
    assert render(dossier, "ho_so/bao_cao.yaml", "--format", "md", "--output", out) == 0
    assert names(out) == ["bao_cao.md"]


def test_folders_with_spaces_and_vietnamese_letters_are_folders_like_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_dossier(tmp_path / "Báo cáo tháng 12", more="kinh_gui: Bộ Công an\n")
    (tmp_path / "nơi khác").mkdir()
    monkeypatch.chdir(tmp_path / "nơi khác")
    asked = "../Báo cáo tháng 12/bao_cao.yaml"
    assert render(asked, "--format", "md", "--output", "kết quả (1)") == 0
    assert capsys.readouterr().out == "kết quả (1)/bao_cao.md\n"


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("REPORTGEN_PDF_SECONDS=1", "GH001"),
        ("REPORTGEN_PDF_MB=20", "GH002"),
        ("REPORTGEN_PDF_MB=40", "GH002"),
        ("REPORTGEN_PDF_MB=nhiều", "GH003"),
    ],
)
def test_a_pdf_past_the_limits_of_the_environment_means_that_nothing_is_written(
    setting: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = "| TT | Tên |\n| --- | --- |" + "\n| 1 | Sở |" * 4000
    dossier = write_dossier(tmp_path, f"{table}\n\n{table}")
    variable, _, value = setting.partition("=")
    monkeypatch.setenv(variable, value)
    out = tmp_path / "ra"
    assert render(dossier, "--output", out) == 1
    assert names(out) == []
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"[{told}]" in printed.err
    assert variable in printed.err
