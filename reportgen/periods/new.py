"""The files of the next period, made of those of a period before."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.building import search_path
from reportgen.dossier import Dossier, Period, load_dossier
from reportgen.dossier.files import shown_path
from reportgen.dossier.loading import INDICATORS_NAME, indicator_files
from reportgen.dossier.profile_loading import PROFILE_NAME, nearest_profile
from reportgen.dossier.tree import Steps, YamlMap, YamlText, find, text_at
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.drafting import load_template
from reportgen.periods.calendar import (
    folder_name,
    named_like,
    next_period,
    parse_period,
    same_period_last_year,
)
from reportgen.periods.folders import (
    folder_of_unit,
    last_day,
    newest_dossier,
    unknown_period,
    wrong_template,
)
from reportgen.periods.indicator_editing import add_indicators
from reportgen.periods.moving_dossier import moved_dossier, steps_to_files
from reportgen.periods.moving_figures import (
    Values,
    moved_table,
    of_tables,
    table_name,
    typed_values,
)
from reportgen.periods.typed_files import read_typed
from reportgen.problems import InputError, Place, Problem


@dataclass(frozen=True, slots=True)
class NewDossier:
    """The files to write, the dossier first; `source` is what it was made of, if anything."""

    files: Mapping[Path, bytes]
    period: Period
    source: Path | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for; `unit` is the folder of the unit, `target` where the files shall lie."""

    template: str
    unit: Path | None
    period: Period | None = None
    source: Path | None = None
    target: Path | None = None
    templates: Sequence[Path] = ()


def source_of(wish: Wish) -> Path | None:
    """The dossier to start from: the one asked for, else the unit's newest of the template."""
    if wish.source is not None or wish.unit is None:
        return wish.source
    return newest_dossier(wish.unit, wish.template, wish.period)


def next_dossier(wish: Wish, source: Path) -> NewDossier:
    """The dossier of the next period, made of the one at `source`.

    Reads files, writes none. Raises InputError: what is wrong with that dossier, KM002 another
    template, KM003 an unknown period, KM004 a dossier that cannot be changed value by value,
    KM005 a period at the end of the calendar.
    """
    dossier = load_dossier(source).dossier
    if dossier.mau != wish.template:
        raise wrong_template(dossier, wish.template)
    try:
        return _moved(wish, dossier)
    except OverflowError as error:
        message = "kỳ này hoặc kỳ liền sau nằm ngoài lịch (sau năm 9999)"
        hint = "kiểm tra lại năm ở khoá ky và sau --ky"
        raise InputError([Problem("KM005", message, dossier.place_of("ky"), hint)]) from error


def _moved(wish: Wish, dossier: Dossier) -> NewDossier:
    unit = wish.unit or folder_of_unit(dossier)
    old, new = _periods(wish, dossier, unit)
    target = wish.target or unit / folder_name(new)
    profile = _profile(dossier, unit, wish)
    folders = search_path(wish.templates, dossier)
    kind = dossier.loai.key if dossier.loai else ""
    template = load_template(dossier.mau, folders, dossier.place_of("mau"), kind)
    tables, names = _tables(dossier, target)
    link = profile_link(profile, target)
    if link is not None or "don_vi" in dossier.tree.entries:
        named = text_at(dossier.tree, "don_vi")
        names |= {"don_vi": link or os.path.relpath(profile, target)}
        if named is not None:
            names[named.strip()] = names.pop("don_vi")
    typed = read_typed(dossier.path, "HS")
    text = moved_dossier(typed.text, dossier, template, (old, new), names)
    _check(text, target / dossier.path.name, dossier)
    files = {target / dossier.path.name: typed.data(text)}
    last_year = _last_year(dossier, unit, new)
    more = of_tables(dossier)
    for path, name in tables:
        files[target / name] = moved_table(path, dossier.indicators, last_year, more)
        more = {}
    if more:
        files[target / INDICATORS_NAME] = add_indicators("ma,ten,ky_truoc\n", more).encode()
    for path, name in _beside(dossier):
        files.setdefault(target / name, path.read_bytes())
    return NewDossier(files, new, dossier.path)


