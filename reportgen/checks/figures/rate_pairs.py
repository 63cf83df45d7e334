"""Which percentage belongs to which two figures: `2.066/2.200, tỷ lệ 93,91%`, `89% (85.217/…)`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token
from reportgen.checks.figures.out_of import done_of, out_of
from reportgen.checks.figures.scan import scan
from reportgen.checks.remembering import remembered

_LONG_GAP = 170
_SHORT_GAP = 70
_BESIDE = 25  # characters beside a percentage that say what it is a share of
_DOUBT = re.compile(
    r"(?<!\w)(?:trong đó|tăng|giảm|so với|so cùng|cùng kỳ|kế hoạch|kh|dự toán|chỉ tiêu|vượt|riêng"
    r"|năm trước|tháng trước|kỳ trước|mục tiêu|phấn đấu|yêu cầu|nghị quyết|cao hơn|thấp hơn|ck"
    r"|bình quân|trung bình|thiếu|hụt)(?!\w)",
    re.IGNORECASE,
)
_REMAINDER = re.compile(r"(?<!\w)(?:còn|chưa|không|tồn)(?!\w)", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"[;.,](?!\d)")
_BREAK = re.compile(r"[;\n]|[.!?…]\s+[^\W\da-zà-ỹđ]|\S\s*:\s*\S|\([0-9a-zđ]{1,2}\)|⁽")
_ASIDE = frozenset(("lần", "tháng", "năm", "ngày", "tuần", "cấp", "tuổi", "chiều", "giờ"))
_CUES = (
    r"(?:đã\s+|chỉ\s+|mới\s+)?(?:đạt|chiếm|tương đương|tương ứng|bằng|hoàn thành|với|t[ỷỉ] lệ|="
    r"|đạt t[ỷỉ] lệ|chiếm t[ỷỉ] lệ|với t[ỷỉ] lệ|tương đương t[ỷỉ] lệ|tương ứng t[ỷỉ] lệ)"
    r"(?:\s+(?:chung|là))?\s*:?\s*"
)
_SET_OFF = re.compile(rf"(?:\A|[,()–:/-])\s*(?:{_CUES})?\Z", re.IGNORECASE)
_RUN_ON = re.compile(rf"\s+[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}}\s+{_CUES}", re.IGNORECASE)
_BODIES = re.compile(
    r"\s*(?:xã|phường|thôn|sở|ban|ngành|đơn vị|cơ quan|tổ chức|huyện|tỉnh|địa phương|trường|cơ sở"
    r"|tổ|chi bộ|đảng bộ|doanh nghiệp|bệnh viện|trạm|ủy ban|uỷ ban|ubnd|đặc khu|phòng"
    r"|chi cục|khu)(?!\w)",
    re.IGNORECASE,
)
_AFTER_RATE = re.compile(
    r"\s*(?:[.,;)\]/+–-]|\Z)|\s+(?:và|trên tổng|tổng|của tổng|so với tổng|theo quy định)(?!\w)"
    r"|\s+(?=\()"
)
_TO_PLAN = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s*[,(]\s*(?:đạt|bằng|đạt t[ỷỉ] lệ|t[ỷỉ] lệ)\s+")
_PLAN = re.compile(
    r"\s*(?:so với )?(?:kế hoạch|kh|dự toán|chỉ tiêu|diện tích)(?: (?:vốn|năm|đề ra|giao|được giao"
    r"|gieo trồng|xuống giống))?\s*(?=[.,;)]|$)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[^.;]*%\s*(?:so với )?(?:kế hoạch|kh|dự toán|chỉ tiêu)", re.IGNORECASE)
_BRACKET = re.compile(r"\(\s*(?:tương ứng|tương đương|gồm|với|là|cụ thể|đạt)?:?\s*\Z")
_DIRECT = re.compile(r",?\s*(?:tương ứng|tương đương|tức|cụ thể)(?:\s+(?:là|với))?\s*:?\s*")
_NEW_VERB = re.compile(r",[^,]*(?<!\w)(?:đạt|đã|có|được|hoàn thành|thực hiện|tiếp nhận)(?!\w)")


@dataclass(frozen=True, slots=True)
class RatePair:
    """Two figures, `start:end` from the first to the last of them, and the percentage told of them.

    `remainder` is set where the words speak of what is left over (`còn 10,19% chưa …`), `of_plan`
    where the second figure is what was planned (`4.215/6.830 tỷ đồng, đạt 61,7% kế hoạch`).
    """

    part: Figure
    whole: Figure
    start: int
    end: int
    percent: Figure
    remainder: bool = False
    of_plan: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # 0 is the surest
    distance: int
    pair: RatePair

    @property
    def key(self) -> tuple[int, int, int]:
        return self.rank, self.distance, self.pair.start


@remembered
def rate_pairs(text: str) -> tuple[RatePair, ...]:
    """The pairs in `text` that a reader would take for one statement, in order.

    Each percentage and each two figures are paired once at the most, the surest and nearest first.
    Nothing is paired across a `;` or a sentence, over another figure, or where the words compare
    with a plan or with another time.
    """
    tokens = scan(text)
    fractions = tuple(t for t in tokens if isinstance(t, Fraction) and _is_usable(t))
    in_words = (*out_of(text, tokens), *done_of(text, tokens))
    candidates = sorted(_candidates(text, tokens, fractions + in_words), key=_key)
    taken: set[tuple[int, int]] = set()
    pairs = []
    for candidate in candidates:
        pair = candidate.pair
        marks = {(pair.start, pair.end), (pair.percent.start, pair.percent.end)}
        if not taken & marks:
            taken |= marks
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: pair.start))


def _key(candidate: _Candidate) -> tuple[int, int, int]:
    return candidate.key


def _is_usable(fraction: Fraction) -> bool:
    odd = (Notation.BROKEN_GROUPS, Notation.MIXED, Notation.DECIMAL_DOT)
    figures = (fraction.part, fraction.whole)
    return fraction.whole.value > 0 and not any(figure.notation in odd for figure in figures)


def _candidates(
    text: str, tokens: tuple[Token, ...], fractions: tuple[Fraction, ...]
) -> Iterator[_Candidate]:
    starts = [token.start for token in tokens]
    for fraction in fractions:
        first = bisect_left(starts, fraction.start - _LONG_GAP)
        around = tokens[first : bisect_right(starts, fraction.end + _LONG_GAP)]
        for percent in around:
            if not isinstance(percent, Figure) or not percent.percent or percent.of_range:
                continue
            told = _told_after if percent.start >= fraction.end else _told_before
            found = told(text, around, fraction, percent) or _of_plan(text, fraction, percent)
            if found is not None:
                yield found


def _told_after(
    text: str, tokens: tuple[Token, ...], fraction: Fraction, percent: Figure
) -> _Candidate | None:
    """`1.103/1.350, tỷ lệ 81,7%` · `79/131 phiếu … (đạt 60,3%)`."""
    gap = text[fraction.end : percent.start]
    if _is_broken(text, tokens, fraction.end, percent):
        return None
    if not _SET_OFF.search(gap) and not (_RUN_ON.fullmatch(gap) and not _BODIES.match(gap)):
        return None
    in_bracket = "(" in gap and ")" not in gap.rpartition("(")[2]
    if not in_bracket and not _AFTER_RATE.match(text, percent.end):
        return None
    leaves_bracket = gap.count(")") > gap.count("(")
    if leaves_bracket and len(gap) > _SHORT_GAP:
        return None
    rank = 3 if leaves_bracket or len(gap) > _SHORT_GAP else 1
    return _Candidate(rank, len(gap), _pair(fraction, percent, text, gap))


def _of_plan(text: str, fraction: Fraction, percent: Figure) -> _Candidate | None:
    """`4.215/6.830 tỷ đồng, đạt 61,7% kế hoạch`, where no second plan is spoken of."""
    if not _TO_PLAN.fullmatch(text, fraction.end, percent.start):
        return None
    plan = _PLAN.match(text, percent.end)
    if plan is None or _BODIES.match(text, fraction.end) or _ANOTHER.match(text, plan.end()):
        return None
    pair = RatePair(
        fraction.part, fraction.whole, fraction.start, fraction.end, percent, of_plan=True
    )
    return _Candidate(3, percent.start - fraction.end, pair)


def _told_before(
    text: str, tokens: tuple[Token, ...], fraction: Fraction, percent: Figure
) -> _Candidate | None:
    """`đạt 89% (85.217/94.887)` · `98% dữ liệu … (1.141.885/1.170.778)`."""
    gap = text[percent.end : fraction.start]
    if percent.end > fraction.start or _is_broken(text, tokens, percent.end, fraction, percent):
        return None
    if _DIRECT.fullmatch(gap):
        rank = 2
    elif bracket := _BRACKET.search(gap):
        words = gap[: bracket.start()]
        if "(" in words or ")" in words or _NEW_VERB.search(words):
            return None
        if words.strip() and _BODIES.match(text, fraction.end):
            return None
        if _has_company(text, tokens, fraction):
            return None
        rank = 2 if words.strip() else 0
    else:
        return None
    return _Candidate(rank, len(gap), _pair(fraction, percent, text, gap))


def _has_company(text: str, tokens: tuple[Token, ...], fraction: Fraction) -> bool:
    """Whether more fractions stand in its bracket: `30% (4/15 sở và 38/124 xã)` adds them up."""
    end = text.find(")", fraction.end)
    return any(
        isinstance(token, Fraction) and fraction.end <= token.start < end for token in tokens
    )


def _is_broken(
    text: str,
    tokens: tuple[Token, ...],
    start: int,
    second: Token,
    percent: Figure | None = None,
) -> bool:
    """Whether something stands between `start` and the second that makes them two statements."""
    gap = text[start : second.start]
    if _BREAK.search(gap):
        return True
    if any(start <= token.start < second.start and not _is_aside(token) for token in tokens):
        return True
    told = percent or (second if isinstance(second, Figure) else None)
    return bool(_DOUBT.search(gap)) or (told is not None and _is_compared(text, told))


def _is_aside(token: Token) -> bool:
    """A small figure that is part of what is counted: `trợ cấp 1 lần`, `06 tháng đầu năm`."""
    if not isinstance(token, Figure) or token.percent or len(token.text) > 2:
        return False
    return token.unit.partition(" ")[0] in _ASIDE


def _is_compared(text: str, percent: Figure) -> bool:
    """`tăng 5,2%`, `98,5% kế hoạch`, `2,1% so với cùng kỳ`: no share of the figures here."""
    before = re.split(r"[,;.(]", text[max(0, percent.start - _BESIDE) : percent.start])[-1]
    after = re.split(r"[,;.()]", text[percent.end : percent.end + _BESIDE])[0]
    return bool(_DOUBT.search(before) or _DOUBT.search(after))


def _pair(fraction: Fraction, percent: Figure, text: str, gap: str) -> RatePair:
    before = _OTHER_CLAUSE.split(text[max(0, percent.start - _BESIDE) : percent.start])[-1]
    after = _OTHER_CLAUSE.split(text[percent.end : percent.end + _BESIDE])[0]
    around = " ".join((before, gap, after))
    return RatePair(
        fraction.part,
        fraction.whole,
        fraction.start,
        fraction.end,
        percent,
        bool(_REMAINDER.search(around)),
    )
