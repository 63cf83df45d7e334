"""Which figures of a text are told together: done, total, and their percentage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token
from reportgen.checks.figures.out_of import out_of
from reportgen.checks.figures.phrasing import is_well_written
from reportgen.checks.figures.rate_pairs import RatePair, rate_pairs
from reportgen.checks.figures.scan import scan

_ALL_OF_IT = re.compile(
    r"(?P<between>(?:[^;:.()\n]|\.(?=\S)){0,160})[(,–-]\s*(?:đã\s+)?đạt(?:\s+t[ỷỉ] lệ)?\s+\Z",
    re.IGNORECASE,
)
_WHOLE_CLOSED = re.compile(r"\s*(?:[);.]|\Z)")
_QUOTED = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_TITLED = re.compile(
    r"(?<!\w)(?:Mô hình|Nhiệm vụ|Giải pháp|Tiêu chí|Nội dung|Chỉ tiêu|Dự án|Mục tiêu)"
    r"\s+(?:số\s+)?[0-9]{1,3}\s?:[^;\n]{0,400}"
)
_TIMES = frozenset(
    ("năm", "tháng", "ngày", "tuần", "giờ", "phút", "tuổi", "cấp", "kỳ", "lần", "chiều", "bậc")
)
_PARTED = re.compile(r"(?<!\w)thành\s\Z", re.IGNORECASE)
_LABELLED = re.compile(r"[:(]\s*\Z")


@dataclass(frozen=True, slots=True)
class Statement:
    """`part` of `whole`, and the percentage told of it; at least one of `part` and `percent`.

    `pair` is what pairs them where the percentage is to be judged.
    """

    part: Figure | None
    whole: Figure | None = None
    percent: Figure | None = None
    pair: RatePair | None = None
    inferred: bool = False  # the whole is what the part is 100% of

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those that stand in the text, in order."""
        whole = None if self.inferred else self.whole
        given = (one for one in (self.part, whole, self.percent) if one is not None)
        return tuple(sorted(given, key=lambda figure: figure.start))

    @property
    def start(self) -> int:
        return self.figures[0].start

    @property
    def end(self) -> int:
        return max(figure.end for figure in self.figures)


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text in order, without figures that no later period will change.

    Those are spans of time and ages, ends of ranges, and what stands in quotation marks or in the
    title of a numbered thing.
    """
    tokens = scan(text)
    if not tokens:
        return ()
    fixed = [match.span() for match in (*_QUOTED.finditer(text), *_TITLED.finditer(text))]
    found = sorted(_grouped(text, tokens), key=lambda statement: statement.start)
    whole = list(_all_of_it(text, found))
    return tuple(one for one in whole if _varies(text, one, sorted(fixed)))


def slips(text: str) -> tuple[Token, ...]:
    """The figures of a text that are not written as they would be printed."""
    return tuple(token for token in scan(text) if not is_well_written(token))


def _grouped(text: str, tokens: Sequence[Token]) -> Iterator[Statement]:
    taken: set[int] = set()
    for pair in rate_pairs(text):
        starts = {pair.part.start, pair.whole.start, pair.percent.start}
        if not starts & taken:
            taken |= starts
            yield Statement(pair.part, pair.whole, pair.percent, pair)
    fractions = (token for token in tokens if isinstance(token, Fraction))
    for one in (*fractions, *out_of(text, tokens)):
        starts = {one.part.start, one.whole.start}
        if not starts & taken:
            taken |= starts
            if is_well_written(one):
                yield Statement(one.part, one.whole)
    for token in tokens:
        if isinstance(token, Fraction) or token.start in taken:
            continue
        if token.percent:
            yield Statement(None, percent=token)
        else:
            yield Statement(token)


def _all_of_it(text: str, found: list[Statement]) -> Iterator[Statement]:
    """`59.394 hồ sơ (đạt 100%)`: what was done is all there was."""
    skip = False
    for index, one in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _is_all(text, one, following):
            yield replace(one, whole=one.part, percent=following.percent, inferred=True)
            skip = True
        else:
            yield one


def _is_all(text: str, one: Statement, following: Statement) -> bool:
    percent = following.percent
    if one.part is None or one.whole or one.percent or following.part or percent is None:
        return False
    if percent.value != 1 or percent.decimals or one.part.approximate or one.part.value <= 0:
        return False
    told = _ALL_OF_IT.fullmatch(text, one.part.end, percent.start)
    return told is not None and _WHOLE_CLOSED.match(text, percent.end) is not None


def _varies(text: str, one: Statement, fixed: Sequence[tuple[int, int]]) -> bool:
    if any(figure.of_range for figure in one.figures):
        return False
    if any(start <= one.start < end for start, end in fixed):
        return False
    only = one.part
    if only is None or one.whole is not None:
        return True
    if only.unit.partition(" ")[0] in _TIMES or only.notation is not Notation.PLAIN:
        return only.unit.partition(" ")[0] not in _TIMES or len(only.text) > 3
    if _PARTED.search(text, max(0, only.start - 8), only.start):
        return False
    small = len(only.text) == 1
    before = text[max(0, only.start - 3) : only.start]
    return bool(only.unit) or not small or bool(_LABELLED.search(before))
