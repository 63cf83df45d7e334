"""Notes written on the spot: `^[nội dung]`."""

import re
from functools import lru_cache

from markdown_it.rules_inline.state_inline import StateInline

_SIGN = re.compile(r"\\.|[\[\]]", re.DOTALL)


def inline_note_rule(state: StateInline, silent: bool) -> bool:
    """A note up to the bracket that closes it; the token's content is the note's text.

    A note that nothing closes is kept as typed, in a token that tells so.
    """
    if not state.src.startswith("^[", state.pos):
        return False
    opening = state.pos + 1
    closing = _pairs(state.src).get(opening)
    if not silent:
        kind = "note_unclosed" if closing is None else "note_inline"
        content = state.src[opening + 1 : closing] if closing is not None else "^["
        state.push(kind, "", 0).content = content
    state.pos = opening + 1 if closing is None else closing + 1
    return True


@lru_cache(maxsize=4)
def _pairs(text: str) -> dict[int, int]:
    """Each opening bracket's closing one, escaped brackets left out."""
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    for sign in _SIGN.finditer(text):
        if sign[0] == "[":
            open_brackets.append(sign.start())
        elif sign[0] == "]" and open_brackets:
            pairs[open_brackets.pop()] = sign.start()
    return pairs
