"""Commands killed at any moment: each file is old or new and whole, and the next run works."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.killing import Killed, kill_often

from reportgen.cli.files import write_all, write_new
from reportgen.cli.main import COMMANDS
from reportgen.problems import InputError

ROOT = Path(__file__).resolve().parents[2]
PROFILE = (
    "co_quan_ban_hanh: SỞ NỘI VỤ\ndia_danh: Khánh Hòa\nviet_tat: SNV\n"
    "nguoi_ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A}\nluu: VT\n"
)
DOSSIER = "mau: thu\nky: 9/2025\n"
TABLE = (
    "ma,ten,thuc_hien,ky_truoc,don_vi_nop\n"
    "ho_so,Hồ sơ tiếp nhận,,1200,Sở Tư pháp\n"
    "giuong_benh,Giường bệnh,,350,Sở Y tế\n"
)


def _example(state: Path) -> None:
    shutil.copytree(ROOT / "examples/toi_thieu", state, dirs_exist_ok=True)


def _rendered_before(state: Path) -> None:
    """Documents of an earlier state of the dossier lie where the new ones go."""
    _example(state)
    (state / "ra").mkdir()
    for kind in ("docx", "pdf", "md"):
        (state / f"ra/bao_cao.{kind}").write_bytes(b"cu")


def _month(state: Path) -> None:
    (state / "2025-09").mkdir(parents=True)
    shutil.copytree(ROOT / "examples/toi_thieu", state / "2025-10", dirs_exist_ok=True)
    shutil.move(state / "2025-10/don_vi.yaml", state / "don_vi.yaml")


def _delivered(state: Path) -> None:
    (state / "mau/thu").mkdir(parents=True)
    (state / "mau/thu/mau.yaml").write_text("ten: thu\nmo_ta: Thử\nten_loai: BÁO CÁO\n")
    (state / "mau/thu/noi_dung.md").write_text("Báo cáo.\n")
    (state / "don_vi.yaml").write_text(PROFILE)
    (state / "bao_cao.yaml").write_text(DOSSIER)
    (state / "chi_tieu.csv").write_text(TABLE)


def _returned(state: Path) -> None:
    _delivered(state)
    (state / "nop").mkdir()
    (state / "nop/so_tu_phap.csv").write_text("ma,thuc_hien\nho_so,1365\n")
    (state / "nop/so_y_te.csv").write_text("ma,thuc_hien\ngiuong_benh,362\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A command that writes: the folder before it, its arguments, its exit status."""

    prepare: Callable[[Path], None]
    arguments: str
    status: int = 0


CASES: Mapping[str, Case] = {
    "render": Case(
        _rendered_before,
        "render bao_cao.yaml --output ra --format docx --format pdf --format md",
    ),
    "new": Case(_month, "new bao_cao_thang --from 2025-10/bao_cao.yaml --ky 2025-11"),
    "form": Case(_delivered, "form bao_cao.yaml --output bieu/moi"),
    "collect": Case(_returned, "collect nop --ho-so bao_cao.yaml"),
    "diff": Case(_rendered_before, "diff bao_cao.yaml bao_cao.yaml --xlsx ra/so_sanh.xlsx"),
    "check": Case(_rendered_before, "check bao_cao.yaml --annotate ra/bao_cao.docx", 1),
    "template": Case(_example, "template new rieng --from bao_cao_thang"),
    "profile": Case(_example, "profile new lao_cai --output lao_cai"),
}


@pytest.fixture(scope="module", params=CASES)
def killed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    name: str = request.param
    if name not in COMMANDS:
        pytest.skip(f"there is no command {name} yet")
    folder = tmp_path_factory.mktemp(name)
    case = CASES[name]
    (folder / "state").mkdir(exist_ok=True)
    case.prepare(folder / "state")
    (folder / "work").mkdir()
    found = kill_often(folder / "state", folder / "work", case.arguments.split())
    assert found.status in (0, case.status)
    assert found.before != found.after
    return found


def test_it_was_killed_often_enough(killed: Killed) -> None:
    assert len(killed.deaths) == 20
    assert sum(death.died for death in killed.deaths) >= 5


def test_every_file_is_the_old_one_or_the_new_one_whole(killed: Killed) -> None:
    for death in killed.deaths:
        for path, digest in death.left.items():
            if not _is_staged(path):
                whole = (killed.before.get(path), killed.after.get(path))
                assert digest in whole, (death.point, path)
        assert not set(killed.before) - set(death.left), death.point


def test_the_next_run_makes_what_an_undisturbed_one_makes(killed: Killed) -> None:
    for death in killed.deaths:
        whole = {path: digest for path, digest in death.after.items() if not _is_staged(path)}
        assert whole == killed.after, death.point
        # What must not be overwritten says so if it was all there.
        finished = killed.after.items() <= death.left.items()
        assert death.status == killed.status or (finished and death.status == 1), death.point


def _is_staged(path: str) -> bool:
    name = Path(path).name
    return name.startswith(".reportgen-") and name.endswith(".tmp")


def test_the_old_leftovers_of_killed_runs_are_swept_and_nothing_else(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name for name in (".reportgen-a.tmp", ".reportgen-b.tmp", ".khac.tmp")
    )
    for path in (old, new, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (1, 1))
    write_all({tmp_path / "a.txt": b"a"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".khac.tmp", new.name, "a.txt"]


def test_new_files_of_which_some_are_there_already_are_made_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    write_new({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "b").read_bytes() == b"2"
    with pytest.raises(InputError):
        write_new({tmp_path / "a": b"1", tmp_path / "b": b"2"})


def test_a_file_with_other_bytes_is_never_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"other")
    with pytest.raises(InputError) as caught:
        write_new({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert Path(problem.place.file).name == "a"
    assert not (tmp_path / "b").exists()
