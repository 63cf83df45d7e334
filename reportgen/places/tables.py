"""The tables that this folder is about, as they stand in its CSV files."""

import csv
import re
from collections.abc import Iterable
from importlib import resources

from reportgen.vietnamese import plain_name, sort_key

_RANKS = re.compile(r"^(?:tinh|thanh_pho|tp|xa|phuong|dac_khu)_(?=.)")


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table by column title; lines that begin with `#` say where it is from."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines: Iterable[str] = (line for line in text.split("\n") if not line.startswith("#"))
    return list(csv.DictReader(lines))


def key_of(name: str) -> str:
    """A place's name without rank, marks and capitals: `TP. Hồ Chí Minh` is `ho_chi_minh`."""
    return _RANKS.sub("", plain_name(name))


def spelled(name: str) -> object:
    """What two spellings of one name share: `Khánh Hoà` and `KHÁNH HÒA`, but not `Khanh Hoa`."""
    return sort_key(" ".join(name.split()).lower())[:2]
