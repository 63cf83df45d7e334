"""Where units keep their dossiers, and which dossier a new one starts from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.dossier import Dossier, Period, read_dossier
from reportgen.dossier.files import shown_path
from reportgen.dossier.profile_loading import PROFILE_NAME
from reportgen.dossier.spelling import meant
from reportgen.periods.calendar import parse_period
from reportgen.problems import InputError, Place, Problem
from reportgen.vietnamese import plain_name

UNITS = Path("data")
"""The folder where units are looked for by name."""

_PERIOD_FOLDER = re.compile(r"[12][0-9]{3}(-[0-9qh][0-9-]*)?")
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A dossier that a new one could start from; `end` is the last day that it is about."""

    path: Path
    end: date


def unit_folder(named: str) -> Path:
    """The folder of a unit: with `don_vi.yaml`, that file itself, or a name under `data`.

    Raises InputError (KM001) where there is none.
    """
    given = Path(named)
    if given.is_file() and given.suffix.lower() in _SUFFIXES:
        return given.parent
    for folder in (given, UNITS / named, UNITS / plain_name(named)):
        if (folder / PROFILE_NAME).is_file():
            return folder
    known = sorted(path.parent.name for path in UNITS.glob(f"*/{PROFILE_NAME}"))
    hint = "ghi thư mục có tệp don_vi.yaml; lập tệp đó: reportgen profile new"
    if known:
        hint = f"{meant(plain_name(named), known)}; hoặc {hint}"
    message = f"không tìm thấy đơn vị “{named}”"
    raise InputError([Problem("KM001", message, None, hint)])


def folder_of_unit(dossier: Dossier) -> Path:
    """The folder that holds the periods of a dossier's unit, its own being one of them."""
    folder = dossier.path.absolute().parent
    if _PERIOD_FOLDER.fullmatch(folder.name):
        return dossier.path.parent.parent if dossier.path.parent.name else folder.parent
    return dossier.path.parent


def newest_dossier(unit: Path, template: str, before: Period | None) -> Path | None:
    """The dossier of a template with the latest period that a unit has; None where it has none.

    With `before` only those count that end earlier than that period.
    """
    found = [
        candidate
        for candidate in _candidates(unit, template)
        if before is None or candidate.end < before.den
    ]
    return max(found, key=lambda one: (one.end, str(one.path))).path if found else None


def _candidates(unit: Path, template: str) -> Iterator[Candidate]:
    """The dossiers of a template; one that cannot be read counts by its folder's name, so that it
    is told of rather than passed over."""
    named = re.compile(rf"^mau:[ \t]*['\"]?{re.escape(template)}['\"]?[ \t]*(#.*)?$", re.MULTILINE)
    for path in sorted({*unit.glob("*.y*ml"), *unit.glob("*/*.y*ml")}):
        if path.suffix not in _SUFFIXES or path.name == PROFILE_NAME or not path.is_file():
            continue
        if not named.search(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")):
            continue
        reading = read_dossier(path)
        end = last_day(reading.dossier) if reading.dossier else None
        if reading.failed:
            end = _end_by_name(path.parent.name) or end
        yield Candidate(path, end or date.min)


def _end_by_name(folder: str) -> date | None:
    try:
        return parse_period(folder).den
    except ValueError:
        return None


def last_day(dossier: Dossier) -> date | None:
    """The last day that a dossier is about: of its period, else its date; None without both."""
    if dossier.ky is not None:
        return dossier.ky.den
    issued = dossier.ngay
    return date(issued.year, issued.month, issued.day or 1) if issued else None


def wrong_template(dossier: Dossier, template: str) -> InputError:
    """That a dossier to start from is of another template than the one asked for."""
    message = f"hồ sơ này dùng mẫu “{dossier.mau}”, không phải “{template}”"
    hint = f"ghi reportgen new {dossier.mau} …, hoặc chọn hồ sơ khác sau --from"
    return InputError([Problem("KM002", message, dossier.place_of("mau"), hint)])


def unknown_period(template: str, unit: Path) -> InputError:
    """That neither the command nor a dossier says which period is meant."""
    message = f"chưa rõ lập cho kỳ nào: {shown_path(unit)} chưa có hồ sơ nào có kỳ theo mẫu này"
    hint = f"ghi kỳ sau --ky, ví dụ: reportgen new {template} --ky 2025-10 …"
    return InputError([Problem("KM003", message, Place(shown_path(unit)), hint)])
