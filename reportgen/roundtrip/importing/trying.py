"""Building files that nobody has written yet, in a folder that is gone afterwards."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.building import build
from reportgen.document.tree import Document
from reportgen.roundtrip.importing.model import Build


def trial_build(folder: Path, profile: Path | None) -> Build:
    """Builds the document as if its files lay in `folder`; `profile` is the one that serves it."""

    def attempt(name: str, files: Mapping[str, str]) -> Document:
        with tempfile.TemporaryDirectory(prefix="reportgen-") as made:
            root = Path(made).resolve()
            within = _within(folder, profile)
            target = root / within
            for path, text in _texts(files, profile, within).items():
                file = Path(os.path.normpath(target / path))
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="")
            return build(target / name).document

    return attempt


def _within(folder: Path, profile: Path | None) -> Path:
    """The new folder's path from the folder of its profile."""
    if profile is None:
        return Path("ho_so")
    return Path(os.path.relpath(folder.absolute(), profile.absolute().parent))


def _texts(files: Mapping[str, str], profile: Path | None, within: Path) -> dict[str, str]:
    texts = dict(files)
    if profile is not None:
        above = Path(os.path.relpath(".", within)) / profile.name
        texts[above.as_posix()] = profile.read_text(encoding="utf-8-sig")
    return texts
