"""Units of figures as people type them: which can be converted into which, and by how much."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.vietnamese.text import nfc

PERCENT = "%"
_SCALES = {
    "nghìn tỷ": 12, "ngàn tỷ": 12, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9,
}  # fmt: skip
_BASES: dict[str, tuple[str, int]] = {
    "vnđ": ("đồng", 0), "vnd": ("đồng", 0), "đ": ("đồng", 0), "đồng": ("đồng", 0),
    "kg": ("kg", 0), "tạ": ("kg", 2), "tấn": ("kg", 3), "yến": ("kg", 1),
    "m": ("m", 0), "km": ("m", 3),
    "m2": ("m2", 0), "m²": ("m2", 0), "ha": ("m2", 4), "hecta": ("m2", 4), "km2": ("m2", 6),
    "km²": ("m2", 6),
}  # fmt: skip
_SURE_SCALES = ("nghìn ", "ngàn ", "triệu ")  # tỷ lệ, tỷ trọng are none
_PERCENT_WORDS = ("%", "phần trăm", "điểm %", "điểm phần trăm")


@dataclass(frozen=True, slots=True)
class Unit:
    """`text` as typed; the unit is `base` times ten to the power of `power`.

    `triệu đồng` has base `đồng` and power 6; `nghìn lượt` base `lượt` and power 3.
    """

    text: str
    base: str
    power: int

    @property
    def is_percent(self) -> bool:
        """Whether figures of this unit are rates."""
        return self.base == PERCENT

    @property
    def is_points(self) -> bool:
        """Whether figures of this unit are differences of rates."""
        return self.is_percent and self.text.startswith("điểm")

    def fits(self, other: "Unit") -> bool:
        """Whether figures can be converted from one to the other."""
        return self.base == other.base

    def same_as(self, other: "Unit") -> bool:
        """Whether figures can be added as they are: `tỷ đồng` and `tỉ đồng`."""
        return self.fits(other) and self.power == other.power


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """The unit that a text names; None for none at all. Any word may be a unit (`hồ sơ`)."""
    shown = " ".join(nfc(text).split())
    words = shown.casefold().rstrip(".")
    if not words:
        return None
    if words in _PERCENT_WORDS:
        return Unit(shown, PERCENT, 0)
    power = 0
    for name, scale in _SCALES.items():
        if words.startswith(name + " "):
            words, power = words[len(name) + 1 :], scale
            break
    base, more = _BASES.get(words, (words, 0))
    return Unit(shown, base, power + more)


def is_measure(text: str) -> bool:
    """Whether a text can only be a unit: money, weight, length, area, `%`, or `nghìn`, `triệu` …"""
    unit = parse_unit(text)
    known = {PERCENT, *(base for base, _ in _BASES.values())}
    return unit is not None and (unit.base in known or text.casefold().startswith(_SURE_SCALES))


def conversion(given: Unit, wanted: Unit) -> Decimal:
    """What a figure is multiplied by to be said in another unit; raises ValueError if it cannot."""
    if not given.fits(wanted):
        raise ValueError(f"không đổi được từ “{given.text}” sang “{wanted.text}”")
    return Decimal(1).scaleb(given.power - wanted.power)
