"""Values as Markdown that reads back as the very same text."""

import re

_MARKUP = re.compile(r"[\\`*_#\[\]^<>|~]")
_BEGINS_BLOCK = re.compile(r"(?P<dash>[-+=])|(?P<label>[0-9A-Za-zĐđ]{1,6})(?P<mark>[.)])(?=\s|$)")
_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")


def escape_markdown(text: str) -> str:
    """The text with a backslash before whatever the document's Markdown could take for markup.

    A line break becomes a space: a value stands within a line. Spaces at the ends are dropped, as
    two of them before a line's end would break the line.
    """
    line = _BREAKS.sub(" ", text).strip(" \t\n\r")
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    return (
        _BEGINS_BLOCK.sub(_escape_start, escaped, count=1)
        if _BEGINS_BLOCK.match(escaped)
        else escaped
    )


def _escape_start(match: re.Match[str]) -> str:
    if match["dash"]:
        return "\\" + match["dash"]
    return f"{match['label']}\\{match['mark']}"
