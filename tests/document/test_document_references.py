"""Appendices: what the text says of them agrees with what there is."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.dossiers import write_dossier

from reportgen.document import build_document
from reportgen.document.references import mentions
from reportgen.dossier import load_dossier
from reportgen.drafting.draft import Draft, DraftAppendix
from reportgen.problems import InputError, Place, Problem, Severity

DRAFT = Draft("BÁO CÁO", "Kết quả", "", "", ("I.", "1."))


def found(folder: Path, body: str, appendices: int) -> list[Problem]:
    more = "phu_luc:\n" + "  - {tieu_de: A, noi_dung: a}\n" * appendices if appendices else ""
    dossier = load_dossier(write_dossier(folder, more=more)).dossier
    drafted = replace(
        DRAFT,
        body=body,
        appendices=(DraftAppendix("A", "a", None, landscape=False),) * appendices,
        locate=lambda fragment: Place("bao_cao.yaml", 7) if fragment in body else None,
    )
    try:
        return list(build_document(dossier, drafted).warnings)
    except InputError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(*Phụ lục số II kèm theo*)", (2,)),
        ("(Phụ lục II)", (2,)),
        ("(chi tiết tại phụ lục I, II)", (1, 2)),
        ("Phụ lục I, II và IV kèm theo", (1, 2, 4)),
        ("các Phụ lục I đến III kèm theo Kế hoạch này", (1, 2, 3)),
        ("Phụ lục 02 gửi kèm", (2,)),
        ("tại các Phụ lục kèm theo Kế hoạch này", ()),
        ("(có Phụ lục kèm theo)", ()),
    ],
)
def test_a_mention_that_can_only_be_ours(text: str, numbers: tuple[int, ...]) -> None:
    (mention,) = mentions(text)
    assert (mention.numbers, mention.certain) == (numbers, True)


def test_a_mention_in_passing_may_be_ours() -> None:
    (mention,) = mentions("số liệu ở Phụ lục II.")
    assert (mention.numbers, mention.certain) == ((2,), False)


@pytest.mark.parametrize(
    "text",
    [
        "Phụ lục II Kế hoạch số 02/KH-BCĐTW ngày 19/6/2025",
        "Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
        "Phụ lục I, kèm theo Thông tư số 01",
        "Phụ lục của Luật Đầu tư",
        "Phụ lục C",
        "Phụ lục Ia",
    ],
)
def test_appendices_of_other_documents_are_not_ours(text: str) -> None:
    assert list(mentions(text)) == []


def test_every_appendix_that_is_spoken_of_is_there(tmp_path: Path) -> None:
    assert found(tmp_path, "Xem (Phụ lục I) và Phụ lục số II kèm theo.", 2) == []
    assert found(tmp_path, "Theo các Phụ lục kèm theo.", 3) == []
    assert found(tmp_path, "Có^[(Phụ lục kèm theo)].", 1) == []


def test_one_that_is_not_there_is_an_error_where_the_text_says_so(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "Xem Phụ lục I, II; (*Phụ lục số III kèm theo*).", 2)
    assert (problem.code, problem.severity) == ("PL001", Severity.ERROR)
    assert "Phụ lục III" in problem.message
    assert str(problem.place) == "bao_cao.yaml:7"
    (none,) = found(tmp_path, "Gửi Phụ lục kèm theo.", 0)
    assert (none.code, none.severity) == ("PL001", Severity.ERROR)


def test_a_single_appendix_has_no_number_to_be_called_by(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "Số liệu (Phụ lục I).", 1)
    assert (problem.code, problem.hint) == ("PL001", "viết: Phụ lục kèm theo")


def test_a_mention_in_passing_of_one_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "Số liệu ở Phụ lục I.", 0)
    assert (problem.code, problem.severity) == ("PL001", Severity.WARNING)


def test_an_appendix_that_is_never_spoken_of_is_a_warning_at_its_place(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "Xem Phụ lục I kèm theo.", 2)
    assert (problem.code, problem.severity) == ("PL002", Severity.WARNING)
    assert "Phụ lục II" in problem.message
    assert problem.place is not None
    assert problem.place.line == 10
