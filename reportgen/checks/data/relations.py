"""SL060, SL061, SL062: relations between indicators that are broken, unreadable, not checkable."""

from collections.abc import Iterator

from reportgen.checks.data.declared import Asked, Declared, declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.dossier import Indicator
from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.relations import Reference, Relation, parse_relation
from reportgen.dossier.spelling import nearest
from reportgen.problems import Severity
from reportgen.vietnamese import format_number, format_rate, round_half_up

_DECIMALS = 4


def _broken(subject: Subject) -> Iterator[Finding]:
    for asked, relation, rules in _readable(subject):
        try:
            if relation.is_kept(rules.indicators):
                continue
        except Fault:
            continue
        figures = [rules.indicators[one.code] for one in relation.references]
        note = f" ({asked.note})" if asked.note else ""
        yield BROKEN.about(
            f"số liệu không giữ quan hệ “{relation.text}”{note}",
            f"sửa trong bảng chỉ tiêu: {_lines(figures)}; hoặc sửa quan hệ ở {asked.place}",
            place=figures[0].place if figures else asked.place,
            why=_arithmetic(relation, rules),
        )


def _unreadable(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    for asked in rules.relations if rules else ():
        try:
            relation = parse_relation(asked.text)
        except Fault as error:
            for one in error.troubles:
                message = f"không đọc được quan hệ “{asked.text}”: {one.message}"
                yield UNREADABLE.about(message, one.hint, place=asked.place)
            continue
        for code in dict.fromkeys(one.code for one in relation.references):
            if rules is not None and code not in rules.codes:
                near = nearest(code, rules.codes)
                hint = f"có phải là “{near}” không?" if near else f"thêm mã vào {rules.table}"
                message = f"quan hệ “{relation.text}” nêu mã “{code}” không có trong bảng chỉ tiêu"
                yield UNREADABLE.about(message, hint, place=asked.place)


def _unchecked(subject: Subject) -> Iterator[Finding]:
    for asked, relation, rules in _readable(subject):
        missing = [one for one in relation.references if one.of(rules.indicators) is None]
        reason = ", ".join(f"“{one}”" for one in missing)
        sides = (relation.left.references, relation.right.references)
        if asked.in_template and any(side and set(side) <= set(missing) for side in sides):
            continue  # this month does not report it
        if not missing:
            try:
                relation.is_kept(rules.indicators)
            except Fault as error:
                yield UNCHECKED.about(
                    f"không tính được quan hệ “{relation.text}”: {error}",
                    "sửa số bằng 0 trong bảng chỉ tiêu, hoặc sửa quan hệ",
                    place=asked.place,
                )
            continue
        yield UNCHECKED.about(
            f"chưa kiểm tra được quan hệ “{relation.text}”: thiếu {reason}",
            f"điền số còn thiếu vào {rules.table}, hoặc bỏ quan hệ này nếu kỳ này không có",
            place=asked.place,
        )


def _readable(subject: Subject) -> Iterator[tuple[Asked, Relation, Declared]]:
    """The relations whose codes are all known."""
    rules = declared(subject)
    for asked in rules.relations if rules else ():
        try:
            relation = parse_relation(asked.text)
        except Fault:
            continue
        if rules is not None and all(one.code in rules.codes for one in relation.references):
            yield asked, relation, rules


def _arithmetic(relation: Relation, rules: Declared) -> str:
    """`2.156 = 1.780 + 386` written out, and what the sides are."""

    def shown(reference: Reference) -> str:
        indicator = rules.indicators[reference.code]
        value = reference.of(rules.indicators)
        if value is None:
            return "…"
        is_rate = indicator.la_ti_le and reference.part != "tong_so"
        return format_rate(value) if is_rate else format_number(value)

    def side(references: tuple[Reference, ...]) -> str:
        return ", ".join(f"{one} là {shown(one)}" for one in references)

    left = relation.left.amount(rules.indicators)
    right = relation.right.amount(rules.indicators)
    amounts = " và ".join(format_number(round_half_up(one, _DECIMALS)) for one in (left, right))
    off = format_number(abs(round_half_up(left - right, _DECIMALS)))
    return f"{side(relation.references)}; hai vế là {amounts}, lệch {off}"


def _lines(figures: list[Indicator]) -> str:
    unique = dict.fromkeys((one.ma, str(one.place)) for one in figures)
    return ", ".join(f"{code} ({place})" for code, place in unique)


BROKEN = Rule(
    "SL060",
    "số liệu không giữ quan hệ đã khai",
    Severity.ERROR,
    "mẫu hoặc hồ sơ khai (quan_he) các chỉ tiêu phải khớp với nhau như vậy",
    "quan_he: [tthc_tong = tthc_tinh + tthc_xa]; 2.156 nhưng 1.780 và 386",
    "quan_he: [tthc_tong = tthc_tinh + tthc_xa]; 2.156 = 1.780 + 376",
    _broken,
)
UNREADABLE = Rule(
    "SL061",
    "quan hệ viết sai hoặc nêu mã không có",
    Severity.ERROR,
    "quan hệ giữa các chỉ tiêu chỉ gồm mã có trong bảng, số, dấu tính và một dấu so sánh",
    "quan_he: [tthc_tong = tthc_tin + tthc_xa]",
    "quan_he: [tthc_tong = tthc_tinh + tthc_xa]",
    _unreadable,
)
UNCHECKED = Rule(
    "SL062",
    "quan hệ chưa kiểm tra được vì thiếu số",
    Severity.ADVICE,
    "quan hệ chỉ kiểm tra được khi mọi chỉ tiêu trong đó có giá trị",
    "quan_he: [tthc_tong = tthc_tinh + tthc_xa]; tthc_xa để trống",
    "quan_he: [tthc_tong = tthc_tinh + tthc_xa]; đủ ba số",
    _unchecked,
)
RULES: tuple[Rule, ...] = (BROKEN, UNREADABLE, UNCHECKED)
