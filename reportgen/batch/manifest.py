"""A manifest: a table with a row for each document."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.batch.columns import DOSSIER, KNOWN, NAME, SPELT, is_file, steps_of
from reportgen.dossier.changes import Change
from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.spelling import nearest
from reportgen.dossier.tables import read_table
from reportgen.problems import Place, Problem
from reportgen.rendering import Format

_SUFFIXES = tuple(f".{kind}" for kind in Format)


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a manifest asks for it; `name` is "" where the row does not say it."""

    dossier: Path
    name: str
    changes: tuple[Change, ...]
    place: Place


def read_manifest(path: Path, problems: list[Problem]) -> list[Row]:
    """The rows of a CSV file or a workbook; paths in it are reckoned from its folder.

    Adds to `problems`, beside what `read_table` adds: HL002 no column `ho_so`, HL003 a title that
    is not known, HL004 a column twice, HL005 no dossier in a row, HL009 no rows.
    """
    table = read_table(path, problems, titles=KNOWN)
    if table is None:
        return []
    told = list(_faults_of_header(table))
    problems += told
    if any(problem.code == "HL002" for problem in told):
        return []
    if not table.rows and not table.ragged:
        hint = "thêm mỗi tài liệu một dòng dưới dòng tiêu đề"
        problems.append(Problem("HL009", "danh sách không có dòng nào", table.header_place, hint))
    return [row for number in range(len(table.rows)) for row in _row(path, table, number, problems)]


def _faults_of_header(table: CsvTable) -> Iterator[Problem]:
    place = table.header_place
    for title in dict.fromkeys(table.header):
        if steps_of(title) is None:
            message = f"không có cột nào tên “{title}”" if title else "có một cột không có tên"
            near = nearest(title, KNOWN)
            hint = f"có phải là “{near}” không?" if near else f"chỉ dùng được: {', '.join(SPELT)}"
            yield Problem("HL003", message, place, hint)
        elif table.header.count(title) > 1:
            yield Problem("HL004", f"cột “{title}” ghi hai lần", place, "xoá một trong hai cột")
    if DOSSIER not in table.header:
        hint = "dòng đầu của danh sách phải có cột ho_so: hồ sơ của mỗi tài liệu"
        yield Problem("HL002", f"danh sách thiếu cột “{DOSSIER}”", place, hint)


def _row(path: Path, table: CsvTable, number: int, problems: list[Problem]) -> Iterator[Row]:
    cells = dict(zip(table.header, map(str.strip, table.rows[number]), strict=True))
    if not cells[DOSSIER]:
        hint = "ghi đường dẫn của hồ sơ, tính từ thư mục của danh sách"
        message = "dòng này chưa ghi hồ sơ (cột ho_so)"
        problems.append(Problem("HL005", message, table.place_of(number, DOSSIER), hint))
        return
    changes = tuple(
        Change(steps, _files(path, text) if is_file(steps) else text, table.place_of(number, title))
        for title, text in cells.items()
        if text and (steps := steps_of(title))
    )
    name = cells.get(NAME, "")
    suffix = next((one for one in _SUFFIXES if name.lower().endswith(one)), "")
    name = name[: len(name) - len(suffix)]
    yield Row(_beside(path, cells[DOSSIER]), name, changes, table.place_of(number, NAME))


def _beside(manifest: Path, name: str) -> Path:
    """A file named in a manifest; Windows' `\\` is understood everywhere."""
    return Path(os.path.normpath(manifest.parent / name.replace("\\", "/")))


def _files(manifest: Path, text: str) -> str:
    """The files that a cell names (several with `;`), as a dossier anywhere can name them."""
    names: Sequence[str] = [name.strip() for name in text.replace("\n", ";").split(";")]
    return "\n".join(str(_beside(manifest, name).absolute()) for name in names if name)
