"""Figures that a template computes from those of the dossier."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.dossier import Dossier, load_dossier
from reportgen.drafting import load_template, with_template_formulas
from reportgen.drafting.usage import unsupplied_names, used_indicators
from reportgen.problems import Problem

Compute = Callable[..., tuple[Dossier, tuple[Problem, ...]]]
SETTINGS = (
    "ten_loai: BÁO CÁO\ncong_thuc:\n  tong: tinh + xa\n  phan: {bieu_thuc: xa / tong, ten: Phần}\n"
)
FIGURES = "ma,thuc_hien,don_vi_tinh\ntinh,30,hồ sơ\nxa,10,hồ sơ\n"


@pytest.fixture
def computed(folder: Path) -> Compute:
    def run(settings: str, dossier: str = "") -> tuple[Dossier, tuple[Problem, ...]]:
        (folder / "mau/thu/mau.yaml").write_text(settings, encoding="utf-8")
        (folder / "mau/thu/noi_dung.md").write_text("{{ ct.tong | so }}", encoding="utf-8")
        (folder / "chi_tieu.csv").write_text(FIGURES, encoding="utf-8")
        text = f"mau: thu\nky: 9/2025\n{dossier}"
        (folder / "bao_cao.yaml").write_text(text, encoding="utf-8")
        loaded = load_dossier(Path("bao_cao.yaml")).dossier
        return with_template_formulas(loaded, load_template("thu", [Path("mau")]))

    return run


def test_a_templates_formulas_reckon_with_the_dossiers_figures(computed: Compute) -> None:
    dossier, problems = computed(SETTINGS)
    assert problems == ()
    assert dossier.indicators["tong"].thuc_hien == 40
    assert str(dossier.indicators["phan"].thuc_hien) == "0.25"
    assert dossier.computed.formulas.keys() == {"tong", "phan"}


def test_the_dossiers_own_formula_stands(computed: Compute) -> None:
    dossier, problems = computed(SETTINGS, "cong_thuc:\n  tong: tinh\n")
    assert problems == ()
    assert dossier.indicators["tong"].thuc_hien == 30


def test_what_a_template_computes_it_does_not_ask_for(computed: Compute) -> None:
    computed(SETTINGS)
    template = load_template("thu", [Path("mau")])
    assert used_indicators(template).keys() == {"tinh", "xa"}
    assert unsupplied_names(template) == []


def test_a_formula_that_cannot_be_read_is_found_without_a_dossier(computed: Compute) -> None:
    computed("ten_loai: BÁO CÁO\n")
    Path("mau/thu/mau.yaml").write_text(
        "ten_loai: BÁO CÁO\ncong_thuc:\n  tong: tinh +\n", encoding="utf-8"
    )
    (problem,) = unsupplied_names(load_template("thu", [Path("mau")]))
    assert (problem.code, str(problem.place)) == ("TS001", "mau/thu/mau.yaml:3:9")


def test_a_fault_stands_in_the_templates_file(computed: Compute) -> None:
    _, (problem,) = computed("ten_loai: BÁO CÁO\ncong_thuc:\n  tong: tinh + xaa\n")
    assert (problem.code, str(problem.place)) == ("TS020", "mau/thu/mau.yaml:3:9")
