"""`reportgen template`: the commands about an office's own templates."""

import click

from reportgen.cli.groups import LazyGroup

COMMANDS = {
    "new": ("reportgen.cli.template_new", "Lập một mẫu riêng dựa trên mẫu có sẵn."),
    "check": ("reportgen.cli.template_check", "Kiểm tra một mẫu, một khung, hay cả thư mục mau."),
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    name="template",
    help="Mẫu và khung của riêng cơ quan. Danh sách mẫu dùng được: reportgen templates.",
)
def command() -> None:
    pass
