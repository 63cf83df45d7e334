"""Loading a dossier: the YAML file, the issuer's profile and all tables, all faults at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.dossier import AppendixForm, AppendixInput, Dossier, DossierForm, Loaded
from reportgen.dossier.files import shown_path
from reportgen.dossier.indicators import read_indicators
from reportgen.dossier.profile import Profile
from reportgen.dossier.salvage import DOSSIER_STAND_INS, PROFILE_STAND_INS, salvage
from reportgen.dossier.spelling import meant
from reportgen.dossier.tables import CsvTable, read_csv
from reportgen.dossier.tree import (
    YamlList,
    YamlMap,
    YamlNode,
    YamlText,
    find,
    merge,
    text_at,
)
from reportgen.dossier.validation import validate
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.problems import InputError, Place, Problem, Severity

PROFILE_NAME = "don_vi.yaml"
INDICATORS_NAME = "chi_tieu.csv"
UNREADABLE = ("CT001", "CT002", "CT003", "CT004", "CT005", "CT007")
"""Faults after which it is not known which indicators a table would have."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A dossier as far as it can be read, with everything that is wrong with its files.

    With errors among `problems` it has stand-ins and serves only to look for further faults.
    `figures_known`: whether all codes of the indicators could be read.
    """

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    figures_known: bool

    @property
    def failed(self) -> bool:
        """Whether there are errors."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def load_dossier(path: Path) -> Loaded:
    """The dossier in a YAML file, with its profile, indicators and appendix tables.

    Raises InputError with everything that is wrong in any of the files.
    """
    reading = read_dossier(path)
    if reading.dossier is None or reading.failed:
        raise InputError(reading.problems)
    return Loaded(reading.dossier, reading.problems)


def read_dossier(path: Path) -> Reading:
    """As `load_dossier`, going on after errors as far as it makes sense."""
    problems: list[Problem] = []
    root = read_yaml(path, problems)
    if root is None:
        if path.is_file():
            _read_what_lies_beside(path, problems)
        return Reading(None, tuple(problems), figures_known=False)
    form = validate(DossierForm, root, problems) or salvage(DossierForm, root, DOSSIER_STAND_INS)
    profile_path, profile = _profile(path, root, problems)
    before = len(problems)
    indicators = read_indicators(_indicator_files(path, root), problems)
    known = all(problem.code not in UNREADABLE for problem in problems[before:])
    tables = _tables(path, root, problems)
    told = tuple(_without_echoes(problems))
    if form is None or profile is None:
        return Reading(None, told, known)
    dossier = Dossier(
        path=path,
        profile_path=profile_path,
        tree=root,
        mau=form.mau,
        so=form.so,
        ngay=form.ngay,
        ky=form.ky,
        ten_loai=form.ten_loai,
        trich_yeu=form.trich_yeu,
        dong_ky=form.dong_ky,
        kinh_gui=form.kinh_gui,
        danh_so=form.danh_so or None,
        noi_dung=form.noi_dung,
        phu_luc=tuple(_appendix(one, tables.get(n)) for n, one in enumerate(form.phu_luc)),
        profile=profile,
        indicators=indicators,
    )
    return Reading(dossier, told, known)


def _read_what_lies_beside(path: Path, problems: list[Problem]) -> None:
    """Look through the usual profile and table of a dossier that does not say which are its own."""
    profile = _nearest_profile(path.parent)
    if profile is not None and profile != path.absolute():
        read_yaml(profile, problems)
    beside = path.parent / INDICATORS_NAME
    if beside.is_file():
        read_indicators([(beside, None)], problems)


def _without_echoes(problems: list[Problem]) -> Iterator[Problem]:
    """The problems without those that only come of a syntax fault in the same line."""
    broken = {_line(problem) for problem in problems if problem.code in ("HS005", "HS006")}
    for problem in problems:
        if problem.code in ("HS005", "HS006") or _line(problem) not in broken:
            yield problem


def _line(problem: Problem) -> tuple[str, int | None] | None:
    return (problem.place.file, problem.place.line) if problem.place else None


