"""Dates and periods: what VB001 to VB009 are for."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from support.mutations.clean import REPORTS, SMALL, WHOLE, Clean
from support.mutations.editing import Drawn, adding, altering, choosing, drawn, editing, plain
from support.mutations.planting import Kind

from reportgen.document.tree import Document
from reportgen.vietnamese import format_date_short

EVERYWHERE = (*SMALL, *REPORTS)
DATED = tuple(clean for clean in EVERYWHERE if clean.subject.facts.issued is not None)
_PERIODS = tuple(
    clean
    for clean in WHOLE
    if clean.document.title.period and "tháng" in clean.document.title.subject[-1].value
)
_FULL = r"(?<![\d/])\d\d?/\d\d?/20\d\d(?!\d)"
_WEEK = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_of(rng: Random, year: int = 2023, months: int = 12) -> date:
    """Any day of that year's first months."""
    return date(year, 1, 1) + timedelta(days=rng.randrange(30 * months))


def _zero(match: re.Match[str], rng: Random) -> str | None:
    day, month, year = map(int, match.groups())
    wrong = [f"ngày {day:02} tháng {month:02} năm {year}"] if 2 < month < 10 else []
    wrong += [f"ngày {day} tháng {month} năm {year}"] if day < 10 else []
    wrong += [f"ngày {day:02} tháng {month} năm {year}"] if month < 3 else []
    return rng.choice(wrong) if wrong else None


def _own_zero(document: Document, rng: Random) -> tuple[Document, str] | None:
    line = document.letterhead.place_and_date
    match = re.search(r"ngày (\d+) tháng (\d+) năm (\d+)", line)
    wrong = _zero(match, rng) if match else None
    if match is None or wrong is None:
        return None
    changed = line.replace(match[0], wrong)
    return replace(document, letterhead=replace(document.letterhead, place_and_date=changed)), wrong


def _bare_day(rng: Random) -> Drawn:
    def sentence(rng: Random, day: str) -> str:
        return (
            f"Kế hoạch số 66/KH-UBND ngày 28/8/2023, số 30/KH-UBND ngày 05/8/2023, số 41/KH-UBND"
            f" ngày 09/6/2023; Công văn số 12/UBND-NC ngày {day}/7/2023."
        )

    day = rng.randrange(1, 10)
    return drawn(rng, sentence, (f"{day:02}",), (f"{day}",), f"{day}/7/2023")


def _impossible(match: re.Match[str], rng: Random) -> str | None:
    _, month, year = map(int, match[0].split("/"))
    last = monthrange(year, month)[1]
    return rng.choice((f"{last + 1}/{month}/{year}", f"{rng.randrange(1, 13):02}/13/{year}"))


def _weekday(rng: Random) -> Drawn:
    day = day_of(rng)
    right = _WEEK[day.weekday()]
    wrong = rng.choice([name for name in _WEEK if name != right])
    shown = format_date_short(day)

    def sentence(rng: Random, name: str) -> str:
        return rng.choice(
            (
                f"Hội nghị khai mạc lúc 8 giờ 00, {name}, ngày {shown} tại Nha Trang.",
                f"Thời gian: 14 giờ 00, ngày {shown} ({name}).",
                f"Lịch làm việc: {name} ngày {shown} họp giao ban.",
            )
        )

    return drawn(rng, sentence, (right,), (wrong,), wrong)


def _later(rng: Random) -> Drawn:
    before, after = format_date_short(day_of(rng)), format_date_short(day_of(rng, 2027))

    def sentence(rng: Random, day: str) -> str:
        number = rng.randrange(10, 4000)
        return rng.choice(
            (
                f"Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số {number}/KH-UBND ngày {day}.",
                f"Thực hiện Công văn số {number}/UBND-NC ngày {day} của Ủy ban nhân dân tỉnh.",
                f"Tính đến ngày {day}, đã có {number} người được cấp tài khoản.",
            )
        )

    return drawn(rng, sentence, (before,), (after,), after)


