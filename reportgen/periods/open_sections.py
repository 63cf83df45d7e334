"""The texts of a dossier that nobody has written yet: keys that wait, and keys made comments."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.dossier import Dossier
from reportgen.dossier.files import read_text
from reportgen.dossier.tree import Entry, YamlMap, YamlText, find
from reportgen.drafting import Template
from reportgen.drafting.headings import split_heading
from reportgen.drafting.outline import shown
from reportgen.drafting.wording import blocks
from reportgen.periods.yaml_editing import COMMENTED_KEY
from reportgen.problems import Place

_TEXTS = ("thay", "them")
_OPENING = re.compile(r"[|>][-+0-9]*\s*(#.*)?")
_COMMENT_BELOW = re.compile(r"(?P<indent>[ ]*)# (?P<inner>[ ]+)\S")


@dataclass(frozen=True, slots=True)
class OpenSection:
    """A block whose text is still to be written; `title` is the dossier's or the template's.

    `commented`: last period's text stands there as a comment.
    """

    key: str
    title: str
    place: Place
    commented: bool


def open_sections(dossier: Dossier, template: Template) -> Iterator[OpenSection]:
    """The blocks that wait for a text (`khoá: |` with nothing below) or are comments, in order.

    A key with nothing at all (`khoá:`) is no open one: there is nothing to report.
    """
    titles = _titles(template)
    lines = read_text(dossier.path, "HS").split("\n")
    found = [*_waiting(dossier, lines, titles), *_commented(dossier, lines, titles)]
    yield from sorted(found, key=lambda one: one.place.line or 0)


def _titles(template: Template) -> dict[str, str]:
    """The title of each block; of one without, the title that it stands under."""
    titles: dict[str, str] = {}
    own: dict[str, str] = {}
    for block, within in blocks(template.wording):
        heading = split_heading(block.body)
        if heading is not None and heading[0].title is not None:
            own[block.name] = shown(heading[0].title).strip().removesuffix(":")
        around = next((own[name] for name in reversed(within) if name in own), "")
        titles[block.name] = own.get(block.name) or (around and f"trong mục “{around}”")
    return titles


def text_count(dossier: Dossier, template: Template) -> int:
    """How many texts the dossier has or waits for."""
    written = sum(1 for one in dossier.noi_dung.values() if one.thay or one.them)
    return written + len(list(open_sections(dossier, template)))


def _waiting(
    dossier: Dossier, lines: list[str], titles: Mapping[str, str]
) -> Iterator[OpenSection]:
    for key, entry in _entries(dossier):
        inner = entry.node.entries if isinstance(entry.node, YamlMap) else {}
        for one in (entry, *(inner[name] for name in _TEXTS if name in inner)):
            if _waits(one, lines):
                title = dossier.noi_dung[key].tieu_de if key in dossier.noi_dung else None
                commented = _is_comment_below(lines, one.key_place)
                yield OpenSection(key, title or titles.get(key, ""), one.key_place, commented)


def _waits(entry: Entry, lines: list[str]) -> bool:
    node = entry.node
    if not isinstance(node, YamlText) or node.text is None or node.text.strip():
        return False
    line, column = node.place.line or 1, node.place.column or 1
    return bool(_OPENING.fullmatch(lines[line - 1][column - 1 :].rstrip()))


def _is_comment_below(lines: list[str], key: Place) -> bool:
    line, column = key.line or 1, key.column or 1
    own = lines[line - 1].partition(": ")[2]
    if re.match(r"[|>]\S* # ", own):
        return True
    match = _COMMENT_BELOW.match(lines[line]) if line < len(lines) else None
    return match is not None and len(match["indent"]) == column - 1


def _commented(
    dossier: Dossier, lines: list[str], titles: Mapping[str, str]
) -> Iterator[OpenSection]:
    """The keys that `reportgen new` made comments, with their texts."""
    top = dossier.tree.entries.get("noi_dung")
    if top is None:
        return
    known = {key for key, _ in _entries(dossier)}
    first = top.key_place.line or 1
    for number in range(first, len(lines)):
        line = lines[number]
        if line and line[0] not in " #":
            break
        match = COMMENTED_KEY.match(line)
        if match is None or match["key"] not in titles or match["key"] in known:
            continue
        rest = line[match.end() :].strip()
        place = Place(dossier.place_of().file, number + 1, len(match["indent"]) + 1)
        if (rest and not _OPENING.fullmatch(rest)) or _is_comment_below(lines, place):
            yield OpenSection(match["key"], titles[match["key"]], place, commented=True)


def _entries(dossier: Dossier) -> Iterator[tuple[str, Entry]]:
    node = find(dossier.tree, ("noi_dung",))[1]
    if isinstance(node, YamlMap) and "noi_dung" in dossier.tree.entries:
        yield from node.entries.items()
