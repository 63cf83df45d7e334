"""The YAML file of the next period: dates moved on, standing text kept, the month's commented."""

from collections.abc import Collection, Mapping
from datetime import date

from reportgen.dossier import Dossier, IssueDate, Period
from reportgen.dossier.dates import period_days
from reportgen.dossier.tree import Steps, YamlMap, YamlNode, YamlText, find
from reportgen.drafting import Template
from reportgen.drafting.headings import split_heading
from reportgen.drafting.wording import blocks
from reportgen.periods.calendar import add_months, month_steps, months_of
from reportgen.periods.mentions import day_in_the_manner_of, moved_on
from reportgen.periods.yaml_editing import YamlEditor
from reportgen.vietnamese import ImpossibleDate, NotADate, format_date_short, format_month, roman

_TEXTS = ("thay", "them")


def moved_dossier(
    text: str,
    dossier: Dossier,
    template: Template,
    periods: tuple[Period, Period],
    files: Mapping[str, str],
) -> str:
    """The dossier's YAML text as the next period begins with it.

    `periods` are the dossier's own and the next; `files` are the new names of files by the old,
    `don_vi` among them under its key.
    """
    editor = YamlEditor(text)
    old, new = periods
    editor.change_head(lambda line: moved_on(line, old, new))
    editor.blank("so")
    _move_dates(editor, dossier, old, new)
    if dossier.ky is not None:
        _move_period(editor, dossier, new)
        _move_titles(editor, dossier, old, new)
    _rename_files(editor, dossier, files)
    editor.comment_entry("bo_qua")
    headed = headed_blocks(template)
    node = find(dossier.tree, ("noi_dung",))[1]
    if editor.flows("noi_dung"):
        editor.comment_text("noi_dung")
    elif isinstance(node, YamlMap) and "noi_dung" in dossier.tree.entries:
        for key, entry in node.entries.items():
            _silence(editor, key, entry.node, headed)
    return editor.result()


def headed_blocks(template: Template) -> frozenset[str]:
    """The blocks that begin with a title or a number of their own, and so can stand for themselves
    with nothing but a standing phrase."""
    return frozenset(
        block.name for block, _ in blocks(template.wording) if split_heading(block.body) is not None
    )


def _move_dates(editor: YamlEditor, dossier: Dossier, old: Period, new: Period) -> None:
    if dossier.ngay is not None:
        month = add_months(date(dossier.ngay.year, dossier.ngay.month, 1), month_steps(old, new))
        editor.replace("ngay", value=format_month(month).removeprefix("tháng "))
    due = dossier.han_nop
    if due is not None and due.as_date is None:
        month = add_months(date(due.year, due.month, 1), month_steps(old, new))
        editor.replace("han_nop", value=format_month(month).removeprefix("tháng "))
    elif due is not None:
        typed = (editor.source("han_nop") or "").strip("'\"")
        editor.replace("han_nop", value=day_in_the_manner_of(typed, _due(due, old, new)))


def _due(due: IssueDate, old: Period, new: Period) -> date:
    """As long after the end of the period as before: the same day of a later month."""
    day = date(due.year, due.month, due.day or 1)
    if months_of(old) is None:
        return day + (new.den - old.den)
    return add_months(day, month_steps(old, new))


def _move_period(editor: YamlEditor, dossier: Dossier, new: Period) -> None:
    node = find(dossier.tree, ("ky",))[1]
    if isinstance(node, YamlMap):
        for key, day in (("tu", new.tu), ("den", new.den)):
            typed = (editor.source("ky", key) or "").strip("'\"")
            editor.replace("ky", key, value=day_in_the_manner_of(typed, day))
    elif isinstance(node, YamlText) and node.text is not None and dossier.ky is not None:
        short = period_text(node.text.strip(), dossier.ky, new)
        if short is not None:
            editor.replace("ky", value=short)
        else:
            days = f"{{tu: {format_date_short(new.tu)}, den: {format_date_short(new.den)}}}"
            editor.rewrite("ky", source=days)


def period_text(typed: str, old: Period, new: Period) -> str | None:
    """A period in the manner of the typed one, else in a short form; None where it has none."""
    months, last = months_of(new), new.den
    forms = [moved_on(typed, old, new)]
    if months == 1:
        forms.append(format_month(last).removeprefix("tháng "))
    elif months == 3:
        forms.append(f"quý {roman((last.month + 2) // 3)}/{last.year}")
    elif months == 12:
        forms.append(str(last.year))
    for form in forms:
        try:
            if period_days(form) == (new.tu, new.den):
                return form
        except (NotADate, ImpossibleDate):
            continue
    return None


def _move_titles(editor: YamlEditor, dossier: Dossier, old: Period, new: Period) -> None:
    steps: list[tuple[str | int, ...]] = [("trich_yeu",), ("dong_ky",)]
    steps += [("phu_luc", number, "tieu_de") for number in range(len(dossier.phu_luc))]
    for path in steps:
        typed = editor.source(*path)
        if typed:
            editor.rewrite(*path, source=moved_on(typed, old, new))


def steps_to_files(dossier: Dossier) -> list[Steps]:
    """Where the dossier's YAML names files, whether or not something stands there."""
    found: list[Steps] = [("don_vi",), ("chi_tieu",)]
    node = find(dossier.tree, ("chi_tieu",))[1]
    found += [("chi_tieu", number) for number in range(len(getattr(node, "items", ())))]
    found += [("phu_luc", number, "bang") for number in range(len(dossier.phu_luc))]
    tables = find(dossier.tree, ("bang",))[1] if "bang" in dossier.tree.entries else None
    for name, entry in tables.entries.items() if isinstance(tables, YamlMap) else ():
        inside = isinstance(entry.node, YamlMap)
        found.append(("bang", name, "tep") if inside else ("bang", name))
    return found


def _rename_files(editor: YamlEditor, dossier: Dossier, files: Mapping[str, str]) -> None:
    for path in steps_to_files(dossier):
        typed = editor.source(*path)
        if typed is None:
            continue
        moved = [_renamed(line, files) for line in typed.split("\n")]
        editor.rewrite(*path, source="\n".join(moved))
    if "don_vi" in files and "don_vi" not in dossier.tree.entries:
        editor.insert_after("mau", f"don_vi: {files['don_vi']}")


def _renamed(line: str, files: Mapping[str, str]) -> str:
    name = line.strip().strip("'\"").strip()
    return line.replace(name, files[name]) if name in files else line


def _silence(editor: YamlEditor, key: str, node: YamlNode, headed: Collection[str]) -> None:
    """Make comments of the text that a period wrote for a block.

    A block with a title or number keeps its key and waits; of others the key is a comment too, so
    that the template's own words stand in the sentence.
    """
    own = _has_text(node)
    inner = [name for name in _TEXTS if isinstance(node, YamlMap) and _has_text(_child(node, name))]
    if own:
        if key in headed:
            editor.comment_text("noi_dung", key)
        else:
            editor.comment_entry("noi_dung", key)
    elif inner:
        if editor.flows("noi_dung", key) or (key not in headed and inner == ["thay"]):
            editor.comment_entry("noi_dung", key)
        else:
            for name in inner:
                editor.comment_text("noi_dung", key, name)


def _child(node: YamlMap, name: str) -> YamlNode | None:
    return node.entries[name].node if name in node.entries else None


def _has_text(node: YamlNode | None) -> bool:
    return isinstance(node, YamlText) and bool(node.text and node.text.strip())
