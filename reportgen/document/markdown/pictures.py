"""A line that stands for a picture: `![](ten)`."""

import re

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.source import PictureSource, line_text, push_source

_PICTURE = re.compile(r"!\[\]\((?P<name>[a-z0-9-]+)\)[ \t]*")


def picture_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """One line with the picture's name and nothing else."""
    match = _PICTURE.fullmatch(line_text(state, start_line))
    if not match:
        return False
    if not silent:
        push_source(state, PictureSource(match["name"], match[0].rstrip()), start_line + 1)
    return True
