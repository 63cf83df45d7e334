"""Component 7: authority, position, other title and name of those who sign, told in one column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document.tree import Signature
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.words import AGENCY, AUTHORITY, POSITION, SIGNED

_LONGEST = 120
_OF_TITLES = frozenset(
    ("ban", "tỉnh", "xã", "phường", "ủy", "và", "phó", "trưởng", "tịch", "sở", "phòng", "viên")
)
_TITLES = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Chuẩn Đô đốc|Đô đốc"
    r"|(?:(?:GS|PGS|TS|TSKH|ThS|CN|KS|BS|LS|NGND|NGƯT|TTND|TTƯT)[.,]? ?)+"
    r"|Ông|Bà|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Giáo sư|Phó Giáo sư)[.:,]? ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature with the lines of each of its parts, for their origins."""

    signature: Signature
    lines: tuple[tuple[Component, Line], ...]

    @property
    def is_name_only(self) -> bool:
        """Whether nothing but a name was found, its titles being elsewhere."""
        one = self.signature
        return bool(one.name) and not (one.authority or one.position or one.official_title)

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one part."""
        return tuple(line for claimed, line in self.lines if claimed is component)


@dataclass(frozen=True, slots=True)
class Signed:
    """The component of each line of a column, None for one of no signature; the signatures."""

    claims: tuple[Component | None, ...]
    signatures: tuple[Signing, ...]


def is_authority(line: Line) -> bool:
    """Whether the line says by what authority somebody signs (`TM. ỦY BAN NHÂN DÂN`)."""
    return line.in_capitals and AUTHORITY.fullmatch(line.folded) is not None


def is_position(line: Line) -> bool:
    """Whether the line begins with the title of an office."""
    return len(line.text) < _LONGEST and POSITION.match(line.folded) is not None


def is_name(line: Line) -> bool:
    """Whether the line is the name of a person, a rank or a degree before it or not."""
    text = _TITLES.sub("", line.text.strip(" .…_"), count=1) if len(line.text) < 80 else ""
    words = text.split()
    if not 2 <= len(words) <= 6 or AGENCY.match(line.folded) or line.in_capitals:
        return False
    return all(word[0].isupper() and word.isalpha() for word in words)


def read_signatures(lines: Sequence[Line]) -> Signed:
    """The signatures of one column: each ends with its name, or where another authority begins."""
    claims: list[Component | None] = []
    groups: list[list[tuple[Component, Line]]] = []
    for index, line in enumerate(lines):
        claim = _claim(line, groups[-1] if groups else [], lines[index + 1 :])
        claims.append(claim)
        if claim is None:
            continue
        if not groups or _ends(groups[-1], claim):
            groups.append([])
        groups[-1].append((claim, line))
    return Signed(tuple(claims), tuple(_signing(group) for group in groups))


def _claim(
    line: Line, group: Sequence[tuple[Component, Line]], after: Sequence[Line]
) -> Component | None:
    parts = [] if _is_complete(group) else [part for part, _ in group]
    if SIGNED.match(line.folded) or len(line.text) > _LONGEST:
        return None
    if is_authority(line):
        return Component.AUTHORITY
    if is_name(line):
        return Component.SIGNER
    if parts and group[-1][1].of is line.of and not is_position(line):
        return parts[-1]  # a second line of the same title
    return _title(line, parts, after)


def _title(line: Line, parts: Sequence[Component], after: Sequence[Line]) -> Component | None:
    if line.in_capitals and _continues_authority(parts, line, after):
        return Component.AUTHORITY
    if line.in_capitals and _is_name_in_capitals(line, parts, after):
        return Component.SIGNER
    if not (line.in_capitals or is_position(line)):
        return None
    return Component.OFFICIAL_TITLE if Component.POSITION in parts else Component.POSITION


def _continues_authority(parts: Sequence[Component], line: Line, after: Sequence[Line]) -> bool:
    """Whether the line is a second line of the authority above it, the position still to come."""
    if not parts or parts[-1] is not Component.AUTHORITY or is_position(line):
        return False
    return bool(after) and (is_authority(after[0]) or (after[0].in_capitals and not is_name(line)))


def _is_name_in_capitals(line: Line, parts: Sequence[Component], after: Sequence[Line]) -> bool:
    """Whether a line in capitals is the name: the last below a position, no title itself."""
    words = line.text.split()
    return (
        Component.POSITION in parts
        and not any(one.in_capitals for one in after)
        and 2 <= len(words) <= 5
        and all(word.isalpha() for word in words)
        and not (is_position(line) or AGENCY.match(line.folded))
        and not _reads_as_title(line)
    )


def _reads_as_title(line: Line) -> bool:
    return not _OF_TITLES.isdisjoint(line.folded.split())


def _is_complete(group: Sequence[tuple[Component, Line]]) -> bool:
    return any(part is Component.SIGNER for part, _ in group)


def _ends(group: Sequence[tuple[Component, Line]], claim: Component) -> bool:
    """Whether a line of the component `claim` begins another signature."""
    parts = [part for part, _ in group]
    if Component.SIGNER in parts:
        return True
    return claim is Component.AUTHORITY and Component.POSITION in parts


def _signing(group: Sequence[tuple[Component, Line]]) -> Signing:
    def texts(component: Component) -> list[str]:
        return [line.text for part, line in group if part is component]

    signature = Signature(
        authority=tuple(texts(Component.AUTHORITY)),
        position=" ".join(texts(Component.POSITION)),
        official_title=" ".join(texts(Component.OFFICIAL_TITLE)),
        name=" ".join(texts(Component.SIGNER)),
    )
    return Signing(signature, tuple(group))
