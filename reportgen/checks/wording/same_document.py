"""Which citations may speak of one document."""

import re
from collections.abc import Iterable

from reportgen.checks.wording.citations import Citation
from reportgen.vietnamese.text import fold_tone_placement

_LOCAL = re.compile(r"(?:UBND|HĐND|TU|ĐU)\b")  # a symbol that many offices share
_OFFICE = re.compile(
    r"(?<![/-])\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Đảng ủy|Đảng bộ)"
    r"(?![-/])"
    r"(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn|các))?"
    r"(?:\s+[^\W\d_]+){0,3}"
)
_AROUND = 90


def by_document(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """The citations by number and symbol, in the order of their first."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.key, []).append(citation)
    return found


def may_be_of_two_offices(one: Citation, other: Citation) -> bool:
    """Whether the number may have been given twice, by two offices with one symbol.

    Every commune has a `12/KH-UBND` of its own; those that tell whose they are, and tell the same,
    are one document.
    """
    if not _LOCAL.search(one.symbol):
        return False
    mine, others = _office(one), _office(other)
    return mine != others


def _office(citation: Citation) -> str:
    """The office named after the citation, else the last one named before it; "" for none."""
    issuer = citation.issuer
    if not issuer:
        before = fold_tone_placement(citation.passage.text)[
            max(0, citation.start - _AROUND) : citation.start
        ]
        named = _OFFICE.findall(before)
        issuer = named[-1] if named else ""
    text = fold_tone_placement(issuer).lower()
    return re.sub(r"ủy ban nhân dân", "ubnd", re.sub(r"hội đồng nhân dân", "hđnd", text)).strip()
