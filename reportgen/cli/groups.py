"""Groups of commands, each imported only when it is called."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any

import click

from reportgen.cli.help import VietnameseCommand, VietnameseGroup

#: Name of a command: its module and its line in the help, so that the help imports none of them.
Commands = Mapping[str, tuple[str, str]]


class LazyGroup(VietnameseGroup):
    """A group whose commands are imported on demand; each module names its command `command`."""

    def __init__(self, *args: Any, lazy: Commands, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.lazy = lazy

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in self.lazy:
            raise click.NoSuchCommand(cmd_name, possibilities=self.lazy, ctx=ctx)
        command = importlib.import_module(self.lazy[cmd_name][0]).command
        if not isinstance(command, VietnameseCommand | VietnameseGroup):
            raise TypeError(cmd_name)
        return command

    def command_lines(self) -> Sequence[tuple[str, str]]:
        return [(name, line) for name, (_, line) in self.lazy.items()]
