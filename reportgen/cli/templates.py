"""`reportgen templates`: which templates there are."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="templates",
    help="Liệt kê các mẫu dùng được, mỗi mẫu một dòng: tên và mô tả.",
)
@templates_option
def command(templates: tuple[Path, ...]) -> None:
    from reportgen.building import search_path
    from reportgen.drafting import find_templates

    require_folders(templates)
    found = find_templates(search_path(templates))
    width = max((len(template.name) for template in found), default=0)
    for template in found:
        print_result(f"{template.name:<{width}}  {template.mo_ta}")
