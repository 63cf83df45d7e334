"""Findings as remarks on the Word file that was checked, or that would be drafted."""

from reportgen.checking import Checked
from reportgen.checks.finding import Finding
from reportgen.document.origins import WordPlace
from reportgen.problems import Place
from reportgen.writers.docx.remarks import Remark


def remarks_of(checked: Checked) -> tuple[Remark, ...]:
    """A remark for each finding, in reading order.

    A finding about a line of the dossier that is no part of the text stands at the beginning.
    """
    return tuple(_remark(finding, checked) for finding in checked.findings)


def _remark(finding: Finding, checked: Checked) -> Remark:
    before, after = finding.context
    return Remark(_said(finding), _place(finding, checked), finding.quote, before, after)


def _place(finding: Finding, checked: Checked) -> WordPlace | None:
    """The paragraph of the Word file; of a line of the dossier, the one drafted from it."""
    if isinstance(finding.place, WordPlace):
        return finding.place
    if finding.passage is not None:
        return checked.word_places.get(finding.passage.index)
    return _drafted_from(finding.place, checked) if finding.place else None


def _drafted_from(line: Place, checked: Checked) -> WordPlace | None:
    passages = checked.subject.manuscript.passages if checked.subject else ()
    indexes = (passage.index for passage in passages if passage.origin == line)
    return next(filter(None, map(checked.word_places.get, indexes)), None)


def _said(finding: Finding) -> str:
    lines = [f"[{finding.code}] {finding.severity}: {finding.message}"]
    if finding.why:
        lines.append(f"Vì sao: {finding.why}")
    if finding.hint:
        lines.append(f"Cách sửa: {finding.hint}")
    return "\n".join(lines)
