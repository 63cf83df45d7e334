"""`bo_qua`: findings that the author has looked at and lets stand."""

from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier
from support.rules import looking_for, only

from reportgen.checking import Checked, check_file
from reportgen.problems import Severity

BODY = "Báo cáo về về kết quả.\n\nTheo dõi về về tiến độ.\n\nĐạt 90.31%."


@pytest.fixture(autouse=True)
def two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, looking_for("SL001", r"\d+\.\d\d%"), looking_for("VB050", "về về"))


def check(folder: Path, exempt: str, **options: list[str]) -> Checked:
    path = write_dossier(folder, BODY, more=f"bo_qua:\n{exempt}")
    return check_file(path, [TEMPLATES], **options)


def codes(checked: Checked) -> list[str]:
    return [finding.code for finding in checked.findings]


def test_a_finding_is_let_pass_with_its_reason(tmp_path: Path) -> None:
    checked = check(tmp_path, "  - ma: VB050\n    ly_do: tên chương trình\n")
    assert codes(checked) == ["SL001"]
    assert [(one.finding.quote, one.reason) for one in checked.suppressed] == [
        ("về về", "tên chương trình"),
        ("về về", "tên chương trình"),
    ]
    place = checked.suppressed[0].place
    assert place is not None
    assert place.line is not None


def test_words_of_the_paragraph_narrow_it(tmp_path: Path) -> None:
    checked = check(tmp_path, "  - {ma: vb050, ly_do: tên riêng, doan: Theo dõi}\n")
    assert codes(checked) == ["VB050", "SL001"]
    assert [one.finding.context[0] for one in checked.suppressed] == ["Theo dõi "]


def test_one_that_lets_nothing_pass_is_told(tmp_path: Path) -> None:
    checked = check(tmp_path, "  - {ma: VB050, ly_do: tên riêng, doan: tháng trước}\n")
    assert codes(checked) == ["KT011", "VB050", "VB050", "SL001"]
    assert checked.findings[0].severity is Severity.WARNING
    only_figures = check(
        tmp_path, "  - {ma: VB050, ly_do: tên riêng, doan: tháng trước}\n", select=["SL"]
    )
    assert codes(only_figures) == ["SL001"]


def test_an_unknown_code_is_an_error_with_the_nearest_one(tmp_path: Path) -> None:
    checked = check(tmp_path, "  - {ma: VB0500, ly_do: tên riêng}\n")
    assert codes(checked) == ["KT010", "VB050", "VB050", "SL001"]
    assert "VB050" in checked.findings[0].hint
    assert checked.findings[0].origin is not None


def test_a_reason_is_required(tmp_path: Path) -> None:
    checked = check(tmp_path, "  - ma: VB050\n")
    assert codes(checked) == ["HS011"]
    assert "ly_do" in checked.findings[0].message
