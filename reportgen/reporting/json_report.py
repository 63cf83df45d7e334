"""Findings as JSON; the keys are described in docs/check.md and only ever added to."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reportgen import __version__
from reportgen.checking import Checked
from reportgen.checks.finding import Finding
from reportgen.document.origins import Origin, WordPlace

FORM = "reportgen-check/1"


def json_report(checked: Sequence[Checked]) -> str:
    """All files with their findings, those that are let pass, and how many of each."""
    files = [_file(one) for one in checked]
    counted = Counter[str]()
    for file in files:
        counted.update(file["counts"])
    report = {"form": FORM, "version": __version__, "files": files, "counts": counted}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _file(checked: Checked) -> dict[str, Any]:
    return {
        "file": checked.file,
        "findings": [_finding(finding, checked.file) for finding in checked.findings],
        "suppressed": [
            {
                **_finding(one.finding, checked.file),
                "reason": one.reason,
                "suppressed_at": _place(one.place, checked.file),
            }
            for one in checked.suppressed
        ],
        "counts": _counts(checked),
    }


def _counts(checked: Checked) -> dict[str, int]:
    return {severity.name.lower(): count for severity, count in checked.counts.items()} | {
        "suppressed": len(checked.suppressed)
    }


def _finding(finding: Finding, file: str) -> dict[str, Any]:
    before, after = finding.context
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "why": finding.why,
        "hint": finding.hint,
        "heading": finding.heading,
        "quote": finding.quote,
        "before": before,
        "after": after,
        "place": _place(finding.origin, file),
    }


def _place(origin: Origin | None, file: str) -> dict[str, Any]:
    """What is known of a place; a Word paragraph is told by its numbers, a line by its own."""
    if origin is None:
        return {"file": file}
    known: dict[str, Any]
    if isinstance(origin, WordPlace):
        known = {
            "file": origin.file,
            "story": str(origin.story),
            "section": origin.section,
            "paragraph": origin.paragraph,
            "note": origin.note,
            "table": origin.table,
            "row": origin.row,
            "column": origin.column,
        }
    else:
        known = {
            "file": origin.file,
            "line": origin.line,
            "column": origin.column,
            "cell": origin.cell,
        }
    return {key: value for key, value in known.items() if value is not None}
