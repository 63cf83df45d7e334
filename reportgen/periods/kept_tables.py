"""Tables of a dossier that are still what they were a period before, byte for byte."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier import Dossier
from reportgen.dossier.history import past_dossiers
from reportgen.dossier.tree import YamlText, find
from reportgen.periods.moving_dossier import steps_to_files
from reportgen.problems import Place

_SHEET = "#"  # so_lieu.xlsx#Trang 1
_OF_TABLES = ("phu_luc", "bang")


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table file that last period's dossier has too, unchanged; `place` names it."""

    name: str
    place: Place


def kept_tables(dossier: Dossier) -> tuple[KeptTable, ...]:
    """The tables (of appendices, for formulas) that stand unchanged from the period before.

    Reads files; one that cannot be read is left to those who read its table.
    """
    tables = tuple(dict.fromkeys(_tables(dossier)))
    past = past_dossiers(dossier.path)[:-1] if tables else ()
    if not past:
        return ()
    return tuple(
        table
        for table in tables
        if _same(dossier.folder / table.name, past[-1].parent / table.name)
    )


def _tables(dossier: Dossier) -> Iterator[KeptTable]:
    for steps in steps_to_files(dossier):
        place, node = find(dossier.tree, steps)
        if steps[0] in _OF_TABLES and isinstance(node, YamlText) and node.text:
            yield KeptTable(node.text.partition(_SHEET)[0].strip(), place)


def _same(now: Path, before: Path) -> bool:
    """Whether two files hold the same; one file that both periods name is no copy."""
    try:
        return not now.samefile(before) and now.read_bytes() == before.read_bytes()
    except OSError:
        return False
