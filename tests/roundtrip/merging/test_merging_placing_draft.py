"""Thirty edits made to the September draft in Word, and where they land in the dossier."""

import shutil
from pathlib import Path

import pytest
from support.draft_edits import EDITS, KINDS, made
from support.drafts import SEPTEMBER, building, draft, edited, resaved
from support.oracles import ROOT

from reportgen.building import build
from reportgen.roundtrip.merging.comparing import EditedDraft, compare_with_draft
from reportgen.roundtrip.merging.merge import Merged, merge, texts_of
from reportgen.roundtrip.merging.placing.rounds import Held, place_edits

# These take away words that other edits change.
_APART = {
    "a paragraph of the month", "a point", "a paragraph with its notes",
    "a paragraph of the template",
}  # fmt: skip
TOGETHER = [
    change
    for kind, changes in KINDS.items()
    for name, change in changes.items()
    if kind != "deletion" or name not in _APART
]
DELETIONS = list(KINDS["deletion"].values())
LEAST = 28  # of thirty
ALONE = ("word: a title", "figure: a number in a note", "note: to a list of the template")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A province's folder of its own."""
    shutil.copytree(ROOT / "data/khanh_hoa", tmp_path / "khanh_hoa")
    return tmp_path


def merged_with(office: Path, data: bytes) -> Merged:
    word = office / "sua.docx"
    word.write_bytes(data)
    return merge(office / SEPTEMBER.removeprefix("data/"), word, data)


def proves(office: Path, data: bytes) -> bool:
    """Whether all edits are placed, and what is rendered afterwards says what the file says."""
    found = merged_with(office, data)
    assert found.comparison.edits
    before = {path: path.read_bytes() for path in found.files}
    for path, content in found.files.items():
        path.write_bytes(content)
    again = compare_with_draft(build(office / SEPTEMBER.removeprefix("data/")), data, "sua.docx")
    for path, content in before.items():
        path.write_bytes(content)
    placed = all(one.placed for one in found.placed.outcomes)
    assert placed == (again.edits == ())
    return placed and not found.placed.consequences


def lands(data: bytes) -> bool:
    """Whether an edit lands in the dossier's texts, which stay as they are on the disk."""
    held = EditedDraft(data, "sua.docx")
    comparison = held.compare(building())
    assert comparison.edits
    found = place_edits(
        building(), comparison, Held(held.compare, "sua.docx"), texts_of(building())
    )
    return all(one.placed for one in found.outcomes) and not found.consequences


def test_at_least_28_of_30_edits_land_each_alone() -> None:
    landed = {name: lands(edited(change)) for name, change in EDITS.items()}
    assert len(landed) == 30
    assert sum(landed.values()) >= LEAST
    assert [name for name, done in landed.items() if not done] == []


def test_all_edits_land_at_once(office: Path) -> None:
    assert proves(office, edited(made(*TOGETHER)))


def test_all_deletions_land_at_once(office: Path) -> None:
    assert proves(office, edited(made(*DELETIONS)))


def test_at_least_28_of_30_edits_land_from_files_that_libreoffice_saved(
    office: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "lo"
    folder.mkdir()
    files = {f"alone{number}": edited(EDITS[name]) for number, name in enumerate(ALONE)}
    files |= {"together": edited(made(*TOGETHER)), "deletions": edited(made(*DELETIONS))}
    landed = {name: proves(office, data) for name, data in resaved(files, folder).items()}
    count = len(TOGETHER) * landed.pop("together") + len(_APART) * landed.pop("deletions")
    assert count >= LEAST
    assert all(landed.values())


def test_a_draft_that_nobody_edited_changes_nothing(office: Path) -> None:
    found = merged_with(office, draft())
    assert (found.placed.outcomes, dict(found.files)) == ((), {})
