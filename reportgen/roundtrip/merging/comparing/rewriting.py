"""An edit of the Word file laid over the dossier's own paragraph: three texts become one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from reportgen.roundtrip.merging.comparing.letters import NOTE, Letters, Look, Token


@dataclass(slots=True)
class _Made:
    """Letters while they are put together."""

    signs: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def put(self, sign: str, look: Look) -> None:
        self.signs.append(sign)
        self.looks.append(look)


def rewrite(own: Letters, rendered: Letters, edited: Letters) -> Letters:
    """`own` as somebody edited it who saw `rendered` and left `edited`.

    What was left alone is as in `own`: letters, blanks, looks. What was put in looks as its
    surroundings do there, as far as it looked so in Word. The three number notes alike.
    """
    if rendered == edited or rendered.seen() == edited.seen():
        return own
    return _Rewriting(own, rendered, edited).done()


class _Rewriting:
    def __init__(self, own: Letters, rendered: Letters, edited: Letters) -> None:
        self._own, self._rendered, self._edited = own, rendered, edited
        self._at = _places(own, rendered)
        taken = {place for place in self._at if place is not None}
        self._free = [place not in taken for place in range(len(own))]
        self._made = _Made()

    def done(self) -> Letters:
        rendered, edited = self._rendered, self._edited
        for tag, start, end, first, last in opcodes(rendered.tokens, edited.tokens):
            if tag == "equal":
                for one, other in zip(range(start, end), range(first, last), strict=True):
                    self._keep(rendered.spans[one], edited.spans[other])
            elif first < last:
                begin = rendered.spans[start][0] if start < len(rendered.spans) else len(rendered)
                self._put_in(edited.spans[first][0], edited.spans[last - 1][1], begin, start < end)
        return Letters("".join(self._made.signs), tuple(self._made.looks)).trimmed()

    def _keep(self, kept: tuple[int, int], now: tuple[int, int]) -> None:
        """Take over a token that was left alone, or only set in another look."""
        start, end = kept
        same_length = end - start == now[1] - now[0]
        for index in range(start, end):
            place = self._at[index]
            other = now[0] + index - start if same_length else now[0]
            look = self._edited.looks[other]
            if place is None:
                if self._rendered.text[index] == NOTE or not self._rendered.text[index].isspace():
                    self._made.put(self._edited.text[other], look)
                elif index == start:
                    self._made.put(" ", look)
                continue
            self._catch_up(place)
            self._made.put(self._own.text[place], self._look(look, index, place))
            self._follow(place, index)

    def _catch_up(self, place: int) -> None:
        """Letters of the dossier's own that the Word file does not show stand before others."""
        start = place
        while start and self._free[start - 1]:
            start -= 1
        self._take(start, place)

    def _follow(self, place: int, index: int) -> None:
        """Those that stand after the last letter."""
        if index == len(self._rendered) - 1:
            self._take(place + 1, len(self._own))

    def _take(self, start: int, end: int) -> None:
        for free in range(start, end):
            if self._free[free]:
                self._free[free] = False
                self._made.put(self._own.text[free], self._own.looks[free])

    def _look(self, look: Look, index: int, place: int) -> Look:
        """The own letter's look, but for what was set otherwise in Word."""
        own, was = self._own.looks[place], self._rendered.looks[index]
        if own.note:
            return own
        return Look(
            own.bold if look.bold == was.bold else look.bold,
            own.italic if look.italic == was.italic else look.italic,
            own.superscript if look.superscript == was.superscript else look.superscript,
            own.link,
        )

    def _put_in(self, start: int, end: int, begin: int, replaces: bool) -> None:
        """Put in new letters, where `begin` stood in the file as it was rendered."""
        near = self._neighbour(begin if replaces else begin - 1)
        for index in range(start, end):
            look = self._edited.looks[index]
            if near is not None and not look.note:
                link = look.link
                look = replace(self._look(look, *near), link=link)
            self._made.put(self._edited.text[index], look)

    def _neighbour(self, index: int) -> tuple[int, int] | None:
        """The nearest letter that is in both files as they were, with its place in the own."""
        size = len(self._rendered)
        for distance in range(size):
            for near in (index - distance, index + distance):
                if 0 <= near < size and (place := self._at[near]) is not None:
                    sign = self._rendered.text[near]
                    if not sign.isspace() and sign != NOTE:
                        return near, place
        return None


def _places(own: Letters, rendered: Letters) -> list[int | None]:
    """For each letter of the rendered paragraph its place in the own one."""
    if own.text == rendered.text:
        return list(range(len(own)))
    found: list[int | None] = [None] * len(rendered)
    for tag, start, end, first, _ in opcodes(_folded(own), _folded(rendered)):
        if tag != "equal":
            continue
        for offset in range(end - start):
            begin, stop = own.spans[start + offset]
            here, last = rendered.spans[first + offset]
            for index in range(min(stop - begin, last - here)):
                found[here + index] = begin + index
    return found


def _folded(letters: Letters) -> Sequence[Token]:
    return [(value.casefold(), note) for value, note in letters.tokens]


def opcodes(
    before: Sequence[Token], after: Sequence[Token]
) -> Iterator[tuple[str, int, int, int, int]]:
    """How one row of tokens becomes the other; what both begin and end with is told quickly."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    room = most - head
    tail = next((at for at in range(room) if before[-1 - at] != after[-1 - at]), room)
    if head:
        yield "equal", 0, head, 0, head
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    for tag, start, end, first, last in SequenceMatcher(
        None, *middle, autojunk=False
    ).get_opcodes():
        yield tag, start + head, end + head, first + head, last + head
    if tail:
        yield "equal", len(before) - tail, len(before), len(after) - tail, len(after)
