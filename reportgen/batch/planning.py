"""From what the command line names, manifests and dossiers, to the jobs of a batch."""

import glob
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.batch.jobs import Job
from reportgen.batch.manifest import Row, read_manifest
from reportgen.dossier.files import shown_path
from reportgen.dossier.profile_loading import PROFILE_NAME
from reportgen.drafting.templates import SETTINGS_FILE
from reportgen.problems import InputError, Place, Problem
from reportgen.rendering import Format
from reportgen.result_names import fault_of_name, unique_stems
from reportgen.vietnamese import nfc

_MANIFEST = re.compile(r".*\.(csv|xlsx|xlsm)(#.*)?", re.IGNORECASE)
_DOSSIERS = (".yaml", ".yml")


def plan(
    named: Sequence[str],
    output: Path,
    formats: Sequence[Format],
    templates: Sequence[Path] = (),
    seconds: float = 0,
) -> list[Job]:
    """The jobs of manifests, dossiers and patterns (`**` is any folders), in that order.

    Raises InputError with all that is wrong: what `read_manifest` finds, HL001 nothing there by
    that name, HL006 a row that needs a name, HL007 two documents of one name, HL008 a name that
    files cannot have.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    for one in named:
        rows += _rows(one, problems)
    rows = list(dict.fromkeys(rows))  # a dossier that two patterns match is made once
    names = _names(rows, problems)
    if problems:
        raise InputError(problems)
    kinds = tuple(dict.fromkeys(formats))
    return [
        Job(number, name, row.dossier, output, kinds, tuple(templates), row.changes, seconds)
        for number, (row, name) in enumerate(zip(rows, names, strict=True), 1)
    ]


def _rows(named: str, problems: list[Problem]) -> Iterator[Row]:
    path = Path(named)
    if _MANIFEST.fullmatch(path.name):
        yield from read_manifest(path, problems)
        return
    found = [path] if path.is_file() else list(_matches(named))
    if not found:
        message = "không có hồ sơ nào khớp với tên này"
        hint = "ghi mẫu tên trong dấu nháy, ví dụ 'du_lieu/**/bao_cao.yaml'"
        if path.is_dir():
            message = "đây là thư mục, không phải hồ sơ hay danh sách"
            hint = f"ghi mẫu tên của các hồ sơ trong đó: '{named.rstrip('/')}/**/bao_cao.yaml'"
        problems.append(Problem("HL001", message, Place(named), hint))
    for file in found:
        yield Row(file, "", (), Place(shown_path(file)))


def _matches(pattern: str) -> Iterator[Path]:
    """The dossiers that a pattern matches; profiles and templates' settings are none."""
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207  the pattern is whole
        path = Path(name)
        others = (PROFILE_NAME, SETTINGS_FILE)
        if path.suffix.lower() in _DOSSIERS and path.name not in others and path.is_file():
            yield path


def _names(rows: Sequence[Row], problems: list[Problem]) -> list[str]:
    """What each document is called: as its row says, else like its dossier."""
    dossiers = list(dict.fromkeys(row.dossier for row in rows if not row.name))
    stems = dict(zip(dossiers, unique_stems(dossiers), strict=True))
    uses = Counter(row.dossier for row in rows if not row.name)
    names: list[str] = []
    taken: dict[str, Row] = {}
    for row in rows:
        name = nfc(row.name or stems[row.dossier]).replace("\\", "/")
        names.append(name)
        if not row.name and uses[row.dossier] > 1 and row.changes:
            hint = "thêm cột ten_tep: tên tệp kết quả của mỗi dòng, không trùng nhau"
            message = f"nhiều dòng cùng hồ sơ {shown_path(row.dossier)} mà chưa có tên tệp kết quả"
            problems.append(Problem("HL006", message, row.place, hint))
            continue
        if fault := fault_of_name(name):
            message = f"tên tệp “{name}” {fault}"
            problems.append(Problem("HL008", message, row.place, "đổi tên ở cột ten_tep"))
        first = taken.setdefault(name.casefold(), row)
        if first is not row:
            message = f"tên tệp “{name}” đã dùng cho tài liệu khác ({first.place})"
            hint = "mỗi tài liệu cần một tên riêng (chữ hoa, chữ thường coi như nhau)"
            problems.append(Problem("HL007", message, row.place, hint))
    return names
