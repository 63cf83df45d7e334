"""The dossier's `noi_dung` laid over a template's wording: the last link of the inheritance.

Each key names a block: its text replaces the block's, follows it, gives it another title, drops
it, or says that there is nothing to report.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from reportgen.dossier.spelling import meant, nearest
from reportgen.drafting.headings import Heading, margins, split_heading
from reportgen.drafting.parsing import Parsed
from reportgen.drafting.wording import (
    Block,
    Literal,
    Node,
    Standing,
    Wording,
    blocks,
    rewritten,
    written,
)
from reportgen.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a dossier says about one block; `place` is its key. The texts are read already."""

    place: Place
    replacement: Wording | None = None
    addition: Wording | None = None
    title: Wording | None = None
    dropped: bool = False
    nothing: bool = False

    @property
    def hides_inner(self) -> bool:
        """Whether the blocks inside are no longer printed."""
        return self.dropped or self.nothing or self.replacement is not None


@dataclass(frozen=True, slots=True)
class Standards:
    """A template's optional blocks, and its standing phrases by block (`chung`: for all others)."""

    optional: Collection[str]
    phrases: Mapping[str, Wording]

    def phrase(self, block: str) -> Wording:
        """The standing phrase of a block with nothing to say."""
        return self.phrases.get(block) or self.phrases.get(GENERAL) or written("không phát sinh.")


GENERAL = "chung"
_NO_BLOCKS = "mẫu này chưa có khối nào; nếu nó sửa một mẫu có sẵn thì ghi ke_thua vào mau.yaml"


def overlay(wording: Wording, overlays: Mapping[str, Overlay], standards: Standards) -> Parsed:
    """The wording of the document: every block as template and dossier together say it.

    Problems: keys that name no block (with the nearest), keys of blocks that are not printed
    because the dossier replaces or drops a block around them, titles for blocks without heading.
    """
    around = {block.name: within for block, within in blocks(wording)}
    problems = _misplaced(overlays, around, wording)
    overlays = _as_meant(overlays, around)
    needed = {name for key in overlays if key in around for name in (key, *around[key])}
    writer = _Writer(overlays, standards, frozenset(standards.optional) - needed)
    body = writer.wording(wording)
    return Parsed(body, (*problems, *writer.problems))


def _as_meant(overlays: Mapping[str, Overlay], known: Collection[str]) -> dict[str, Overlay]:
    """The overlays with misspelt keys (told already) taken for the block that they are nearest to.

    So nobody is told what the template's own wording lacks, which they meant to replace.
    """
    found = {key: given for key, given in overlays.items() if key in known}
    for key, given in overlays.items():
        near = nearest(key, known) if key not in known else None
        if near:
            found.setdefault(near, given)
    return found


def _misplaced(
    overlays: Mapping[str, Overlay], around: Mapping[str, tuple[str, ...]], wording: Wording
) -> list[Problem]:
    in_headings = set(_in_headings(wording))
    problems = []
    for key, given in overlays.items():
        if key not in around:
            hint = meant(key, around) if around else _NO_BLOCKS
            problems.append(Problem("MA040", f"mẫu không có khối “{key}”", given.place, hint))
            continue
        for outer in around[key]:
            hidden = outer in overlays and overlays[outer].hides_inner
            if hidden and (overlays[outer].dropped or key not in in_headings):
                message = f"nội dung của “{key}” sẽ bị mất: nó nằm trong khối “{outer}”"
                message += f" đã bị thay hoặc bỏ ở dòng {overlays[outer].place.line}"
                hint = f"chuyển nội dung vào “{outer}”, hoặc bỏ một trong hai khoá"
                problems.append(Problem("MA041", message, given.place, hint))
                break
    return problems


def _in_headings(wording: Wording) -> Iterator[str]:
    """The blocks that stand in the heading line of a block: that line is kept."""
    for block, _ in blocks(wording):
        heading = split_heading(block.body)
        if heading is not None:
            yield from (inner.name for inner, _ in blocks(heading[0].title or ()))


class _Writer:
    def __init__(
        self, overlays: Mapping[str, Overlay], standards: Standards, absent: Collection[str]
    ) -> None:
        self.overlays = overlays
        self.standards = standards
        self.absent = absent
        self.problems: list[Problem] = []

    def wording(self, wording: Wording) -> Wording:
        return tuple(found for node in wording for found in self.node(node))

    def node(self, node: Node) -> Wording:
        if not isinstance(node, Block):
            return (rewritten(node, self.wording),)
        if node.name in self.absent:
            return ()
        if node.name in self.overlays:
            return self.overlaid(node, self.overlays[node.name])
        return self.wording(node.body)

    def overlaid(self, block: Block, given: Overlay) -> Wording:
        if given.dropped:
            return ()
        heading, rest = split_heading(block.body) or (None, block.body)
        if heading is not None and heading.title is not None:
            heading = heading.retitled(self.wording(heading.title))
        if given.title is not None:
            heading = self.retitled(block, heading, given)
        text = given.replacement
        if given.nothing:
            text = (Standing(self.standards.phrase(block.name)),)
        if text is None:
            body = self.kept(heading, rest, given)
        elif heading is None:
            before, after = margins(block.body)
            body = written(before, text, after)
        else:
            body = _under(heading, text)
        return _followed(body, given.addition, inline=_is_inline(block.body))

    def retitled(self, block: Block, heading: Heading | None, given: Overlay) -> Heading | None:
        if heading is None or heading.title is None:
            message = f"khối “{block.name}” không có tiêu đề để thay"
            self.problems.append(Problem("MA047", message, given.place, "bỏ khoá tieu_de"))
            return heading
        return heading.retitled(given.title or ())

    def kept(self, heading: Heading | None, rest: Wording, given: Overlay) -> Wording:
        """The template's own text, under its own or the dossier's title."""
        inner = self.wording(rest)
        if heading is None:
            return inner
        if given.title is None or heading.title is None:
            line = heading.title if heading.title is not None else ()
            return written(heading.marker, line, "\n" if heading.title is not None else "", inner)
        return written(heading.followed_by(()), inner)


def _under(heading: Heading, text: Wording) -> Wording:
    first = text[0] if text else None
    if heading.title is None and isinstance(first, Literal) and first.text.startswith("#"):
        return written(text, "\n\n")  # the text brings its own headings or numbered paragraphs
    return written(heading.followed_by(text), "\n\n")


def _is_inline(body: Wording) -> bool:
    """Whether a block is a part of a paragraph: no line ends at its edges."""
    before, after = margins(body)
    return "\n" not in before + after


def _followed(body: Wording, addition: Wording | None, *, inline: bool) -> Wording:
    if addition is None:
        return body
    if inline:
        return written(body, " " if body else "", addition)
    return written(body, "\n\n", addition, "\n\n")
