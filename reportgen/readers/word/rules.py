"""Horizontal lines at a paragraph: drawn, as its border, typed as underscores, by underlining."""

import re
from collections.abc import Iterable, Iterator

from reportgen.layout.metrics import text_width
from reportgen.readers.word.layers import ParagraphLayer
from reportgen.readers.word.model import ParagraphFormat, Rule, WordRun
from reportgen.readers.word.shapes import Line

#: Typed lines: underscores, dashes of any length, box drawing characters.
_TYPED = re.compile(r"\s*[_\-–—―─━]{4,}\s*")
_RAISED = 2 / 3  # the size of superscript letters, in that of the text


def rules_of(
    runs: tuple[WordRun, ...],
    look: ParagraphFormat,
    layer: ParagraphLayer,
    lines: Iterable[Line],
    width: float,
) -> tuple[Rule, ...]:
    """The lines of a paragraph that is set in a column of `width` points."""
    room = max(width - look.indent_left - look.indent_right, 0.0)
    rules = [Rule(room, "border", below=False)] if layer.get("border_above") else []
    rules += _typed_lines(runs) if runs else ()
    rules += [
        Rule(line.width * room if line.relative else line.width, "shape", line.below)
        for line in lines
    ]
    if layer.get("border_below"):
        rules.append(Rule(room, "border"))
    return tuple(rules)


def _typed_lines(runs: tuple[WordRun, ...]) -> Iterator[Rule]:
    seen = False
    for line in _lines(runs):
        text = "".join(run.text for run in line)
        if _TYPED.fullmatch(text):
            yield Rule(_width(line), "underscores", below=seen)
        elif text.strip():
            seen = True
            if all(run.format.underline for run in line if run.text.strip()):
                yield Rule(_width(line), "underline")


def _lines(runs: Iterable[WordRun]) -> Iterator[list[WordRun]]:
    """The runs of each line, as the author broke them."""
    line: list[WordRun] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(_with_text(run, first))
        for other in others:
            yield line
            line = [_with_text(run, other)]
    yield line


def _with_text(run: WordRun, text: str) -> WordRun:
    return WordRun(text, run.format)


def _width(line: Iterable[WordRun]) -> float:
    total, pending = 0.0, 0.0
    for run in line:
        look = run.format
        size = look.size * (_RAISED if look.superscript or look.subscript else 1.0)
        text = run.text if total else run.text.lstrip()
        bare = text.rstrip()
        advance = text_width(bare, size, look.bold, look.italic)
        if bare:
            total += pending + advance
            pending = 0.0
        pending += text_width(text[len(bare) :], size, look.bold, look.italic)
    return total
