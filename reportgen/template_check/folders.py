"""A folder → everything that is wrong with the templates and frames in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.building import FRAME_FOLDER, builtin_templates
from reportgen.dossier.files import shown_path
from reportgen.drafting import load_template
from reportgen.drafting.templates import SETTINGS_FILE
from reportgen.drafting.usage import unprinted_blocks, unsupplied_names
from reportgen.problems import InputError, Place, Problem
from reportgen.template_check.frames import check_frames, is_frame_folder
from reportgen.template_check.inputs import check_dossier, check_listed


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked through, as a user would type it, and what is wrong there, in order."""

    subjects: tuple[str, ...]
    problems: tuple[Problem, ...]


def check(folder: Path, templates: Sequence[Path] = (), dossiers: Sequence[Path] = ()) -> Checked:
    """Look a template, a frame, or a folder of both (`mau/`) through; reads, writes nothing.

    `templates` are further folders that hold parents; `dossiers` are written for the template, so
    that figures which nothing uses can be told. Raises InputError (MA060) where there is nothing
    to look at.
    """
    subjects = list(_subjects(folder))
    if not subjects:
        hint = f"nêu thư mục có {SETTINGS_FILE}, thư mục có tệp khung, hoặc thư mục chứa chúng"
        message = "ở đây không có mẫu hay khung nào"
        raise InputError([Problem("MA060", message, Place(shown_path(folder)), hint)])
    problems: list[Problem] = []
    for subject in subjects:
        try:
            problems += _check(subject, folder, templates, dossiers)
        except InputError as error:
            problems += error.problems
    unique = sorted(dict.fromkeys(problems), key=Problem.sort_key)
    return Checked(tuple(map(shown_path, subjects)), tuple(unique))


def _subjects(folder: Path) -> Iterator[Path]:
    """The folder itself, the frame beside it and the variants in it; else what it holds."""
    full = folder.resolve()
    if (full / SETTINGS_FILE).is_file():
        yield folder
        yield from (one for one in _inside(folder) if (one / SETTINGS_FILE).is_file())
        beside = full.parent / FRAME_FOLDER
        if is_frame_folder(beside):
            yield folder.parent / FRAME_FOLDER if folder.name == full.name else beside
    elif is_frame_folder(folder):
        yield folder
    else:
        for one in _inside(folder):
            if is_frame_folder(one):
                yield one
            else:
                if (one / SETTINGS_FILE).is_file():
                    yield one
                yield from (two for two in _inside(one) if (two / SETTINGS_FILE).is_file())


def _inside(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []


def _check(
    subject: Path, asked: Path, templates: Sequence[Path], dossiers: Sequence[Path]
) -> Iterator[Problem]:
    if not (subject / SETTINGS_FILE).is_file():
        yield from check_frames(subject, builtin_templates() / FRAME_FOLDER)
        return
    full = subject.resolve()
    home, name = full.parent, full.name
    further = (*(one.resolve() for one in templates), builtin_templates())
    if any(
        (one / SETTINGS_FILE).is_file() for one in (home, *(top / home.name for top in further))
    ):  # a variant: its template's folder is around it, or so named elsewhere
        home, name = home.parent, f"{home.name}/{name}"
    folders = dict.fromkeys((home, *further))
    template = load_template(name, tuple(folders))
    yield from unsupplied_names(template)
    yield from unprinted_blocks(template)
    yield from check_listed(subject, template)
    if subject == asked:
        for path in dossiers:
            yield from check_dossier(path, template)
