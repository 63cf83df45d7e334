"""Texts as Markdown that reads back as they are meant: printed values, and typed backslashes."""

import re

_MARKUP = re.compile(r"[\\`*_#\[\]^<>|~]")
_BEGINS_ITEM = re.compile(r"(\w[\w.]{0,8}(?<=\w)(?=[.)])|(?=[-+]))[-+.)](?=\s|\Z)")
_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")

# An author's escapes: backslashes before what could be markup; some only where a line begins.
_BACKSLASHES = re.compile(
    r"(?P<start>^[ \t]*)?(?P<run>\\+)(?P<next>[-=]>(?=[ \t])|>>(?=[ \t])|.)?", re.MULTILINE
)
_ESCAPABLE = frozenset("*[]^<|")
_BEGINNING_LINES = frozenset({"#", "->", "=>", ">>"})


def keep_backslashes(text: str) -> str:
    r"""The typed text with each backslash doubled that is not meant as an escape.

    So `C:\new\_x` and `\\may-chu\chung` are printed as typed, while `\*` is a plain `*`.
    """
    return _BACKSLASHES.sub(_kept, text)


def _kept(found: re.Match[str]) -> str:
    begins_line, sign = found["start"] is not None, found["next"] or ""
    escapes = sign in _ESCAPABLE or (sign in _BEGINNING_LINES and begins_line)
    times = 1 if sign and escapes else 2
    return f"{found['start'] or ''}{found['run'] * times}{sign}"


def escape_markdown(text: str) -> str:
    """The text with a backslash before whatever the document's Markdown could take for markup.

    A line break becomes a space: a value stands within a line. Spaces at the ends are dropped, as
    two of them before a line's end would break the line.
    """
    line = _BREAKS.sub(" ", text).strip(" \t\n\r")
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    item = _BEGINS_ITEM.match(escaped)
    return f"{item[1]}\\{escaped[item.end(1) :]}" if item else escaped
