"""TT019 to TT021: which components there are, in which order, on which side (Điều 8; IV.2)."""

from collections.abc import Iterator, Mapping

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.parts import name_of
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.document.tree import Alignment
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component, Recognised

_CLAUSES: Mapping[Component, str] = {
    Component.NATIONAL_NAME: "Phụ lục I, II.1",
    Component.MOTTO: "Phụ lục I, II.1",
    Component.ISSUER: "Phụ lục I, II.2",
    Component.NUMBER: "Phụ lục I, II.3",
    Component.PLACE_AND_DATE: "Phụ lục I, II.4",
    Component.KIND: "Phụ lục I, II.5",
    Component.SUBJECT: "Phụ lục I, II.5",
    Component.LETTER_SUBJECT: "Phụ lục I, II.5",
    Component.POSITION: "Phụ lục I, II.7",
    Component.SIGNER: "Phụ lục I, II.7",
    Component.RECIPIENTS_LABEL: "Phụ lục I, II.9",
}
_ALWAYS = (Component.NATIONAL_NAME, Component.MOTTO, Component.ISSUER)
# Whose form in Phụ lục III has no subject line, or that parties sign with forms of their own.
_WITHOUT_SUBJECT = ("bien_ban", "hop_dong", "thu_cong", "cong_dien", "giay_", "phieu_", "ban_")
_OF_PARTIES = ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong")
_ORDER = (
    (Component.NATIONAL_NAME, Component.MOTTO),
    (Component.SUPERIOR, Component.ISSUER),
    (Component.ISSUER, Component.NUMBER),
    (Component.MOTTO, Component.PLACE_AND_DATE),
    (Component.KIND, Component.SUBJECT),
    (Component.AUTHORITY, Component.POSITION),
    (Component.POSITION, Component.SIGNER),
)
_SIDES = (
    (Component.ISSUER, Component.NATIONAL_NAME),
    (Component.NUMBER, Component.PLACE_AND_DATE),
    (Component.RECIPIENTS_LABEL, Component.SIGNER),
    (Component.RECIPIENTS_LABEL, Component.POSITION),
)


def _present(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    for component in _wanted(subject):
        if component in (Component.KIND, Component.SUBJECT) and _begins_with_title(word):
            continue
        if not word.anatomy.of(component):
            # A draft may leave the name and the recipients to be filled in.
            late = component in (Component.SIGNER, Component.RECIPIENTS_LABEL)
            yield PRESENT.about(
                f"không thấy {component.value}",
                f"thêm {component.value}",
                why=clause(_CLAUSES[component]),
                severity=Severity.WARNING if late else None,
            )


def _begins_with_title(word: Recognised) -> bool:
    """Whether the text begins with a line in the middle, set so as to look like the subject."""
    first = next((one for one in word.anatomy.text if one.appendix == 0), None)
    return (
        first is not None
        and not first.label
        and first.paragraph.format.alignment is Alignment.CENTER
    )


def _wanted(subject: Subject) -> Iterator[Component]:
    """The components that the document's kind must have."""
    kind, word = subject.facts.kind, subject.word
    key = kind.key if kind else ""
    yield from _ALWAYS
    if kind is None or kind.numbered:
        yield Component.NUMBER
    if kind is None or kind.dated:
        yield Component.PLACE_AND_DATE
    if kind is None and word and not word.document.title.kind:
        yield Component.KIND
    elif kind is not None and kind.letter:
        yield Component.LETTER_SUBJECT
    elif kind is not None and not key.startswith(_WITHOUT_SUBJECT):
        yield Component.SUBJECT
    if key not in _OF_PARTIES:
        yield Component.SIGNER
        yield Component.RECIPIENTS_LABEL


def _ordered(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    for first, second in _ORDER:
        above, below = _position(word, first), _position(word, second)
        if above is not None and below is not None and above > below:
            message = f"{name_of(second)} đứng trước {first.value}"
            line = word.anatomy.of(second)[0]
            hint = f"chuyển {second.value} xuống dưới {first.value}"
            yield ORDER.about(message, hint, place=line.place)


def _position(word: Recognised, component: Component) -> int | None:
    lines = word.anatomy.of(component)
    return min(one.place.paragraph for one in lines) if lines else None


def _placed(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    for left, right in _SIDES:
        ours, theirs = word.anatomy.of(left), word.anatomy.of(right)
        if not ours or not theirs:
            continue
        one, other = ours[0].place, theirs[0].place
        if one.table is None or one.table != other.table:
            continue
        if one.column is not None and other.column is not None and one.column > other.column:
            message = f"{name_of(left)} ở bên phải, {right.value} ở bên trái"
            hint = f"đổi chỗ: {left.value} bên trái, {right.value} bên phải"
            yield PLACE.about(message, hint, place=one)
            return
    yield from _on_one_line(word)


def _on_one_line(word: Recognised) -> Iterator[Finding]:
    """Number and date, where each has a row of its own (Phụ lục I, II.4)."""
    numbers, dates = word.anatomy.of(Component.NUMBER), word.anatomy.of(Component.PLACE_AND_DATE)
    if not numbers or not dates:
        return
    one, other = numbers[0].place, dates[0].place
    apart = one.table is not None and one.table == other.table and one.row != other.row
    if apart and one.column != other.column:
        message = "địa danh và thời gian không cùng dòng với số, ký hiệu"
        hint = "đặt hai thành phần này ở cùng một hàng của bảng"
        yield PLACE.about(message, hint, place=other, why=clause("Phụ lục I, II.4"))


PRESENT = Rule(
    "TT019",
    "đủ các thành phần thể thức",
    Severity.ERROR,
    clause("các thành phần thể thức chính của văn bản hành chính: Điều 8"),
    "Báo cáo không có trích yếu",
    "Báo cáo có tên loại và trích yếu",
    _present,
)
ORDER = Rule(
    "TT020",
    "thứ tự các thành phần thể thức",
    Severity.ERROR,
    clause("sơ đồ bố trí các thành phần thể thức: Phụ lục I, IV.2"),
    "Tiêu ngữ đứng trên Quốc hiệu",
    "Quốc hiệu rồi đến Tiêu ngữ",
    _ordered,
)
PLACE = Rule(
    "TT021",
    "vị trí các thành phần thể thức",
    Severity.ERROR,
    clause("sơ đồ bố trí các thành phần thể thức: Phụ lục I, IV.2"),
    "Quốc hiệu bên trái, tên cơ quan bên phải",
    "Tên cơ quan bên trái, Quốc hiệu bên phải",
    _placed,
)
RULES = (PRESENT, ORDER, PLACE)
