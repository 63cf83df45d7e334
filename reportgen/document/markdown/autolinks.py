"""Addresses in angle brackets: `<https://…>` is printed as typed, without the brackets."""

import re

from markdown_it.rules_inline.state_inline import StateInline

_ADDRESS = re.compile(r"<(https?://[^\s<>]+)>")


def autolink_rule(state: StateInline, silent: bool) -> bool:
    """Only web addresses become links; any other text in angle brackets stays as typed."""
    match = _ADDRESS.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("link", "", 0).content = match[1]
    state.pos = match.end()
    return True
