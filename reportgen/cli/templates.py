"""`reportgen templates`: which templates there are."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="templates",
    help="Liệt kê các mẫu dùng được, mỗi mẫu một dòng: tên và mô tả.",
)
@click.option(
    "--templates",
    "folders",
    multiple=True,
    type=Path,
    metavar="THU_MUC",
    help="Thư mục có mẫu riêng, được tìm trước các mẫu có sẵn; có thể nêu nhiều lần.",
)
def command(folders: tuple[Path, ...]) -> None:
    from reportgen.drafting import find_templates
    from reportgen.rendering import search_path

    require_folders(folders)
    found = find_templates(search_path(folders))
    width = max((len(template.name) for template in found), default=0)
    for template in found:
        print_result(f"{template.name:<{width}}  {template.mo_ta}")
