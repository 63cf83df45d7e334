"""A folder with a dossier that loads; each test writes over the file that it is about."""

from pathlib import Path

import pytest
from dossier_files import DOSSIER, PROFILE, Faults, Load, Write

from reportgen.dossier import Loaded, load_dossier
from reportgen.problems import InputError, Problem


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file of the dossier's folder, which is the current folder."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path.write_bytes(data)
        return path

    write_file("don_vi.yaml", PROFILE)
    return write_file


@pytest.fixture
def load(write: Write) -> Load:
    """Loads a dossier of this YAML added to the keys that every dossier needs."""

    def load_text(more: str = "", head: str = DOSSIER) -> Loaded:
        return load_dossier(write("bao_cao.yaml", head + more))

    return load_text


@pytest.fixture
def faults(load: Load) -> Faults:
    """The problems of a dossier that does not load."""

    def problems_of(more: str = "", head: str = DOSSIER) -> list[Problem]:
        with pytest.raises(InputError) as caught:
            load(more, head)
        return list(caught.value.problems)

    return problems_of
