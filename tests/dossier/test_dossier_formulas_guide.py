"""The guide names every function of formulas, and no other."""

import re
from pathlib import Path

from reportgen.dossier.formulas.functions import FUNCTIONS

GUIDE = Path(__file__).resolve().parents[2] / "HUONG_DAN.md"


def test_the_guides_table_has_every_function() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    section = text[text.index("### Chỉ tiêu tính từ số khác") :].split("\n### ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    assert named == set(FUNCTIONS)


def test_a_functions_usage_begins_with_its_name() -> None:
    assert all(one.usage.startswith(f"{name}(") for name, one in FUNCTIONS.items())
