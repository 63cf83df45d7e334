"""Small dossiers for the tests: files in a folder of their own, the rest as in `mau/` beside."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportgen.dossier import load_dossier
from reportgen.drafting import DraftResult, draft, load_template

BASE = Path(__file__).parent / "mau"
DOSSIER = "mau: thu\nky: 9/2025\n"
BARE = "ten_loai: BÁO CÁO\n"

Drafting = Callable[..., DraftResult]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with profile, figures and a dossier of the template `thu`; it is the current one."""
    shutil.copytree(BASE / "thu", tmp_path / "mau" / "thu")
    for name in ("don_vi.yaml", "chi_tieu.csv"):
        shutil.copy(BASE / name, tmp_path / name)
    (tmp_path / "bao_cao.yaml").write_text(DOSSIER, encoding="utf-8")
    (tmp_path / "rieng").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def drafting(folder: Path) -> Drafting:
    """Drafts the dossier, after writing files over the folder's; paths are relative to it.

    `noi_dung` and `bao_cao` are the template's wording (with bare settings) and the dossier.
    """

    def run(files: Mapping[str, str] = {}, **more: str) -> DraftResult:
        written = dict(files)
        if "noi_dung" in more:
            written |= {"mau/thu/mau.yaml": BARE, "mau/thu/noi_dung.md": more["noi_dung"]}
        if "bao_cao" in more:
            written["bao_cao.yaml"] = more["bao_cao"]
        for name, text in written.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        dossier = load_dossier(Path("bao_cao.yaml")).dossier
        found = load_template(dossier.mau, [Path("rieng"), Path("mau")], dossier.place_of("mau"))
        return draft(dossier, found)

    return run
