"""Loading a dossier: the YAML file, the issuer's profile and all tables, all faults at once."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.dossier.appendices import AppendixForm, AppendixInput
from reportgen.dossier.dossier import Dossier, DossierForm, Loaded
from reportgen.dossier.files import shown_path
from reportgen.dossier.groups import check_groups, spread
from reportgen.dossier.indicators import read_indicators
from reportgen.dossier.profile import Profile, rank_refusal
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
    profile_path, typed = _typed_profile(path, root, problems)
    profile = validate(Profile, typed, problems) if typed else None
    if form is not None and profile is not None and typed is not None:
        profile = _own_recipients(form, root, profile, typed, problems)
        _check_ranks(form, root, profile, problems)
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
        loai=form.loai,
        ky_hieu=form.ky_hieu,
        linh_vuc=form.linh_vuc,
        can_cu=form.can_cu,
        chu_ky=form.chu_ky,
        khan=form.khan,
        pham_vi=form.pham_vi,
        nguoi_soan_thao=form.nguoi_soan_thao,
        so_ban=form.so_ban,
        dia_chi=form.dia_chi,
    )
    return Loaded(dossier, tuple(problems))


def _typed_profile(
    path: Path, root: YamlMap, problems: list[Problem]
) -> tuple[Path, YamlMap | None]:
    """The profile with the dossier's own values laid over it, and the file that it came from."""
    named = text_at(root, "don_vi")
    over = find(root, ("ghi_de_don_vi",))[1] if "ghi_de_don_vi" in root.entries else None
    file = path.parent / named.strip() if named else _nearest_profile(path.parent)
    if file is None:
        if isinstance(over, YamlMap):
            return path, over
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
    return file, merged if isinstance(merged, YamlMap) else None


def _own_recipients(
    form: DossierForm, root: YamlMap, profile: Profile, typed: YamlMap, problems: list[Problem]
) -> Profile:
    """The profile with the recipients of this document, all groups spread."""
    groups = profile.nhom_noi_nhan
    check_groups(groups, find(typed, ("nhom_noi_nhan",))[1], problems)
    own = form.noi_nhan is not None
    recipients = profile.noi_nhan if form.noi_nhan is None else form.noi_nhan
    where = find(root if own else typed, ("noi_nhan",))[1]
    changed = {
        "noi_nhan": spread(recipients, groups, where, problems),
        "luu": form.luu or profile.luu,
    }
    return profile.model_copy(update=changed)


def _check_ranks(
    form: DossierForm, root: YamlMap, profile: Profile, problems: list[Problem]
) -> None:
    for number, signer in enumerate(form.chu_ky):
        if signer.cap_bac and not profile.cho_phep_cap_bac:
            message, hint = rank_refusal(signer.cap_bac)
            place = find(root, ("chu_ky", number, "cap_bac"))[0]
            problems.append(Problem("HS023", message, place, hint))


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
    for title, place in _columns_named(appendix):
        if _title(title) not in table.header:
            message = f"bảng {table.header_place.file} không có cột “{_title(title)}”"
            hint = meant(title, [one for one in table.header if one])
            problems.append(Problem("HS020", message, place, hint))


def _columns_named(appendix: YamlMap) -> Iterator[tuple[str, Place]]:
    """Every title that an appendix calls a column of its table by, and where."""
    for key in ("cot", "loc"):
        node = find(appendix, (key,))[1]
        if isinstance(node, YamlMap) and key in appendix.entries:
            yield from ((title, entry.key_place) for title, entry in node.entries.items())
    for key in ("gop", "sap_xep", "danh_so_cot", "chi_cot"):
        node = find(appendix, (key,))[1]
        for item in node.items if isinstance(node, YamlList) else (node,):
            if isinstance(item, YamlText) and item.text is not None:
                titles = (line.strip() for line in item.text.split("\n"))
                yield from (
                    (title.removeprefix("-").strip() if key == "sap_xep" else title, item.place)
                    for title in titles
                    if title
                )


def _no_rows(name: str, place: Place) -> Problem:
    hint = "thêm các dòng vào bảng, hoặc bỏ khoá bang"
    message = f"bảng “{name}” chỉ có dòng tiêu đề"
    return Problem("CT017", message, place, hint, Severity.WARNING)


def _title(text: str) -> str:
    return " ".join(text.split())


def _appendix(form: AppendixForm, table: CsvTable | None) -> AppendixInput:
    return AppendixInput(
        tieu_de=form.tieu_de,
        huong=form.huong,
        noi_dung=form.noi_dung,
        bang=form.bang,
        cot={_title(title): column for title, column in form.cot.items()},
        table=table,
        gop=tuple(map(_title, form.gop)),
        loc={_title(title): wanted for title, wanted in form.loc.items()},
        sap_xep=tuple(map(_title, form.sap_xep)),
        danh_so_cot=_title(form.danh_so_cot) if form.danh_so_cot else None,
        chi_cot=tuple(map(_title, form.chi_cot)),
    )
