"""Numbers of documents and what is said of them: what VB010 to VB021 are for."""

import re
from random import Random

from support.mutations.clean import KINDS as ALL_KINDS
from support.mutations.clean import REPORTS
from support.mutations.dates import EVERYWHERE, day_of
from support.mutations.editing import Drawn, adding, altering, choosing, drawn
from support.mutations.planting import Kind

from reportgen.vietnamese import format_date_short

_NUMBER = r"\d{1,4}/(?:QĐ|KH|NQ|TB|BC)-[A-ZĐ]{2,6}\b"
_KIND_OF = {"Kế hoạch": "KH", "Quyết định": "QĐ", "Nghị quyết": "NQ", "Thông báo": "TB"}
_SUBJECTS = (
    "nâng cao Chỉ số cải cách hành chính của tỉnh",
    "làm giàu, làm sạch dữ liệu đất đai",
    "tổ chức phong trào Bình dân học vụ số",
    "kiểm tra công tác văn thư, lưu trữ",
)


def _citation(rng: Random) -> tuple[str, str, int]:
    kind = rng.choice(tuple(_KIND_OF))
    return kind, _KIND_OF[kind], rng.randrange(100, 4000)


def _ill_formed(match: re.Match[str], rng: Random) -> str | None:
    number, _, rest = match[0].partition("/")
    letters, _, office = rest.partition("-")
    return rng.choice(
        (
            f"{number} /{rest}",
            f"{number}/{letters} - {office}",
            f"{number}/{letters}–{office}",
            f"{number}/ {rest}",
        )
    )


def _other_letters(match: re.Match[str], rng: Random) -> str | None:
    others = [letters for letters in ("QĐ", "KH", "NQ", "TB") if letters != match[3]]
    return f"{match[1]}{match[2]}{rng.choice(others)}"


def _two_dates(rng: Random) -> Drawn:
    kind, letters, number = _citation(rng)
    first, second = format_date_short(day_of(rng)), format_date_short(day_of(rng, months=6))

    def sentence(rng: Random, again: str) -> str:
        cited = f"{kind} số {number}/{letters}-UBND"
        return (
            f"Thực hiện {cited} ngày {first} của Ủy ban nhân dân tỉnh.\n"
            f"Các sở rà soát theo {cited} ngày {again} của Ủy ban nhân dân tỉnh."
        )

    wrong = second if second != first else "29/12/2023"
    return drawn(rng, sentence, (first,), (wrong,), f"{kind} số {number}/{letters}-UBND")


def _two_subjects(rng: Random) -> Drawn:
    kind, letters, number = _citation(rng)
    one, other = rng.sample(_SUBJECTS, 2)
    day = format_date_short(day_of(rng))

    def sentence(rng: Random, subject: str) -> str:
        cited = f"{kind} số {number}/{letters}-UBND ngày {day}"
        return f"Triển khai {cited} về {one}.\nĐôn đốc thực hiện {cited} về {subject}."

    return drawn(rng, sentence, (one,), (other,), f"{number}/{letters}-UBND")


def _twice(rng: Random) -> Drawn:
    kind, letters, number = _citation(rng)
    day = format_date_short(day_of(rng))
    listed = [f"{kind} số {number + 7 * at}/{letters}-UBND ngày {day}" for at in range(3)]

    def sentence(rng: Random, last: str) -> str:
        return f"Đã ban hành: {'; '.join(listed)}; {last}."

    other = f"{kind} số {number + 50}/{letters}-UBND ngày {day}"
    return drawn(rng, sentence, (other,), (listed[0],), f"{number}/{letters}-UBND")


def _other_year(rng: Random) -> Drawn:
    number, year = rng.randrange(10, 180), rng.randrange(2015, 2024)
    wrong = year + rng.choice((-2, -1, 1))
    kind, letters = rng.choice((("Nghị định", "NĐ-CP"), ("Thông tư", "TT-BNV")))

    def sentence(rng: Random, of: int) -> str:
        by = "Chính phủ" if kind == "Nghị định" else "Bộ Nội vụ"
        return f"Thực hiện {kind} số {number}/{year}/{letters} ngày 15/10/{of} của {by}."

    return drawn(rng, sentence, (year,), (wrong,), f"{number}/{year}/{letters} ngày 15/10/{wrong}")


