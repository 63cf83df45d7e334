"""Names at the head and the foot of a document, broken into lines of about one length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.tree import Document, Signature
from reportgen.layout.metrics import Run, line_widths, points
from reportgen.layout.nd30 import (
    COMPONENTS,
    LETTERHEAD_COLUMNS,
    PAGE,
    SIGNATURE_COLUMNS,
    TextStyle,
)

#: Room in pt that is left free, so that no program breaks a line again by a hair.
_SPARE = 1.0
_RECORD = 2  # signatures of a record: secretary and chair (Phụ lục III, Mẫu 1.9)
#: What a break against the sense costs, and a last word alone, as shares of the room squared.
_TORN, _ALONE = 0.2, 4.0
#: What a break is worth after a comma, or before a word that opens a part of a name.
_WELCOME = 0.07
_OPENERS = frozenset({"sở", "trường", "và", "về"})


def balanced(document: Document) -> Document:
    """The document with the names of offices and the titles of signers broken into even lines.

    Lines that fit stay as typed. In a title a break is `\\n`.
    """
    head = document.letterhead
    width = LETTERHEAD_COLUMNS[0]
    widths = signature_widths(len(document.signatures))
    return replace(
        document,
        letterhead=replace(
            head,
            superior=_all(head.superior, COMPONENTS["superior"], width),
            issuer=_all(head.issuer, COMPONENTS["issuer"], width),
        ),
        signatures=tuple(
            _signature(one, room) for one, room in zip(document.signatures, widths, strict=True)
        ),
    )


def signature_widths(count: int) -> tuple[float, ...]:
    """Widths in mm of the columns of `count` signatures; one stands beside Nơi nhận."""
    even = (PAGE.text_width / max(count, 1),) * count
    return {1: SIGNATURE_COLUMNS[1:], _RECORD: SIGNATURE_COLUMNS}.get(count, even)


def balanced_lines(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """`text` in as few lines as a column `width` mm wide allows, of about one length.

    The last has two words at least where that can be. A text that fits, and one with a word that
    no line holds, stays whole.
    """
    room = points(width - 2 * style.side_indent) - _SPARE
    run = Run(text.upper() if style.capitals else text, style.size, style.bold, style.italic)
    count = len(line_widths([run], room))
    words = text.split(" ")
    if count == 1 or any(replace(run, text=word).width > room for word in run.text.split(" ")):
        return (text,)
    return _Breaking(words, run, room, run.width / count).lines(count)


@dataclass(frozen=True)
class _Breaking:
    """Words to be set as `run` is in lines of at most `room` pt, `aim` pt each."""

    words: Sequence[str]
    run: Run
    room: float
    aim: float

    def lines(self, count: int) -> tuple[str, ...]:
        """The words in `count` lines at the least cost; in one where they cannot be so set."""
        total = len(self.words)
        costs: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]
        for _ in range(count):
            reached: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (spent, starts) in costs[-1].items():
                for end, cost in self._ends(start):
                    way = (spent + cost, (*starts, start))
                    reached[end] = min(way, reached.get(end, way))
            costs.append(reached)
        if total not in costs[-1]:  # tabs or line feeds, which lines are not counted by here
            return (" ".join(self.words),)
        starts = costs[-1][total][1]
        ends = (*starts[1:], total)
        return tuple(
            " ".join(self.words[start:end]) for start, end in zip(starts, ends, strict=True)
        )

    def _ends(self, start: int) -> Iterator[tuple[int, float]]:
        """Where a line from `start` may end, and what it costs there."""
        for end in range(start + 1, len(self.words) + 1):
            line = " ".join(self.run.text.split(" ")[start:end])
            width = replace(self.run, text=line.strip(" ")).width
            if width > self.room:
                return
            yield end, ((width - self.aim) / self.room) ** 2 + self._tears(start, end)

    def _tears(self, start: int, end: int) -> float:
        """What the end costs for the sense: a number torn off, a word alone; a good end pays."""
        if end == len(self.words):
            return _ALONE * (end - start == 1)
        before, after = self.words[end - 1].casefold(), self.words[end].casefold()
        torn = before in {"và", "về"} or after[:1].isdigit()
        return _TORN * torn - _WELCOME * (after in _OPENERS or before.endswith(","))


def _all(lines: Sequence[str], style: TextStyle, width: float) -> tuple[str, ...]:
    return tuple(part for line in lines for part in balanced_lines(line, style, width))


def _signature(signature: Signature, width: float) -> Signature:
    def title(text: str, component: str) -> str:
        return "\n".join(balanced_lines(text, COMPONENTS[component], width))

    return replace(
        signature,
        authority=_all(signature.authority, COMPONENTS["authority"], width),
        position=title(signature.position, "position"),
        official_title=title(signature.official_title, "official_title"),
    )
