"""The decree's kinds of documents, and how a dossier names one."""

import pytest
from dossier_files import Faults, Load

from reportgen.dossier import KINDS, kind_named

# Phụ lục III, Mục I, in its order; the two kinds without an abbreviation stand in Điều 7 alone.
ABBREVIATIONS = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
)


def test_there_are_the_decrees_29_kinds_with_its_abbreviations() -> None:
    assert len(KINDS) == 29
    given = [kind.abbreviation for kind in KINDS.values() if kind.abbreviation]
    assert given == ABBREVIATIONS.split()
    assert [key for key, kind in KINDS.items() if not kind.abbreviation] == ["cong_van", "thu_cong"]


def test_only_what_goes_up_and_letters_say_to_whom() -> None:
    assert {key for key, kind in KINDS.items() if kind.addressed} == {
        "bao_cao",
        "to_trinh",
        "cong_van",
    }


def test_a_kind_is_known_by_what_it_prints() -> None:
    assert kind_named(" Kế  hoạch") is KINDS["ke_hoach"]
    assert kind_named("BÁO CÁO NHANH") is None
    assert KINDS["to_trinh"].in_a_sentence == "Tờ trình"


def test_a_dossier_names_its_kind_by_the_key(load: Load) -> None:
    assert load("loai: to_trinh\n").dossier.loai is KINDS["to_trinh"]
    assert load("loai:\n").dossier.loai is None


@pytest.mark.parametrize(("typed", "near"), [("totrinh", "to_trinh"), ("Kế hoạch", "ke_hoach")])
def test_a_kind_that_is_not_there_is_told_with_the_nearest(
    faults: Faults, typed: str, near: str
) -> None:
    (problem,) = faults(f"loai: {typed}\n")
    assert (problem.code, str(problem.place)) == ("HS028", "bao_cao.yaml:3:7")
    assert f"“{near}”" in problem.hint
