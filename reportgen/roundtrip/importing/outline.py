"""A document's body cut at its headings: what stays from month to month, and the month's text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Block, Blocks, Heading, Inlines, Paragraph, Text
from reportgen.roundtrip.dialect import Sources
from reportgen.vietnamese.text import plain_name

_WHOLE = "toan_van"
_MOST_SECTIONS = 60
_WORDS = 6
_LONGEST_KEY = 40
_RESERVED = frozenset(
    {"phan_dau", "toan_van", "chu_thich", "can_cu", "mo_dau", "loi_ket", "and", "block", "else"}
    | {"endblock", "endfor", "endif", "filter", "for", "if", "in", "is", "not", "or", "set"}
    | {"true", "false", "none"}
)
_CLOSING = re.compile(r"(?:Trên đây là|Trên đây,|Kính đề nghị|Kính báo cáo|Đề nghị các)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the body: `heading` None for text before the first or after the last section.

    `key` names its block. `blocks` are its text; a body that runs in after the title is `run_in`
    of the heading. `opens` says that sections of the next level follow below it.
    """

    key: str
    heading: Heading | None
    blocks: Blocks
    opens: bool = False

    @property
    def opening(self) -> str:
        """The key of its text where that stands in a block of its own."""
        return f"{self.key}_mo_dau"

    @property
    def notes(self) -> str:
        """The key of the notes at its title's end."""
        return f"{self.key}_chu_thich"

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys that its texts may have."""
        return self.key, self.opening, self.notes


def cut(body: Sequence[Block], *, whole: bool = False) -> tuple[Part, ...]:
    """The body in parts, in reading order; one part without a heading where there are none.

    `whole`: as one part, whatever headings there are.
    """
    if whole:
        return (Part(_WHOLE, None, tuple(body)),)
    for deepest in (2, 1):
        parts = _parts(body, deepest)
        if len(parts) <= _MOST_SECTIONS:
            break
    else:
        parts = [(None, list(body))]
    parts = [*parts[:-1], *_without_closing(*parts[-1])]
    return tuple(_named(parts))


def is_section(block: Block, deepest: int = 2) -> bool:
    """Whether a block is a title that a template can hold."""
    if not isinstance(block, Heading) or block.level > deepest or not block.title:
        return False
    if not plain_text(block.title).strip():
        return False
    return Sources().holds_run_in(block)


def _parts(body: Iterable[Block], deepest: int) -> list[tuple[Heading | None, list[Block]]]:
    parts: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in body:
        if isinstance(block, Heading) and is_section(block, deepest):
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return parts if parts[0][1] or len(parts) == 1 else parts[1:]


def _without_closing(
    heading: Heading | None, blocks: list[Block]
) -> Iterator[tuple[Heading | None, list[Block]]]:
    """The last part without the document's closing sentence, and that on its own."""
    last = blocks[-1] if blocks else None
    if heading is not None and isinstance(last, Paragraph) and not last.label:
        text = plain_text(last.inlines).strip()
        dashed = text[:1] in "-+–•"
        if _CLOSING.match(text) or (text.endswith("./.") and not dashed and len(blocks) > 1):
            yield heading, blocks[:-1]
            yield None, [last]
            return
    yield heading, blocks


def _named(parts: Sequence[tuple[Heading | None, list[Block]]]) -> Iterator[Part]:
    taken: set[str] = set()
    single = len(parts) == 1 and parts[0][0] is None
    for index, (heading, blocks) in enumerate(parts):
        if heading is None:
            key = _WHOLE if single else "loi_ket" if index else "mo_dau"
            yield Part(key, None, tuple(blocks))
            continue
        following = parts[index + 1][0] if index + 1 < len(parts) else None
        opens = heading.level == 1 and following is not None and following.level == 2
        part = Part(slug(plain_text(heading.title), taken), heading, tuple(blocks), opens)
        taken |= {*part.keys}
        yield part


def slug(title: str, taken: Collection[str], words: int = _WORDS) -> str:
    """A key for a title: its first words without marks, unlike all that are `taken`."""
    name = "_".join(plain_name(title).split("_")[:words])[:_LONGEST_KEY].strip("_")
    if not re.match(r"[a-z]", name) or name in _RESERVED:
        name = f"muc_{name}".rstrip("_")
    key, count = name, 1
    while key in taken:
        count += 1
        key = f"{name}_{count}"
    return key


def without_end_mark(body: Blocks) -> Blocks | None:
    """The body without the `./.` that a template prints by itself; None where it has none so."""
    last = body[-1] if body else None
    if isinstance(last, Heading):
        bare = _without_end_mark(last.run_in)
        return (*body[:-1], replace(last, run_in=bare)) if bare is not None else None
    if isinstance(last, Paragraph):
        bare = _without_end_mark(last.inlines)
        return (*body[:-1], replace(last, inlines=bare)) if bare is not None else None
    return None


def _without_end_mark(inlines: Inlines) -> Inlines | None:
    end = inlines[-1] if inlines else None
    if not isinstance(end, Text) or end.bold or end.italic:
        return None
    text = end.value.rstrip()
    bare = text.removesuffix("./.").rstrip()
    if bare == text or bare.endswith((".", "/")) or not (bare or len(inlines) > 1):
        return None
    return tuple(x for x in (*inlines[:-1], replace(end, value=bare)) if x != Text(""))
