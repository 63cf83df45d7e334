"""`reportgen new` and `reportgen status`: their help says what they do and how they end."""

import pytest

from reportgen.cli.main import run


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("new", ["ky_truoc", "tong_so", "dấu #", "Không ghi đè", "--don-vi", "--ky", "--from"]),
        ("status", ["theo đơn vị nộp", "han_nop", "mã 0", "mã 1", "--hom-nay", "text|json"]),
    ],
)
def test_the_help_says_what_becomes_of_what(
    command: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert [word for word in words if word not in told] == []


def test_both_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert "Lập hồ sơ kỳ sau từ hồ sơ kỳ trước." in told
    assert "Liệt kê những gì hồ sơ còn thiếu" in told


def test_a_dossier_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "khong_co.yaml"]) == 1
    assert "không tìm thấy tệp" in capsys.readouterr().err
    assert run(["new", "bao_cao_thang", "--from", "khong_co.yaml"]) == 1
    assert "không tìm thấy tệp" in capsys.readouterr().err
