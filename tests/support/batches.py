"""Small batches: one dossier for many units, as a ministry would keep it."""

import shutil
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reportgen.batch import Job, Outcome, Result, process, worker
from reportgen.batch.worker import render_job

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/toi_thieu"


def dossier_in(folder: Path) -> Path:
    """The smallest example, copied."""
    shutil.copytree(EXAMPLE, folder)
    return folder / "bao_cao.yaml"


def manifest_in(folder: Path, text: str) -> Path:
    """A manifest of that text."""
    path = folder / "danh_sach.csv"
    path.write_text(text, encoding="utf-8")
    return path


def units(folder: Path, count: int) -> Path:
    """A dossier for that many units, each with its name, number and table; gives the manifest."""
    dossier_in(folder / "chung")
    (folder / "so_lieu").mkdir()
    lines = ["ho_so,ten_tep,so,dia_danh,chi_tieu"]
    for number in range(1, count + 1):
        table = (EXAMPLE / "chi_tieu.csv").read_text("utf-8")
        (folder / f"so_lieu/xa_{number}.csv").write_text(
            table.replace(",8,,6", f",{number + 6},,6"), encoding="utf-8"
        )
        lines.append(
            f"chung/bao_cao.yaml,xa_{number},{number},Xã thứ {number},so_lieu/xa_{number}.csv"
        )
    return manifest_in(folder, "\n".join(lines) + "\n")


def results(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """What came of each, by name."""
    return {one.name: one.result.value for one in outcomes}


def dying_once(job: Job) -> Outcome:
    """The work of a job, in a process that is killed at the first one that is called `xa_2`."""
    mark = job.output / "chet"
    if job.name == "xa_2" and not mark.exists():
        mark.touch()
        die()
    return render_job(job)


def deadly(job: Job) -> Outcome:
    """The work of a job; `xa_2` always ends its process."""
    if job.name == "xa_2":
        die()
    return Outcome(job.number, job.name, Result.WRITTEN)


def die() -> None:
    """End this process as the system does when memory is full."""
    signal.raise_signal(signal.SIGKILL)


def refusing(job: Job) -> Outcome:
    """Work that raises, which it must not."""
    raise ValueError(job.name)


def slow(job: Job) -> Outcome:
    """A job that takes its time."""
    time.sleep(0.05)
    return Outcome(job.number, job.name, Result.WRITTEN)


def _with_render(replacement: Callable[..., object], job: Job) -> Outcome:
    """The work of a job with something else in the place of rendering, in a process of its own."""
    worker.render = replacement  # type: ignore[assignment]
    return render_job(job)


def hungry(job: Job) -> Outcome:
    """A document that wants two gigabytes."""
    return _with_render(lambda *_, **__: bytearray(2 << 30), job)


def deaf(job: Job) -> Outcome:
    """`xa_2` hangs where no signal is heard, as a library in an endless loop does."""
    if job.name != "xa_2":
        return Outcome(job.number, job.name, Result.WRITTEN)
    process._GRACE = 0.2

    def hangs(*_: object, **__: object) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(60)

    return _with_render(hangs, job)
