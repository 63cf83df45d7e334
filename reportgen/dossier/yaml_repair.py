"""Reading on after a syntax fault: the faulty value is left out, so that the rest can be told."""

import re

_OPENING = re.compile(r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[^\s:#'\"\[{][^:#]*?[ ]*:)?")


def without_value(text: str, line: int) -> str:
    """The text with "" for the value that stands on a line (from 1); no line moves.

    Lines below that are indented deeper than the value's key belong to it and become blank.
    """
    lines = text.split("\n")
    found = _OPENING.match(lines[line - 1])
    before, key = (found["before"], found["key"]) if found else ("", None)
    kept = before + (key or "")
    lines[line - 1] = f'{kept} ""' if kept.strip() else ""
    for below in range(line, len(lines)):
        stripped = lines[below].lstrip(" ")
        if stripped and len(lines[below]) - len(stripped) <= len(before):
            break
        lines[below] = ""
    return "\n".join(lines)