def _undated(rng: Random) -> Drawn:
    kind, letters, number = _citation(rng)
    day = format_date_short(day_of(rng))
    cited = f"{kind} số {number}/{letters}-UBND"

    def sentence(rng: Random, dated: str) -> str:
        return f"Các đơn vị thực hiện theo {cited}{dated} của Ủy ban nhân dân tỉnh."

    return drawn(rng, sentence, (f" ngày {day}",), ("",), cited)


def _basis(match: re.Match[str], rng: Random) -> str | None:
    return f"{match[1]}{match[3]}"


def _two_symbols(rng: Random) -> Drawn:
    number, day = rng.randrange(1000, 9000), format_date_short(day_of(rng))

    def sentence(rng: Random, symbol: str) -> str:
        return (
            f"Công văn số {number}/VPCP-KSTT ngày {day} của Văn phòng Chính phủ.\n"
            f"Thực hiện Công văn số {number}/{symbol} ngày {day} của Văn phòng Chính phủ."
        )

    return drawn(rng, sentence, ("VPCP-KSTT",), ("VPCP-KSTTHC",), f"{number}/VPCP-KSTTHC")


def _no_date(rng: Random) -> Drawn:
    _, letters, number = _citation(rng)
    kind = next(name for name, code in _KIND_OF.items() if code == letters)
    day = format_date_short(day_of(rng))

    def sentence(rng: Random, day: str) -> str:
        cited = f"{kind} số {number}/{letters}-UBND ngày"
        return rng.choice((f"Thực hiện theo {cited}{day}.", f"Các sở ({cited}{day}) rà soát lại."))

    return drawn(rng, sentence, (f" {day}",), ("",), f"{number}/{letters}-UBND")


def _kind_capital(match: re.Match[str], rng: Random) -> str | None:
    first, last = match[1].split()
    return f"{first} {last.capitalize()}"


KINDS = (
    Kind(
        "số, ký hiệu thừa dấu cách", ("VB010",), REPORTS, altering(_NUMBER, _ill_formed),
        at_the_words=False,
    ),
    Kind(
        "ký hiệu của tên loại khác",
        ("VB011", "VB018"),
        REPORTS,
        altering(
            r"((?:Quyết định|Kế hoạch|Nghị quyết) số )(\d{1,4}/)(QĐ|KH|NQ)(?=\S+ ngày \d)",
            _other_letters,
        ),
        at_the_words=False,
    ),
    Kind("một văn bản hai ngày", ("VB012",), EVERYWHERE, adding(_two_dates), at_the_words=False),
    Kind("một số hai trích yếu", ("VB013",), EVERYWHERE, adding(_two_subjects)),
    Kind("văn bản liệt kê hai lần", ("VB014",), EVERYWHERE, adding(_twice)),
    Kind("năm trong số khác năm ban hành", ("VB015", "VB005"), EVERYWHERE, adding(_other_year)),
    Kind(
        "văn bản viện dẫn thiếu ngày", ("VB016",), EVERYWHERE, adding(_undated),
        at_the_words=False,
    ),
    Kind(
        "căn cứ thiếu ngày",
        ("VB017",),
        ALL_KINDS,
        altering(r"(Căn cứ [^;]{5,90}?)( ngày \d\d? tháng \d\d? năm \d{4})([^;]*;)", _basis),
    ),
    Kind("một văn bản hai ký hiệu", ("VB018",), EVERYWHERE, adding(_two_symbols),
         at_the_words=False),
    Kind("chữ ngày không có ngày", ("VB019",), EVERYWHERE, adding(_no_date)),
    Kind(
        "viết hoa khoản, viết thường Điều",
        ("VB020",),
        EVERYWHERE,
        choosing(
            (
                "Thực hiện theo điểm a khoản 2 Điều 3 Luật Căn cước.",
                "Thực hiện theo điểm a Khoản 2 Điều 3 Luật Căn cước.",
                "Khoản 2",
            ),
            (
                "Hồ sơ quy định tại khoản 1 Điều 12 Nghị định này.",
                "Hồ sơ quy định tại khoản 1 điều 12 Nghị định này.",
                "điều 12",
            ),
            (
                "Áp dụng điểm b khoản 4 Điều 7 Luật Cư trú.",
                "Áp dụng Điểm b khoản 4 Điều 7 Luật Cư trú.",
                "Điểm b",
            ),
        ),
        at_the_words=False,
    ),
    Kind(
        "tên loại viết hoa chữ sau",
        ("VB021",),
        REPORTS,
        altering(r"((?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Thông báo))(?= số)", _kind_capital),
        at_the_words=False,
    ),
)  # fmt: skip
