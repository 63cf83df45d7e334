"""How a figure came about, as a tree to read or as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from reportgen.dossier.formulas.steps import Step
from reportgen.problems import Place

FORM = "reportgen-figure/1"
_MOST_ROWS = 40
_BRANCH, _LAST, _BAR, _GAP = "├─ ", "└─ ", "│  ", "   "


def figure_text(step: Step) -> str:
    """The tree in lines: value, arithmetic, and where each number stands."""
    return "\n".join(_lines(step, "", ""))


def figure_json(step: Step) -> str:
    """The tree as JSON (`form` is `reportgen-figure/1`; keys are only ever added)."""
    return json.dumps({"form": FORM, "figure": _tree(step)}, ensure_ascii=False, indent=2)


def _lines(step: Step, first: str, rest: str) -> Iterator[str]:
    place = f"  [{step.place}]" if step.place else ""
    value = f": {step.value}" if step.value else ""
    yield f"{first}{step.text}{value}{place}"
    bar = rest + (_BAR if step.parts else _GAP)
    formula = f"= {step.formula}" if step.formula else ""
    for more in (formula, step.arithmetic, step.note):
        if more:
            yield f"{bar}{more}"
    shown = step.parts[:_MOST_ROWS]
    hidden = len(step.parts) - len(shown)
    for number, part in enumerate(shown, 1):
        last = number == len(shown) and not hidden
        yield from _lines(
            part, rest + (_LAST if last else _BRANCH), rest + (_GAP if last else _BAR)
        )
    if hidden:
        yield f"{rest}{_LAST}… và {hidden} dòng nữa (xem đủ: --format json)"


def _tree(step: Step) -> dict[str, Any]:
    told = {
        "text": step.text,
        "value": step.value,
        "formula": step.formula,
        "arithmetic": step.arithmetic,
        "note": step.note,
        "place": _place(step.place) if step.place else None,
        "parts": [_tree(part) for part in step.parts],
    }
    return {key: value for key, value in told.items() if value or key in ("text", "value")}


def _place(place: Place) -> dict[str, Any]:
    told = {"file": place.file, "line": place.line, "column": place.column, "cell": place.cell}
    return {key: value for key, value in told.items() if value is not None}
