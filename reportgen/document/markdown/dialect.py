"""The parser: markdown-it with the dialect's own rules and nothing else.

What is no markup arrives as typed: no lists, quotes, code, HTML, entities, links, images
(but for the lines that stand for charts) or typographic replacement.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import emphasis
from markdown_it.token import Token

from reportgen.document.markdown.autolinks import autolink_rule
from reportgen.document.markdown.emphasis import emphasis_rule
from reportgen.document.markdown.headings import heading_rule
from reportgen.document.markdown.inline_notes import inline_note_rule
from reportgen.document.markdown.note_definitions import note_definition_rule
from reportgen.document.markdown.note_references import note_reference_rule
from reportgen.document.markdown.paragraphs import paragraph_rule
from reportgen.document.markdown.pictures import picture_rule
from reportgen.document.markdown.roles import basis_rule, centered_rule
from reportgen.document.markdown.source import Source
from reportgen.document.markdown.tables import table_rule

_MARKUP = frozenset("*\\<[^\n")
_USUAL = 5000  # characters of a paragraph


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.enable(["newline", "escape"])
    block, inline = parser.block.ruler, parser.inline.ruler
    block.at("paragraph", paragraph_rule)
    interrupts: RuleOptionsType = {"alt": ["paragraph"]}
    block.before("paragraph", "part_heading", heading_rule, interrupts)
    block.before("paragraph", "centered", centered_rule, interrupts)
    block.before("paragraph", "basis", basis_rule, interrupts)
    block.before("paragraph", "note_definition", note_definition_rule, interrupts)
    block.before("paragraph", "pipe_table", table_rule, interrupts)
    block.before("paragraph", "picture", picture_rule, interrupts)
    inline.push("boundary_emphasis", emphasis_rule)
    inline.push("inline_note", inline_note_rule)
    inline.push("note_reference", note_reference_rule)
    inline.push("web_address", autolink_rule)
    parser.inline.ruler2.before("fragments_join", "boundary_emphasis", emphasis.postProcess)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def parse_blocks(text: str) -> tuple[Source, ...]:
    """The blocks of a draft's text in order, definitions of notes among them."""
    return tuple(token.meta["source"] for token in _parser().parse(text))


def parse_inlines(text: str) -> Sequence[Token]:
    """The inline tokens of one paragraph, heading or cell, not to be changed.

    Types: text, text_special, softbreak, hardbreak, em_open/close, strong_open/close, link,
    note_reference, note_inline, note_unclosed.
    """
    if _MARKUP.isdisjoint(text):
        return (Token("text", "", 0, content=text),) if text else ()
    return _again(text) if len(text) <= _USUAL else _inlines(text)


def _inlines(text: str) -> Sequence[Token]:
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(text, parser, {}, tokens)
    return tokens


#: In a batch many a paragraph comes again.
_again = lru_cache(maxsize=512)(_inlines)
