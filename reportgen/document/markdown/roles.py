"""Paragraphs with a role: `-> QUYẾT ĐỊNH: <-` is centred, `>> Căn cứ …;` is a legal basis.

`=> … trân trọng giới thiệu: <=` is centred too, but not bold.
"""

import re

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.paragraphs import lines_text, paragraph_end
from reportgen.document.markdown.source import ParagraphSource, line_text, push_source
from reportgen.document.tree import Role

_CENTERED = {
    Role.CENTERED: re.compile(r"->[ \t]+(?P<text>\S(?:.*\S)?)[ \t]+<-[ \t]*"),
    Role.PRESENTED: re.compile(r"=>[ \t]+(?P<text>\S(?:.*\S)?)[ \t]+<=[ \t]*"),
}
_BASIS = re.compile(r">>[ \t]+(?=\S)")


def centered_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """One line between arrows, a paragraph of its own wherever it stands."""
    line = line_text(state, start_line)
    for role, pattern in _CENTERED.items():
        if match := pattern.fullmatch(line):
            if not silent:
                push_source(state, ParagraphSource(match["text"], role), start_line + 1)
            return True
    return False


def basis_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """A paragraph that begins with `>> `, up to where any other would end."""
    match = _BASIS.match(line_text(state, start_line))
    if not match:
        return False
    if not silent:
        end = paragraph_end(state, start_line)
        text = lines_text(state, start_line, end)[match.end() :]
        push_source(state, ParagraphSource(text, Role.BASIS), end)
    return True
