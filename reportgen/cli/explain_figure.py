"""`reportgen explain-figure`: how a figure's value came about."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import format_option, templates_option
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="explain-figure",
    help="Cho biết một chỉ tiêu được tính thế nào: công thức, phép tính, từng số ở tệp nào, dòng "
    "nào, ô nào.",
)
@click.argument("code", metavar="MA")
@click.argument("dossier", metavar="HO_SO.yaml", type=Path)
@format_option("json")
@templates_option
def command(code: str, dossier: Path, form: str, templates: tuple[Path, ...]) -> None:
    from reportgen.figure_steps import figure_steps
    from reportgen.reporting.figure_report import figure_json, figure_text

    require_folders(templates)
    step = figure_steps(dossier, code.removeprefix("ct."), templates)
    print_result(figure_json(step) if form == "json" else figure_text(step))
