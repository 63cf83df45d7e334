"""Clean documents to plant slips into: what the templates and the data of the repository give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reportgen.checking.inputs import Opened, open_input
from reportgen.checks.reading import manuscript_of
from reportgen.checks.subject import Subject
from reportgen.document.tree import Block, Document, NoteReference

ROOT = Path(__file__).resolve().parents[3]
_PIECE = 16  # blocks: enough for what a rule looks at, little enough to be checked in a moment


@dataclass(frozen=True, slots=True)
class Clean:
    """A dossier of the repository, or the blocks `first` to `last` of its body."""

    path: str
    first: int = 0
    last: int | None = None

    @property
    def name(self) -> str:
        return self.path if self.last is None else f"{self.path} [{self.first}:{self.last}]"

    @property
    def opened(self) -> Opened:
        return _opened(self.path)

    @property
    def subject(self) -> Subject:
        return _subject(self)

    @property
    def document(self) -> Document:
        return self.subject.document

    def with_document(self, document: Document) -> Subject:
        """The subject with another tree."""
        return replace(self.subject, document=document, manuscript=manuscript_of(document))


@cache
def _opened(path: str) -> Opened:
    return open_input(ROOT / path)


@cache
def _subject(clean: Clean) -> Subject:
    whole = clean.opened.subject
    if clean.last is None:
        return whole
    document = whole.document
    blocks = document.body[clean.first : clean.last]
    kept = set(_marks(blocks))
    piece = replace(
        document,
        body=blocks,
        appendices=(),
        notes=tuple(note for note in document.notes if note.number in kept),
    )
    return replace(whole, document=piece, manuscript=manuscript_of(piece))


def _marks(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        inlines = getattr(block, "inlines", ()) or (
            *getattr(block, "title", ()),
            *getattr(block, "run_in", ()),
        )
        for item in inlines:
            if isinstance(item, NoteReference):
                yield item.number


def _pieces(path: str, count: int) -> tuple[Clean, ...]:
    """The first `count` blocks of a dossier's body, a few at a time."""
    return tuple(Clean(path, first, first + _PIECE) for first in range(0, count, _PIECE))


REPORTS = (
    *_pieces("data/khanh_hoa/2025-09/bao_cao.yaml", 83),
    *_pieces("data/khanh_hoa/2023-12/bao_cao.yaml", 90),
    *_pieces("data/khanh_hoa/2025-08/cong_van.yaml", 69),
    *_pieces("data/lao_cai/2025-09/bao_cao.yaml", 43),
    *_pieces("data/lao_cai/2025-q4/ke_hoach.yaml", 51),
)
"""Real texts, in pieces."""

KINDS = tuple(
    Clean(f"examples/van_ban/{path.stem}.yaml")
    for path in sorted((ROOT / "examples/van_ban").glob("*.yaml"))
    if path.stem != "don_vi"
)
"""A document of every kind."""

SMALL = (
    *KINDS,
    Clean("examples/toi_thieu/bao_cao.yaml"),
    Clean("examples/phu_luc/bao_cao.yaml"),
    Clean("examples/chu_thich/bao_cao.yaml"),
    Clean("examples/ghi_de/bao_cao.yaml"),
)

WHOLE = (
    *SMALL,
    Clean("examples/nhiem_vu_theo_co_quan/so_khcn.yaml"),
    Clean("examples/nhiem_vu_theo_co_quan/theo_thoi_han.yaml"),
    Clean("data/khanh_hoa/2025-09/bao_cao.yaml"),
    Clean("data/khanh_hoa/2023-12/bao_cao.yaml"),
    Clean("data/khanh_hoa/2025-08/cong_van.yaml"),
    Clean("data/khanh_hoa/2025-q4/ke_hoach.yaml"),
    Clean("data/lao_cai/2025-09/bao_cao.yaml"),
    Clean("data/lao_cai/2025-q4/ke_hoach.yaml"),
)
"""Every dossier that the repository holds."""
