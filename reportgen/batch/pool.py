"""Processes on this machine that work on documents, made and ended."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess

from reportgen.batch import process

#: What every worker needs, read once by the process that they are copied from.
_NEEDED = ["reportgen.batch.worker", "reportgen.writers.docx.writer", "docxtpl"]
_PATIENCE = 3.0  # seconds that documents in work have to be finished when all is stopped


def local_pool(workers: int, megabytes: int = 0, *, pdf: bool = False) -> ProcessPoolExecutor:
    """A pool of processes that have what they need from the start and end with this one.

    `megabytes`: the memory that a worker may take. On Linux they are copies of a process without
    threads of its own; elsewhere they start anew.
    """
    linux = sys.platform == "linux"
    context = multiprocessing.get_context("forkserver" if linux else "spawn")
    if linux:
        context.set_forkserver_preload([*_NEEDED, *(["reportgen.writers.pdf"] if pdf else [])])
    return ProcessPoolExecutor(workers, context, process.settle, (megabytes,))


def stop(pool: ProcessPoolExecutor, patience: float = _PATIENCE) -> None:
    """End a pool now: what is in work may be finished within `patience` seconds, not more."""
    workers = workers_of(pool)
    pool.shutdown(wait=False, cancel_futures=True)
    deadline = time.monotonic() + patience
    for worker in workers:
        worker.join(max(0.0, deadline - time.monotonic()))
    for worker in workers:
        if worker.is_alive():
            worker.kill()
            worker.join()


def workers_of(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    """The processes of a pool, as long as it has some."""
    return list((getattr(pool, "_processes", None) or {}).values())
