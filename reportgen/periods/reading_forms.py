"""All forms of a folder, read and judged; several processes where there are many."""

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.periods.collecting import UNIT_TABLE
from reportgen.periods.returned import Returned, read_returned
from reportgen.problems import Problem, Severity

_MANY = 400
"""From so many forms on, starting other processes costs less than it saves."""
_CHUNK = 50
_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".xls", ".xlsb", ".ods", ".numbers", ".et")

Read = tuple[Path, Returned | None, tuple[Problem, ...]]


def files_in(folder: Path, own: Iterable[Path]) -> list[Path]:
    """The files of a folder and of those in it that may be forms, by name; `own` are left out."""
    mine = {path.resolve() for path in own}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES
        and not path.name.startswith(("~$", "."))
        and path.name != UNIT_TABLE
        and path.resolve() not in mine
        and path.is_file()
    )


def read_forms(paths: Sequence[Path]) -> tuple[list[Returned], Mapping[str, list[Problem]]]:
    """The forms that can be read, and the problems of files by name.

    Files with errors are among the problems only.
    """
    workers = min(os.cpu_count() or 1, 8)
    if len(paths) >= _MANY and workers > 1:
        with ProcessPoolExecutor(workers) as pool:
            results = list(pool.map(_read, paths, chunksize=_CHUNK))
    else:
        results = list(map(_read, paths))
    forms: list[Returned] = []
    problems: dict[str, list[Problem]] = {}
    for path, form, found in results:
        broken = any(problem.severity is Severity.ERROR for problem in found)
        if form is not None and not broken:
            forms.append(form)
        if found or form is None:
            problems[shown_path(path)] = list(found)
    return forms, problems


def _read(path: Path) -> Read:
    problems: list[Problem] = []
    return path, read_returned(path, problems), tuple(problems)
