"""The 34 provinces and cities: codes of QĐ 19/2025/QĐ-TTg, names, and their status by date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from reportgen.places.tables import key_of, rows_of

#: NQ 202/2025/QH15: since then there are these 34.
SINCE = date(2025, 7, 1)
#: NQ 30/2026/QH16: since then Đồng Nai is a city.
_CHANGED = date(2026, 4, 30)
_ALIASES = {"hcm": "ho_chi_minh", "tphcm": "ho_chi_minh"}


class Status(StrEnum):
    """What a unit of the upper tier is; the value is how its full name begins."""

    PROVINCE = "Tỉnh"
    CITY = "Thành phố"


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city under the central government.

    `statuses`: what it is, each with the first day of being so, the oldest first.
    """

    code: str
    name: str
    statuses: tuple[tuple[date, Status], ...]

    @property
    def key(self) -> str:
        """The name as it is typed: `lao_cai`."""
        return key_of(self.name)

    def status(self, day: date | None = None) -> Status:
        """What it is on a day, without a day the latest that is known.

        Raises ValueError for days before 1/7/2025, when units of other borders had these names.
        """
        known = [status for since, status in self.statuses if day is None or since <= day]
        if not known:
            raise ValueError(f"{self.name} is older than {SINCE:%d/%m/%Y}: see former_provinces")
        return known[-1]

    def full_name(self, day: date | None = None) -> str:
        """`Tỉnh Lào Cai`, `Thành phố Huế`; days as in `status`."""
        return f"{self.status(day)} {self.name}"


@cache
def provinces() -> tuple[Province, ...]:
    """All 34, by code."""
    return tuple(_province(row) for row in rows_of("tinh_thanh.csv"))


def find_province(text: str) -> Province | None:
    """The one that a code (`15`), a key (`lao_cai`) or a name means; None if there is none.

    A name may have its rank before it (`tỉnh Lào Cai`, `TP. Huế`), be typed without marks or in
    capitals, and place its tones either way (`Khánh Hòa`, `Khánh Hoà`).
    """
    key = key_of(text)
    return _by_name().get(_ALIASES.get(key, key))


@cache
def _by_name() -> dict[str, Province]:
    return {name: one for one in provinces() for name in (one.code, one.key)}


def _province(row: dict[str, str]) -> Province:
    first, second = Status(row["loai_2025"]), Status(row["loai_2026"])
    changed = ((_CHANGED, second),) if second is not first else ()
    return Province(row["ma"], row["ten"], ((SINCE, first), *changed))
