"""Thirty edits made to the September draft in Word, and where they land in the dossier."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.draft_edits import EDITS, KINDS, made
from support.drafts import draft, edited, resaved
from support.oracles import ROOT

from reportgen.building import build
from reportgen.roundtrip.merging.comparing import compare_with_draft
from reportgen.roundtrip.merging.merge import Merged, merge

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


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A province's folder of its own."""
    shutil.copytree(ROOT / "data/khanh_hoa", tmp_path / "khanh_hoa")
    return tmp_path


def dossier(office: Path) -> Path:
    return office / "khanh_hoa/2025-09/bao_cao.yaml"


def merged_with(office: Path, data: bytes) -> Merged:
    word = office / "sua.docx"
    word.write_bytes(data)
    return merge(dossier(office), word, data)


def written(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        path.write_bytes(data)


def proves(office: Path, data: bytes) -> None:
    """The edits are placed, and what is rendered afterwards is what the edited file says."""
    found = merged_with(office, data)
    assert found.comparison.edits
    assert [one.reason for one in found.placed.outcomes if not one.placed] == []
    assert found.placed.consequences == ()
    written(found.files)
    again = compare_with_draft(build(dossier(office)), data, "sua.docx")
    assert again.edits == ()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_lands_where_its_words_are_typed(name: str, office: Path) -> None:
    proves(office, edited(EDITS[name]))


def test_all_edits_land_at_once(office: Path) -> None:
    proves(office, edited(made(*TOGETHER)))


def test_all_deletions_land_at_once(office: Path) -> None:
    proves(office, edited(made(*KINDS["deletion"].values())))


def test_edits_land_from_a_file_that_libreoffice_saved(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lo"
    folder.mkdir()
    files = {f"e{number}": edited(change) for number, change in enumerate(EDITS.values())}
    files["all"] = edited(made(*TOGETHER))
    before = {path: path.read_bytes() for path in dossier(office).parent.iterdir()}
    for data in resaved(files, folder).values():
        proves(office, data)
        written(before)


def test_a_draft_that_nobody_edited_changes_nothing(office: Path) -> None:
    found = merged_with(office, draft())
    assert (found.placed.outcomes, dict(found.files)) == ((), {})
