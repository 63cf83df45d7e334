"""`reportgen explain`: rules at length."""

import click

from reportgen.cli.help import VietnameseCommand
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="explain",
    help="Giải thích một hay nhiều quy tắc của lệnh check: tìm gì, vì sao, ví dụ sai và đúng, cách "
    "bỏ qua khi chỗ đó đúng.",
)
@click.argument("codes", metavar="MA…", nargs=-1, required=True)
@click.pass_context
def command(ctx: click.Context, codes: tuple[str, ...]) -> None:
    from reportgen.checks.registry import rule_of
    from reportgen.cli.rule_codes import split_codes, usage_of_codes
    from reportgen.reporting.rule_pages import rule_page

    with usage_of_codes(ctx):
        rules = [rule_of(code) for code in split_codes(codes)]
    print_result("\n\n".join(rule_page(rule) for rule in rules))
