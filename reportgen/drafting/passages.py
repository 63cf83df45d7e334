"""Filters for whole passages of Markdown, used as `{% filter name %}…{% endfilter %}`."""

import re
from collections.abc import Callable, Mapping


class Passage(str):
    """Markdown that is printed already: a formula that has it for its value adds no escapes."""

    __slots__ = ()


_BEHIND = re.compile(r"\[\^[^\]\s]+\]:|!\[\]\(")  # a note's definition, a chart
_NOTE = re.compile(r"\[\^[^\]\s]+\]|\^\[[^\[\]]*\]")


def close_text(passage: str) -> str:
    """`ket_thuc`: the passage with `./.` at its end, instead of the full stop that may be there.

    Note definitions and charts after the last paragraph stay behind it; after a table it stands
    on a line of its own.
    """
    text, definitions = _without_definitions(passage)
    if not text.strip():
        return passage
    if text.rstrip().rpartition("\n")[2].startswith("|"):
        return f"{text.rstrip()}\n\n./.\n{definitions}"
    bare = _without_mark(text)
    start = _start_of_notes(bare)
    return f"{_without_mark(bare[:start])}{bare[start:]}./.\n{definitions}"


def _without_mark(text: str) -> str:
    """The text without the `.` or `./.` at its end, and without white space there."""
    bare = text.rstrip()
    for mark in ("./.", "."):
        rest = bare.removesuffix(mark)
        if rest != bare and not rest.endswith("."):
            return rest.rstrip()
    return bare


def _start_of_notes(text: str) -> int:
    """Where the notes that the text ends with begin; one after the other from the end."""
    start = len(text)
    while start and text[start - 1] == "]":
        opened = text.rfind("[", 0, start)
        before = max(opened - 1, 0)
        first = before if text[before] == "^" else max(opened, 0)
        if not _NOTE.fullmatch(text, first, start):
            break
        start = first
    return start


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
