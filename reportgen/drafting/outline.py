"""What a template's blocks say, in a few words: for lists that people look blocks up in."""

from reportgen.drafting.headings import split_heading
from reportgen.drafting.wording import Formula, Literal, Wording, bodies

_LONGEST = 60


def beginning(body: Wording) -> str:
    """A block's title, or its first words, on one line (`|` as Markdown's tables want it)."""
    heading, _ = split_heading(body) or (None, ())
    titled = heading.title if heading and heading.title else body
    words = " ".join(shown(titled).split()).replace("|", "\\|")
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return short or "(để trống, chờ chen lời)"


def shown(wording: Wording) -> str:
    """The words of a wording, `…` for its formulas."""
    told = ""
    for node in wording:
        match node:
            case Literal(text):
                told += text
            case Formula():
                told += "…"
            case _:
                told += "".join(shown(body) for body in bodies(node)[:1])
    return told
