"""The communes, wards and special zones of today (since 30/4/2026), by province."""

from dataclasses import dataclass
from functools import cache

from reportgen.places.provinces import Province
from reportgen.places.tables import rows_of, spelled
from reportgen.vietnamese import plain_name


@dataclass(frozen=True, slots=True)
class Commune:
    """A unit of the lower tier; `rank` is `Xã`, `Phường` or `Đặc khu`."""

    code: str
    name: str
    rank: str
    province_code: str

    @property
    def full_name(self) -> str:
        """`Xã Bát Xát`."""
        return f"{self.rank} {self.name}"


def communes_of(province: Province) -> tuple[Commune, ...]:
    """The communes of a province, by code."""
    return _by_province()[province.code]


def find_communes(province: Province, text: str) -> tuple[Commune, ...]:
    """Those that a code or a name may mean, with or without its rank; names without marks are
    answered with all that they may stand for, names with another rank (of a former unit) not."""
    known = communes_of(province)
    exact = [one for one in known if _is_spelled(one, text)]
    key = plain_name(text)
    return tuple(exact or (one for one in known if key in map(plain_name, _names(one))))


def _is_spelled(commune: Commune, text: str) -> bool:
    return text.strip() == commune.code or spelled(text) in map(spelled, _names(commune))


def _names(commune: Commune) -> tuple[str, str]:
    return commune.name, commune.full_name


@cache
def _by_province() -> dict[str, tuple[Commune, ...]]:
    found: dict[str, list[Commune]] = {}
    for row in rows_of("xa_phuong.csv"):
        name = row["ten_day_du"].removeprefix(row["loai"]).strip()
        commune = Commune(row["ma"], name, row["loai"], row["ma_tinh"])
        found.setdefault(commune.province_code, []).append(commune)
    return {code: tuple(communes) for code, communes in found.items()}