def _far(rng: Random) -> Drawn:
    day = day_of(rng)
    far = rng.choice((day.replace(day=1, year=2052), day.replace(day=1, year=1823)))
    shown = format_date_short(far)

    def sentence(rng: Random, day: str) -> str:
        return f"Hội nghị được tổ chức ngày {day} tại {rng.choice(('Nha Trang', 'Cam Ranh'))}."

    return drawn(rng, sentence, (format_date_short(day),), (shown,), shown)


def _other_period(document: Document, rng: Random) -> tuple[Document, str] | None:
    year = rng.choice((2019, 2020, 2021))
    line = f"(Từ ngày 16/{rng.randrange(3, 9)}/{year} đến ngày 15/{rng.randrange(9, 12)}/{year})"
    return replace(document, title=replace(document.title, period=plain(line))), line[1:-1]


def _reversed(rng: Random) -> Drawn:
    first = day_of(rng)
    last = first + timedelta(days=rng.randrange(10, 200))
    shown = format_date_short(first), format_date_short(last)

    def sentence(rng: Random, first: str, last: str) -> str:
        what = rng.choice(("Số liệu được tổng hợp", "Đợt cao điểm kéo dài", "Lớp học mở"))
        return f"{what} từ ngày {first} đến ngày {last}."

    return drawn(rng, sentence, shown, shown[::-1], shown[0])


def _quarter(rng: Random) -> Drawn:
    quarter = rng.randrange(1, 5)
    first = 3 * quarter - 2
    wrong = first + (-1 if quarter > 1 else 1)
    roman = ("I", "II", "III", "IV")[quarter - 1]

    def sentence(rng: Random, first: int) -> str:
        return f"Kết quả quý {roman}/2023 (từ tháng {first} đến tháng {first + 2}) đạt kế hoạch."

    return drawn(rng, sentence, (first,), (wrong,), f"tháng {wrong}")


def _dated_in_words() -> tuple[Clean, ...]:
    return tuple(clean for clean in EVERYWHERE if "năm" in clean.document.letterhead.place_and_date)


KINDS = (
    Kind(
        "số 0 thiếu, thừa ở ngày trong văn bản",
        ("VB001",),
        SMALL,
        altering(r"ngày (\d\d?) tháng (\d\d?) năm (\d{4})", _zero),
    ),
    Kind(
        "số 0 thiếu, thừa ở ngày ban hành",
        ("VB001", "TT031"),
        _dated_in_words(),
        editing(_own_zero),
    ),
    Kind("ngày không có số 0 giữa các ngày có", ("VB002",), EVERYWHERE, adding(_bare_day)),
    Kind("ngày không có trên lịch", ("VB003",), REPORTS, altering(_FULL, _impossible)),
    Kind("thứ sai", ("VB004",), EVERYWHERE, adding(_weekday)),
    Kind("ngày sau ngày ban hành", ("VB005",), DATED, adding(_later)),
    Kind("năm gõ đảo", ("VB006", "VB005"), DATED, adding(_far)),
    Kind("kỳ báo cáo khác tên báo cáo", ("VB007",), _PERIODS, editing(_other_period)),
    Kind("khoảng ngày viết ngược", ("VB008",), EVERYWHERE, adding(_reversed)),
    Kind("tháng không thuộc quý", ("VB009",), EVERYWHERE, adding(_quarter)),
    Kind(
        "ngày gõ sai trong khoảng",
        ("VB003",),
        EVERYWHERE,
        choosing(
            (
                "Hoàn thành trước ngày 30/4/2024.",
                "Hoàn thành trước ngày 31/4/2024.",
                "31/4/2024",
            ),
            (
                "Báo cáo kết quả chậm nhất ngày 29 tháng 02 năm 2024.",
                "Báo cáo kết quả chậm nhất ngày 30 tháng 02 năm 2024.",
                "30 tháng 02",
            ),
            (
                "Số liệu tính đến hết ngày 30/11/2023.",
                "Số liệu tính đến hết ngày 30/13/2023.",
                "30/13/2023",
            ),
        ),
    ),
)
