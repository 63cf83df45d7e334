"""A batch on a Dask cluster of separate processes, one of which is killed in mid-run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.batches import units
from support.oracles import absent

from reportgen.rendering import Format, render

Ran = tuple[Path, dict[str, list[object]]]
PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from dask.distributed import Client, LocalCluster
from reportgen.batch import plan, run_batch
from reportgen.rendering import Format

if __name__ == "__main__":
    jobs = plan([sys.argv[1]], Path(sys.argv[2]), [Format.DOCX])
    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
        scheduler_port=0, host="127.0.0.1",
    )
    with cluster, Client(cluster) as client:
        before = client.run(os.getpid)
        names, killed = [], None
        for outcome in run_batch(jobs, client.get_executor(pure=False), ahead=8):
            names.append([outcome.name, outcome.result.value, outcome.reason])
            if len(names) == 5:
                killed = sorted(before.values())[0]
                os.kill(killed, signal.SIGKILL)
        after = client.run(os.getpid)
    told = {"names": names, "killed": killed, "before": sorted(before.values()),
            "after": sorted(after.values())}
    print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The folder of results, and what the program told."""
    try:
        import distributed  # noqa: F401
    except ImportError:
        absent("dask.distributed")
    folder = tmp_path_factory.mktemp("dask")
    manifest = units(folder, 24)
    program = folder / "chay.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(program), str(manifest), str(folder / "ra")],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
        env={**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "True"},
    )
    assert done.returncode == 0, done.stderr
    return folder, json.loads(done.stdout.splitlines()[-1])


def test_no_document_is_missing_after_a_worker_was_killed(
    ran: Ran,
) -> None:
    folder, told = ran
    assert told["killed"] in told["before"]
    assert told["killed"] not in told["after"]
    assert len(told["before"]) == 2
    assert sorted(told["names"]) == sorted([f"xa_{n}", "đã ghi", ""] for n in range(1, 25))
    written = {path.name for path in (folder / "ra").glob("*.docx")}
    assert written == {f"xa_{number}.docx" for number in range(1, 25)}


def test_what_a_cluster_writes_is_what_one_process_writes(
    ran: Ran,
) -> None:
    from reportgen.batch import plan

    folder, _ = ran
    job = plan([str(folder / "danh_sach.csv")], folder / "ra", [Format.DOCX])[10]
    same = render(job.dossier, job.formats, changes=job.changes).files[Format.DOCX]
    assert job.file(Format.DOCX).read_bytes() == same
