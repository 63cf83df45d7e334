"""One file checked: read or built, run through the rules, its exemptions applied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.checking.alignment import standing, word_places
from reportgen.checking.checked import Checked
from reportgen.checking.exempting import Exemptions
from reportgen.checking.inputs import Opened, open_input
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.checks.reading import manuscript_of
from reportgen.checks.registry import select_rules
from reportgen.checks.running import Run, find_in_spite_of_failures
from reportgen.document.origins import WordPlace
from reportgen.dossier.files import shown_path
from reportgen.problems import InputError, Place, Problem, Severity

_NOT_OURS = "các quy tắc khác vẫn chạy; gửi tệp này cho người phát triển để sửa chương trình"


def check_file(
    path: Path,
    templates: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    previous: Path | None = None,
) -> Checked:
    """Check the dossier or Word file at `path`.

    `select` and `ignore` are codes of rules or their beginnings; `previous` is the dossier or Word
    file of the period before. What keeps a file from being read is a finding too. Raises
    UnknownRule where no rule has such a code. Reads files, writes none.
    """
    rules = select_rules(select, ignore)
    problems: list[Problem] = []
    before = _previous(previous, templates, problems)
    try:
        opened = open_input(path, tuple(templates))
    except InputError as error:
        problems += error.problems
        found = _as_findings(problems)
        return Checked(shown_path(path), rules, found, problems=tuple(problems))
    problems += [one for one in opened.problems if not select or one.severity is Severity.ERROR]
    return _checked(
        path, replace(opened, subject=replace(opened.subject, previous=before)), rules, problems
    )


def _checked(path: Path, opened: Opened, rules: Sequence[Rule], problems: list[Problem]) -> Checked:
    subject = opened.subject
    run = find_in_spite_of_failures(subject, rules)
    problems += _failures(run)
    exemptions = Exemptions(subject.dossier)
    kept, suppressed = exemptions.part(run.findings)
    problems += [*exemptions.problems, *exemptions.useless(rules)]
    drafted = manuscript_of(subject.word.document) if subject.word else Manuscript(())
    places = word_places(subject.manuscript, drafted)
    passages = standing(subject.manuscript, places)
    return Checked(
        shown_path(path),
        tuple(rules),
        (*_as_findings(problems), *(_placed(finding, passages) for finding in kept)),
        tuple(replace(one, finding=_placed(one.finding, passages)) for one in suppressed),
        tuple(problems),
        subject,
        opened.docx,
        places,
    )


def _placed(finding: Finding, passages: Mapping[WordPlace, Passage]) -> Finding:
    """The finding with its heading, and at the line of the dossier where it has one."""
    if finding.passage is not None:
        return replace(finding, heading=finding.passage.heading)
    passage = passages.get(finding.place) if isinstance(finding.place, WordPlace) else None
    if passage is None:
        return finding
    line = passage.origin if isinstance(passage.origin, Place) else None
    return replace(finding, place=line or finding.place, heading=passage.heading)


def _previous(
    path: Path | None, templates: Sequence[Path], problems: list[Problem]
) -> Manuscript | None:
    if path is None:
        return None
    try:
        return open_input(path, tuple(templates)).subject.manuscript
    except InputError as error:
        problems += error.problems
        return None


def _failures(run: Run) -> Iterable[Problem]:
    for rule, error in run.failed:
        message = f"quy tắc {rule.code} không chạy được với văn bản này ({error!r})"
        yield Problem("KT020", message, None, _NOT_OURS, Severity.WARNING)


def _as_findings(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    return tuple(
        Finding(one.code, one.severity, one.message, hint=one.hint, place=one.place)
        for one in dict.fromkeys(problems)
    )
