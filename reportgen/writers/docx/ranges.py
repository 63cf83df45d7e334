"""Comment ranges set around words: runs are split there, their text and looks left as they are.

Range marks stand among the runs of a paragraph, or of a link or tracked change in it (ECMA-376
§17.13.4.3-4); never in a field's code, a simple field, a formula, a text box or a content control
with contents of its own kind: those are taken whole.
"""

import copy
import itertools
from dataclasses import dataclass, field

from reportgen.readers.word.tracing import Piece
from reportgen.wordprocessingml.names import XML, Element, local, value, w

_OPEN = frozenset(
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
#: What makes a content control more than a stretch of text (§17.5.2), by local name.
_CLOSED = frozenset(
    (
        *("text", "date", "dropDownList", "comboBox", "checkbox", "picture", "equation"),
        *("citation", "bibliography", "docPartList", "docPartObj", "dataBinding", "lock"),
    )
)
_PRESERVE = f"{{{XML}}}space"


@dataclass(slots=True)
class MarkedParagraph:
    """A paragraph whose runs are split as comments are set."""

    nodes: tuple[Element, ...]
    _pieces: list[Piece]
    _placed: set[Element] = field(default_factory=set)

    @property
    def in_text_box(self) -> bool:
        return next(self.nodes[-1].iterancestors(w("txbxContent")), None) is not None

    def mark(self, start: int, end: int, opening: Element, closing: list[Element]) -> None:
        """Set `opening` before and `closing` after the characters from `start` to `end`.

        Characters that cannot be parted are taken in whole; with none between, the paragraph is.
        """
        if not self._pieces:
            self._mark_empty(opening, closing)
            return
        first, last = 0, len(self._pieces) - 1
        if start < end:
            first = self._cut(start, whole=0)
            last = self._cut(end, whole=1) - 1
            while not self._pieces[first][1]:
                first += 1
        self._surround(self._pieces[first][0], self._pieces[last][0], opening, closing)

    def mark_element(self, node: Element, opening: Element, closing: list[Element]) -> None:
        """Set them around an element of a run: a note's mark."""
        self._surround(node, node, opening, closing)

    def _cut(self, offset: int, whole: int) -> int:
        """The index of the first piece that begins at `offset` or later.

        A piece is cut there if it can be; of one that cannot, `whole` is added to its index.
        """
        begin = 0
        for index, (node, text) in enumerate(self._pieces):
            if begin >= offset:
                return index
            if begin + len(text) > offset:
                if not _is_splittable(node):
                    return index + whole
                self._pieces[index : index + 1] = _split_text(node, text, offset - begin)
                return index + 1
            begin += len(text)
        return len(self._pieces)

    def _surround(
        self, first: Element, last: Element, opening: Element, closing: list[Element]
    ) -> None:
        _unit(first, split_before=True).addprevious(opening)
        end = _unit(_end_of(last), split_after=True)
        mark, *reference = closing
        self._add_after(end, mark)
        outer = _outermost(end)
        follower = mark if outer is end else outer
        for node in reference:
            self._add_after(follower, node)
            follower = node

    def _add_after(self, node: Element, added: Element) -> None:
        """Put `added` behind `node` and the marks that earlier comments left there."""
        following = node.getnext()
        while following is not None and following in self._placed:
            node, following = following, following.getnext()
        node.addnext(added)
        self._placed.add(added)

    def _mark_empty(self, opening: Element, closing: list[Element]) -> None:
        node = self.nodes[-1]
        if self.in_text_box:
            self._surround(node, node, opening, closing)
        else:
            node.extend([opening, *closing])


def _is_splittable(node: Element) -> bool:
    return node.tag == w("t") and node.getparent() is _unit(node)


def _split_text(node: Element, text: str, offset: int) -> list[Piece]:
    """The w:t as two, parted at `offset` of the text that it prints."""
    rest = _like(node)
    for one, part in ((node, text[:offset]), (rest, text[offset:])):
        one.text = part
        one.set(_PRESERVE, "preserve")
    node.addnext(rest)
    return [(node, text[:offset]), (rest, text[offset:])]


def _like(node: Element) -> Element:
    """A new element of the same name and attributes."""
    made = node.makeelement(node.tag)
    for name, said in node.attrib.items():
        made.set(name, said)
    return made


def _unit(node: Element, split_before: bool = False, split_after: bool = False) -> Element:
    """The run around `node`, or what closed thing holds it: marks may stand beside it.

    The run is split where asked, so that it begins or ends with the node.
    """
    chain = iter(_chain(node))
    unit = next(one for one in chain if one is node or not _is_open(one))
    held = next(chain, None)
    if unit.tag != w("r") or held is None:
        return unit
    if split_before:
        _split_run(unit, list(held.itersiblings(preceding=True))[::-1], before=True)
    if split_after:
        _split_run(unit, list(held.itersiblings()), before=False)
    return unit


def _chain(node: Element) -> list[Element]:
    """The elements from the body's paragraph (without it) down to `node`.

    Those that only hold the content of a control are left out.
    """
    top = _paragraph(node)
    above = itertools.takewhile(lambda one: one is not top, node.iterancestors())
    chain = [one for one in (node, *above) if one.tag != w("sdtContent")]
    return chain[::-1]


def _outermost(unit: Element) -> Element:
    """What holds the unit right in the paragraph; the comment's reference stands after it."""
    return _chain(unit)[0]


def _is_open(node: Element) -> bool:
    """Whether marks may stand in it: a link, a tracked change, a control of any words."""
    properties = node.find(w("sdtPr"))
    kinds = () if properties is None else properties
    is_control = node.tag == w("sdt")
    return node.tag in _OPEN or (is_control and not any(local(one) in _CLOSED for one in kinds))


def _split_run(run: Element, content: list[Element], before: bool) -> None:
    """Move `content` into a run of the same look before or after this one."""
    moved = [one for one in content if one.tag != w("rPr")]
    if not moved:
        return
    made = _like(run)
    look = run.find(w("rPr"))
    if look is not None:
        made.append(copy.deepcopy(look))
    made.extend(moved)
    if before:
        run.addprevious(made)
    else:
        run.addnext(made)


def _end_of(node: Element) -> Element:
    """Of the beginning of a form field (§17.16.5) its end in the paragraph, else the node."""
    depth = 0
    for one in _paragraph(node).iter(w("fldChar")):
        if one is node or depth:
            depth += {"begin": 1, "end": -1}.get(value(one, "fldCharType"), 0)
            if not depth:
                return one
    return node


def _paragraph(node: Element) -> Element:
    """The body's paragraph around `node`, be it by way of a text box."""
    return [one for one in (node, *node.iterancestors()) if one.tag == w("p")][-1]
