"""What an import takes and what it makes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.document.tree import Document
from reportgen.dossier import Profile
from reportgen.roundtrip.importing.leftovers import Leftover

FIGURES = "chi_tieu.csv"
LEFTOVERS = "chua_nhan_ra.md"

Build = Callable[[str, Mapping[str, str]], Document]
"""The document of the dossier of that name among these files; raises InputError.

The files (relative to the new folder) are read as if they were there already.
"""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the new folder.

    `word` is the Word file's name, `existing` the profile in the folder or above; `templates` is
    the path of the office's `mau` folder from there, `taken` the names that are not free in it.
    """

    word: str = ""
    existing: Profile | None = None
    templates: str = "mau"
    taken: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counts:
    """What was recognised, counted."""

    sections: int = 0
    paragraphs: int = 0
    notes: int = 0
    tables: int = 0
    appendices: int = 0
    indicators: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """The files by path from the new folder, the dossier's own is `dossier`.

    `recognised` are the components found; `confirm` and `remarks` lines for the user: what to look
    at, what is not as in Word. `leftovers` stand in `chua_nhan_ra.md`. `faults` are lines about
    what still keeps the dossier from being rendered.
    """

    dossier: str
    files: Mapping[str, str]
    counts: Counts
    recognised: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    faults: tuple[str, ...] = ()

    def told(self, folder: Path) -> Iterator[str]:
        """The summary for the user; `folder` is where the files are."""
        yield "Đã nhận ra:"
        yield from (f"  {line}" for line in self.recognised)
        yield f"  lời văn: {self._counted()}"
        if self.confirm:
            yield "Cần xem lại:"
            yield from (f"  - {line}" for line in self.confirm)
        if self.remarks:
            yield "Khác với tệp Word:"
            yield from (f"  - {line}" for line in self.remarks)
        if self.leftovers:
            count = len(self.leftovers)
            yield f"Chưa có chỗ trong hồ sơ: {count} đoạn chữ, chép ở {LEFTOVERS}."
        dossier = folder / self.dossier
        if self.faults:
            yield "Hồ sơ chưa dựng được vì:"
            yield from (f"  - {line}" for line in self.faults)
        named = f'"{dossier}"' if " " in str(dossier) else str(dossier)
        yield "Bước tiếp theo:"
        yield f"  reportgen render {named}"
        yield f"  reportgen check {named}"

    def _counted(self) -> str:
        counts = self.counts
        found = {
            "mục": counts.sections,
            "đoạn": counts.paragraphs,
            "chú thích": counts.notes,
            "bảng": counts.tables,
            "phụ lục": counts.appendices,
            "chỉ tiêu": counts.indicators,
        }
        return ", ".join(f"{count} {name}" for name, count in found.items() if count) or "không có"
