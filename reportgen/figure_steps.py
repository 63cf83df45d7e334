"""From a dossier's path and a figure's code to how its value came about."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.building import search_path
from reportgen.dossier import Dossier, load_dossier
from reportgen.dossier.files import shown_path
from reportgen.dossier.formulas.explaining import explain
from reportgen.dossier.formulas.steps import Step
from reportgen.dossier.spelling import nearest
from reportgen.drafting import load_template, with_template_formulas
from reportgen.problems import InputError, Place, Problem, Severity

NO_FIGURE, NO_VALUE = "TS040", "TS041"


def figure_steps(path: Path, code: str, templates: Sequence[Path] = ()) -> Step:
    """How the figure `code` of the dossier at `path` came about, its template's formulas known.

    Reads the dossier's files and its template. Raises InputError with all that is wrong in them,
    TS040 where there is no such figure, TS041 where it has no value yet.
    """
    dossier = _computed(load_dossier(path).dossier, templates)
    figure = dossier.indicators.get(code)
    place = Place(shown_path(path))
    if figure is None:
        near = nearest(code, dossier.indicators)
        hint = f"có phải là “{near}” không?" if near else "xem cột ma của bảng chỉ tiêu"
        raise InputError([Problem(NO_FIGURE, f"không có chỉ tiêu “{code}”", place, hint)])
    if figure.thuc_hien is None and not figure.chu:
        message = f"chỉ tiêu “{code}” chưa có giá trị"
        waiting = [one for one in dossier.computed.problems if code in one.message]
        hint = "điền cột thuc_hien, hoặc các số mà công thức cần"
        raise InputError([Problem(NO_VALUE, message, figure.place, hint), *waiting])
    return explain(code, dossier.computed)


def _computed(dossier: Dossier, templates: Sequence[Path]) -> Dossier:
    folders = search_path(templates, dossier)
    kind = dossier.loai.key if dossier.loai else ""
    template = load_template(dossier.mau, folders, dossier.place_of("mau"), kind)
    found, problems = with_template_formulas(dossier, template)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError(problems)
    return found
