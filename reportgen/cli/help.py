"""Click in Vietnamese: help pages and usage errors (click itself speaks English only)."""

from collections.abc import Sequence

import click


class _VietnameseHelp(click.Command):
    """Layout and words of the help page, shared by commands and groups."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        own = ["[TUỲ CHỌN]…"]
        for parameter in self.get_params(ctx):
            own += parameter.get_usage_pieces(ctx)
        return own

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Tuỳ chọn"):
            formatter.write_dl(
                [
                    (name, text.replace("[required]", "[bắt buộc]"))
                    for name, text in filter(None, records)
                ]
            )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In trang trợ giúp này rồi thoát."
        return option


class VietnameseCommand(_VietnameseHelp):
    """A command whose help page is Vietnamese."""


class VietnameseGroup(_VietnameseHelp, click.Group):
    """A group whose help page is Vietnamese; `command_lines` names its commands."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return ["[TUỲ CHỌN]…", "LỆNH", "[THAM SỐ]…"]

    def command_lines(self) -> Sequence[tuple[str, str]]:
        return []

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Lệnh"):
            formatter.write_dl(list(self.command_lines()))
        formatter.write_paragraph()
        formatter.write_text(f"Xem trợ giúp của một lệnh: {ctx.command_path} LỆNH --help")


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the command line and where to read on, in Vietnamese."""
    context = error.ctx
    path = context.command_path if context else "reportgen"
    return f"Sai cách dùng: {_describe(error)}\n  → Xem: {path} --help"


def _describe(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f"; ý bạn là {', '.join(error.possibilities)}?" if error.possibilities else ""
            text = f"không có tuỳ chọn {error.option_name}{near}"
        case click.NoSuchCommand():
            near = f"; ý bạn là {', '.join(error.possibilities)}?" if error.possibilities else ""
            text = f"không có lệnh “{error.command_name}”{near}"
        case click.MissingParameter():
            text = f"thiếu {_name(error)}"
        case click.BadParameter():
            text = f"giá trị của {_name(error)} không hợp lệ: {_choices(error)}"
        case click.BadOptionUsage():
            text = f"tuỳ chọn {error.option_name} thiếu giá trị hoặc dùng sai"
        case _:
            extra = error.message.partition("extra argument")[2]
            text = f"thừa tham số {extra.partition('(')[2].rstrip(')')}" if extra else error.message
    return text


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "tham số")
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(error.ctx or click.Context(click.Command("reportgen")))
    )


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"chỉ nhận {', '.join(str(choice) for choice in kind.choices)}"
    if isinstance(kind, click.IntRange):
        least, most = kind.min, kind.max
        bounds = f"từ {least}" + (f" đến {most}" if most is not None else " trở lên")
        return f"cần số nguyên {bounds}"
    return error.message
