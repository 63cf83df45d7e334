"""Emphasis `*nghiêng*`, `**đậm**` at word boundaries only: `2*3*4` and `4*;` stay as typed."""

from markdown_it.rules_inline.state_inline import Delimiter, StateInline

_MARK = "*"


def emphasis_rule(state: StateInline, silent: bool) -> bool:
    """Note a run of stars down for pairing, by CommonMark's rule for `_`: never within a word."""
    if silent or state.src[state.pos] != _MARK:
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=False)
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = _MARK
        state.delimiters.append(
            Delimiter(
                marker=ord(_MARK),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
        )
    state.pos += scanned.length
    return True
