"""Codes of rules as the command line gives them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from reportgen.checks.registry import UnknownRule


def split_codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of an option that may be given several times, each with commas in it."""
    return tuple(code.strip() for one in given for code in one.split(",") if code.strip())


@contextmanager
def usage_of_codes(ctx: click.Context) -> Iterator[None]:
    """Let a code that no rule has be a usage error."""
    try:
        yield
    except UnknownRule as error:
        raise click.UsageError(str(error), ctx) from error
