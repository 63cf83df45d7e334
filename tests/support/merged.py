"""Edits made in Word, taken over into a copy of the dossiers, and proved by rendering again."""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document
from support.drafts import edited

from reportgen.building import build
from reportgen.rendering import Format, written
from reportgen.roundtrip.merging.comparing import compare_with_draft
from reportgen.roundtrip.merging.merge import Merged, merge
from reportgen.roundtrip.merging.placing.proving import follows

SEPTEMBER = "khanh_hoa/2025-09/bao_cao.yaml"
PLAN = "khanh_hoa/2025-q4/ke_hoach.yaml"
LETTER = "khanh_hoa/2025-08/cong_van.yaml"


def after(path: Path, change: Callable[[Document], None]) -> Merged:
    """What becomes of a change made in Word; what was placed is written and proved."""
    word = edited(change, written(build(path), Format.DOCX).data)
    file = path.with_name("sua.docx")
    file.write_bytes(word)
    found = merge(path, file, word)
    for target, content in found.files.items():
        target.write_bytes(content)
    left = compare_with_draft(build(path), word, "sua.docx").edits
    left = tuple(one for one in left if not follows(one))
    missed = [one for one in found.placed.outcomes if not one.placed and not follows(one.edit)]
    came = [one for one in found.placed.consequences if not follows(one.edit)]
    assert len(left) == len(missed) + len(came)
    return found


def wholly(path: Path, change: Callable[[Document], None]) -> str:
    """The dossier's text after a change that is placed as a whole."""
    found = after(path, change)
    assert found.placed.outcomes
    assert [one.reason for one in found.placed.outcomes if not one.placed] == []
    assert found.placed.consequences == ()
    return path.read_text("utf-8")


def reasons(found: Merged) -> list[str]:
    """Why edits were not placed."""
    return [one.reason for one in found.placed.outcomes if not one.placed]
