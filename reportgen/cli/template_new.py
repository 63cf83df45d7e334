"""`reportgen template new`: a folder for a template of the office's own."""

import re
from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_new
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_result

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@click.command(
    cls=VietnameseCommand,
    name="new",
    help="Lập thư mục cho một mẫu riêng dựa trên mẫu có sẵn: mau.yaml, noi_dung.md (có ví dụ) và "
    "README.md (tên các khối). TEN viết chữ thường không dấu. Không ghi đè tệp đã có.",
)
@click.argument("name", metavar="TEN")
@click.option(
    "--from",
    "parent",
    required=True,
    metavar="MAU",
    help="Mẫu có sẵn để dựa vào; danh sách: reportgen templates.",
)
@click.option(
    "--output",
    type=Path,
    default=Path("mau"),
    metavar="THU_MUC",
    help="Nơi đặt thư mục TEN. Mặc định: thư mục mau trong thư mục hiện tại.",
)
@templates_option
def command(name: str, parent: str, output: Path, templates: tuple[Path, ...]) -> None:
    from reportgen.building import search_path
    from reportgen.drafting import load_template
    from reportgen.starters import template_files
    from reportgen.vietnamese import plain_name

    if not _NAME.fullmatch(name):
        near = plain_name(name)
        hint = f", ví dụ {near}" if _NAME.fullmatch(near) else ", bắt đầu bằng một chữ cái"
        message = f"tên mẫu “{name}” phải gồm chữ thường không dấu, chữ số và dấu _{hint}"
        raise click.UsageError(message)
    require_folders(templates)
    template = load_template(parent, search_path(templates))
    folder = output / name
    files = template_files(name, parent, template)
    write_new({folder / file: text.encode("utf-8") for file, text in files.items()})
    for file in files:
        print_result(str(folder / file))
