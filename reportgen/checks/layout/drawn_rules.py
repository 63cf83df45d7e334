"""TT024 to TT027: the solid rules under Tiêu ngữ, issuer and subject (Phụ lục I, II.1, II.2, II.5).

They may be drawn, be a paragraph's border of limited width, or be typed as underscores.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.finding import Finding
from reportgen.checks.finding import Rule as CheckRule
from reportgen.checks.layout.looks import printed, quoted
from reportgen.checks.layout.measures import is_one_of, within
from reportgen.checks.layout.parts import name_of
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.layout.sections import section_of
from reportgen.checks.subject import Subject
from reportgen.layout.metrics import Run, line_widths, millimetres
from reportgen.layout.nd30 import (
    ISSUER_RULE,
    MARGINS,
    MOTTO_RULE,
    PAGE,
    SUBJECT_RULE,
    Range,
    Rule,
)
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.readers.word.model import Rule as Drawn
from reportgen.readers.word.model import WordParagraph
from reportgen.vietnamese import round_half_up

_SLACK_OF_SHARE = 0.12  # of the line: a rule drawn by hand, a line whose width we only reckon
_SLACK_OF_MOTTO = 0.25
_UNDERLINE = "underline"
_SHAPE = "shape"
_HEAD = 40  # paragraphs from the top among which a letterhead's shapes are anchored


@dataclass(frozen=True, slots=True)
class _Wanted:
    component: Component
    last: tuple[Component, ...]  # the rule stands under the last of these that there is
    measure: Rule
    slack: float
    share: str  # how long, in a sentence


_MOTTO = _Wanted(
    Component.MOTTO, (Component.MOTTO,), MOTTO_RULE, _SLACK_OF_MOTTO, "bằng độ dài dòng chữ"
)
_ISSUER = _Wanted(
    Component.ISSUER,
    (Component.ISSUER,),
    ISSUER_RULE,
    _SLACK_OF_SHARE,
    "từ 1/3 đến 1/2 độ dài dòng chữ",
)
_SUBJECT = _Wanted(
    Component.SUBJECT,
    (Component.PERIOD, Component.SUBJECT),
    SUBJECT_RULE,
    _SLACK_OF_SHARE,
    "từ 1/3 đến 1/2 độ dài dòng chữ",
)


def _under(subject: Subject, wanted: _Wanted, rule: CheckRule) -> Iterator[Finding]:
    word = governed(subject)
    lines = word.anatomy.of(wanted.component) if word else ()
    if word is None or not lines:
        return
    last = _last_line(word, wanted) or lines[-1]
    drawn = [one for one in rules_below(word, last) if one.means != _UNDERLINE]
    if not drawn:
        if not _may_be_elsewhere(word, wanted, last) and not _is_underlined(last):
            message = f"không có đường kẻ dưới {wanted.component.value}: {quoted(last)}"
            hint = f"kẻ đường nét liền dài {wanted.share} (Insert → Shapes → Line)"
            severity = Severity.WARNING if _shapes_near(word, last) else rule.severity
            yield rule.about(message, hint, place=last.place, severity=severity)
        return
    widths = [width for line in lines for width in _widths(line)]
    shares = [one.width / width for one in drawn for width in (*widths, max(widths)) if width]
    if shares and not any(_fits(share, wanted) for share in shares) and not _is_wide(word, last):
        share = drawn[0].width / max(widths)
        percent = round_half_up(int(share * 1000), -1) // 10
        name = name_of(wanted.component)
        message = f"đường kẻ dưới {name.lower()} dài khoảng {percent}% dòng chữ"
        hint = f"kéo đường kẻ cho dài {wanted.share}"
        yield rule.about(message, hint, place=last.place, severity=Severity.WARNING)


def _fits(share: float, wanted: _Wanted) -> bool:
    allowed: Range = wanted.measure.shares
    return allowed.least - wanted.slack <= share <= allowed.greatest + wanted.slack


def _is_wide(word: Recognised, line: WordParagraph) -> bool:
    """Whether page or margins are told to be wrong, which lengthens a border set in from them."""
    section = section_of(word, line.place.section)
    if section is None:
        return False
    width, left, right = map(millimetres, (section.width, section.left, section.right))
    margins = within(left, MARGINS["left"]) and within(right, MARGINS["right"])
    return not margins or not is_one_of(width, [PAGE.width], 1.0)


def _widths(line: WordParagraph) -> Sequence[float]:
    """The widths of the printed lines, points."""
    runs = tuple(
        Run(
            run.text.upper() if run.format.caps else run.text,
            run.format.size,
            run.format.bold,
            run.format.italic,
        )
        for run in line.runs
    )
    look = line.format
    room = line.width - look.indent_left - look.indent_right
    return [one for one in line_widths(runs, room if room > 0 else 10_000.0) if one]


def rules_below(word: Recognised, line: WordParagraph) -> list[Drawn]:
    """The rules between a line and the next text below it in its column."""
    found: list[Drawn] = []
    begun = False
    for paragraph in word.word.paragraphs():
        if paragraph.place == line.place:
            begun = True
            found += [one for one in paragraph.rules if one.below]
        elif begun and _is_in_column(paragraph, line):
            text = paragraph.text.strip(" _\u00a0\t\n-–—*")
            found += [one for one in paragraph.rules if not text or not one.below]
            if text:
                break
    return found


def _is_in_column(paragraph: WordParagraph, line: WordParagraph) -> bool:
    return (paragraph.place.table, paragraph.place.column) == (
        line.place.table,
        line.place.column,
    )


def _may_be_elsewhere(word: Recognised, wanted: _Wanted, line: WordParagraph) -> bool:
    """Whether a shape is anchored near that no other line has below it, and this one may have."""
    others = [
        last
        for one in (_MOTTO, _ISSUER, _SUBJECT)
        if one is not wanted and (last := _last_line(word, one)) is not None
    ]
    taken = sum(any(rule.means == _SHAPE for rule in rules_below(word, one)) for one in others)
    return len(_shapes_near(word, line)) > taken


def _shapes_near(word: Recognised, line: WordParagraph) -> list[Drawn]:
    at = line.place.paragraph
    reach = _HEAD if at < _HEAD else 3
    return [
        rule
        for paragraph in word.word.paragraphs()
        if abs(paragraph.place.paragraph - at) <= reach
        for rule in paragraph.rules
        if rule.means == _SHAPE
    ]


def _last_line(word: Recognised, wanted: _Wanted) -> WordParagraph | None:
    """The line that the rule stands under."""
    return next((found[-1] for one in wanted.last if (found := word.anatomy.of(one))), None)


def _is_underlined(line: WordParagraph) -> bool:
    return any(rule.means == _UNDERLINE for rule in line.rules) or any(
        run.format.underline for run in line.runs if run.text.strip()
    )


def _underlined(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for wanted in (_MOTTO, _ISSUER, _SUBJECT):
        lines = word.anatomy.of(wanted.component) if word else ()
        if lines and _is_underlined(lines[-1]) and printed(lines[-1]):
            message = f"{name_of(wanted.component)} gạch chân chữ thay cho đường kẻ"
            hint = f"bỏ gạch chân (Ctrl+U), kẻ đường nét liền dài {wanted.share}"
            yield UNDERLINED.about(message, hint, place=lines[-1].place)


def _motto(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    national, motto = (
        word.anatomy.of(one) if word else () for one in (Component.NATIONAL_NAME, Component.MOTTO)
    )
    if national and motto and motto[0].place.paragraph < national[0].place.paragraph:
        return  # the order of the two is told, and their rule stands below the other
    yield from _under(subject, _MOTTO, MOTTO)


def _issuer(subject: Subject) -> Iterator[Finding]:
    return _under(subject, _ISSUER, ISSUER)


def _title(subject: Subject) -> Iterator[Finding]:
    return _under(subject, _SUBJECT, SUBJECT)


MOTTO = CheckRule(
    "TT024",
    "đường kẻ dưới Tiêu ngữ",
    Severity.ERROR,
    clause("phía dưới có đường kẻ ngang, nét liền, dài bằng dòng chữ: Phụ lục I, II.1.b"),
    "Dưới Tiêu ngữ không có đường kẻ",
    "Dưới Tiêu ngữ có đường kẻ dài bằng dòng chữ",
    _motto,
)
ISSUER = CheckRule(
    "TT025",
    "đường kẻ dưới tên cơ quan ban hành",
    Severity.ERROR,
    clause("phía dưới có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ: Phụ lục I, II.2.b"),
    "Dưới tên cơ quan không có đường kẻ",
    "Dưới tên cơ quan có đường kẻ dài bằng 1/3 dòng chữ",
    _issuer,
)
SUBJECT = CheckRule(
    "TT026",
    "đường kẻ dưới trích yếu",
    Severity.ERROR,
    clause("phía dưới có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ: Phụ lục I, II.5.b"),
    "Dưới trích yếu không có đường kẻ",
    "Dưới trích yếu có đường kẻ dài bằng 1/3 dòng chữ",
    _title,
)
UNDERLINED = CheckRule(
    "TT027",
    "gạch chân chữ thay cho đường kẻ",
    Severity.ADVICE,
    clause("đường kẻ ngang, nét liền ở phía dưới dòng chữ: Phụ lục I, II.1, II.2, II.5"),
    "Tiêu ngữ gạch chân",
    "Dưới Tiêu ngữ có đường kẻ",
    _underlined,
)
RULES = (MOTTO, ISSUER, SUBJECT, UNDERLINED)
