"""`reportgen profile`: the commands about an office's `don_vi.yaml`."""

import click

from reportgen.cli.groups import LazyGroup

COMMANDS = {
    "new": ("reportgen.cli.profile_new", "Viết don_vi.yaml có chú giải cho một cơ quan."),
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    name="profile",
    help="Thông tin của cơ quan ban hành (don_vi.yaml): tên, ký hiệu, người ký, nơi nhận.",
)
def command() -> None:
    pass
