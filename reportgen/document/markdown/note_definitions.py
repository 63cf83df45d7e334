"""Definitions of notes: `[^ten]: nội dung`, each indented line after it a further paragraph."""

import re

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.paragraphs import begins_item
from reportgen.document.markdown.source import NoteSource, line_text, push_source

_DEFINITION = re.compile(r"\[\^(?P<name>[^\[\]]+)\]:[ \t]*(?P<text>.*)")
_INDENT = 2


def note_definition_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """Everything up to a blank line belongs to the note; after one, lines indented by two or more.

    An indented line and an item begin a paragraph, another line goes on in the one before it.
    """
    match = _DEFINITION.match(line_text(state, start_line))
    if not match:
        return False
    if silent:
        return True
    paragraphs = [match["text"]]
    line, after_blank = start_line + 1, False
    while line < state.lineMax:
        if state.isEmpty(line):
            line, after_blank = line + 1, True
            continue
        if not _belongs(state, line, after_blank):
            break
        text = line_text(state, line)
        if state.sCount[line] >= _INDENT or begins_item(text):
            paragraphs.append(text)
        else:
            paragraphs[-1] += f"\n{text}"
        line, after_blank = line + 1, False
    whole = (paragraph.strip(" \t\n") for paragraph in paragraphs)
    push_source(state, NoteSource(match["name"], tuple(text for text in whole if text)), line)
    return True


def _belongs(state: StateBlock, line: int, after_blank: bool) -> bool:
    if state.sCount[line] >= _INDENT:
        return not _DEFINITION.match(line_text(state, line))
    if after_blank:
        return False
    terminators = state.md.block.ruler.getRules("paragraph")
    return not any(rule(state, line, state.lineMax, True) for rule in terminators)