def _profile(path: Path, root: YamlMap, problems: list[Problem]) -> tuple[Path, Profile | None]:
    """The profile with the dossier's own values laid over it, and the file that it came from."""
    named = text_at(root, "don_vi")
    over = find(root, ("ghi_de_don_vi",))[1] if "ghi_de_don_vi" in root.entries else None
    file = path.parent / named.strip() if named else _nearest_profile(path.parent)
    merged: YamlNode | None = over
    if file is not None:
        base = read_yaml(file, problems, find(root, ("don_vi",))[0] if named else None)
        merged = merge(base, over) if base and isinstance(over, YamlMap) else base
    elif not isinstance(over, YamlMap):
        hint = (
            f"tạo tệp {PROFILE_NAME} cạnh hồ sơ hoặc trong thư mục cha, "
            "hoặc chỉ rõ bằng khoá don_vi"
        )
        message = f"không tìm thấy tệp thông tin đơn vị {PROFILE_NAME}"
        problems.append(Problem("HS019", message, Place(shown_path(path)), hint))
    if not isinstance(merged, YamlMap):
        nothing = YamlMap({}, Place(shown_path(path)))
        return file or path, salvage(Profile, nothing, PROFILE_STAND_INS)
    profile = validate(Profile, merged, problems) or salvage(Profile, merged, PROFILE_STAND_INS)
    return file or path, profile


def _nearest_profile(folder: Path) -> Path | None:
    start = folder.absolute()
    candidates = (place / PROFILE_NAME for place in (start, *start.parents))
    return next((file for file in candidates if file.is_file()), None)


def _indicator_files(path: Path, root: YamlMap) -> list[tuple[Path, Place | None]]:
    entry = root.entries.get("chi_tieu")
    if entry is None:
        beside = path.parent / INDICATORS_NAME
        return [(beside, None)] if beside.is_file() else []
    items: tuple[YamlNode, ...] = (
        entry.node.items if isinstance(entry.node, YamlList) else (entry.node,)
    )
    files: dict[str, Place | None] = {}
    for item in items:
        if isinstance(item, YamlText) and item.text is not None:
            files |= {line.strip(): item.place for line in item.text.split("\n") if line.strip()}
    return [(path.parent / name, place) for name, place in files.items()]


def _tables(path: Path, root: YamlMap, problems: list[Problem]) -> dict[int, CsvTable]:
    """The tables of the appendices, by the appendix's index."""
    tables: dict[int, CsvTable] = {}
    node = find(root, ("phu_luc",))[1]
    for number, item in enumerate(node.items if isinstance(node, YamlList) else ()):
        name = text_at(item, "bang") if isinstance(item, YamlMap) else None
        if not isinstance(item, YamlMap) or not name or not name.strip():
            continue
        place, before = item.entries["bang"].place, len(problems)
        table = read_csv(path.parent / name.strip(), problems, place)
        if table is not None:
            tables[number] = table
            if not table.rows and len(problems) == before:
                problems.append(_no_rows(name.strip(), place))
            _check_columns(item, table, problems)
    return tables


def _check_columns(appendix: YamlMap, table: CsvTable, problems: list[Problem]) -> None:
    entry = appendix.entries.get("cot")
    columns = entry.node.entries if entry and isinstance(entry.node, YamlMap) else {}
    for title, column in columns.items():
        if _title(title) not in table.header:
            message = f"bảng {table.header_place.file} không có cột “{_title(title)}”"
            hint = meant(title, [one for one in table.header if one])
            problems.append(Problem("HS020", message, column.key_place, hint))


def _no_rows(name: str, place: Place) -> Problem:
    hint = "thêm các dòng vào bảng, hoặc bỏ khoá bang"
    message = f"bảng “{name}” chỉ có dòng tiêu đề"
    return Problem("CT017", message, place, hint, Severity.WARNING)


def _title(text: str) -> str:
    return " ".join(text.split())


def _appendix(form: AppendixForm, table: CsvTable | None) -> AppendixInput:
    columns = {_title(title): column for title, column in form.cot.items()}
    return AppendixInput(form.tieu_de, form.huong, form.noi_dung, form.bang, columns, table)
