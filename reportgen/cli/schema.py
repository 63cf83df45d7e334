"""`reportgen schema`: the JSON Schema of the YAML files."""

import json

import click

from reportgen.cli.help import VietnameseCommand
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="schema",
    help="In JSON Schema của hồ sơ (ho_so) hoặc của don_vi.yaml (don_vi). Trỏ trình soạn thảo "
    "(chẳng hạn VS Code với tiện ích YAML) vào tệp này thì gõ khoá sẽ được gợi ý.",
)
@click.argument(
    "kind", metavar="[ho_so|don_vi]", type=click.Choice(["ho_so", "don_vi"]), default="ho_so"
)
def command(kind: str) -> None:
    from reportgen.dossier import dossier_schema, profile_schema

    schema = dossier_schema() if kind == "ho_so" else profile_schema()
    print_result(json.dumps(schema, ensure_ascii=False, indent=2))
