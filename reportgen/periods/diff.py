"""From two dossiers' paths to what changed between them."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from reportgen.building import Building, build
from reportgen.dossier.files import shown_path
from reportgen.dossier.spelling import nearest
from reportgen.periods.comparing import Comparison, Side, compare
from reportgen.periods.comparing_sections import sections_of
from reportgen.problems import InputError, Place, Problem

NO_FIGURE = "SK001"


def diff(
    before: Path, now: Path, codes: Collection[str] = (), templates: Sequence[Path] = ()
) -> tuple[Comparison, tuple[Problem, ...]]:
    """What changed between two dossiers, and what is doubtful in them (warnings).

    Reads the dossiers' files and their templates. Raises InputError with everything that is wrong
    in either; SK001: a code that neither has.
    """
    sides: list[Side] = []
    problems: list[Problem] = []
    failed = False
    for path in (before, now):
        try:
            built = build(path, templates)
        except InputError as error:
            problems += error.problems
            failed = True
        else:
            problems += built.warnings
            sides.append(side_of(built))
    if not failed:
        unknown = list(_unknown(codes, sides))
        problems += unknown
        failed = bool(unknown)
    if failed:
        raise InputError(dict.fromkeys(problems))
    return compare(sides[0], sides[1], codes), tuple(dict.fromkeys(problems))


def side_of(built: Building) -> Side:
    """What is compared of a document."""
    dossier = built.dossier
    return Side(
        file=shown_path(dossier.path),
        template=dossier.mau,
        period=dossier.ky,
        indicators=dossier.indicators,
        sections=sections_of(built.document),
    )


def _unknown(codes: Collection[str], sides: Sequence[Side]) -> Iterator[Problem]:
    known = {code for side in sides for code in side.indicators}
    for code in dict.fromkeys(codes):
        if code not in known:
            near = nearest(code, sorted(known))
            hint = f"có phải là “{near}” không?" if near else "xem cột ma của bảng chỉ tiêu"
            message = f"không hồ sơ nào có chỉ tiêu “{code}” (sau --chi-tieu)"
            yield Problem(NO_FIGURE, message, Place(sides[-1].file), hint)
