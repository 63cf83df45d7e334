"""The Markdown dialect, case by case: the files beside this one hold title, input and outcome.

A case is a title, Markdown and its outcome, each ended by a line of a single full stop. A title may
end with the label scheme: `… (I., 1., a))`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tree_text import dump

from reportgen.document import read_draft
from reportgen.drafting.draft import Draft

FOLDER = Path(__file__).parent / "fixtures"
_FULL_STOP = re.compile(r"^\.\n", re.MULTILINE)
_SCHEME = re.compile(r"[^(]+ \((.+)\)")


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    text: str
    outcome: str

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.title}"


def _cases(file: Path) -> list[Case]:
    *parts, rest = _FULL_STOP.split(file.read_text(encoding="utf-8"))
    assert not rest.strip(), f"a case of {file} has no outcome"
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [Case(file, title.strip(), text, outcome) for title, text, outcome in triples]


CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in _cases(file)]


def _outcome(case: Case) -> str:
    scheme = _SCHEME.fullmatch(case.title)
    specimens = tuple(scheme[1].split(", ")) if scheme else ("I.", "1.", "a)")
    return dump(read_draft(Draft("", "", "", case.text, specimens)))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_markdown_is_read_as_its_fixture_says(case: Case, golden_update: bool) -> None:
    outcome = _outcome(case)
    if golden_update:
        before = f"{case.title}\n.\n{case.text}.\n"
        content = case.file.read_text(encoding="utf-8")
        content = content.replace(f"{before}{case.outcome}.\n", f"{before}{outcome}.\n", 1)
        case.file.write_text(content, encoding="utf-8", newline="\n")
    else:
        assert outcome == case.outcome
