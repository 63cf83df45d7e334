"""The word lists beside the rules."""

import csv
from importlib import resources


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a list by column title; lines that begin with `#` say what it is."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.split("\n") if not line.startswith("#")))
