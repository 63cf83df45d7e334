"""References to notes: `[^ten]`."""

import re

from markdown_it.rules_inline.state_inline import StateInline

# Spaces are let in so that `[^nội dung]`, typed for `^[nội dung]`, is reported and not printed.
_REFERENCE = re.compile(r"\[\^([^\[\]\n]+)\]")


def note_reference_rule(state: StateInline, silent: bool) -> bool:
    """The mark of a note that is defined elsewhere; the token's content is the note's name."""
    match = _REFERENCE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("note_reference", "", 0).content = match[1]
    state.pos = match.end()
    return True
