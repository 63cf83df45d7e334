"""Loading a dossier: the YAML file, the issuer's profile and all tables, all faults at once."""

from pathlib import Path

from reportgen.dossier.dossier import AppendixForm, AppendixInput, Dossier, DossierForm, Loaded
from reportgen.dossier.files import shown_path
from reportgen.dossier.indicators import read_indicators
from reportgen.dossier.profile import Profile
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


def load_dossier(path: Path) -> Loaded:
    """The dossier in a YAML file, with its profile, indicators and appendix tables.

    Raises InputError with everything that is wrong in any of the files.
    """
    problems: list[Problem] = []
    root = read_yaml(path, problems)
    if root is None:
        raise InputError(problems)
    form = validate(DossierForm, root, problems)
    profile_path, profile = _profile(path, root, problems)
    indicators = read_indicators(_indicator_files(path, root), problems)
    tables = _tables(path, root, problems)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    if failed or form is None or profile is None:
        raise InputError(problems)
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
    return Loaded(dossier, tuple(problems))


def _profile(path: Path, root: YamlMap, problems: list[Problem]) -> tuple[Path, Profile | None]:
    """The profile with the dossier's own values laid over it, and the file that it came from."""
    named = text_at(root, "don_vi")
    over = find(root, ("ghi_de_don_vi",))[1] if "ghi_de_don_vi" in root.entries else None
    file = path.parent / named.strip() if named else _nearest_profile(path.parent)
    if file is None:
        if isinstance(over, YamlMap):
            return path, validate(Profile, over, problems)
        hint = (
            f"tạo tệp {PROFILE_NAME} cạnh hồ sơ hoặc trong thư mục cha, "
            "hoặc chỉ rõ bằng khoá don_vi"
        )
        message = f"không tìm thấy tệp thông tin đơn vị {PROFILE_NAME}"
        problems.append(Problem("HS019", message, Place(shown_path(path)), hint))
        return path, None
    base = read_yaml(file, problems, find(root, ("don_vi",))[0] if named else None)
    if base is None:
        return file, None
    merged = merge(base, over) if isinstance(over, YamlMap) else base
    return file, validate(Profile, merged, problems) if isinstance(merged, YamlMap) else None


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
