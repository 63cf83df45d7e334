"""Paragraphs: lines up to a blank line, another block, or a line that begins an item."""

import re

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.source import ParagraphSource, line_text, push_source

# A dash, a bullet, or a label that the author typed: "- ", "• ", "a) ", "2. ", "1.1. ", "IV. ".
# Four digits are left out: a wrapped line may well begin with "2025. ".
_ITEM = re.compile(
    r"(?:[-+*–•]|[a-zăâđêôơư]{1,2}\)|\d{1,2}\)|\d{1,2}(?:\.\d{1,2})*\.|[IVXLC]{1,7}\.)[ \t]+\S"
)


def begins_item(line: str) -> bool:
    """Whether the line begins a paragraph of its own even without a blank line before it."""
    return _ITEM.match(line) is not None


def paragraph_end(state: StateBlock, start_line: int) -> int:
    """The line after the last one of the paragraph that begins at `start_line`."""
    terminators = state.md.block.ruler.getRules("paragraph")
    line = start_line + 1
    while line < state.lineMax and not state.isEmpty(line):
        if begins_item(line_text(state, line)):
            break
        if any(rule(state, line, state.lineMax, True) for rule in terminators):
            break
        line += 1
    return line


def lines_text(state: StateBlock, start_line: int, end_line: int) -> str:
    """The text of the lines, each without its indentation."""
    lines = (line_text(state, line) for line in range(start_line, end_line))
    return "\n".join(lines).rstrip(" \t")


def paragraph_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """Whatever no other rule has taken is a paragraph."""
    if not silent:
        end = paragraph_end(state, start_line)
        push_source(state, ParagraphSource(lines_text(state, start_line, end)), end)
    return True
