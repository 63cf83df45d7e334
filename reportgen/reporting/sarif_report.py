"""Findings as SARIF 2.1.0 (OASIS), for editors and for the review of changes."""

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.checking import Checked
from reportgen.checks.finding import Finding, Rule
from reportgen.document.origins import Origin, WordPlace
from reportgen.problems import Severity
from reportgen.reporting.text_report import quotation

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif_report(checked: Sequence[Checked]) -> str:
    """One run over all files; the rules are those that were asked for."""
    rules = list(dict.fromkeys(rule for one in checked for rule in one.rules))
    described = {rule.code: _rule(rule) for rule in rules}
    for finding in _all(checked):
        described.setdefault(finding.code, {"id": finding.code})
    order = {code: index for index, code in enumerate(described)}
    results = [_result(finding, one.file, order) for one in checked for finding in one.findings] + [
        _result(passed.finding, one.file, order)
        | {"suppressions": [{"kind": "inSource", "justification": passed.reason}]}
        for one in checked
        for passed in one.suppressed
    ]
    driver = {
        "name": "reportgen",
        "version": __version__,
        "language": "vi",
        "rules": list(described.values()),
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _all(checked: Sequence[Checked]) -> Iterable[Finding]:
    for one in checked:
        yield from one.findings
        yield from (passed.finding for passed in one.suppressed)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\nSai: {rule.wrong}\nĐúng: {rule.right}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, file: str, order: dict[str, int]) -> dict[str, Any]:
    lines = (
        finding.message,
        quotation(finding),
        finding.why and f"Vì sao: {finding.why}",
        finding.hint and f"Cách sửa: {finding.hint}",
    )
    return {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, lines))},
        "locations": [_location(finding.origin, file)],
    }


def _location(origin: Origin | None, file: str) -> dict[str, Any]:
    if isinstance(origin, WordPlace):
        return _physical(file) | _logical(origin.position)
    if origin is not None and origin.cell is not None:
        return _physical(origin.file) | _logical(origin.cell)
    if origin is None or origin.line is None:
        return _physical(origin.file if origin else file)
    region = {"startLine": origin.line}
    if origin.column is not None:
        region["startColumn"] = origin.column
    return _physical(origin.file, region)


def _logical(name: str) -> dict[str, Any]:
    return {"logicalLocations": [{"fullyQualifiedName": name, "kind": "element"}]}


def _physical(file: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    path = PurePath(file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if region:
        physical["region"] = region
    return {"physicalLocation": physical}
