"""The command line: arguments, printing and exit codes, one command a file."""

from reportgen.cli.main import main

__all__ = ["main"]
