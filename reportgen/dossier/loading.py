"""Loading a dossier: the YAML file, the issuer's profile and all tables, all faults at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from reportgen.dossier.appendices import AppendixForm, AppendixInput
from reportgen.dossier.changes import Change, changed
from reportgen.dossier.computed_figures import computed_figures, news_of
from reportgen.dossier.consulted import file_there
from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.dossier import Dossier, DossierForm, Loaded
from reportgen.dossier.indicators import read_indicators
from reportgen.dossier.named_files import files_outside
from reportgen.dossier.profile_loading import nearest_profile, read_profile
from reportgen.dossier.salvage import DOSSIER_STAND_INS, salvaged
from reportgen.dossier.spelling import meant
from reportgen.dossier.tables import read_table
from reportgen.dossier.tree import YamlList, YamlMap, YamlNode, YamlText, find, text_at
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.problems import InputError, Place, Problem, Severity

INDICATORS_NAME = "chi_tieu.csv"
UNREADABLE = ("CT001", "CT002", "CT003", "CT004", "CT005", "CT007", "CT031", "CT032")
"""Faults after which it is not known which indicators a table would have."""
_AS_TYPED = {field.name for field in fields(Dossier)} & DossierForm.model_fields.keys() - {
    "phu_luc",
    "danh_so",
}
"""What a dossier has as its YAML file says it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A dossier as far as it can be read, with everything that is wrong with its files.

    With errors among `problems` it has stand-ins and serves only to look for further faults.
    `figures_known`: whether all codes of the indicators could be read. `doubtful`: the keys of
    dossier and profile with values that did not hold.
    """

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    figures_known: bool
    doubtful: frozenset[str] = frozenset()

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


def read_dossier(path: Path, changes: Sequence[Change] = ()) -> Reading:
    """As `load_dossier`, going on after errors as far as it makes sense.

    `changes` are laid over what the file says.
    """
    problems: list[Problem] = []
    root = read_yaml(path, problems)
    if root is None:
        if file_there(path):
            _read_what_lies_beside(path, problems)
        return Reading(None, tuple(problems), figures_known=False)
    root = changed(root, changes, problems)
    if outside := list(files_outside(path, root, nearest_profile(path.parent))):
        return Reading(None, (*problems, *outside), figures_known=False)
    form, in_dossier = salvaged(DossierForm, root, DOSSIER_STAND_INS, problems)
    office = read_profile(path, root, form, problems)
    doubtful = in_dossier | office.doubtful
    before = len(problems)
    indicators = read_indicators(indicator_files(path, root), problems)
    known = all(problem.code not in UNREADABLE for problem in problems[before:])
    place_name = office.profile.dia_danh if office.profile else ""
    computed = computed_figures(path, root, form, indicators, place_name)
    problems += list(news_of(computed, problems))
    known = known and not doubtful & {"cong_thuc", "bang"}
    tables = _tables(path, root, problems)
    told = tuple(_without_echoes(problems))
    if form is None or office.profile is None:
        return Reading(None, told, known, doubtful)
    dossier = Dossier(
        path=path,
        profile_path=office.file,
        profile_tree=office.tree,
        tree=root,
        profile=office.profile,
        indicators=computed.indicators,
        computed=computed,
        phu_luc=tuple(_appendix(one, tables.get(n)) for n, one in enumerate(form.phu_luc)),
        danh_so=form.danh_so or None,
        **{name: getattr(form, name) for name in _AS_TYPED},
    )
    return Reading(dossier, told, known, doubtful)


def _read_what_lies_beside(path: Path, problems: list[Problem]) -> None:
    """Look through the usual profile and table of a dossier that does not say which are its own."""
    profile = nearest_profile(path.parent)
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


def indicator_files(path: Path, root: YamlMap) -> list[tuple[Path, Place | None]]:
    """The tables of figures that a dossier has, each with the place that names it."""
    entry = root.entries.get("chi_tieu")
    if entry is None:
        beside = path.parent / INDICATORS_NAME
        return [(beside, None)] if file_there(beside) else []
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
        table = read_table(path.parent / name.strip(), problems, place)
        if table is not None:
            tables[number] = table
            if not table.rows and len(problems) == before:
                problems.append(_no_rows(name.strip(), place))
            _check_columns(item, table, problems)
    return tables


def _check_columns(appendix: YamlMap, table: CsvTable, problems: list[Problem]) -> None:
    problems += _named_twice(appendix)
    for title, place in _columns_named(appendix):
        if table.header.count(_title(title)) > 1:
            message = f"bảng {table.header_place.file} có hơn một cột “{_title(title)}”"
            hint = "đặt tên khác nhau cho các cột ở dòng đầu của bảng"
            problems.append(Problem("HS020", message, place, hint))
        elif _title(title) not in table.header:
            message = f"bảng {table.header_place.file} không có cột “{_title(title)}”"
            hint = meant(title, [one for one in table.header if one])
            problems.append(Problem("HS020", message, place, hint))


def _named_twice(appendix: YamlMap) -> Iterator[Problem]:
    """Columns that a list names again: to be printed twice, or sorted by after all is sorted."""
    for key in ("gop", "sap_xep", "chi_cot"):
        told: set[str] = set()
        for title, place in _titles_at(appendix, key):
            if _title(title) in told:
                message = f"{key} ghi cột “{_title(title)}” hai lần"
                yield Problem("HS031", message, place, "bỏ lần ghi sau")
            told.add(_title(title))


def _columns_named(appendix: YamlMap) -> Iterator[tuple[str, Place]]:
    """Every title that an appendix calls a column of its table by, and where."""
    for key in ("cot", "loc"):
        node = find(appendix, (key,))[1]
        if isinstance(node, YamlMap) and key in appendix.entries:
            yield from ((title, entry.key_place) for title, entry in node.entries.items())
    for key in ("gop", "sap_xep", "danh_so_cot", "chi_cot"):
        yield from _titles_at(appendix, key)


def _titles_at(appendix: YamlMap, key: str) -> Iterator[tuple[str, Place]]:
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
    """The appendix with its table; what names a column that the table lacks is told already."""
    header = table.header if table else ()

    def known(titles: Iterable[str], mark: str = "") -> tuple[str, ...]:
        named = map(_title, titles)
        return tuple(one for one in named if one.removeprefix(mark).strip() in header)

    return AppendixInput(
        tieu_de=form.tieu_de,
        huong=form.huong,
        noi_dung=form.noi_dung,
        bang=form.bang,
        cot={_title(title): column for title, column in form.cot.items()},
        table=table,
        gop=known(form.gop),
        loc={_title(title): form.loc[title] for title in form.loc if known([title])},
        sap_xep=known(form.sap_xep, "-"),
        danh_so_cot=next(iter(known([form.danh_so_cot] if form.danh_so_cot else [])), None),
        chi_cot=known(form.chi_cot),
    )
