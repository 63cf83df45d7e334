"""Values as YAML text that reads back as they are."""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[^\W\d_][^:#\n\"'{}\[\]|>&*!%@`\\,]*|[1-9][0-9]*|[0-9]{1,2}/[0-9/]{4,7}")
_WORDS = frozenset(
    ["true", "false", "yes", "no", "on", "off", "null", "có", "không", "co", "khong", "y", "n"]
)


def scalar(text: str) -> str:
    """The text on one line, quoted where YAML could read it as something else."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def block(text: str, indent: int) -> str:
    """The text in a `|` block, as what stands after the colon of its key."""
    return "|\n" + textwrap.indent(text.strip("\n"), " " * indent, lambda line: bool(line.strip()))


def lines_value(lines: Iterable[str], indent: int) -> str:
    """A text of one line as a scalar, of several as a block."""
    kept = [line for line in lines if line.strip()]
    return scalar(kept[0]) if len(kept) == 1 else block("\n".join(kept), indent)


def items(values: Iterable[str], indent: int) -> str:
    """A list, an item a line, as what stands after the colon of its key."""
    return "".join(f"\n{' ' * indent}- {one}" for one in values)


def mapping(values: Mapping[str, str]) -> str:
    """A mapping on one line; the values are YAML already."""
    inner = ", ".join(f"{key}: {value}" for key, value in values.items())
    return f"{{{inner}}}"
