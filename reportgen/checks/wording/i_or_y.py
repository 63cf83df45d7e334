"""VB055: one word spelled with i and with y (`tỷ`, `tỉ`) in one document."""

from collections import defaultdict
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import WORD, is_in_capitals, spelled_passages, words_of
from reportgen.problems import Severity

_WITH_Y = {
    "tỉ": "tỷ", "kĩ": "kỹ", "quí": "quý", "quĩ": "quỹ", "lí": "lý", "kì": "kỳ", "kỉ": "kỷ",
    "mĩ": "mỹ", "sĩ": "sỹ",
}  # fmt: skip
_Spot = tuple[Passage, int, int]


def _check(subject: Subject) -> Iterator[Finding]:
    mixed = _in_both_spellings(subject)
    found: dict[str, dict[str, list[_Spot]]] = defaultdict(lambda: defaultdict(list))
    for passage in spelled_passages(subject.manuscript):
        if mixed.isdisjoint(words_of(passage.text)):
            continue
        capitals = is_in_capitals(passage.text)
        for match in WORD.finditer(passage.text):
            word = match[0].lower()
            key = _WITH_Y.get(word, word)
            # a capital in running text may begin a name, which keeps its own spelling
            if word in mixed and (match[0].islower() or capitals):
                found[key][word].append((passage, match.start(), match.end()))
    for spots in found.values():
        if len(spots) > 1:
            # where both are as frequent, the y of official texts is the one to keep
            by_number = sorted(spots, key=lambda word: (len(spots[word]), word in _WITH_Y.values()))
            yield _told(*(spots[word] for word in by_number))


def _in_both_spellings(subject: Subject) -> frozenset[str]:
    """The words that are there with i and with y, in whatever capitals: both spellings of each."""
    passages = spelled_passages(subject.manuscript)
    words = {word for passage in passages for word in words_of(passage.text)}
    pairs = (pair for pair in _WITH_Y.items() if words.issuperset(pair))
    return frozenset(word for pair in pairs for word in pair)


def _told(fewer: list[_Spot], more: list[_Spot]) -> Finding:
    passage, start, end = fewer[0]
    here = passage.text[start:end]
    there = more[0][0].text[more[0][1] : more[0][2]]
    message = (
        f"văn bản viết lẫn “{there.lower()}” ({len(more)} chỗ) và “{here.lower()}” "
        f"({len(fewer)} chỗ, đây là chỗ đầu tiên)"
    )
    return RULE.at(passage, start, end, message, f"viết thống nhất “{there.lower()}”")


RULE = Rule(
    "VB055",
    "một từ viết lẫn i và y (tỷ, tỉ) trong một văn bản",
    Severity.ADVICE,
    "cả hai cách viết đều gặp trong văn bản, nhưng một văn bản dùng một cách",
    "Đã chi trả trên 210 tỉ đồng; trong đó chi trả qua tài khoản 14,4 tỷ đồng.",
    "Đã chi trả trên 210 tỷ đồng; trong đó chi trả qua tài khoản 14,4 tỷ đồng.",
    _check,
)
