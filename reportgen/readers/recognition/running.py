"""Headers and footers: their text but for page numbers, and the office's address at the foot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document.tree import Paragraph
from reportgen.readers.recognition.inlines import NumberOf, inlines_of, trimmed
from reportgen.readers.recognition.words import CIRCULATION, fold
from reportgen.readers.word.model import WordFile, WordParagraph, WordRun

_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"địa chỉ|trụ sở|điện thoại|\bđt\b|\btel\b|\bfax\b|e-?mail|thư điện tử|www\.|@"
    r"|website|trang thông tin|cổng thông tin|\bsố \d+\S*,? (?:đường|phố)\b|^số \d+\S* \w"
)


@dataclass(frozen=True, slots=True)
class Running:
    """`address`: the paragraphs of a footer that says where the office is; `circulation`: those
    of a header that say who may read the document; all others in `lines`."""

    lines: tuple[Paragraph, ...]
    address: tuple[WordParagraph, ...]
    circulation: tuple[WordParagraph, ...] = ()


def read_running(word: WordFile, number_of: NumberOf) -> Running:
    """The paragraphs of all headers and footers, each once."""
    address = tuple(_address(word))
    others = [one for one in _unique(_all(word)) if one not in address]
    circulation = tuple(one for one in others if CIRCULATION.fullmatch(fold(one.text)))
    lines = tuple(
        Paragraph(trimmed(inlines_of(one.runs, number_of)), one.label.strip(), origin=one.place)
        for one in others
        if one not in circulation
    )
    return Running(lines, address, circulation)


def _address(word: WordFile) -> Iterator[WordParagraph]:
    """The lines of the first footer of the first section that names an address."""
    if not word.sections:
        return
    for paragraphs in word.sections[0].footers.values():
        shown = [one for one in map(_without_number, paragraphs) if _is_shown(one)]
        if any(_ADDRESS.search(fold(one.text)) for one in shown):
            yield from shown
            return


def _all(word: WordFile) -> Iterator[WordParagraph]:
    for section in word.sections:
        for margins in (section.headers, section.footers):
            for paragraphs in margins.values():
                yield from filter(_is_shown, map(_without_number, paragraphs))


def _unique(paragraphs: Iterator[WordParagraph]) -> list[WordParagraph]:
    """The same, one that sections share only once."""
    seen: dict[object, WordParagraph] = {}
    for one in paragraphs:
        place = replace(one.place, section=1)
        seen.setdefault((place, one.text), one)
    return list(seen.values())


def _without_number(paragraph: WordParagraph) -> WordParagraph:
    runs = tuple(run for run in paragraph.runs if not _is_number(run))
    return replace(paragraph, runs=runs)


def _is_number(run: WordRun) -> bool:
    return _PAGE.match(run.field) is not None


def _is_shown(paragraph: WordParagraph) -> bool:
    return bool(paragraph.text.strip() or paragraph.label)
