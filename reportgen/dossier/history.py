"""The past of a dossier: those of earlier periods in the folders beside its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.consulted import entries_of
from reportgen.dossier.dates import Period
from reportgen.dossier.dossier import Dossier
from reportgen.dossier.files import shown_path
from reportgen.dossier.loading import read_dossier
from reportgen.dossier.tree import YamlMap, text_at
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.problems import Place, Problem, Severity

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class History:
    """The dossiers of the periods up to a dossier's own, by period, that one the last."""

    dossiers: tuple[Dossier, ...]
    problems: tuple[Problem, ...] = ()


def past_dossiers(path: Path) -> tuple[Path, ...]:
    """The dossiers of one template up to the period of the one at `path`, by period, that last.

    They lie in the folders beside its folder, one a folder: of several of that template the one
    with the same file name, else the first by name. Reads files; what cannot be read is left out.
    """
    reading = read_dossier(path)
    if reading.dossier is None or reading.dossier.ky is None:
        return (path,)
    return tuple(dossier.path for dossier in _past(reading.dossier, []))


def read_history(dossier: Dossier) -> History:
    """A dossier with a period, and those before it (`past_dossiers`).

    Reads files. A dossier with errors is left out, and a warning (BD003) says so.
    """
    problems: list[Problem] = []
    return History(tuple(_past(dossier, problems)), tuple(problems))


def _past(dossier: Dossier, problems: list[Problem]) -> list[Dossier]:
    by_end: dict[object, Dossier] = {}
    for path in _beside(dossier):
        reading = read_dossier(path)
        if reading.dossier is None or reading.failed:
            problems.append(_left_out(path))
        elif _is_before(reading.dossier.ky, dossier.ky):
            by_end.setdefault(reading.dossier.ky and reading.dossier.ky.den, reading.dossier)
    return [*(by_end[end] for end in sorted(by_end, key=str)), dossier]


def _is_before(period: Period | None, own: Period | None) -> bool:
    """Whether a period ended before ours and is about as long: months with months."""
    if period is None or own is None or period.den >= own.den:
        return False
    return rounded_months(period) == rounded_months(own)


def rounded_months(period: Period) -> int:
    """How many months a period covers, rounded, at least one: 3 for a quarter."""
    return max(1, round(((period.den - period.tu).days + 1) / 30.4))


def _beside(dossier: Dossier) -> Iterator[Path]:
    """A dossier of the same template from each folder beside the dossier's own."""
    own = dossier.path.absolute()
    if not own.parent.parent.is_dir():
        return
    for folder in entries_of(own.parent.parent):
        if folder.is_dir() and folder != own.parent:
            found = [path for path in entries_of(folder) if _has_template(path, dossier.mau)]
            found.sort(key=lambda path: path.name != own.name)
            yield from (dossier.path.parent / ".." / folder.name / path.name for path in found[:1])


def _has_template(path: Path, name: str) -> bool:
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    root = read_yaml(path, [])
    return isinstance(root, YamlMap) and (text_at(root, "mau") or "").strip() == name


def _left_out(path: Path) -> Problem:
    message = "hồ sơ kỳ trước này có lỗi nên không lấy được số liệu của kỳ đó"
    hint = f"chạy reportgen check {shown_path(path)} để xem lỗi"
    return Problem("BD003", message, Place(shown_path(path)), hint, Severity.WARNING)
