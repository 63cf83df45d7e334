"""`reportgen batch` as a user meets it: lines, table, exit codes, Ctrl-C, going on."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.batches import dossier_in, manifest_in, units

from reportgen.batch import Outcome, Result
from reportgen.batch.state import STATE_NAME
from reportgen.cli.batch_progress import Bar
from reportgen.cli.main import run

ENVIRONMENT = {**os.environ, "PYTHONWARNINGS": "ignore"}


def batch(*arguments: object) -> int:
    return run(["batch", *map(str, arguments), "--output", "ra", "--jobs", "1", "--format", "md"])


def table() -> list[list[str]]:
    text = Path("ra/ket_qua.csv").read_text("utf-8-sig")
    return [line.split(",") for line in text.splitlines()]


def states() -> dict[str, str]:
    return {row[0]: row[1] for row in table()[1:]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_table_says_what_came_of_every_document(
    folder: Path, golden: Callable[[Path, str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    dossier_in(folder / "a")
    manifest_in(
        folder,
        "ho_so,ten_tep,ngay,ky,so\na/bao_cao.yaml,=tong,,,\na/bao_cao.yaml,b,31/11/2025,13/2025,1\n"
        "a/bao_cao.yaml,-c,,,3\nkhong_co.yaml,d,,,\n",
    )
    assert batch("danh_sach.csv") == 1
    data = Path("ra/ket_qua.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 5
    stored = Path(__file__).parent / "golden/ket_qua.csv"
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert text == golden(stored, text)
    printed = capsys.readouterr()
    assert printed.out == f"{Path('ra/ket_qua.csv')}\n"
    assert "b: lỗi: danh_sach.csv:3: " in printed.err
    assert "(và 1 lỗi nữa)" in printed.err
    assert "d: lỗi: " in printed.err
    assert "đã xong 4/4, 2 lỗi" in printed.err
    assert "\x1b" not in printed.err
    assert Path("ra/=tong.md").is_file()


def test_a_wrong_manifest_means_that_nothing_is_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier_in(folder / "a")
    manifest_in(folder, "ho_so,ten_tep\na/bao_cao.yaml,x\na/bao_cao.yaml,X\n,z\n")
    assert batch("danh_sach.csv") == 1
    err = capsys.readouterr().err
    assert "danh_sach.csv:3" in err
    assert "danh_sach.csv:4" in err
    assert not Path("ra").exists()


def test_a_terminal_gets_a_bar_with_the_failures_above_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Bar(2) as bar:
        bar.tell(Outcome(1, "a", Result.WRITTEN))
        bar.tell(Outcome(2, "[b]", Result.FAILED, errors=3, reason="x.yaml:3: [sai] [HS001]"))
    bar.table([("đã ghi", "1"), ("lỗi", "1")])
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "[b]: lỗi: x.yaml:3: [sai] [HS001] (và 2 lỗi nữa)" in printed.err
    assert "Kết quả" in printed.err


def _edit(path: str, old: str, new: str) -> Callable[[], object]:
    def edit() -> None:
        text = Path(path).read_text("utf-8")
        assert old in text
        Path(path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _delete_output() -> None:
    Path("ra/xa_2.md").unlink()


def _spoil_output() -> None:
    Path("ra/xa_2.md").write_text("sửa tay", encoding="utf-8")


def _own_template() -> None:
    """The office begins to have a template of its own, which nobody has seen before."""
    Path("chung/mau/bao_cao_thang").mkdir(parents=True)
    Path("chung/mau/bao_cao_thang/mau.yaml").write_text("ke_thua: bao_cao_thang\n", "utf-8")


def _spoil_state() -> None:
    lines = (Path("ra") / STATE_NAME).read_bytes().split(b"\n")
    spoilt = [line[:-9] if b'"xa_2"' in line else line for line in lines]
    (Path("ra") / STATE_NAME).write_bytes(b"\n".join(spoilt) + b"\n\xff[]\n{}\n")


ONE, ALL = {"xa_2"}, {"xa_1", "xa_2", "xa_3"}


@pytest.mark.parametrize(
    ("change", "redone"),
    [
        (lambda: None, set()),
        (_edit("so_lieu/xa_2.csv", "52.310", "52.311"), ONE),
        (_edit("chung/bao_cao.yaml", "Trong tháng", "Trong kỳ"), ALL),
        (_edit("chung/don_vi.yaml", "Nguyễn Văn A", "Trần Văn B"), ALL),
        (_edit("danh_sach.csv", "Xã thứ 2", "Xã Hai"), ONE),
        (_own_template, ALL),
        (_delete_output, ONE),
        (_spoil_output, ONE),
        (_spoil_state, ONE),
    ],
)
def test_only_what_has_changed_is_made_again(
    change: Callable[[], object], redone: set[str], folder: Path
) -> None:
    units(folder, 3)
    assert batch("danh_sach.csv") == 0
    before = Path("ra/xa_1.md").stat().st_mtime_ns
    change()
    assert batch("danh_sach.csv", "--resume") == 0
    assert {name for name, state in states().items() if state == "đã ghi"} == redone
    assert (Path("ra/xa_1.md").stat().st_mtime_ns == before) == ("xa_1" not in redone)
    assert batch("danh_sach.csv", "--resume") == 0
    assert set(states().values()) == {"giữ nguyên"}


def test_another_format_or_no_resume_means_that_all_is_made_again(folder: Path) -> None:
    units(folder, 2)
    assert batch("danh_sach.csv") == 0
    assert batch("danh_sach.csv") == 0
    assert set(states().values()) == {"đã ghi"}
    assert batch("danh_sach.csv", "--resume", "--format", "docx") == 0
    assert set(states().values()) == {"đã ghi"}


def test_a_changed_frame_and_a_template_given_later_count(folder: Path) -> None:
    dossier_in(folder / "a")
    arguments = ("a/bao_cao.yaml", "--format", "docx")
    assert batch(*arguments) == 0
    frame = Path("a/mau/_khung/khung.docx")
    frame.parent.mkdir(parents=True)
    built_in = Path(__file__).resolve().parents[2] / "templates/_khung/khung.docx"
    frame.write_bytes(built_in.read_bytes())
    assert batch(*arguments, "--resume") == 0
    assert states() == {"bao_cao": "đã ghi"}


def test_what_failed_is_tried_again_and_what_is_done_is_not(folder: Path) -> None:
    units(folder, 3)
    Path("so_lieu/xa_2.csv").rename("so_lieu/sau.csv")
    assert batch("danh_sach.csv") == 1
    assert states() == {"xa_1": "đã ghi", "xa_2": "lỗi", "xa_3": "đã ghi"}
    Path("so_lieu/sau.csv").rename("so_lieu/xa_2.csv")
    assert batch("danh_sach.csv", "--resume") == 0
    assert states() == {"xa_1": "giữ nguyên", "xa_2": "đã ghi", "xa_3": "giữ nguyên"}


def test_the_state_is_a_line_for_each_document(folder: Path) -> None:
    units(folder, 2)
    assert batch("danh_sach.csv") == 0
    told = [json.loads(line) for line in (Path("ra") / STATE_NAME).read_bytes().splitlines()]
    assert [one["ten"] for one in told] == ["xa_1", "xa_2"]
    read = {Path(path).name for path in told[0]["nguon"]}
    assert {"bao_cao.yaml", "don_vi.yaml", "xa_1.csv", "noi_dung.md", "mau.yaml"} <= read


def _started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "reportgen", "batch", "danh_sach.csv", "--output", "ra"]
    started = subprocess.Popen(
        [*command, "--jobs", "2", "--format", "docx"],
        cwd=folder,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while _noted(folder) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    return started


def _noted(folder: Path) -> int:
    """How many documents the batch remembers as made."""
    file = folder / "ra" / STATE_NAME
    return file.read_bytes().count(b"\n") if file.exists() else 0


def _processes_of(group: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_batch_that_is_stopped_leaves_whole_files_and_can_be_gone_on_with(
    number: signal.Signals, folder: Path
) -> None:
    units(folder, 60)
    started = _started(folder)
    if number is signal.SIGINT:
        os.killpg(started.pid, number)  # as a terminal sends it: to the workers too
    else:
        started.send_signal(number)
    _, err = started.communicate(timeout=60)
    if number is signal.SIGINT:
        assert started.returncode == 130, err
        assert "--resume" in err
        assert "Traceback" not in err
        assert "chưa làm" in states().values()
        assert list(Path("ra").glob("*.tmp")) == []
    deadline = time.monotonic() + 20
    while _processes_of(started.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _processes_of(started.pid) == []
    there = {path.name: path.read_bytes() for path in Path("ra").glob("*.docx")}
    assert 3 <= len(there) < 60
    assert run(["batch", "danh_sach.csv", "--output", "ra", "--format", "docx", "--resume"]) == 0
    assert len(list(Path("ra").glob("*.docx"))) == 60
    assert {name: Path("ra", name).read_bytes() for name in there} == there
    assert "giữ nguyên" in states().values()
