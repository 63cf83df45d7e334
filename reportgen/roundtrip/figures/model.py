"""What the figures of a text are offered as: rows for `chi_tieu.csv`, and what is doubtful."""

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the CSV; the fields are called as its columns, the values typed as in its cells."""

    ma: str
    ten: str
    thuc_hien: str
    tong_so: str = ""
    don_vi_tinh: str = ""
    ky_truoc: str = ""
    nguon: str = ""
    ghi_chu: str = ""

    def cells(self) -> Mapping[str, str]:
        """The values by column."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


COLUMNS = tuple(field.name for field in fields(IndicatorRow))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at: `text` of passage number `passage` (from 0).

    `ma` is the code of the row that it became; "" where it was left in the text. `message` says
    why, `hint` what to do about it.
    """

    passage: int
    text: str
    message: str
    hint: str = ""
    ma: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """The passages with formulas for their figures, the rows that those speak of, the doubts."""

    passages: tuple[str, ...]
    rows: tuple[IndicatorRow, ...]
    doubts: tuple[Doubt, ...]
