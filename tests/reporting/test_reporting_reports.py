"""Findings written down for people and for programs."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from support.manuscripts import subject
from support.rules import looking_for

from reportgen.checking import Checked, Suppressed
from reportgen.checks.finding import Finding
from reportgen.checks.running import find
from reportgen.document.origins import Story, WordPlace
from reportgen.problems import Place, Severity
from reportgen.reporting import REPORTS, summary_lines
from reportgen.reporting.rule_pages import rule_lines, rule_page, rule_values

DOTTED = looking_for("SL001", r"\d+\.\d\d%")
DOUBLED = looking_for("VB050", "về về", Severity.WARNING)
RULES = (DOTTED, DOUBLED)
NOTE = WordPlace("văn bản.docx", 3, Story.FOOTNOTE, note=5)
CELL = WordPlace("văn bản.docx", 17, section=2, table=2, row=3, column=4)


@pytest.fixture
def checked() -> list[Checked]:
    first, second = find(subject("Đạt 90.31% kế hoạch.", "Báo cáo về về kết quả."), RULES)
    in_word = (
        Finding("SL001", Severity.ERROR, "sai <b> & “c”", "vì sao", "sửa", place=NOTE),
        Finding("TT001", Severity.ADVICE, "ô trống", place=CELL),
        Finding("TT002", Severity.WARNING, "thiếu Nơi nhận"),
    )
    passed = Suppressed(second, "tên riêng", Place("bao_cao.yaml", 9, 5))
    return [
        Checked("bao_cao.yaml", RULES, (first,), (passed,)),
        Checked("văn bản.docx", RULES, in_word),
    ]


def test_a_finding_is_read_with_its_place_words_reason_and_remedy(checked: list[Checked]) -> None:
    first, *others = REPORTS["text"](checked).split("\n\n")
    assert first == (
        "van_ban.md:1: lỗi [SL001]: có chữ “90.31%”\n"
        "  Đạt «90.31%» kế hoạch.\n"
        "  Vì sao: vì sai\n"
        "  Cách sửa: bỏ chữ này"
    )
    assert [text.partition(": ")[2].partition(" [")[0] for text in others] == [
        "chú thích 5: lỗi",
        "phần 2, bảng 2, hàng 3, cột 4: gợi ý",
        "cảnh báo",
    ]
    assert others[2].startswith("văn bản.docx: cảnh báo [TT002]")


def test_long_paragraphs_are_cut_around_the_words() -> None:
    (finding,) = find(subject("chữ " * 30 + "đạt 90.31% " + "chữ " * 30), [DOTTED])
    text = REPORTS["text"]([Checked("a.docx", RULES, (finding,))])
    line = text.splitlines()[1].strip()
    assert line.startswith("…")
    assert line.endswith("…")
    assert "đạt «90.31%» chữ" in line
    assert set(line.strip("…").split()) == {"chữ", "đạt", "«90.31%»"}


def test_the_heading_above_is_told_with_the_words_or_alone() -> None:
    (found,) = find(subject("Đạt 90.31% kế hoạch."), [DOTTED])
    findings = (
        replace(found, heading="mục I.4.a"),
        Finding("TT001", Severity.ADVICE, "cỡ chữ 12", place=CELL, heading="Phụ lục II"),
    )
    checked = [Checked("a.docx", RULES, findings)]
    lines = REPORTS["text"](checked).splitlines()
    assert "  Mục I.4.a: Đạt «90.31%» kế hoạch." in lines
    assert lines[-1] == "  Phụ lục II"
    told = json.loads(REPORTS["json"](checked))["files"][0]["findings"]
    assert [one["heading"] for one in told] == ["mục I.4.a", "Phụ lục II"]


def test_each_file_is_summed_up_on_a_line_and_all_on_a_last_one(checked: list[Checked]) -> None:
    assert list(summary_lines(checked)) == [
        "bao_cao.yaml: 1 lỗi, 0 cảnh báo, 0 gợi ý; bỏ qua 1.",
        "văn bản.docx: 1 lỗi, 1 cảnh báo, 1 gợi ý.",
        "Tổng cộng 2 tệp: 2 lỗi, 1 cảnh báo, 1 gợi ý; bỏ qua 1.",
    ]
    assert len(list(summary_lines(checked[:1]))) == 1


def test_json_says_everything_of_a_finding(checked: list[Checked]) -> None:
    report = json.loads(REPORTS["json"](checked))
    assert report["form"] == "reportgen-check/1"
    first, second = report["files"]
    assert first["findings"] == [
        {
            "code": "SL001",
            "severity": "error",
            "message": "có chữ “90.31%”",
            "why": "vì sai",
            "hint": "bỏ chữ này",
            "heading": "",
            "quote": "90.31%",
            "before": "Đạt ",
            "after": " kế hoạch.",
            "place": {"file": "van_ban.md", "line": 1},
        }
    ]
    (passed,) = first["suppressed"]
    assert (passed["reason"], passed["quote"]) == ("tên riêng", "về về")
    assert passed["suppressed_at"] == {"file": "bao_cao.yaml", "line": 9, "column": 5}
    assert [one["place"] for one in second["findings"]] == [
        {
            "file": "văn bản.docx",
            "story": "chú thích",
            "section": 1,
            "paragraph": 3,
            "note": 5,
        },
        {
            "file": "văn bản.docx",
            "story": "thân văn bản",
            "section": 2,
            "paragraph": 17,
            "table": 2,
            "row": 3,
            "column": 4,
        },
        {"file": "văn bản.docx"},
    ]
    assert report["counts"] == {"error": 2, "warning": 1, "advice": 1, "suppressed": 1}
    assert first["counts"] == {"error": 1, "warning": 0, "advice": 0, "suppressed": 1}


def test_a_cell_of_a_workbook_is_named_for_people_and_programs() -> None:
    cell = Place("so_lieu.xlsx", 5, 3, "Sheet1!C5")
    finding = Finding("SL067", Severity.ERROR, "sai", place=cell)
    checked = [Checked("a.yaml", RULES, (finding,))]
    assert REPORTS["text"](checked).startswith("so_lieu.xlsx: trang “Sheet1”, ô C5: lỗi")
    (told,) = json.loads(REPORTS["json"](checked))["files"][0]["findings"]
    assert told["place"] == {"file": "so_lieu.xlsx", "line": 5, "column": 3, "cell": "Sheet1!C5"}
    (result,) = json.loads(REPORTS["sarif"](checked))["runs"][0]["results"]
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "Sheet1!C5"


def test_sarif_has_what_its_schema_requires(checked: list[Checked]) -> None:
    log: dict[str, Any] = json.loads(REPORTS["sarif"](checked))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "reportgen"
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == ["SL001", "VB050", "TT001", "TT002"]
    described = driver["rules"][0]
    assert described["help"]["text"]
    assert described["shortDescription"]["text"]
    assert described["defaultConfiguration"] == {"level": "error"}
    assert len(run["results"]) == 5
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["ruleId"] == ids[result["ruleIndex"]]
        assert result["level"] in {"error", "warning", "note"}
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert " " not in uri
    places = [result["locations"][0] for result in run["results"]]
    assert places[0]["physicalLocation"]["region"] == {"startLine": 1}
    assert places[1]["logicalLocations"][0]["fullyQualifiedName"] == "chú thích 5"
    (suppression,) = run["results"][-1]["suppressions"]
    assert suppression == {"kind": "inSource", "justification": "tên riêng"}
    assert all("suppressions" not in result for result in run["results"][:-1])


def test_sarif_names_a_file_elsewhere_by_a_whole_uri() -> None:
    finding = Finding("SL001", Severity.ERROR, "sai", place=Place("/van/văn bản.yaml", 3))
    log = json.loads(REPORTS["sarif"]([Checked("a.yaml", RULES, (finding,))]))
    (location,) = log["runs"][0]["results"][0]["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///van/v%C4%83n%20b%E1%BA%A3n.yaml"


def test_junit_has_a_suite_for_each_file_and_fails_where_errors_are(
    checked: list[Checked],
) -> None:
    root = ElementTree.fromstring(REPORTS["junit"](checked))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "6", "2")
    first, second = root.findall("testsuite")
    assert first.get("name") == "bao_cao.yaml"
    assert (second.get("tests"), second.get("failures")) == ("4", "1")
    failed = [
        case.get("name") for case in root.iter("testcase") if case.find("failure") is not None
    ]
    assert failed == [f"SL001 {DOTTED.title}"] * 2
    failure = second.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "sai <b> & “c”"
    assert "chú thích 5" in (failure.text or "")
    passed = first.find("system-out")
    assert passed is not None
    assert "tên riêng" in (passed.text or "")


def test_junit_holds_no_sign_that_xml_cannot_write() -> None:
    finding = Finding("SL001", Severity.ERROR, "ký tự \x0b lạ \ud800")
    report = REPORTS["junit"]([Checked("a.docx", RULES, (finding,))])
    root = ElementTree.fromstring(report.encode("utf-8"))
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "ký tự \ufffd lạ \ufffd"


@pytest.mark.parametrize("form", REPORTS)
def test_a_file_without_findings_can_be_reported(form: str) -> None:
    report = REPORTS[form]([Checked("a.docx", RULES, ())])
    assert (report == "") == (form == "text")


def test_a_rule_is_read_up_in_a_list_at_length_and_by_programs() -> None:
    assert rule_lines(DOTTED).splitlines()[0] == f"SL001  lỗi: {DOTTED.title}"
    page = rule_page(DOTTED)
    assert all(part in page for part in (DOTTED.title, DOTTED.why, DOTTED.wrong, DOTTED.right))
    assert "- ma: SL001" in page
    assert rule_values(DOTTED)["severity"] == "error"
