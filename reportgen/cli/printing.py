"""What the user reads: paths on standard output, everything else on standard error."""

from collections.abc import Iterable

import click

from reportgen.problems import Problem, Severity


def format_problem(problem: Problem) -> str:
    """`file:line: lỗi [code]: message`, and the hint on a line of its own."""
    place = f"{problem.place}: " if problem.place else ""
    text = f"{place}{problem.severity} [{problem.code}]: {problem.message}"
    return f"{text}\n  → {problem.hint}" if problem.hint else text


def print_problems(problems: Iterable[Problem], consequence: str = "; không ghi tệp nào") -> None:
    """Print every problem to standard error, errors counted at the end with what follows."""
    listed = list(problems)
    for problem in listed:
        color = "red" if problem.severity is Severity.ERROR else "yellow"
        click.secho(format_problem(problem), err=True, fg=color)
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    if errors:
        print_error(f"Có {errors} lỗi{consequence}.")


def print_error(text: str) -> None:
    """Print to standard error, in red where the terminal has colours."""
    click.secho(text, err=True, fg="red")


def print_remark(text: str) -> None:
    """Print something worth knowing to standard error."""
    click.echo(text, err=True)


def print_result(text: str) -> None:
    """Print a result to standard output."""
    click.echo(text)
