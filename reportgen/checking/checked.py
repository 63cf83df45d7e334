"""What came of checking one file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.document.origins import WordPlace
from reportgen.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the dossier lets pass: why, and where it says so."""

    finding: Finding
    reason: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with one file.

    `rules` are those that were asked for. `findings` begin with what reading and building found
    (`problems`, in a finding's form); the rest is in reading order. `subject` is None where the
    file could not be read. `docx` is the file, or the one that would be drafted, and `word_places`
    say where the passages of the subject's manuscript stand in it, by their index.
    """

    file: str
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    problems: tuple[Problem, ...] = ()
    subject: Subject | None = None
    docx: bytes = b""
    word_places: Mapping[int, WordPlace] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return self.counts[Severity.ERROR] > 0
