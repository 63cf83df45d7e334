"""Filters for whole passages of Markdown, used as `{% filter name %}…{% endfilter %}`."""

import re
from collections.abc import Callable, Mapping


class Passage(str):
    """Markdown that is printed already: a formula that has it for its value adds no escapes."""

    __slots__ = ()


_BEHIND = re.compile(r"\[\^[^\]\s]+\]:|!\[\]\(")  # a note's definition, a chart
_MARK = r"\s*(?:(?<!\.)\.(?:/\.)?)?"
_NOTES = r"\s*(?P<notes>(?:\[\^[^\]\s]+\]|\^\[[^\[\]]*\])*)"
_END = re.compile(f"{_MARK}{_NOTES}{_MARK}\\s*\\Z")


def close_text(passage: str) -> str:
    """`ket_thuc`: the passage with `./.` at its end, instead of the full stop that may be there.

    Note definitions and charts after the last paragraph stay behind it.
    """
    text, definitions = _without_definitions(passage)
    if not text.strip():
        return passage
    return _END.sub(lambda match: f"{match['notes']}./.", text, count=1) + "\n" + definitions


def _without_definitions(passage: str) -> tuple[str, str]:
    """The passage up to the note definitions and charts at its end, and those."""
    lines = passage.split("\n")
    cut = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if _BEHIND.match(line):
            cut = index
        elif line.strip() and not line.startswith((" ", "\t")):
            break
    if cut == len(lines):
        return passage, ""
    return "\n".join(lines[:cut]), "\n" + "\n".join(lines[cut:])


PASSAGE_FILTERS: Mapping[str, Callable[[str], str]] = {"ket_thuc": close_text}
