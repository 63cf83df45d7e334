"""VB052, VB053: dashes between words: blanks on both sides, one kind for one phrase."""

from collections import defaultdict
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.words import hide_addresses, spelled_passages
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement

_LETTERS = r"[^\W\d_]"
_ONE_SIDED = sought(
    rf"(?<!{_LETTERS})({_LETTERS}{{2,}})( [-–]|[-–] )(?=({_LETTERS}{{2,}}))"
    r"|(\b\d{4})( [-–]|[-–] )(?=(\d{4}\b))",
    *(" -", "- ", " –", "– "),
)
_BETWEEN = sought(
    rf"(?<![\w-])({_LETTERS}+ {_LETTERS}+|{_LETTERS}+) ([-–]) (?=({_LETTERS}+(?: {_LETTERS}+)?))",
    *(" - ", " – "),
)


def _one_sided(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        text = hide_addresses(passage.text)
        for match in _ONE_SIDED.finditer(text):
            before, dash, after = (part for part in match.groups() if part is not None)
            end = match.end() + len(after)
            if before.isupper() and after.isupper() and before.isascii():
                continue  # a symbol of a document: `35/NQ- CP`
            side = "sau" if dash.startswith(" ") else "trước"
            message = f"thiếu khoảng trắng {side} dấu gạch nối trong “{text[match.start() : end]}”"
            joined = dash.strip() if before.isdigit() else f" {dash.strip()} "
            hint = f"viết “{before}{joined}{after}”"
            yield SIDES.at(passage, match.start(), end, message, hint)


def _mixed(subject: Subject) -> Iterator[Finding]:
    phrases: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for passage in spelled_passages(subject.manuscript):
        text = hide_addresses(fold_tone_placement(passage.text))
        for match in _BETWEEN.finditer(text):
            end = match.end() + len(match[3])
            key = f"{match[1]}|{match[3]}".lower()
            phrases[key][match[2]].append(KINDS.at(passage, match.start(), end, ""))
    mixed = [sorted(dashes.values(), key=len) for dashes in phrases.values() if len(dashes) > 1]
    if mixed:
        yield _told(mixed)


def _told(mixed: list[list[list[Finding]]]) -> Finding:
    """One finding for the document, at the first place of the rarer dash."""
    first, other = mixed[0][0][0], mixed[0][1][0]
    more = f"; còn {len(mixed) - 1} cụm từ khác như vậy" if len(mixed) > 1 else ""
    message = f"“{first.quote}” ở đây mà “{other.quote}” ở chỗ khác: hai loại gạch khác nhau{more}"
    assert first.passage is not None  # noqa: S101  (made above)
    return KINDS.at(first.passage, first.start, first.end, message, "dùng một loại dấu gạch nối")


SIDES = Rule(
    "VB052",
    "dấu gạch nối chỉ cách chữ một bên",
    Severity.WARNING,
    "gạch nối giữa hai cụm từ có khoảng trắng ở cả hai bên (“kinh tế - xã hội”)",
    "Phát triển kinh tế -xã hội trên địa bàn tỉnh.",
    "Phát triển kinh tế - xã hội giai đoạn 2021-2025 trên địa bàn tỉnh.",
    _one_sided,
)
KINDS = Rule(
    "VB053",
    "một cụm từ viết với hai loại dấu gạch",
    Severity.ADVICE,
    "cả văn bản dùng một loại dấu gạch giữa hai cụm từ",
    "Phát triển kinh tế - xã hội.\nKế hoạch phát triển kinh tế – xã hội năm 2026.",
    "Phát triển kinh tế - xã hội.\nKế hoạch phát triển kinh tế - xã hội năm 2026.",
    _mixed,
)
RULES = (SIDES, KINDS)
