"""Values as Markdown that reads back as the very same text."""

import re

_MARKUP = re.compile(r"[\\`*_#\[\]^<>|~]")
_BEGINS_ITEM = re.compile(r"(\w[\w.]{0,8}(?<=\w)(?=[.)])|(?=[-+]))[-+.)](?=\s|\Z)")
_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")


def escape_markdown(text: str) -> str:
    """The text with a backslash before whatever the document's Markdown could take for markup.

    A line break becomes a space: a value stands within a line. Spaces at the ends are dropped, as
    two of them before a line's end would break the line.
    """
    line = _BREAKS.sub(" ", text).strip(" \t\n\r")
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    item = _BEGINS_ITEM.match(escaped)
    return f"{item[1]}\\{escaped[item.end(1) :]}" if item else escaped
