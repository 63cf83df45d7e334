"""Many documents on a Dask cluster: `python chay.py DANH_SACH.csv THU_MUC [WORKERS]`.

Here the cluster is a few processes of this machine. For one of several machines put
`Client("tcp://may-chu:8786")` in the place of the LocalCluster; each must see the dossiers and the
results' folder by the same paths, and have `reportgen[dask]` installed.
"""

import sys
from pathlib import Path

from dask.distributed import Client, LocalCluster

from reportgen.batch import Result, plan, run_batch
from reportgen.batch.results import RESULTS_NAME, results_table
from reportgen.rendering import Format
from reportgen.whole_files import write_all


def main(manifest: str, output: Path, workers: int = 2) -> int:
    jobs = plan([manifest], output, [Format.DOCX, Format.PDF])
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        outcomes = []
        for outcome in run_batch(jobs, client.get_executor(pure=False), ahead=4 * workers):
            outcomes.append(outcome)
            print(f"{outcome.name}: {outcome.result} {outcome.reason}".rstrip())  # noqa: T201
    write_all({output / RESULTS_NAME: results_table(outcomes)})
    return int(any(outcome.result is Result.FAILED for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:])))
