"""Findings as somebody reads them in a terminal."""

from collections.abc import Iterator, Sequence

from reportgen.checking import Checked
from reportgen.checks.finding import Finding
from reportgen.problems import Severity


def text_report(checked: Sequence[Checked]) -> str:
    """Every finding of every file: `place: severity [code]: message`, words, why, how to mend."""
    shown = (finding_text(finding, one.file) for one in checked for finding in one.findings)
    return "\n\n".join(shown)


def finding_text(finding: Finding, file: str) -> str:
    """One finding; `file` is named where the finding does not know its place."""
    place = finding.origin or file
    lines = [f"{place}: {finding.severity} [{finding.code}]: {finding.message}"]
    if quoted := quotation(finding):
        lines.append(f"  {quoted}")
    if finding.why:
        lines.append(f"  Vì sao: {finding.why}")
    if finding.hint:
        lines.append(f"  Cách sửa: {finding.hint}")
    return "\n".join(lines)


def quotation(finding: Finding) -> str:
    """The heading above, and the words that the finding is about in «…» with those around them."""
    heading = finding.heading[:1].upper() + finding.heading[1:]
    if finding.passage is None or not finding.quote:
        return heading
    before, after = finding.context
    start = "…" if finding.start > len(before) else ""
    end = "…" if finding.end + len(after) < len(finding.passage.text) else ""
    words = " ".join(f"{start}{before}«{finding.quote}»{after}{end}".split())
    return f"{heading}: {words}" if heading else words


def summary_lines(checked: Sequence[Checked]) -> Iterator[str]:
    """A line for each file, and one for all where there are several."""
    for one in checked:
        yield f"{one.file}: {_counted([one])}"
    if len(checked) > 1:
        yield f"Tổng cộng {len(checked)} tệp: {_counted(checked)}"


def _counted(checked: Sequence[Checked]) -> str:
    counts = {severity: sum(one.counts[severity] for one in checked) for severity in Severity}
    suppressed = sum(len(one.suppressed) for one in checked)
    text = ", ".join(f"{count} {severity}" for severity, count in counts.items())
    return f"{text}; bỏ qua {suppressed}." if suppressed else f"{text}."
