"""Headings `## Tiêu đề`, numbered paragraphs `##. Đoạn văn`, explicit labels `## [2a.] Tiêu đề`."""

import re

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.paragraphs import begins_item, lines_text, paragraph_end
from reportgen.document.markdown.source import (
    HeadingSource,
    NumberedSource,
    line_text,
    push_source,
)

_HEADING = re.compile(
    r"(?P<marks>#{1,6})(?P<numbered>\.?)[ \t]+"
    r"(?:\[(?P<label>(?!\^)[^\[\]]*)\][ \t]+)?"
    r"(?P<text>\S.*)"
)
_COLON_AT_END = re.compile(r":\**[ \t]*$")


def heading_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """One line with `#` marks, as many as its level; nothing is cut off at its end.

    A title that ends with ":" takes in the plain paragraph on the very next line.
    """
    match = _HEADING.match(line_text(state, start_line))
    if not match:
        return False
    if silent:
        return True
    level, label, text = len(match["marks"]), match["label"], match["text"]
    if match["numbered"]:
        end = paragraph_end(state, start_line)
        following = lines_text(state, start_line + 1, end)
        whole = f"{text}\n{following}" if following else text
        push_source(state, NumberedSource(level, label, whole.rstrip(" \t")), end)
        return True
    end = _run_in_end(state, start_line + 1) if _COLON_AT_END.search(text) else start_line + 1
    run_in = lines_text(state, start_line + 1, end) or None
    push_source(state, HeadingSource(level, label, text.rstrip(" \t"), run_in), end)
    return True


def _run_in_end(state: StateBlock, line: int) -> int:
    if line >= state.lineMax or state.isEmpty(line) or begins_item(line_text(state, line)):
        return line
    terminators = state.md.block.ruler.getRules("paragraph")
    if any(rule(state, line, state.lineMax, True) for rule in terminators):
        return line
    return paragraph_end(state, line)
