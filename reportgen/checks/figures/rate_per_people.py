"""SL028: `15 bác sĩ/10.000 dân` against the number and the people."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.figures.model import Figure, Token
from reportgen.checks.figures.phrasing import figures_of, is_percent, is_well_written, sentences
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.scan import scan
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import round_half_up
from reportgen.vietnamese.numbers import shift

_PER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s*(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+){0,2})?"
    r"\s*(?:/|trên|mỗi|cho)\s*(?P<per>1\.000|10\.000|100\.000|1\.000\.000|1 vạn|vạn|1000|10000)"
    r"\s*(?P<people>(?:người )?dân|người|trẻ|phụ nữ|hộ|lao động|học sinh)(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:khoảng|gần|hơn|xấp xỉ)\s*$", re.IGNORECASE)
_PEOPLE = r"(?:người|dân|nhân khẩu|trẻ|phụ nữ|hộ|lao động|học sinh)"


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        text = passage.text
        for start, end in sentences(text):
            for said in _PER.finditer(text, start, end):
                pair = _pair(text, (start, end), said)
                rate = said["number"].replace(".", "").replace(",", ".")
                shown = _misfit(Decimal(rate), said["per"], pair) if pair else None
                if pair is None or shown is None:
                    continue
                yield RULE.at(
                    passage,
                    said.start("number"),
                    said.end("number"),
                    f"“{said[0]}” không khớp hai số đi cùng",
                    f"nếu hai số đúng thì viết “{shown}”",
                    why=f"{pair[0].text} : {pair[1].text} × {printed(_per(said['per']))} = {shown},"
                    f" không phải {said['number']}",
                )


def _pair(
    text: str, sentence: tuple[int, int], said: re.Match[str]
) -> tuple[Figure, Figure] | None:
    """The number of things and of people, where the sentence has just these two more figures."""
    tokens: list[Token] = [
        token
        for token in scan(text)
        if sentence[0] <= token.start
        and token.end <= sentence[1]
        and (token.end <= said.start() or token.start >= said.end())
        and not is_percent(token)
    ]
    figures = [figure for token in tokens for figure in figures_of(token)]
    if len(figures) != 2 or not all(map(is_well_written, figures)):
        return None
    if any(_ABOUT.search(text, 0, figure.start) for figure in figures):
        return None
    part, whole = sorted(figures, key=lambda figure: figure.value * figure.scale)
    thing = (said["thing"] or "").lower()
    counted = text[part.end :].lstrip().lower().startswith(thing)
    people = re.match(rf"\s*(?:nghìn|triệu)?\s*{_PEOPLE}", text[whole.end :], re.IGNORECASE)
    before = re.search(r"(?:dân số|số dân)[^,;.]{0,20}$", text[: whole.start], re.IGNORECASE)
    return (part, whole) if counted and (people or before) and whole.value > 0 else None


def _per(text: str) -> Decimal:
    return Decimal(10000) if "vạn" in text.lower() else Decimal(text.replace(".", ""))


def _misfit(rate: Decimal, per: str, pair: tuple[Figure, Figure]) -> str | None:
    """What should be said instead, in as many decimals; None where it fits, rounded or cut off."""
    part, whole = (figure.value * figure.scale for figure in pair)
    exponent = rate.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    value = part / whole * _per(per)
    last = shift(Decimal(1), -decimals)
    if -last / 2 <= value - rate < last:
        return None
    return printed(round_half_up(value, decimals))


RULE = Rule(
    "SL028",
    "tỷ lệ trên 1.000, 10.000, 100.000 dân không khớp hai số đi cùng",
    Severity.ERROR,
    "tỷ lệ là số lượng chia cho số dân, nhân với 1.000, 10.000 hoặc 100.000",
    "Đạt 16 bác sĩ/10.000 dân với 1.234 bác sĩ trên 822.667 dân.",
    "Đạt 15 bác sĩ/10.000 dân với 1.234 bác sĩ trên 822.667 dân.",
    _check,
)
