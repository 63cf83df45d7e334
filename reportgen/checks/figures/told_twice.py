"""SL050: one quantity that the document tells twice, with two figures."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.checks.figures.model import Fraction, Token
from reportgen.checks.figures.phrasing import (
    figures_of,
    is_percent,
    is_plain,
    is_well_written,
    sentence_around,
)
from reportgen.checks.figures.scan import scan
from reportgen.checks.figures.typing_slips import is_typing_slip
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Manuscript, Part, Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement, nfc

_BORDER = re.compile(r"[;:()“”\"]|,\s|\.\s|\n|[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_LEADING = frozenset(
    ["-", "hiện", "nay", "đến", "hiện", "có", "trong", "đó", "đã", "và", "là", "về", "thì"]
)
_TRAILING = frozenset(
    ["là", "có", "đạt", "gồm", "được", "đã", "hiện", "còn", "với", "tổng", "cộng", "khoảng"]
)
_OF_ALL = re.compile(
    r"toàn (?:tỉnh|thành phố|quốc|ngành)|trên địa bàn (?:tỉnh|thành phố)|của (?:toàn )?tỉnh|cả tỉnh"
)
_TOTAL = re.compile(r"\btổng số\b")
_QUALIFIERS = re.compile(
    r"(?:cấp|tuyến) (?:tỉnh|xã|huyện)|lũy kế|luỹ kế|cộng dồn|đến nay"
    r"|trong (?:tháng|kỳ|quý|năm|tuần)|(?:tháng|quý|năm) [0-9ivx]+(?:/[0-9]{4})?"
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|cùng kỳ"
    r"|(?:kỳ|tháng|quý|năm) trước|trước đây|so với|kế hoạch|chỉ tiêu|phấn đấu|mục tiêu|dự kiến|ước"
    r"|còn lại|chưa|mới|bình quân|trước khi|sau khi|trực tuyến|trực tiếp|toàn trình|một phần|nam|nữ"
)
_ENOUGH = 4  # syllables before the figure that say what is counted
_FAR = 300  # characters before a figure in which they are looked for
_LONG, _DIGITS = 1000, 4  # the least, and its digits before end zeros, that are no coincidence


@dataclass(frozen=True, slots=True)
class _Telling:
    passage: Passage
    token: Token

    @property
    def text(self) -> str:
        return self.passage.text[self.token.start : self.token.end]

    @property
    def place(self) -> str:
        """Where it stands, in words: `chú thích 5`, `bảng 2`, the first words of the paragraph."""
        if self.passage.note is not None:
            return f"chú thích {self.passage.note}"
        if self.passage.cell is not None:
            return f"bảng {self.passage.cell.table + 1}, hàng {self.passage.cell.row + 1}"
        words = " ".join(self.passage.text.split()[:8])
        where = "phụ lục, " if self.passage.part is Part.APPENDIX else ""
        return f"{where}đoạn “{words} …”"


def _check(subject: Subject) -> Iterator[Finding]:
    told = list(_tellings(subject.manuscript))
    yield from _same_words(told)
    yield from _same_fraction(told)


def _tellings(manuscript: Manuscript) -> Iterator[_Telling]:
    for passage in manuscript.running_text():
        for token in scan(passage.text):
            if is_plain(token) and is_well_written(token) and not is_percent(token):
                yield _Telling(passage, token)


def _same_words(told: list[_Telling]) -> Iterator[Finding]:
    """The same words before two figures, the same unit after them: of the whole province, or a
    total in the text and again in a note or an appendix."""
    groups: defaultdict[tuple[str, ...], list[_Telling]] = defaultdict(list)
    for one in told:
        if (key := _identity(one)) is not None:
            groups[key].append(one)
    for key, group in groups.items():
        values = list(dict.fromkeys(_values(one) for one in group))
        if len(values) != 2 or len(group) > 3:
            continue
        first = group[0]
        other = next(one for one in group if _values(one) != _values(first))
        whole = _OF_ALL.search(key[1])
        if other.passage.index != first.passage.index and (
            whole or other.passage.part is not first.passage.part
        ):
            yield _finding(first, other)


def _identity(one: _Telling) -> tuple[str, ...] | None:
    text = one.passage.text
    start, end = sentence_around(text, one.token.start)
    before = _folded(text[max(start, one.token.start - _FAR) : one.token.start])
    words = _WORD.findall(_BORDER.split(before)[-1])
    while words and words[0] in _LEADING:
        words = words[1:]
    while words and words[-1] in _TRAILING:
        words = words[:-1]
    phrase = " ".join(words)
    if len(words) < _ENOUGH or not (_OF_ALL.search(phrase) or _TOTAL.search(phrase)):
        return None
    kind = "phân số" if isinstance(one.token, Fraction) else "số"
    return (kind, phrase, one.token.unit, *_qualifiers(text[start:end]))


@lru_cache(maxsize=16)
def _qualifiers(sentence: str) -> tuple[str, ...]:
    return tuple(sorted(set(_QUALIFIERS.findall(_folded(sentence)))))


def _same_fraction(told: list[_Telling]) -> Iterator[Finding]:
    """`57.241/68.963` and elsewhere `57.241/68.936`: one side alike, the other mistyped."""
    fractions = [one for one in told if isinstance(one.token, Fraction)]
    for side in (0, 1):
        groups: defaultdict[object, list[_Telling]] = defaultdict(list)
        for one in fractions:
            value = figures_of(one.token)[side].value
            if _is_telling(value):
                groups[value].append(one)
        for group in groups.values():
            first = group[0]
            for other in group[1:]:
                mine, theirs = (figures_of(one.token)[1 - side].value for one in (first, other))
                if _is_telling(mine) and is_typing_slip(mine, theirs):
                    yield _finding(first, other)


def _is_telling(value: Decimal) -> bool:
    """Whether nobody else has the same figure by chance: no small and no round one."""
    return value >= _LONG and value % 1 == 0 and len(str(int(value)).rstrip("0")) >= _DIGITS


def _values(one: _Telling) -> tuple[object, ...]:
    return tuple(figure.value * figure.scale for figure in figures_of(one.token))


def _folded(text: str) -> str:
    return fold_tone_placement(nfc(text)).lower()


def _finding(first: _Telling, other: _Telling) -> Finding:
    return RULE.at(
        other.passage,
        other.token.start,
        other.token.end,
        f"“{other.text}” khác với “{first.text}” ở {first.place} cho cùng một số liệu",
        f"xem số nào đúng rồi ghi như nhau ở cả hai chỗ: {first.place} và {other.place}",
        why=f"{first.place}: {first.text}; {other.place}: {other.text}",
    )


RULE = Rule(
    "SL050",
    "một số liệu được ghi hai lần với hai giá trị",
    Severity.WARNING,
    "cùng một số liệu của cùng một kỳ phải giống nhau ở mọi chỗ trong văn bản",
    "Chi trả cho 57.241/68.963 trường hợp hưởng lương hưu.\n"
    "Đã chi trả không dùng tiền mặt cho 57.241/68.936 trường hợp.",
    "Chi trả cho 57.241/68.963 trường hợp hưởng lương hưu.\n"
    "Đã chi trả không dùng tiền mặt cho 57.241/68.963 trường hợp.",
    _check,
)
