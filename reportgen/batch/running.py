"""Jobs handed to any executor, a few at a time, and what came of them.

No job is lost with a worker. When a pool breaks nobody tells which of the documents in work did it;
they are tried again one by one, so that a document that ends its worker is found out and the
others are made.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass

from reportgen.batch.jobs import Job, Outcome, failed
from reportgen.batch.worker import render_job
from reportgen.problems import Problem

MOST_TRIES = 2
"""How often a job may cost a worker its life, alone, before it is given up."""
_MOST_BREAKS = 5  # in a row without a document made: the executor itself is at fault


@dataclass(frozen=True, slots=True)
class _Flight:
    """A job that an executor has; `alone`: it has no other."""

    job: Job
    executor: Executor
    alone: bool


def run_batch(
    jobs: Iterable[Job],
    executor: Executor,
    *,
    renew: Callable[[], Executor] | None = None,
    ahead: int = 32,
    work: Callable[[Job], Outcome] = render_job,
) -> Iterator[Outcome]:
    """Do the jobs on an executor and give their outcomes as they come.

    Any `concurrent.futures.Executor` will do: a pool of processes or threads, Dask's
    `client.get_executor()`, Ray's. At most `ahead` jobs are with it at a time, taken from `jobs` as
    they are needed: give twice the number of workers, or more. `renew` makes a new executor where
    one breaks; a ProcessPoolExecutor that breaks is replaced by one of its size without it. The
    caller shuts down what it made. `work` does a job; it must not raise.
    """
    crew = _Crew(executor, renew, work)
    waiting = iter(jobs)
    try:
        while True:
            crew.take(waiting, ahead)
            if not crew.flights:
                return
            yield from crew.landed()
    finally:
        crew.dismiss()


class _Crew:
    """The executor of the moment and the jobs that it has."""

    def __init__(
        self,
        executor: Executor,
        renew: Callable[[], Executor] | None,
        work: Callable[[Job], Outcome],
    ) -> None:
        self.executor = executor
        self.renew = renew
        self.work = work
        self.flights: dict[Future[Outcome], _Flight] = {}
        self.doubtful: deque[Job] = deque()
        self.losses: Counter[int] = Counter()
        self.breaks = 0
        self.own: Executor | None = None

    def take(self, waiting: Iterator[Job], ahead: int) -> None:
        """Hand over jobs: a doubtful one only when there is no other, else up to `ahead`."""
        if self.doubtful:
            if not self.flights:
                self.submit(self.doubtful.popleft(), alone=True)
            return
        while len(self.flights) < max(1, ahead):
            job = next(waiting, None)
            if job is None:
                return
            self.submit(job, alone=False)

    def submit(self, job: Job, *, alone: bool) -> None:
        try:
            future = self.executor.submit(self.work, job)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self.flights[future] = _Flight(job, self.executor, alone)

    def landed(self) -> Iterator[Outcome]:
        """The outcomes of the jobs that are done, when at least one is."""
        done, _ = wait(self.flights, return_when=FIRST_COMPLETED)
        for future in done:
            flight = self.flights.pop(future)
            error = _error_of(future)
            if error is None:
                self.breaks = 0
                yield future.result()
            else:
                yield from self.lost(flight, error)

    def lost(self, flight: _Flight, error: BaseException) -> Iterator[Outcome]:
        """A job whose worker did not come back: to be tried again, or given up."""
        broken = isinstance(error, BrokenExecutor)
        if flight.alone or not broken:
            self.losses[flight.job.number] += 1
        if broken and flight.executor is self.executor and not self.replaced():
            self.losses[flight.job.number] = MOST_TRIES
        if self.losses[flight.job.number] >= MOST_TRIES:
            yield failed(flight.job, (_given_up(flight.job, error),))
        else:
            self.doubtful.append(flight.job)

    def replaced(self) -> bool:
        """Put a new executor in the place of the broken one, if one can be had."""
        self.breaks += 1
        if self.breaks > _MOST_BREAKS * (1 + len(self.doubtful)):
            return False
        if self.renew is not None:
            self.executor = self.renew()
            return True
        if not isinstance(self.executor, ProcessPoolExecutor):
            return False
        self.executor = self.own = _like(self.executor)
        return True

    def dismiss(self) -> None:
        for future in self.flights:
            future.cancel()
        if self.own is not None:
            self.own.shutdown(wait=False, cancel_futures=True)


def _error_of(future: Future[Outcome]) -> BaseException | None:
    """Why there is no outcome; some executors cancel what a dead worker had."""
    return InterruptedError() if future.cancelled() else future.exception()


def _like(pool: ProcessPoolExecutor) -> ProcessPoolExecutor:
    """A pool of the same size, whose processes begin as those of the other did."""
    kept = {
        key: getattr(pool, f"_{name}", None)
        for key, name in (
            ("max_workers", "max_workers"),
            ("mp_context", "mp_context"),
            ("initializer", "initializer"),
        )
    }
    return ProcessPoolExecutor(**kept, initargs=getattr(pool, "_initargs", ()))


def _given_up(job: Job, error: BaseException) -> Problem:
    late = f" hoặc dựng lâu quá {job.seconds:g} giây" if job.seconds else ""
    message = (
        f"tiến trình dựng tài liệu này bị ngắt (hết bộ nhớ, lỗi thư viện{late}): {error!r:.200}"
    )
    hint = (
        "chạy reportgen render với riêng hồ sơ này; tăng --memory, --timeout nếu tài liệu rất lớn"
    )
    return Problem("HL011", message, None, hint)
