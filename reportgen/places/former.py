"""The 63 provinces and cities until 30/6/2025, and which of the 34 each became part of."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from reportgen.places.provinces import Province, Status, find_province
from reportgen.places.tables import key_of, rows_of
from reportgen.vietnamese import parse_date


@dataclass(frozen=True, slots=True)
class FormerProvince:
    """A unit that is no more, its last day, and the one that its land belongs to now."""

    name: str
    status: Status
    until: date
    today: Province

    @property
    def full_name(self) -> str:
        """`Tỉnh Yên Bái`."""
        return f"{self.status} {self.name}"


@cache
def former_provinces() -> tuple[FormerProvince, ...]:
    """The 63 before NQ 202/2025/QH15, and Thừa Thiên Huế before NQ 175/2024/QH15."""
    return tuple(_former(row) for row in rows_of("tinh_cu.csv"))


def find_former(text: str) -> FormerProvince | None:
    """The former unit of a name, typed as for `find_province`; None if there was none.

    Most names of today were names before, of units with other borders.
    """
    key = key_of(text)
    return next((one for one in former_provinces() if key_of(one.name) == key), None)


def _former(row: dict[str, str]) -> FormerProvince:
    today = find_province(row["ma_nay"])
    if today is None:
        raise LookupError(row["ma_nay"])
    return FormerProvince(row["ten"], Status(row["loai"]), parse_date(row["den_het"]), today)
