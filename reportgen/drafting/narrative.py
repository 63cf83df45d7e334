"""A secretary's text → wording: only `{{ formula }}` is ours, everything else is as typed.

`{%` and `{#` are text, so is `{{` unless what follows could begin a formula; `\\{{` always is text.
A backslash escapes only what could be markup; elsewhere (`C:\\new`) it is text too.
"""

import re
from collections.abc import Iterator

from jinja2.exceptions import TemplateSyntaxError

from reportgen.drafting.escaping import keep_backslashes
from reportgen.drafting.parsing import Parsed, refusal_problem
from reportgen.drafting.sandbox import parse_expression, refusals
from reportgen.drafting.syntax_errors import syntax_problem
from reportgen.drafting.wording import Formula, Literal, Node
from reportgen.problems import Place, Problem

_OPENING = re.compile(r"""\\\{\{|\{\{(?=\s*-?\s*[\w"'(\[|])""")
_HALF_OPENED = re.compile(r"(?<![{\\])\{\s*ct\.\w")
_STOPS = re.compile(r"""["']|\{\{|\}\}|\n[ \t]*\n""")
_TWO = "viết hai dấu ở mỗi đầu: {{ ct.can_cuoc | so }}; muốn in nguyên chữ thì viết “\\{”"
_UNCLOSED_HINT = "thêm “}}” vào cuối công thức; muốn in nguyên chữ thì viết “\\{{”"


def parse_narrative(text: str, place: Place, *, plain: bool = False) -> Parsed:
    """The wording of a text that begins at `place`; problems have the place of their line.

    If `plain`, the text will not be read as Markdown.
    """
    literal = Literal if plain else _markdown
    parts: list[Node] = []
    problems = [
        Problem("MA013", "công thức mở bằng một dấu “{”", _at(place, text, half.start()), _TWO)
        for half in _HALF_OPENED.finditer(text)
    ]
    done = 0
    for start, end, source in _formulas(text, place, problems):
        parts.append(literal(text[done:start]))
        done = end
        if source is None:
            parts.append(Literal("{{"))
            continue
        formula, found = _formula(source, _at(place, text, start))
        problems += found
        parts.append(formula or Literal("…"))
    parts.append(literal(text[done:]))
    kept = tuple(part for part in parts if part != Literal(""))
    return Parsed(kept, tuple(problems))


def _markdown(text: str) -> Literal:
    return Literal(keep_backslashes(text))


def _formulas(
    text: str, place: Place, problems: list[Problem]
) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and inner text of each formula; None for an escaped `\\{{`."""
    position = 0
    while opening := _OPENING.search(text, position):
        start, position = opening.span()
        if opening[0].startswith("\\"):
            yield start, position, None
            continue
        closing = _closing(text, position)
        if closing is None:
            where = _at(place, text, start)
            message = "công thức “{{” không có “}}” đóng"
            problems.append(Problem("MA012", message, where, _UNCLOSED_HINT))
            continue
        yield start, closing + 2, text[position:closing]
        position = closing + 2


def _closing(text: str, position: int) -> int | None:
    """Where the `}}` of a formula stands; a formula holds neither another one nor a blank line."""
    while stop := _STOPS.search(text, position):
        if stop[0] == "}}":
            return stop.start()
        if stop[0] not in ('"', "'"):
            return None
        closed = text.find(stop[0], stop.end())
        # a lone quote quotes nothing; the parser will say what is wrong with it
        position = stop.end() if closed < 0 else closed + 1
    return None


def _formula(source: str, place: Place) -> tuple[Formula | None, list[Problem]]:
    try:
        expression = parse_expression(source)
    except TemplateSyntaxError as error:
        return None, [syntax_problem(error, place)]
    except (RecursionError, ValueError):
        message = "công thức quá dài hoặc lồng quá sâu"
        return None, [Problem("MA010", message, place, "viết gọn lại")]
    found = [refusal_problem(what, place) for what in refusals(expression)]
    return (None if found else Formula(expression, place)), found


def _at(place: Place, text: str, offset: int) -> Place:
    return place.shifted(text.count("\n", 0, offset)) if "\n" in text[:offset] else place
