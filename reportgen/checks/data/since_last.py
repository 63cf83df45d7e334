"""SL068, SL069, SL070: figures against the period before: fallen, leapt, unmoved."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.data.declared import Declared, declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.dossier import Indicator
from reportgen.problems import Severity
from reportgen.vietnamese import format_number, format_rate, plain_name, round_half_up

_SMALL = 10  # what is smaller moves by any factor
_COUNTED = 100  # what is smaller often stays as it is
_MOST_POINTS = Decimal("0.3")
_MANY = 3
_NAMED = 10


def _fallen(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    for one, now, before in _pairs(rules):
        if rules is not None and now < before and _is_cumulative(one, rules):
            yield FALLEN.about(
                f"“{one.ma}” là số lũy kế mà giảm: {_shown(one, before)} → {_shown(one, now)}",
                "xem lại hai số; nếu giảm vì rà soát lại thì ghi lý do ở cột ghi_chu và bo_qua",
                place=one.place,
                why=f"kỳ trước {_shown(one, before)}, kỳ này {_shown(one, now)}, "
                f"giảm {_shown(one, before - now)}",
            )


def _leapt(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    for one, now, before in _pairs(rules):
        if rules is None or (now < before and _is_cumulative(one, rules)):
            continue
        change = f"{_shown(one, before)} → {_shown(one, now)}"
        if one.la_ti_le:
            if abs(now - before) > _MOST_POINTS:
                points = format_number(round_half_up(abs(now - before) * 100, 2))
                yield LEAPT.about(
                    f"“{one.ma}” thay đổi {points} điểm phần trăm: {change}",
                    "xem lại hai số",
                    place=one.place,
                )
            continue
        least, most = sorted((now, before))
        if least > 0 and most >= _SMALL and most > least * rules.most:
            times = format_number(round_half_up(most / least, 1))
            how = "tăng" if now > before else "giảm"
            yield LEAPT.about(
                f"“{one.ma}” {how} {times} lần so với kỳ trước: {change}",
                "xem có thừa, thiếu chữ số hay nhầm cột không",
                place=one.place,
                why=f"{_shown(one, most)} : {_shown(one, least)} = {times} lần, quá "
                f"{format_number(rules.most)} lần (bien_dong_toi_da)",
            )


def _unmoved(subject: Subject) -> Iterator[Finding]:
    pairs = [pair for pair in _pairs(declared(subject)) if _may_move(*pair)]
    still = [one for one, now, before in pairs if now == before]
    if still and len(pairs) - len(still) >= max(_MANY, len(still)):
        named = ", ".join(f"{one.ma} ({_shown(one, one.thuc_hien)})" for one in still[:_NAMED])
        more = f" và {len(still) - _NAMED} chỉ tiêu khác" if len(still) > _NAMED else ""
        yield UNMOVED.about(
            f"{len(still)} chỉ tiêu bằng đúng kỳ trước: {named}{more}",
            "hỏi lại nơi cung cấp xem số đã cập nhật chưa",
            place=still[0].place,
        )


def _pairs(rules: Declared | None) -> Iterator[tuple[Indicator, Decimal, Decimal]]:
    for one in rules.indicators.values() if rules else ():
        if one.thuc_hien is not None and one.ky_truoc is not None:
            yield one, one.thuc_hien, one.ky_truoc


def _is_cumulative(one: Indicator, rules: Declared) -> bool:
    name = f"_{plain_name(one.ten)}_"
    told = any(words in name for words in ("_luy_ke_", "_cong_don_"))
    return told or one.ma in {asked.text for asked in rules.cumulative}


def _may_move(one: Indicator, now: Decimal, before: Decimal) -> bool:
    """Whether one expects the figure to change: no share, no small count, not all of a total."""
    return not one.la_ti_le and max(now, before) >= _COUNTED and one.thuc_hien != one.tong_so


def _shown(one: Indicator, value: Decimal | None) -> str:
    if value is None:
        return "…"
    return format_rate(value) if one.la_ti_le else format_number(value)


FALLEN = Rule(
    "SL068",
    "số lũy kế giảm so với kỳ trước",
    Severity.WARNING,
    "số lũy kế cộng dồn từ đầu nên kỳ sau không nhỏ hơn kỳ trước",
    "luy_ke: [so_hoa_tong]; ky_truoc 986.046, thuc_hien 968.046",
    "luy_ke: [so_hoa_tong]; ky_truoc 968.046, thuc_hien 986.046",
    _fallen,
)
LEAPT = Rule(
    "SL069",
    "số thay đổi quá nhiều so với kỳ trước",
    Severity.WARNING,
    "thay đổi quá số lần đã khai (bien_dong_toi_da, mặc định 5) thường do thừa hoặc thiếu chữ số",
    "kiosk_tiep_don: ky_truoc 3.264, thuc_hien 33.964",
    "kiosk_tiep_don: ky_truoc 32.640, thuc_hien 33.964",
    _leapt,
)
UNMOVED = Rule(
    "SL070",
    "số bằng đúng kỳ trước",
    Severity.ADVICE,
    "khi phần lớn các chỉ tiêu đã thay đổi, số giữ nguyên từng chữ số có thể chưa được cập nhật",
    "tu_phap: ky_truoc 1.461.170, thuc_hien 1.461.170",
    "tu_phap: ky_truoc 1.461.170, thuc_hien 1.463.025",
    _unmoved,
)
RULES: tuple[Rule, ...] = (FALLEN, LEAPT, UNMOVED)
