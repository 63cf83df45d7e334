"""What a browser shows, as data, and the steps from one state of it to the next."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reportgen.problems import Severity

#: Severities by the words that the page's style sheet knows them by.
SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.ERROR: "loi",
    Severity.WARNING: "canh_bao",
    Severity.ADVICE: "goi_y",
}


#: Left, top, width, height on a page in points, from its upper left corner.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: a name that only pages of the same looks have, and its size in points."""

    key: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand on a page (counted from 0)."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding or a problem, ready to be shown.

    `place` is how a person would call where it stands; `file` and `line` where that is a line of a
    source; `spots` where the words stand on the pages, as far as that is known.
    """

    code: str
    severity: Severity
    message: str
    why: str = ""
    hint: str = ""
    heading: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    place: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What is there to see of one dossier.

    `number` grows with each step. `busy`: a newer state is being laid out. `broken`: the last
    attempt failed, and `pages` are those of `laid_at`, the last that went well. `checked`: the
    remarks are about these pages. `changed` are the pages (from 0) that differ from those before.
    `files` are the sources that were read, by the name under which they are served.
    """

    title: str
    number: int = 0
    busy: bool = False
    broken: bool = False
    checked: bool = False
    pages: tuple[Page, ...] = ()
    changed: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    laid_at: datetime | None = None
    tried_at: datetime | None = None
    note: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many remarks there are of each severity."""
        return {one: sum(r.severity is one for r in self.remarks) for one in Severity}


def begun(view: View) -> View:
    """A newer state of the sources is being laid out; what is shown stays."""
    return replace(view, number=view.number + 1, busy=True)


def laid(view: View, pages: Sequence[Page], note: str, at: datetime) -> View:
    """The pages are there; what was said of those before stays until these are checked.

    Errors that kept pages from being laid out are mended, and go at once.
    """
    before = {page.key for page in view.pages}
    changed = [number for number, page in enumerate(pages) if page.key not in before]
    return replace(
        view,
        number=view.number + 1,
        broken=False,
        checked=False,
        pages=tuple(pages),
        changed=tuple(changed) if before else (),
        remarks=() if view.broken else view.remarks,
        laid_at=at,
        tried_at=at,
        note=note,
    )


def looked_through(view: View, remarks: Sequence[Remark], files: Mapping[str, str]) -> View:
    """The pages are checked: this is what was found in them."""
    merged = {**view.files, **files}
    return replace(
        view,
        number=view.number + 1,
        busy=False,
        checked=True,
        remarks=tuple(remarks),
        files=merged,
    )


def refused(view: View, remarks: Sequence[Remark], files: Mapping[str, str], at: datetime) -> View:
    """The sources have errors; the last good pages stay."""
    return replace(
        view,
        number=view.number + 1,
        busy=False,
        broken=True,
        checked=True,
        changed=(),
        remarks=tuple(remarks),
        tried_at=at,
        files={**view.files, **files},
    )


def source_key(path: str) -> str:
    """The name under which a source is served; it says nothing of the path."""
    full = os.path.normpath(Path.cwd() / path)
    return hashlib.sha256(full.encode("utf-8", "surrogateescape")).hexdigest()[:20]


def as_json(view: View) -> dict[str, Any]:
    """The view as the page's script reads it."""
    counts = {SEVERITY_NAMES[severity]: count for severity, count in view.counts.items()}
    return {
        "tieu_de": view.title,
        "so": view.number,
        "dang_dung": view.busy,
        "hong": view.broken,
        "da_kiem_tra": view.checked,
        "trang": [asdict(page) for page in view.pages],
        "doi": view.changed,
        "dung_luc": _clock(view.laid_at),
        "thu_luc": _clock(view.tried_at),
        "ghi_chu": view.note,
        "dem": counts,
        "nhan_xet": [_remark(remark, view.files) for remark in view.remarks],
    }


def _remark(remark: Remark, files: Mapping[str, str]) -> dict[str, Any]:
    key = source_key(remark.file) if remark.file else ""
    return {
        **asdict(remark),
        "severity": SEVERITY_NAMES[remark.severity],
        "source": key if key in files else "",
    }


def _clock(moment: datetime | None) -> str:
    return f"{moment:%H:%M:%S}" if moment else ""
