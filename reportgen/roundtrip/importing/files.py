"""From a Word file's path to the files of its dossier: what is read from disk for an import."""

import os
from pathlib import Path

from reportgen.building import builtin_templates
from reportgen.dossier import Profile
from reportgen.dossier.files import read_data, shown_path
from reportgen.dossier.profile_loading import nearest_profile
from reportgen.dossier.validation import validate
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.problems import InputError, Problem, Severity
from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.roundtrip.converting import converted, is_converted
from reportgen.roundtrip.importing.core import import_word
from reportgen.roundtrip.importing.model import Imported, Surroundings
from reportgen.roundtrip.importing.trying import trial_build


def import_file(path: Path, folder: Path) -> Imported:
    """The dossier of the Word file at `path`, to be written into `folder`; writes nothing there.

    Raises InputError: KT001-002 (no file, unreadable), WF001-009 (what is in it), NK001-003 (its
    conversion), and what is wrong with a profile that serves the folder.
    """
    data = _data(path)
    recognised = recognise(read_word(data, shown_path(path)))
    profile, existing = _profile(folder)
    surroundings = _surroundings(path, folder, profile, existing)
    return import_word(recognised, data, trial_build(folder, profile), surroundings)


def _data(path: Path) -> bytes:
    data = read_data(path, "KT")
    return converted(data, path) if is_converted(path) else data


def _profile(folder: Path) -> tuple[Path | None, Profile | None]:
    """The profile in the folder or above it, if there is one."""
    path = nearest_profile(folder)
    if path is None:
        return None, None
    problems: list[Problem] = []
    tree = read_yaml(path, problems)
    profile = validate(Profile, tree, problems) if tree is not None else None
    if profile is None or any(one.severity is Severity.ERROR for one in problems):
        raise InputError(problems)
    return path, profile


def _surroundings(
    path: Path, folder: Path, profile: Path | None, existing: Profile | None
) -> Surroundings:
    own = (profile.parent if profile is not None else folder) / "mau"
    relative = Path(os.path.relpath(own.absolute(), folder.absolute())).as_posix()
    taken = {
        one.name
        for place in (own, builtin_templates())
        if place.is_dir()
        for one in place.iterdir()
    }
    return Surroundings(path.name, existing, relative, frozenset(taken))
