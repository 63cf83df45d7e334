"""The values behind the names of formulas (`shapes.NAMES`), for one dossier."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.dossier import Dossier, Kind
from reportgen.drafting.comparisons import FigureTable
from reportgen.drafting.shapes import BASES, COMPARISON, INDICATORS, PERIOD


@dataclass(frozen=True, slots=True)
class KindWords:
    """`kieu` in formulas: what a kind is called, and what its form prints."""

    ten: str
    ten_trong_cau: str
    viet_tat: str
    la_cong_van: bool
    lenh: str  # "QUYẾT ĐỊNH:"

    @classmethod
    def of(cls, kind: Kind) -> "KindWords":
        """The words of a kind."""
        return cls(
            kind.name, kind.in_a_sentence, kind.abbreviation, kind.letter, kind.decision_word
        )


class Indicators:
    """`ct` in formulas: codes only, so that no code is shadowed by a method's name."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[str, object]) -> None:
        self._found = found

    def __getitem__(self, code: str) -> object:
        return self._found[code]


def values_of(dossier: Dossier, kind: Kind | None) -> dict[str, object]:
    """What formulas can name; `ky` and `kieu` are not there where the document has none."""
    values: dict[str, object] = {
        INDICATORS: Indicators(dossier.indicators),
        "ngay": dossier.ngay,
        "so": dossier.so,
        "don_vi": dossier.profile,
        "nguoi_ky": dossier.signers[-1],
        "chu_ky": dossier.signers,
        BASES: (),
        COMPARISON: FigureTable(tuple(dossier.indicators.values()), chosen=False),
    }
    if dossier.ky is not None:
        values[PERIOD] = dossier.ky
    if kind is not None:
        values |= {"loai": kind.key, "kieu": KindWords.of(kind)}
    return values


def absent_names(dossier: Dossier, kind: Kind | None) -> dict[str, str]:
    """Names that formulas cannot use in this document, each with how to mend that."""
    absent = {}
    if dossier.ky is None:
        absent[PERIOD] = "ghi khoá ky trong hồ sơ, ví dụ ky: 9/2025"
    if kind is None:
        hint = "ghi khoá loai trong mau.yaml hoặc trong hồ sơ, ví dụ loai: bao_cao"
        absent |= {"loai": hint, "kieu": hint}
    return absent
