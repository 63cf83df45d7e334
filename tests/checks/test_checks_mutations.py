"""Slips planted into clean documents: nearly all are found, at their words, and little else is."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from support.mutations import (
    capitals,
    citations,
    closing,
    dates,
    dossier_figures,
    figures,
    punctuation,
    spelling,
    structure,
    tables,
    totals,
)
from support.mutations.clean import ROOT, WHOLE, Clean
from support.mutations.layout import layout_kinds
from support.mutations.planting import Kind, Outcome, measure
from test_checks_layout_planted import FAULTS

from reportgen.checking import check_file
from reportgen.checks.registry import all_rules
from reportgen.problems import Severity

KINDS: tuple[Kind, ...] = (
    *figures.KINDS,
    *totals.KINDS,
    *tables.KINDS,
    *dossier_figures.KINDS,
    *dates.KINDS,
    *citations.KINDS,
    *capitals.KINDS,
    *spelling.KINDS,
    *punctuation.KINDS,
    *closing.KINDS,
    *structure.KINDS,
    *layout_kinds({**FAULTS, **structure.FAULTS}),
)
PARTS = 16  # tests over which the kinds are dealt out
NOT_PLANTED: dict[str, str] = {}  # codes that no kind is for, and why
WANTED, WANTED_OF_LAYOUT = 5, 2  # slips of a kind; each of the latter reads a Word file anew
TRIES = 8  # seeds for each slip wanted
EACH = 0.8  # of a kind's slips are found at the least
ALL = 0.95  # of all slips
FEW = 0.1  # findings on other matters for a slip
# Of the original's own words, kept as they were signed:
WARNED = {
    "data/khanh_hoa/2023-12/bao_cao.yaml": {"VB021": 1},  # “Nghị Quyết số 30-NQ/TU”
}
_MONTHLY = {"VB040": 2}  # CSDLQG, SSKĐT, which the template's sentences do not explain
_SPECIMENS = {"TT077": 1}  # Nguyễn Văn A, Trần Văn B of the decree's forms
ADVISED = {
    **{f"examples/{name}/bao_cao.yaml": _MONTHLY for name in (
        "toi_thieu", "phu_luc", "chu_thich", "ghi_de",
    )},
    **{f"examples/van_ban/{name}.yaml": _SPECIMENS for name in (
        "bien_ban", "giay_gioi_thieu", "giay_nghi_phep",
    )},
    # ĐDDT, DVCTT and CSDLQG of the template; TTHC used before it is explained
    "data/lao_cai/2025-09/bao_cao.yaml": {"VB040": 3, "VB041": 1},
    # short names, one spelling and one kind of quotes each amid many others, four undated citations
    "data/khanh_hoa/2025-09/bao_cao.yaml": {
        "VB040": 6, "VB041": 2, "VB016": 1, "VB051": 1, "VB054": 1, "VB055": 1,
    },
    # dates with a zero before the month, two kinds of dashes, CSDL explained twice
    "data/khanh_hoa/2023-12/bao_cao.yaml": {
        "VB002": 1, "VB016": 1, "VB040": 1, "VB042": 1, "VB053": 1, "VB054": 1, "VB055": 1,
    },
    # Nghị quyết số 66/NQ-CP without a date; PVHCC
    "data/khanh_hoa/2025-08/cong_van.yaml": {"VB016": 1, "VB040": 1},
    "data/khanh_hoa/2025-q4/ke_hoach.yaml": {"VB016": 1},
}  # fmt: skip


def test_every_rule_has_a_kind_of_slip() -> None:
    covered = {code for kind in KINDS for code in kind.codes} | set(NOT_PLANTED)
    assert sorted({rule.code for rule in all_rules()} ^ covered) == []
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40


@pytest.mark.parametrize("part", range(PARTS))
def test_planted_slips_are_found_and_little_else(part: int) -> None:
    wanted = {True: WANTED_OF_LAYOUT, False: WANTED}
    outcomes = [
        measure(kind, wanted[kind.rules == "TT"], TRIES * WANTED) for kind in KINDS[part::PARTS]
    ]
    shown = "\n".join(_table(outcomes))
    sys.stdout.write(f"{shown}\n")
    planted = sum(outcome.planted for outcome in outcomes)
    assert all(outcome.planted for outcome in outcomes), shown
    assert [one.kind.name for one in outcomes if one.found < EACH * one.planted] == [], shown
    assert sum(outcome.found for outcome in outcomes) >= ALL * planted, shown
    assert sum(len(outcome.others) for outcome in outcomes) <= FEW * planted, shown


def _table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for one in outcomes:
        codes = ", ".join(one.kind.codes)
        yield f"{one.kind.name:42} {codes:16} {one.found}/{one.planted} +{len(one.others)}"
        yield from (f"    không thấy: {words}" for words in one.missed)
        yield from (f"    thấy thêm: {words}" for words in one.others)


@pytest.mark.parametrize("clean", WHOLE, ids=lambda clean: clean.path)
def test_clean_documents_stay_clean(clean: Clean) -> None:
    checked = check_file(ROOT / clean.path)
    told = Counter(
        finding.code for finding in checked.findings if finding.severity is not Severity.ADVICE
    )
    advice = Counter(
        finding.code for finding in checked.findings if finding.severity is Severity.ADVICE
    )
    assert told == WARNED.get(clean.path, {})
    assert advice == ADVISED.get(clean.path, {})
    assert not checked.failed
