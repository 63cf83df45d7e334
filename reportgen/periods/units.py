"""Who delivers figures, and whose a form is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.periods.figures import Plan, unit_key
from reportgen.periods.form_names import file_names
from reportgen.vietnamese import plain_name


@dataclass(frozen=True, slots=True)
class Unit:
    """A department, or a commune."""

    name: str
    is_commune: bool


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a collection by name and by the name of their form's file.

    Without a list of communes every unit with a form is one (`open`).
    """

    by_name: dict[str, Unit]
    by_file: dict[str, Unit]
    open: bool

    def find(self, name: str, path: Path) -> Unit | None:
        """The unit that a form says it is from; where it says nothing, that in its file's name."""
        if not name:
            return self._named_in(plain_name(path.stem))
        if self.open:
            return self.by_name.get(unit_key(name)) or Unit(name, is_commune=True)
        return self.by_name.get(unit_key(name))

    def _named_in(self, name: str) -> Unit | None:
        """The unit that a file's name has in it (`Biểu Sở Nội vụ tháng 9`); None for two."""
        named = [one for one in self.by_file if f"_{one}_" in f"_{name}_"]
        longest = max(named, key=len, default="")
        return self.by_file.get(longest) if all(one in longest for one in named) else None


def units_of(plan: Plan, communes: Sequence[str] | None) -> Units:
    """The departments of a plan, and the communes of a list (None: it is not known which)."""
    by_name: dict[str, Unit] = {}
    by_file: dict[str, Unit] = {}
    for names, is_commune in ((communes or (), True), (plan.departments, False)):
        units = [Unit(name, is_commune) for name in names]
        by_name |= {unit_key(unit.name): unit for unit in units}
        by_file |= dict(zip(file_names(names), units, strict=True))
    return Units(by_name, by_file, communes is None and bool(plan.of_communes))
