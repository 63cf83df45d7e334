"""`reportgen batch`: many documents in one run, from a manifest or a pattern of dossiers."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import engine_option, formats_option, templates_option
from reportgen.cli.printing import print_error, print_result

if TYPE_CHECKING:
    from reportgen.batch import Job, Outcome

EXIT_STOPPED = 130  # as a shell tells of Ctrl-C
_SECONDS, _MEGABYTES = 300.0, 2048


@click.command(
    cls=VietnameseCommand,
    name="batch",
    help="Dựng nhiều văn bản một lượt. DANH_SACH là tệp .csv hoặc .xlsx, mỗi dòng một tài liệu, có "
    "cột ho_so (hồ sơ), ten_tep (tên kết quả), don_vi, chi_tieu, so, ngay…; hoặc mẫu tên các hồ sơ "
    "đặt trong dấu nháy: 'du_lieu/**/bao_cao.yaml'. Tài liệu nào lỗi thì nêu tên, lý do rồi làm "
    "tiếp các tài liệu khác. Kết quả của từng tài liệu ở ket_qua.csv. Mã kết thúc là 1 khi có tài "
    "liệu lỗi.",
)
@click.argument("named", metavar="DANH_SACH|HO_SO…", nargs=-1, required=True)
@click.option(
    "--output",
    required=True,
    type=Path,
    metavar="THU_MUC",
    help="Thư mục ghi các văn bản và ket_qua.csv; chưa có thì được tạo.",
)
@formats_option
@engine_option
@click.option(
    "--jobs",
    "workers",
    type=click.IntRange(min=1),
    metavar="SO",
    help="Số tiến trình cùng làm. Mặc định: số bộ xử lý của máy.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Làm tiếp lượt trước: bỏ qua tài liệu đã ghi mà hồ sơ, số liệu, mẫu không đổi.",
)
@click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=0),
    default=_SECONDS,
    metavar="GIAY",
    help=f"Thời gian nhiều nhất cho một tài liệu; 0 là không hạn. Mặc định: {_SECONDS:g} giây.",
)
@click.option(
    "--memory",
    "megabytes",
    type=click.IntRange(min=0),
    default=_MEGABYTES,
    metavar="MB",
    help=f"Bộ nhớ nhiều nhất của một tiến trình; 0 là không hạn. Mặc định: {_MEGABYTES} MB.",
)
@templates_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  (an option each)
    ctx: click.Context,
    named: tuple[str, ...],
    output: Path,
    formats: tuple[str, ...],
    engine: str,
    workers: int | None,
    resume: bool,
    seconds: float,
    megabytes: int,
    templates: tuple[Path, ...],
) -> None:
    from reportgen.batch import Result, plan
    from reportgen.pdf_engines import PdfEngine
    from reportgen.rendering import Format

    require_folders(templates)
    kinds = [Format(name) for name in formats] or [Format.DOCX, Format.PDF]
    jobs = [
        replace(job, engine=PdfEngine(engine))
        for job in plan(named, output, kinds, templates, seconds)
    ]
    outcomes, stopped = _carried_out(jobs, workers or 0, resume, megabytes)
    if stopped:
        left = sum(outcome.result is Result.STOPPED for outcome in outcomes)
        print_error(
            f"Đã dừng theo yêu cầu, còn {left} tài liệu chưa làm; không có tệp nào được ghi dở.\n"
            "  → Chạy lại lệnh này với --resume để làm tiếp."
        )
        ctx.exit(EXIT_STOPPED)
    if any(outcome.result is Result.FAILED for outcome in outcomes):
        ctx.exit(1)


def _carried_out(
    jobs: "Sequence[Job]", workers: int, resume: bool, megabytes: int
) -> "tuple[list[Outcome], bool]":
    """What came of all jobs, told as it came and written to the table; whether it was stopped."""
    from reportgen.batch import Outcome, Result
    from reportgen.batch.carrying_out import carry_out
    from reportgen.batch.results import RESULTS_NAME, results_table, summary
    from reportgen.cli.batch_progress import progress
    from reportgen.whole_files import write_all

    done: dict[int, Outcome] = {}
    stopped = False
    told = progress(len(jobs))
    try:
        with told:
            running = carry_out(jobs, workers=workers, resume=resume, megabytes=megabytes)
            with closing(running):
                for outcome in running:
                    done[outcome.number] = outcome
                    told.tell(outcome)
    except KeyboardInterrupt:
        stopped = True
    outcomes = [
        done.get(job.number) or Outcome(job.number, job.name, Result.STOPPED) for job in jobs
    ]
    table = jobs[0].output / RESULTS_NAME
    write_all({table: results_table(outcomes)})
    told.table(summary(outcomes))
    print_result(str(table))
    return outcomes, stopped
