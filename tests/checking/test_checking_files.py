"""One file checked: dossiers, Word files, and what cannot be read."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier
from support.rules import looking_for, only

from reportgen.checking import Checked, check_file
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.registry import UnknownRule
from reportgen.checks.subject import Subject
from reportgen.document.origins import WordPlace
from reportgen.problems import Place, Severity
from reportgen.rendering import Format, render

DOUBLED = looking_for("VB050", "về về", Severity.WARNING)
DOTTED = looking_for("SL001", r"\d+\.\d\d%")


@pytest.fixture(autouse=True)
def two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, DOTTED, DOUBLED)


def codes(checked: Checked) -> list[str]:
    return [finding.code for finding in checked.findings]


def drafted(path: Path) -> Path:
    target = path.with_suffix(".docx")
    target.write_bytes(render(path, [Format.DOCX], [TEMPLATES]).files[Format.DOCX])
    return target


def test_the_same_slips_are_found_in_the_dossier_and_in_its_word_file(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Báo cáo về về kết quả.\n\nĐạt 90.31%^[Nay là 91.02%.].")
    of_dossier = check_file(path, [TEMPLATES])
    of_file = check_file(drafted(path))
    quotes = ["về về", "90.31%", "91.02%"]
    assert [one.quote for one in of_dossier.findings] == quotes
    assert [one.quote for one in of_file.findings] == quotes
    places = [one.origin for one in of_file.findings]
    assert all(isinstance(place, WordPlace) for place in places)
    assert str(places[2]).endswith("chú thích 1")
    assert of_file.counts == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.ADVICE: 0}
    assert of_file.failed


def test_rules_see_what_the_document_says_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Subject] = []

    def look(subject: Subject) -> Iterable[Finding]:
        seen.append(subject)
        return ()

    only(monkeypatch, Rule("TT001", "xem", Severity.ERROR, "", "", "", look))
    path = write_dossier(tmp_path)
    check_file(path, [TEMPLATES], previous=drafted(path))
    check_file(drafted(path))
    of_dossier, of_file = seen
    assert of_dossier.facts == of_file.facts
    assert (of_dossier.facts.number, of_dossier.facts.symbol) == ("442", "BC-TCTĐA06")
    assert of_dossier.dossier is not None
    assert of_dossier.template is not None
    assert of_dossier.word is not None
    assert of_dossier.previous is not None
    assert of_file.previous is None


def test_a_finding_about_the_drafted_file_is_told_at_the_line_of_the_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(subject: Subject) -> Iterable[Finding]:
        assert subject.word is not None
        for one in subject.word.anatomy.text:
            if one.paragraph.text.startswith("Câu"):
                yield rule.about("giãn dòng", place=one.paragraph.place)

    rule = Rule("TT031", "giãn dòng", Severity.WARNING, "", "", "", check)
    only(monkeypatch, rule)
    path = write_dossier(tmp_path, "Câu thứ nhất.")
    (finding,) = check_file(path, [TEMPLATES]).findings
    assert isinstance(finding.origin, Place)
    assert finding.origin.line == 7
    assert finding.heading == "mục I"


def test_rules_can_be_chosen(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Báo cáo về về kết quả, đạt 90.31%.")
    assert codes(check_file(path, [TEMPLATES], select=["VB"])) == ["VB050"]
    assert codes(check_file(path, [TEMPLATES], ignore=["VB050"])) == ["SL001"]
    with pytest.raises(UnknownRule, match="VB099"):
        check_file(path, [TEMPLATES], select=["VB099"])


def test_what_building_warns_of_is_a_finding_too(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Nội dung.\n\n[^thừa]: Không ai dẫn.")
    (finding,) = check_file(path, [TEMPLATES]).findings
    assert (finding.code, finding.severity) == ("GC003", Severity.WARNING)
    assert finding.origin is not None
    assert finding.hint


def test_all_that_keeps_a_dossier_from_being_built_is_told(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Có {{ ct.khong_co | so }}.", more="khong_co_khoa: 1\n")
    checked = check_file(path, [TEMPLATES])
    assert set(codes(checked)) == {"HS010", "MA023"}
    assert checked.failed
    assert checked.subject is None


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("khong_co.docx", None, "KT001", "không tìm thấy"),
        ("van_ban.pdf", b"%PDF-1.7", "KT003", "PDF"),
        ("van_ban.odt", b"PK", "KT003", ".odt"),
        ("van_ban.doc", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "WF003", ".doc"),
        ("van_ban.docx", b"", "WF001", "rỗng"),
        ("khong_co.yaml", None, "HS001", "không tìm thấy"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_clear_message(
    tmp_path: Path, name: str, data: bytes | None, code: str, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    (finding,) = check_file(path).findings
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert words in finding.message
    assert finding.hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (finding,) = check_file(tmp_path).findings
    assert finding.code == "KT002"
    assert "thư mục" in finding.message


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "lon.docx"
    with path.open("wb") as file:
        file.truncate(210_000_000)
    (finding,) = check_file(path).findings
    assert finding.code == "KT004"
    assert "210 MB" in finding.message


def test_a_period_before_that_cannot_be_read_is_told_and_the_rest_still_checked(
    tmp_path: Path,
) -> None:
    path = write_dossier(tmp_path, "Báo cáo về về kết quả.")
    checked = check_file(path, [TEMPLATES], previous=tmp_path / "thang_truoc.docx")
    assert codes(checked) == ["KT001", "VB050"]


def test_a_rule_that_breaks_down_is_told_and_the_rest_still_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Subject) -> Iterable[Finding]:
        raise ZeroDivisionError

    only(monkeypatch, Rule("SL009", "hỏng", Severity.ERROR, "", "", "", broken), DOUBLED)
    checked = check_file(write_dossier(tmp_path, "Báo cáo về về kết quả."), [TEMPLATES])
    assert codes(checked) == ["KT020", "VB050"]
    assert "SL009" in checked.findings[0].message
    assert not checked.failed
