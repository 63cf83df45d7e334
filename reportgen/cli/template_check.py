"""`reportgen template check`: templates and frames looked through."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_problems, print_result
from reportgen.problems import Severity


@click.command(
    cls=VietnameseCommand,
    name="check",
    help="Kiểm tra một mẫu (và khung ở thư mục _khung bên cạnh), một khung, hay cả thư mục mau: "
    "tên không có, khối không thay khối nào hoặc không được in, chỉ tiêu thừa, khung thiếu chỗ in "
    "hay thiếu kiểu, những gì bị cấm vì an toàn. Có lỗi thì kết thúc với mã 1; cảnh báo thì không.",
)
@click.argument("folder", metavar="THU_MUC", type=Path)
@templates_option
@click.option(
    "--ho-so",
    "dossiers",
    multiple=True,
    type=Path,
    metavar="HO_SO.yaml",
    help="Hồ sơ viết theo mẫu này, để tìm chỉ tiêu không dùng tới; có thể nêu nhiều lần.",
)
def command(folder: Path, templates: tuple[Path, ...], dossiers: tuple[Path, ...]) -> None:
    from reportgen.template_check import check

    require_folders(templates)
    checked = check(folder, templates, dossiers)
    print_problems(checked.problems, consequence="")
    for subject in checked.subjects:
        print_result(f"Đã kiểm tra {subject}")
    if any(problem.severity is Severity.ERROR for problem in checked.problems):
        raise click.exceptions.Exit(1)
