"""Rates in the table of figures: a share of one however they are typed, or refused."""

from decimal import Decimal

import pytest
from dossier_files import Faults, Load, Write

from reportgen.dossier.rates import Rate

HEAD = "ma,thuc_hien,ky_truoc,don_vi_tinh\n"


@pytest.mark.parametrize("row", ['a,"13,30%","12,1%",', 'a,"13,3","12,1",%', 'a,"13,3%","12,1",%'])
def test_a_rate_is_a_share_of_one(row: str, write: Write, load: Load) -> None:
    write("chi_tieu.csv", HEAD + row + "\n")
    figure = load().dossier.indicators["a"]
    assert figure.la_ti_le
    assert (figure.thuc_hien, figure.ky_truoc) == (Decimal("0.133"), Decimal("0.121"))
    assert isinstance(figure.thuc_hien, Rate)


def test_a_number_below_one_in_per_cent_is_not_guessed(write: Write, faults: Faults) -> None:
    write("chi_tieu.csv", HEAD + 'a,"0,133",,%\n')
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == ("CT024", "chi_tieu.csv:2")
    assert "0,133% hoặc 13,3%" in problem.message


def test_a_figure_that_is_no_rate_is_a_plain_number(write: Write, load: Load) -> None:
    write("chi_tieu.csv", HEAD + "a,13,12,lượt\n")
    figure = load().dossier.indicators["a"]
    assert not figure.la_ti_le
    assert type(figure.thuc_hien) is Decimal
