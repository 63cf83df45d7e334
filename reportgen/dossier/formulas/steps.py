"""How a value came about, step by step, down to file and cell."""

from dataclasses import dataclass

from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class Step:
    """What was reckoned (`text`), what came out (`value`), and from what (`parts`).

    `formula` is that of a figure, `arithmetic` the line as one would check it by hand
    (`85.217 : 94.887 = 89,81%`); `place` is where the value or the formula stands; `note` what else
    is worth knowing.
    """

    text: str
    value: str
    place: Place | None = None
    formula: str = ""
    arithmetic: str = ""
    note: str = ""
    parts: tuple["Step", ...] = ()
