"""A worker's memory and pace over many reports.

Run: python -m benchmarks.worker_memory DOSSIER FOLDER docx|pdf REPORTS
Prints the megabytes after ten reports and after all, and how much longer the last ones took.
"""

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.measuring import memory
from reportgen.batch.jobs import Job, Result
from reportgen.batch.worker import render_job
from reportgen.rendering import Format

_FEW = 10


def main(dossier: str, folder: str, way: str, reports: str) -> None:
    """Do the jobs of one worker in this process."""
    times: list[float] = []
    held: list[float] = []
    for number in range(1, int(reports) + 1):
        job = Job(number, f"bao_cao_{number:04d}", Path(dossier), Path(folder), (Format(way),))
        began = process_time()
        outcome = render_job(job)
        times.append(process_time() - began)
        if outcome.result is not Result.WRITTEN:
            raise SystemExit(outcome.reason)
        held.append(memory("VmRSS"))
    few = min(_FEW, len(times) // 2)
    slower = median(times[-few:]) / median(times[few : 2 * few])
    print(json.dumps([held[few - 1], held[-1], slower]))


if __name__ == "__main__":
    main(*sys.argv[1:])
