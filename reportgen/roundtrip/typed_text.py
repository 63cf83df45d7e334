"""Markdown as an author types it into a dossier, and as a template's `noi_dung.md` has it."""

import re

from reportgen.drafting.escaping import keep_backslashes

# The signs that `keep_backslashes` goes by: what it doubles is halved here.
_BACKSLASHES = re.compile(r"\\+")
_NEXT = re.compile(r"[^\\\n]{0,3}")
_OPENING = re.compile(r"""(?<=\\)\{\{|\{\{(?=\s*-?\s*[\w"'(\[|])""")
_HALF_OPENED = re.compile(r"(?<![{\\])\{(?=\s*ct\.\w)")
_TEMPLATE_SIGNS = re.compile(r"\{\{|\{%|\{#")
_BRACE = '{{ "{" }}'


def as_typed(markdown: str) -> str:
    r"""The Markdown as a narrative of a dossier: `C:\\new` is typed `C:\new`, `{{ x` as `\{{ x`.

    In: Markdown in which every backslash that is printed is doubled. Reading the result as a
    dossier's text gives that Markdown again.
    """
    text = _BACKSLASHES.sub(lambda run: _halved(markdown, run), markdown)
    return _HALF_OPENED.sub(_BRACE, _OPENING.sub(r"\\{{", text))


def _halved(markdown: str, run: re.Match[str]) -> str:
    """The run as it is typed: as it stands where it is an escape, else half as long."""
    line = markdown.rfind("\n", 0, run.start()) + 1
    begins = markdown[line : run.start()].strip(" \t") == ""
    following = _NEXT.match(markdown, run.end())
    line_end = following[0] if following else ""
    typed = f"{'' if begins else 'x'}{run[0]}{line_end}"
    return run[0] if keep_backslashes(typed) == typed else "\\" * (len(run[0]) // 2)


def as_template(markdown: str) -> str:
    """The Markdown as a template's wording: signs of the template language are printed as text."""
    return _TEMPLATE_SIGNS.sub(lambda sign: f'{{{{ "{sign[0]}" }}}}', markdown)
