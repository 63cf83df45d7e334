"""From a dossier's path to its document: the half of the way that needs no format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.document import build_document
from reportgen.document.tree import Document, Picture, Table
from reportgen.dossier import Dossier, Reading, read_dossier
from reportgen.dossier.changes import Change
from reportgen.dossier.consulted import file_there, folder_there
from reportgen.dossier.files import refuse_link_out
from reportgen.drafting import Template, load_template, try_draft, with_template_formulas
from reportgen.drafting.draft import Draft
from reportgen.problems import InputError, Place, Problem, Severity

FRAME_FOLDER = "_khung"
_OF_SYMBOL = frozenset({"loai", "ky_hieu", "linh_vuc", "viet_tat"})
_OF_APPENDICES = frozenset({"noi_dung", "phu_luc"})
# Codes of faults that may come only of these keys, where their values did not hold.
_SOURCES = {
    "HS026": _OF_SYMBOL,
    "HS027": _OF_SYMBOL,
    "PL001": _OF_APPENDICES,
    "PL002": _OF_APPENDICES,
}


@dataclass(frozen=True, slots=True)
class Building:
    """A document with what it was built from; `folders` are where its frame is looked for."""

    document: Document
    warnings: tuple[Problem, ...]
    dossier: Dossier
    template: Template
    folders: tuple[Path, ...]


def builtin_templates() -> Path:
    """The folder of the templates that come with the program (in the wheel, or the checkout)."""
    here = Path(__file__).resolve().parent
    installed = here / "templates"
    return installed if installed.is_dir() else here.parent / "templates"


def search_path(folders: Iterable[Path], dossier: Dossier | None = None) -> tuple[Path, ...]:
    """Where templates and frames are looked for: named folders, the office's own, the built-in."""
    own = (dossier.profile_path.parent / "mau",) if dossier else ()
    return (*folders, *(folder for folder in own if folder_there(folder)), builtin_templates())


def build(
    path: Path,
    templates: Sequence[Path] = (),
    changes: Sequence[Change] = (),
    *,
    traced: bool = True,
) -> Building:
    """Build the document of the dossier at `path`, with `changes` laid over it.

    With `traced` its paragraphs have their origins, which takes a fifth of the time. Reads the
    dossier's files and its template. Each step goes on with what the one before could make out: the
    InputError that is raised holds every problem of all of them.
    """
    reading = read_dossier(path, changes)
    problems = list(reading.problems)
    if reading.dossier is None:
        raise InputError(problems)
    dossier = reading.dossier
    folders = search_path(templates, dossier)
    try:
        kind = dossier.loai.key if dossier.loai else ""
        template = load_template(dossier.mau, folders, dossier.place_of("mau"), kind)
        dossier, told = with_template_formulas(dossier, template)
        problems += told
        drafted, found = try_draft(dossier, template)
        problems += _news(found, reading)
        insets = {} if reading.failed else _insets(dossier, template, drafted, problems)
        built = build_document(dossier, drafted if traced else drafted.untraced, insets)
    except InputError as error:
        raise InputError([*problems, *_news(error.problems, reading, problems)]) from error
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError([*problems, *_news(built.warnings, reading, problems)])
    return Building(built.document, (*problems, *built.warnings), dossier, template, folders)


def _insets(
    dossier: Dossier, template: Template, drafted: Draft, problems: list[Problem]
) -> dict[str, Picture | Table]:
    """The charts and tables that a draft asks for, by name; what it does not ask for stays unread.

    Not even the modules that make them are loaded then.
    """
    made: dict[str, Picture | Table] = {}
    if drafted.charts:
        from reportgen.charts import chart_pictures

        charted = chart_pictures(dossier, template, drafted.charts)
        made |= charted.pictures
        problems += charted.problems
    if drafted.tables:
        from reportgen.comparing.tables import comparison_tables

        tabled = comparison_tables(dossier, template, drafted.tables)
        made |= tabled.tables
        problems += tabled.problems
    return made


def _news(
    problems: Iterable[Problem], reading: Reading, told: Sequence[Problem] = ()
) -> Iterator[Problem]:
    """The problems of a later step that do not only come of what was wrong in the files.

    Nor of a kind that is missing, where that is `told` already.
    """
    place_of = reading.dossier.place_of if reading.dossier else Place
    astray = place_of("noi_dung")
    kindless = place_of("loai") if any(map(_needs_kind, told)) else None
    for problem in problems:
        of_figures = problem.code in ("MA023", "MA030") and not reading.figures_known
        told_as_key = problem.code == "MA040" and problem.place == astray
        doubted = reading.doubtful & _SOURCES.get(problem.code, frozenset())
        told_as_kind = problem.code == "HS027" and problem.place == kindless
        if not (of_figures or told_as_key or doubted or told_as_kind):
            yield problem


def _needs_kind(problem: Problem) -> bool:
    return problem.code == "MA025" and "loai" in problem.hint


def frame_file(folders: Sequence[Path], name: str) -> Path:
    """The frame's file of that name in the first folder that has one.

    Raises InputError: MA090 none has, GH010 it is a link out of its folder.
    """
    for folder in folders:
        path = folder / FRAME_FOLDER / name
        if file_there(path):
            refuse_link_out(path)
            return path
    looked = ", ".join(str(folder / FRAME_FOLDER) for folder in folders)
    raise InputError(
        [
            Problem(
                "MA090",
                f"không tìm thấy tệp khung “{name}”",
                Place(str(folders[-1] / FRAME_FOLDER / name)),
                f"đã tìm trong: {looked}; cài lại chương trình hoặc chép tệp khung vào đó",
            )
        ]
    )
