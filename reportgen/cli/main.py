"""`reportgen`: the group of commands, each imported only when it is called."""

import gc
import io
import os
import sys
from collections.abc import Sequence

import click

from reportgen import __version__
from reportgen.cli.files import unreachable
from reportgen.cli.groups import LazyGroup
from reportgen.cli.help import usage_message
from reportgen.cli.printing import print_error, print_problems, print_remark
from reportgen.problems import InputError

EXIT_OK, EXIT_INPUT, EXIT_USAGE = 0, 1, 2
_SELDOM = 100_000  # objects made before circles are looked for; Python's own number is 700

COMMANDS = {
    "new": ("reportgen.cli.new", "Lập hồ sơ kỳ sau từ hồ sơ kỳ trước."),
    "status": ("reportgen.cli.status", "Liệt kê những gì hồ sơ còn thiếu; còn mấy ngày."),
    "render": ("reportgen.cli.render", "Dựng văn bản DOCX, PDF từ hồ sơ."),
    "batch": ("reportgen.cli.batch", "Dựng nhiều văn bản một lượt."),
    "preview": ("reportgen.cli.preview", "Vừa soạn vừa xem các trang trong trình duyệt."),
    "import": ("reportgen.cli.import_word", "Lập hồ sơ từ một báo cáo Word đã có."),
    "form": ("reportgen.cli.form", "Lập biểu Excel cho các đơn vị điền số liệu."),
    "collect": ("reportgen.cli.collect", "Gộp các biểu đã nộp vào chi_tieu.csv."),
    "merge": ("reportgen.cli.merge", "Đưa chỗ sửa trên bản Word vào hồ sơ."),
    "diff": ("reportgen.cli.diff", "So sánh hai kỳ: chỉ tiêu tăng giảm, lời văn thêm bớt."),
    "check": ("reportgen.cli.check", "Tìm chỗ sai trong hồ sơ hoặc tệp Word trước khi ký."),
    "rules": ("reportgen.cli.rules", "Liệt kê các quy tắc của lệnh check."),
    "explain": ("reportgen.cli.explain", "Giải thích một quy tắc, ví dụ: reportgen explain SL003."),
    "explain-figure": (
        "reportgen.cli.explain_figure",
        "Cho biết một chỉ tiêu được tính thế nào, từ tệp và ô nào.",
    ),
    "templates": ("reportgen.cli.templates", "Liệt kê các mẫu."),
    "profile": ("reportgen.cli.profile", "Lập don_vi.yaml cho một cơ quan."),
    "template": ("reportgen.cli.template", "Lập mẫu riêng, kiểm tra mẫu và khung."),
    "schema": ("reportgen.cli.schema", "In JSON Schema để trình soạn thảo gợi ý khi gõ YAML."),
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help="Dựng báo cáo, văn bản hành chính theo Nghị định 30/2020/NĐ-CP từ số liệu của kỳ.",
)
@click.version_option(__version__, "--version", help="In số phiên bản rồi thoát.")
def reportgen() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0, 1 (input), 2 (usage).

    What it prints is UTF-8: a file or pipe on Windows is otherwise of an encoding that lacks
    letters of Vietnamese.
    """
    # A run makes few circles of objects: looking for them, and once more at its end, is a fifth of
    # what a report costs.
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    status = run(arguments)
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status and lets no exception through."""
    try:
        status = reportgen.main(args=arguments, prog_name="reportgen", standalone_mode=False)
    except BrokenPipeError:
        # The reader of our output went away; nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_INPUT
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("REPORTGEN_DEBUG"):
            raise
        return _explain(error)
    # Click hands on the status of a command that left early, else what the command returned.
    return status if isinstance(status, int) else EXIT_OK


def _explain(error: BaseException) -> int:
    match error:
        case click.exceptions.NoArgsIsHelpError():
            print_remark(error.message)
            return EXIT_USAGE
        case click.UsageError():
            print_error(usage_message(error))
            return EXIT_USAGE
        case InputError():
            print_problems(error.problems)
        case click.Abort() | KeyboardInterrupt():
            print_error("Đã dừng theo yêu cầu; không có tệp nào được ghi dở.")
        case OSError():
            print_problems([unreachable(error)])
        case _:
            print_error(
                f"Lỗi bên trong chương trình, không phải do hồ sơ của bạn: {error!r}\n"
                "  → Chạy lại với biến môi trường REPORTGEN_DEBUG=1 rồi gửi kết quả cho người "
                "phát triển."
            )
    return EXIT_INPUT
