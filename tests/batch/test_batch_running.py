"""Jobs on any executor: threads, processes, workers that die, jobs that must not be lost."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from support.batches import (
    EXAMPLE,
    deadly,
    deaf,
    dossier_in,
    dying_once,
    hungry,
    manifest_in,
    refusing,
    results,
    slow,
    units,
)

from reportgen.batch import Job, Outcome, Result, local_pool, plan, run_batch
from reportgen.batch.pool import stop
from reportgen.batch.worker import render_job
from reportgen.rendering import Format, render


def jobs_of(manifest: Path, *formats: Format) -> list[Job]:
    return plan([str(manifest)], manifest.parent / "ra", formats or [Format.MARKDOWN])


def numbered(count: int, folder: Path) -> Iterator[Job]:
    for number in range(1, count + 1):
        yield Job(number, f"xa_{number}", Path("x.yaml"), folder)


@pytest.fixture
def pool() -> Iterator[ProcessPoolExecutor]:
    made = local_pool(2)
    yield made
    stop(made, 0)


def test_processes_write_what_render_gives_byte_for_byte(
    tmp_path: Path, pool: ProcessPoolExecutor
) -> None:
    jobs = jobs_of(units(tmp_path, 3), Format.DOCX, Format.MARKDOWN)
    outcomes = list(run_batch(jobs, pool))
    assert set(results(outcomes).values()) == {"đã ghi"}
    for job in jobs:
        same = render(job.dossier, job.formats, changes=job.changes)
        assert {kind: job.file(kind).read_bytes() for kind in job.formats} == same.files
    texts = {job.file(Format.MARKDOWN).read_text("utf-8") for job in jobs}
    assert len(texts) == 3
    assert any("Xã thứ 2" in text and "08 văn bản" in text for text in texts)


def test_without_changes_the_bytes_are_those_of_the_dossier_itself(tmp_path: Path) -> None:
    job = Job(1, "a", EXAMPLE / "bao_cao.yaml", tmp_path, (Format.DOCX, Format.PDF))
    assert render_job(job).result is Result.WRITTEN
    same = render(job.dossier, job.formats)
    assert {kind: job.file(kind).read_bytes() for kind in job.formats} == same.files


def test_threads_will_do_too_and_disturb_each_other_in_nothing(tmp_path: Path) -> None:
    jobs = jobs_of(units(tmp_path, 6), Format.PDF)
    with ThreadPoolExecutor(3) as threads:
        outcomes = list(run_batch(jobs, threads, ahead=6))
    assert set(results(outcomes).values()) == {"đã ghi"}
    assert (
        jobs[4].file(Format.PDF).read_bytes()
        == (render(jobs[4].dossier, [Format.PDF], changes=jobs[4].changes).files[Format.PDF])
    )


def test_a_bad_document_is_told_with_its_reason_and_the_rest_goes_on(
    tmp_path: Path, pool: ProcessPoolExecutor
) -> None:
    dossier_in(tmp_path / "a")
    manifest = manifest_in(
        tmp_path,
        "ho_so,ten_tep,ngay,chi_tieu\na/bao_cao.yaml,tot,,\na/bao_cao.yaml,sai,31/11/2025,\n"
        "khong_co.yaml,mat,,\na/bao_cao.yaml,thieu,,khong_co.csv\n",
    )
    done = {one.name: one for one in run_batch(jobs_of(manifest), pool)}
    assert done["tot"].result is Result.WRITTEN
    assert f"{manifest}:3: " in done["sai"].reason
    assert "[HS001]" in done["mat"].reason
    assert f"{manifest}:5: " in done["thieu"].reason
    assert "khong_co.csv" in done["thieu"].reason
    assert done["thieu"].errors >= 1
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["tot.md"]


def test_no_document_is_lost_with_the_worker_that_died(tmp_path: Path) -> None:
    jobs = jobs_of(units(tmp_path, 6))
    (tmp_path / "ra").mkdir()
    with ProcessPoolExecutor(2) as pool:
        outcomes = list(run_batch(jobs, pool, ahead=4, work=dying_once))
    assert (tmp_path / "ra/chet").exists()
    assert results(outcomes) == {f"xa_{number}": "đã ghi" for number in range(1, 7)}
    assert all(job.file(Format.MARKDOWN).is_file() for job in jobs)


def test_only_the_document_that_ends_its_workers_is_blamed(tmp_path: Path) -> None:
    made: list[ProcessPoolExecutor] = []

    def renew() -> Executor:
        made.append(local_pool(2))
        return made[-1]

    outcomes = list(run_batch(numbered(20, tmp_path), renew(), renew=renew, work=deadly))
    for one in made:
        stop(one, 0)
    failed = [one for one in outcomes if one.result is Result.FAILED]
    assert [one.name for one in failed] == ["xa_2"]
    assert "HL011" in failed[0].reason
    assert len(outcomes) == 20


def test_an_executor_that_cannot_be_had_again_loses_nothing_silently(tmp_path: Path) -> None:
    class Broken(Executor):
        def submit(self, *_: object, **__: object) -> Future[Outcome]:  # type: ignore[override]
            from concurrent.futures import BrokenExecutor

            raise BrokenExecutor

    outcomes = list(run_batch(numbered(5, tmp_path), Broken()))
    assert set(results(outcomes).values()) == {"lỗi"}
    assert len(outcomes) == 5


def test_work_that_raises_is_told_and_not_tried_for_ever(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        outcomes = list(run_batch(numbered(3, tmp_path), threads, work=refusing))
    assert set(results(outcomes).values()) == {"lỗi"}


def test_jobs_are_taken_as_they_are_needed_and_no_further(tmp_path: Path) -> None:
    taken = 0

    def counted() -> Iterator[Job]:
        nonlocal taken
        for job in numbered(100, tmp_path):
            taken += 1
            yield job

    with ThreadPoolExecutor(2) as threads:
        for done, _ in enumerate(run_batch(counted(), threads, ahead=5, work=slow), 1):
            assert taken <= done + 2 * 5
            if done == 20:
                break
    assert taken < 40


def test_a_document_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr("reportgen.batch.worker.render", endless)
    outcome = render_job(Job(1, "a", EXAMPLE / "bao_cao.yaml", tmp_path, seconds=0.2))
    assert outcome.result is Result.FAILED
    assert "0.2 giây" in outcome.reason


@pytest.mark.parametrize(("error", "code"), [(MemoryError, "HL013"), (RecursionError, "HL014")])
def test_whatever_happens_to_a_document_is_told_as_data(
    error: type[Exception], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("reportgen.batch.worker.render", fails)
    outcome = render_job(Job(1, "a", EXAMPLE / "bao_cao.yaml", tmp_path))
    assert (outcome.result, code in outcome.reason) == (Result.FAILED, True)


def test_a_document_that_wants_too_much_memory_is_refused_and_its_worker_lives(
    tmp_path: Path,
) -> None:
    pool = local_pool(1, megabytes=300)
    outcomes = list(run_batch(numbered(2, tmp_path), pool, work=hungry))
    stop(pool, 0)
    assert ["HL013" in one.reason for one in outcomes] == [True, True]


def test_a_document_that_hangs_where_nothing_is_heard_costs_only_its_worker(
    tmp_path: Path,
) -> None:
    jobs = [replace(job, seconds=0.3) for job in numbered(6, tmp_path)]
    pool = local_pool(2)
    outcomes = list(run_batch(jobs, pool, work=deaf))
    stop(pool, 0)
    assert [one.name for one in outcomes if one.result is Result.FAILED] == ["xa_2"]
    assert len(outcomes) == 6