def _periods(wish: Wish, dossier: Dossier, unit: Path) -> tuple[Period, Period]:
    """The dossier's period (for one without, the month of its date), and the next."""
    old = dossier.ky
    if old is None:
        day = last_day(dossier)
        if wish.period is None and day is None:
            raise unknown_period(wish.template, unit)
        old = parse_period(f"{day:%Y-%m}") if day else wish.period
    if old is None:
        raise unknown_period(wish.template, unit)
    return old, named_like(wish.period, old) if wish.period else next_period(old)


def _profile(dossier: Dossier, unit: Path, wish: Wish) -> Path:
    """The profile to use: the dossier's own, or that of another unit that is asked for."""
    own = dossier.profile_path
    asked = unit / PROFILE_NAME
    inside = own.resolve().is_relative_to(unit.resolve())
    named = "don_vi" in dossier.tree.entries
    return asked if wish.unit and not (inside or named) and asked.is_file() else own


def profile_link(profile: Path, target: Path) -> str | None:
    """How a dossier in `target` must name its profile; None where it is the nearest anyway."""
    nearest = nearest_profile(target)
    if nearest is not None and os.path.realpath(nearest) == os.path.realpath(profile):
        return None
    return Path(os.path.relpath(profile, target)).as_posix()


def _tables(dossier: Dossier, target: Path) -> tuple[list[tuple[Path, str]], dict[str, str]]:
    """The tables of indicators with their names in the new folder, and what is renamed."""
    tables: list[tuple[Path, str]] = []
    names: dict[str, str] = {}
    for path, _ in indicator_files(dossier.path, dossier.tree):
        typed = os.path.relpath(path, dossier.path.parent)
        inside = not typed.startswith("..")
        name = Path(typed).with_name(table_name(path)).as_posix() if inside else table_name(path)
        tables.append((path, name))
        for way in {typed, str(path.relative_to(dossier.path.parent))}:
            names[way] = name
    for name in _data_tables(dossier):
        there = dossier.path.parent / name
        if os.path.relpath(name).startswith(".."):
            names[name] = Path(os.path.relpath(there, target)).as_posix()
    return tables, names


def _beside(dossier: Dossier) -> Iterator[tuple[Path, str]]:
    """The tables of appendices and formulas that lie in the dossier's folder."""
    for named in _data_tables(dossier):
        name = named.partition("#")[0]
        path = dossier.path.parent / name
        if not os.path.relpath(name).startswith("..") and path.is_file():
            yield path, name


def _data_tables(dossier: Dossier) -> list[str]:
    """The tables that appendices and formulas name, as they are typed."""
    return [
        text.strip()
        for steps in steps_to_files(dossier)
        if steps[0] not in {"don_vi", "chi_tieu"} and (text := _text(dossier, steps))
    ]


def _text(dossier: Dossier, steps: Steps) -> str:
    node = find(dossier.tree, steps)[1]
    return (node.text or "") if isinstance(node, YamlText) else ""


def _last_year(dossier: Dossier, unit: Path, new: Period) -> Values:
    """What was reached a year before the new period, by code, where its dossier is there."""
    folder = unit / folder_name(same_period_last_year(new))
    path = folder / dossier.path.name
    if not path.is_file():
        return {}
    root = parse_yaml(read_typed(path, "HS").text, shown_path(path), [])
    values: dict[str, Mapping[str, str]] = {}
    if isinstance(root, YamlMap) and (text_at(root, "mau") or "").strip() == dossier.mau:
        for file, _ in indicator_files(path, root):
            values |= typed_values(file)
    return values


def _check(text: str, path: Path, dossier: Dossier) -> None:
    problems: list[Problem] = []
    if parse_yaml(text, shown_path(path), problems) is None:
        message = "không tự chuyển được hồ sơ này sang kỳ sau"
        hint = "hồ sơ dùng dấu & và * hoặc ngoặc { } theo cách khó tách; viết lại chỗ đó cho thẳng"
        raise InputError(
            [Problem("KM004", message, Place(shown_path(dossier.path)), hint), *problems]
        )
