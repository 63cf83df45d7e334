"""Findings as JUnit XML: a suite for each file, a case for each rule, failed where it is broken."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reportgen.checking import Checked
from reportgen.checks.finding import Finding
from reportgen.dossier.files import UNPRINTABLE
from reportgen.problems import Severity
from reportgen.reporting.text_report import finding_text


def junit_report(checked: Sequence[Checked]) -> str:
    """All files; errors are failures, the rest stands in the output of its case."""
    suites = [_suite(one) for one in checked]
    root = Element(
        "testsuites",
        name="reportgen check",
        tests=str(sum(int(suite.attrib["tests"]) for suite in suites)),
        failures=str(sum(int(suite.attrib["failures"]) for suite in suites)),
    )
    root.extend(suites)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _suite(checked: Checked) -> Element:
    titles = {rule.code: f"{rule.code} {rule.title}" for rule in checked.rules}
    found: dict[str, list[Finding]] = {code: [] for code in titles}
    for finding in checked.findings:
        found.setdefault(finding.code, []).append(finding)
    suite = Element("testsuite", name=checked.file, tests=str(len(found)), errors="0", skipped="0")
    for code, findings in found.items():
        _case(suite, titles.get(code, code), checked, findings)
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    if checked.suppressed:
        lines = [f"[{one.finding.code}] {one.reason}" for one in checked.suppressed]
        SubElement(suite, "system-out").text = _printable("Bỏ qua:\n" + "\n".join(lines))
    return suite


def _case(suite: Element, name: str, checked: Checked, findings: Sequence[Finding]) -> None:
    case = SubElement(suite, "testcase", name=_printable(name), classname=checked.file)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    others = [one for one in findings if one.severity is not Severity.ERROR]
    if errors:
        failure = SubElement(case, "failure", message=_printable(errors[0].message), type="lỗi")
        failure.text = _shown(errors, checked.file)
    if others:
        SubElement(case, "system-out").text = _shown(others, checked.file)


def _shown(findings: Sequence[Finding], file: str) -> str:
    return _printable("\n\n".join(finding_text(one, file) for one in findings))


def _printable(text: str) -> str:
    """The text without the signs that XML 1.0 has no way to write (§2.2)."""
    return UNPRINTABLE.sub("\ufffd", text)
