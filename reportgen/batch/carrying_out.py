"""A batch on this machine: what is done already is passed over, the rest is done."""

import os
from collections.abc import Generator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from itertools import islice

from reportgen.batch.jobs import Job, Outcome
from reportgen.batch.pool import local_pool, stop
from reportgen.batch.running import run_batch
from reportgen.batch.state import State
from reportgen.batch.worker import render_job
from reportgen.rendering import Format
from reportgen.whole_files import settle

_AHEAD = 2  # jobs that wait for each worker, so that none is idle
#: Documents that a worker makes before another takes its place: a bound on what libraries might
#: keep. Of a page that asks for features of letters, which ours do not, it is a megabyte a PDF.
_LIFE = {True: 250, False: 5000}
#: Workers do not wait for the disk: this process does, which has little else to do.
_WORK = partial(render_job, settled=False)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def carry_out(
    jobs: Sequence[Job], *, workers: int = 0, resume: bool = False, megabytes: int = 0
) -> Generator[Outcome, None, None]:
    """Do the jobs of one folder in processes of their own and give their outcomes as they come.

    `workers`: how many processes (0: one for each processor); `megabytes`: the memory of each (0:
    all there is). With `resume` jobs of which nothing has changed are not done again. Left early,
    it ends its processes. Raises InputError where the folder cannot be written.
    """
    if not jobs:
        return
    pools = _Pools(min(workers or processors(), len(jobs)), megabytes, jobs[0].formats)
    by_number = {job.number: job for job in jobs}
    with State(jobs[0].output, jobs, resume=resume) as state:
        kept = {job.number: outcome for job in jobs if (outcome := state.kept(job))}
        yield from kept.values()
        rest = (job for job in jobs if job.number not in kept)
        try:
            while portion := list(islice(rest, pools.portion)):
                for outcome in run_batch(
                    portion,
                    pools.new(),
                    renew=pools.new,
                    ahead=pools.workers * (1 + _AHEAD),
                    work=_WORK,
                ):
                    settle([jobs[0].output / name for name in outcome.files])
                    state.add(by_number[outcome.number], outcome)
                    yield outcome
        finally:
            pools.stop()


class _Pools:
    """The pools of a batch, of which only the last is in use."""

    def __init__(self, workers: int, megabytes: int, formats: Sequence[Format]) -> None:
        self.workers = workers
        self._megabytes = megabytes
        self._pdf = Format.PDF in formats
        self.portion = workers * _LIFE[self._pdf]
        self._pool: ProcessPoolExecutor | None = None

    def new(self) -> Executor:
        """A new pool; the one before it is broken."""
        if self._pool is not None:
            stop(self._pool, 0)
        self._pool = local_pool(self.workers, self._megabytes, pdf=self._pdf)
        return self._pool

    def stop(self) -> None:
        if self._pool is not None:
            stop(self._pool)
