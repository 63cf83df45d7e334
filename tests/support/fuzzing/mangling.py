"""Inputs that are nearly right: texts, bundles and XML with a few edits.

An edit is four numbers, so that hypothesis can shrink it and a random generator can make it: what
is done, and where, how far and with what.
"""

import random
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree
from support.fuzzing.bundles import bundled, parts_of

Edit = tuple[int, int, int, int]
MOST = 2**16
MOST_BYTES = 60_000
"""An input is cut there: what is slow because it is long is measured elsewhere."""
_MOST_COPIED, _MOST_REPEATED = 300, 60

ANYWHERE = (
    "", " ", "\n", "\n\n", "\t", "\r\n", "\x00", "\x0b", "\ufeff", "\u00a0", "\u200b", "\u2028",
    "\ud7ff", "\ufffd", "\U0001f600", "e\u0302\u0323", "ạ\u0302", "Đ", "İ", "ß", "²", "٣", "Ⅳ",
    "0", "1", "-1", "1.365.565", "14,4", "90,31%", "1e999999999", "NaN", "-0", "0x1F", "1_000",
    "9" * 40, "9" * 5000, "31/02/2025", "09/2025", "quý IV/2025", "null", "../../x", "/dev/null",
    "a" * 300, "(" * 300, "[" * 300, "{" * 300, "*" * 300, "#" * 300, "\\" * 300, "=", "-", "@",
)  # fmt: skip


def random_edits(source: random.Random) -> list[Edit]:
    """One to eight edits."""
    count = source.randint(1, 8)
    return [
        (source.randrange(MOST), source.randrange(MOST), source.randrange(MOST),
         source.randrange(MOST))
        for _ in range(count)
    ]  # fmt: skip


def mangled(data: bytes, edits: Sequence[Edit], tokens: Sequence[str]) -> bytes:
    """`data` after the edits; of a bundle one part is changed by each."""
    words = (*tokens, *ANYWHERE)
    parts = parts_of(data)
    for edit in edits:
        if parts:
            name = list(parts)[edit[3] % len(parts)]
            parts[name] = _edited(parts[name], edit, words)
        else:
            data = _edited(data, edit, words)
    return (bundled(parts) if parts else data)[:MOST_BYTES]


def _edited(data: bytes, edit: Edit, words: Sequence[str]) -> bytes:
    if data.lstrip().startswith(b"<") and edit[0] % 8 > 1:
        return _edited_tree(data, edit, words)
    text = data.decode("utf-8", "surrogateescape")
    kind, where, length, word = edit
    start = where % (len(text) + 1)
    end = min(len(text), start + length % (4 if kind & 16 else 80))
    change = _TEXT[kind % len(_TEXT)]
    return change(text, start, end, words[word % len(words)]).encode("utf-8", "surrogateescape")


def _swapped_lines(text: str, start: int, end: int, _word: str) -> str:
    lines = text.split("\n")
    first, second = start % len(lines), end % len(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


_TEXT: tuple[Callable[[str, int, int, str], str], ...] = (
    lambda text, start, end, word: text[:start] + word + text[start:],
    lambda text, start, end, word: text[:start] + word + text[end:],
    lambda text, start, end, word: text[:start] + text[end:],
    lambda text, start, end, word: text[:end] + text[start:end] * 3 + text[end:],
    lambda text, start, end, word: text[:start] + text[end:] + text[start:end],
    lambda text, start, end, word: text[:start] + word * 40 + text[end:],
    lambda text, start, end, word: text[:start],
    _swapped_lines,
)


def _edited_tree(data: bytes, edit: Edit, words: Sequence[str]) -> bytes:
    """The XML with an element, an attribute or a text changed; as it is where it is broken."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return data
    kind, where, other, word = edit
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    one, two = elements[where % len(elements)], elements[other % len(elements)]
    try:
        _TREE[kind % len(_TREE)](one, two, other, words[word % len(words)])
    except ValueError:  # a sign that no XML can hold
        return data
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _drop(one: etree._Element, _two: etree._Element, _number: int, _word: str) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _copy(one: etree._Element, two: etree._Element, _number: int, _word: str) -> None:
    if sum(1 for _ in one.iter()) < _MOST_COPIED:
        two.append(deepcopy(one))


def _repeat(one: etree._Element, _two: etree._Element, number: int, _word: str) -> None:
    if one.getparent() is not None and sum(1 for _ in one.iter()) < _MOST_REPEATED:
        for _ in range(number % 20):
            one.addnext(deepcopy(one))


def _wrap(one: etree._Element, two: etree._Element, number: int, _word: str) -> None:
    parent = one.getparent()
    for _ in range(number % 30 if parent is not None else 0):
        shell = etree.Element(two.tag, dict(two.attrib))
        one.addprevious(shell)
        shell.append(one)


def _rename(one: etree._Element, two: etree._Element, _number: int, _word: str) -> None:
    one.tag = two.tag


def _attribute(one: etree._Element, _two: etree._Element, number: int, word: str) -> None:
    names = list(one.attrib)
    if names:
        one.set(names[number % len(names)], word)


def _no_attribute(one: etree._Element, _two: etree._Element, number: int, _word: str) -> None:
    names = list(one.attrib)
    if names:
        del one.attrib[names[number % len(names)]]


def _attributes_of(one: etree._Element, two: etree._Element, _number: int, _word: str) -> None:
    for name, value in two.attrib.items():
        one.set(name, value)


def _text(one: etree._Element, _two: etree._Element, number: int, word: str) -> None:
    leaves = [leaf for leaf in one.iter() if not len(leaf)]
    leaves[number % len(leaves)].text = word


_TREE = (_drop, _copy, _repeat, _wrap, _rename, _attribute, _attribute, _no_attribute,
         _attributes_of, _text, _text)  # fmt: skip
