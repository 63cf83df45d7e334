"""`reportgen rules`: every rule there is."""

import json

import click

from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import format_option
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="rules",
    help="Liệt kê mọi quy tắc của lệnh check: mã, mức, tên, một ví dụ sai và một ví dụ đúng.",
)
@format_option("json")
def command(form: str) -> None:
    from reportgen.checks.registry import all_rules
    from reportgen.reporting.rule_pages import rule_lines, rule_values

    rules = all_rules()
    if form == "json":
        values = [rule_values(rule) for rule in rules]
        print_result(json.dumps(values, ensure_ascii=False, indent=2))
        return
    for rule in rules:
        print_result(rule_lines(rule))
