"""Figures written or reckoned wrongly: what SL001 to SL019 are for."""

import re
from decimal import Decimal
from random import Random

from support.mutations.clean import REPORTS, SMALL
from support.mutations.editing import Drawn, adding, altering, drawn
from support.mutations.planting import Kind

from reportgen.vietnamese import format_number, format_rate, format_ratio_pair

UNITS = ("hồ sơ", "trường hợp", "người", "tài khoản", "cơ sở", "thẻ", "lượt", "hộ")
EVERYWHERE = (*SMALL, *REPORTS)
_THINGS = "hồ sơ|trường hợp|người|tài khoản|thẻ|lượt|dữ liệu|thủ tục|đối tượng|TTHC|thửa"
_DONE = ("Đã cấp", "Đã giải quyết", "Đã cập nhật", "Đã chi trả cho", "Toàn tỉnh đã thu nhận")
_RATE = ("đạt", "đạt tỷ lệ", "tỷ lệ", "bằng")


def _rated(rng: Random) -> tuple[int, int]:
    """What was done and the total, the rate well between 0 and 100."""
    whole = rng.randrange(1200, 900_000)
    return rng.randrange(whole // 3, whole * 97 // 100), whole


def _rate(done: int, whole: int, decimals: int) -> str:
    return format_rate(Decimal(done) / Decimal(whole), decimals)


def _telling_a_rate(rng: Random, pair: str, rate: str) -> str:
    unit, done, told = rng.choice(UNITS), rng.choice(_DONE), rng.choice(_RATE)
    return rng.choice(
        (
            f"{done} {pair} {unit}, {told} {rate}.",
            f"{done} {pair} {unit} ({told} {rate}).",
            f"Tỷ lệ giải quyết {unit} đạt {rate} ({pair}).",
            f"Trong kỳ, việc cập nhật dữ liệu đạt {rate} ({pair} {unit}).",
            f"{done}: {pair} {unit} - đạt tỷ lệ {rate}.",
            f"{done} {pair.replace('/', ' trên tổng số ')} {unit}, đạt {rate}.",
            f"{done} {pair.replace('/', '/tổng số ')} {unit}, đạt {rate}.",
        )
    )


def _other_digit(rate: str, rng: Random) -> str:
    """The rate with one digit another one, or two neighbours swapped."""
    digits = [place for place, sign in enumerate(rate) if sign.isdigit()]
    place = rng.choice(digits)
    signs = list(rate)
    if rng.random() < 0.5 and place + 1 in digits and signs[place] != signs[place + 1]:
        signs[place : place + 2] = signs[place + 1], signs[place]
    else:
        others = "123456789".replace(signs[place], "")
        signs[place] = rng.choice(others)
    return "".join(signs)


def _wrong_rate(rng: Random) -> Drawn:
    done, whole = _rated(rng)
    right = _rate(done, whole, rng.choice((1, 2)))
    wrong = _other_digit(right, rng)
    pair = format_ratio_pair(done, whole)
    return drawn(rng, _telling_a_rate, (pair, right), (pair, wrong), wrong)


def _cut_off(rng: Random) -> Drawn:
    while True:
        done, whole = _rated(rng)
        right = _rate(done, whole, 2)
        cut = format_number(Decimal(done * 10_000 // whole) / 100) + "%"
        if cut != right and len(cut) == len(right) == len("12,34%"):
            pair = format_ratio_pair(done, whole)
            return drawn(rng, _telling_a_rate, (pair, right), (pair, cut), cut)


def _not_all(rng: Random) -> Drawn:
    whole = rng.randrange(20, 90_000)
    short = format_ratio_pair(whole - rng.randrange(1, 4), whole)
    full = format_ratio_pair(whole, whole)
    return drawn(rng, _telling_a_rate, (full, "100%"), (short, "100%"), "100%")


def _swapped(rng: Random) -> Drawn:
    done, whole = _rated(rng)
    pair, swapped = format_ratio_pair(done, whole), format_ratio_pair(whole, done)

    def sentence(rng: Random, pair: str) -> str:
        return f"{rng.choice(_DONE)} {pair} {rng.choice(UNITS)} trên địa bàn tỉnh."

    return drawn(rng, sentence, (pair,), (swapped,), swapped)


def _share_above_all(rng: Random) -> Drawn:
    share = format_number(Decimal(rng.randrange(101, 999)) / 10)
    wrong = format_number(Decimal(rng.randrange(1005, 1900)) / 10)

    def sentence(rng: Random, share: str) -> str:
        count = format_number(rng.randrange(200, 9000))
        return f"Hồ sơ nộp trực tuyến là {count} {rng.choice(UNITS)}, chiếm {share}%."

    return drawn(rng, sentence, (share,), (wrong,), f"{wrong}%")


def _backward_range(rng: Random) -> Drawn:
    low = rng.randrange(3, 40)
    high = low + rng.randrange(2, 30)

    def sentence(rng: Random, low: int, high: int) -> str:
        return rng.choice(
            (
                f"Phấn đấu đạt tỷ lệ từ {low}% đến {high}% số thôn, tổ dân phố.",
                f"Mỗi xã được bố trí từ {low} đến {high} triệu đồng.",
                f"Năng suất tăng {low} - {high}% ở các xã ven biển.",
            )
        )

    return drawn(rng, sentence, (low, high), (high, low), f"{high}")


def _mixed_marks(rng: Random) -> Drawn:
    whole, rest = rng.randrange(1100, 900_000), rng.randrange(11, 99)
    right = format_number(Decimal(f"{whole}.{rest}"))
    wrong = f"{whole:,}.{rest}"

    def sentence(rng: Random, value: str) -> str:
        unit = rng.choice(("tỷ đồng", "triệu đồng", "ha", "km"))
        return f"Tổng {rng.choice(('số', 'giá trị', 'khối lượng'))} thực hiện là {value} {unit}."

    return drawn(rng, sentence, (right,), (wrong,), wrong)


def _decimal_dot(match: re.Match[str], rng: Random) -> str | None:
    return match[0].replace(",", ".")


def _dotted_rate(rng: Random) -> Drawn:
    done, whole = _rated(rng)
    pair, right = format_ratio_pair(done, whole), _rate(done, whole, 2)
    wrong = right.replace(",", ".")
    return drawn(rng, _telling_a_rate, (pair, right), (pair, wrong), wrong)


def _comma_thousands(match: re.Match[str], rng: Random) -> str | None:
    return match[0].replace(".", ",", 1) if match[0].count(".") == 1 else None


def _broken_group(match: re.Match[str], rng: Random) -> str | None:
    number = match[0]
    place = len(number) - rng.randrange(1, 3)
    return number[:place] + rng.choice(("", number[place] * 2)) + number[place + 1 :]


def _spaced(match: re.Match[str], rng: Random) -> str | None:
    return match[0].replace(".", " ")


def _ungrouped(match: re.Match[str], rng: Random) -> str | None:
    return match[0].replace(".", "")


def _spaced_percent(rng: Random) -> Drawn:
    rates = [f"{rng.randrange(30, 99)},{rng.randrange(1, 9)}%" for _ in range(5)]
    odd = rng.randrange(5)
    wrong = rates[odd].replace("%", " %")

    def sentence(rng: Random, odd: int) -> str:
        told = [rate.replace("%", " %") if at == odd else rate for at, rate in enumerate(rates)]
        return f"Các xã lần lượt đạt {', '.join(told[:4])} và {told[4]}."

    return drawn(rng, sentence, (-1,), (odd,), wrong)


_GROUPED = r"(?<![\d.,/])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,/])"
_COUNT = rf"{_GROUPED}(?= (?:{_THINGS})\b)"

KINDS = (
    Kind(
        "dấu chấm thập phân trong văn bản",
        ("SL001",),
        REPORTS,
        altering(r"(?<![\d.,])[1-9]\d?,\d{1,2}%", _decimal_dot),
    ),
    Kind("dấu chấm thập phân ở tỷ lệ", ("SL001",), EVERYWHERE, adding(_dotted_rate)),
    Kind("dấu phẩy hàng nghìn", ("SL002",), REPORTS, altering(_COUNT, _comma_thousands)),
    Kind(
        "nhóm ba chữ số bị thiếu, thừa",
        ("SL003", "SL001"),
        REPORTS,
        altering(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])", _broken_group),
    ),
    Kind("số viết kiểu tiếng Anh", ("SL004",), EVERYWHERE, adding(_mixed_marks)),
    Kind(
        "dấu cách hàng nghìn",
        ("SL005",),
        REPORTS,
        altering(rf"(?<![\d.,/])[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,}}(?= (?:{_THINGS}))", _spaced),
    ),
    Kind("số lớn không ngăn nhóm", ("SL006",), REPORTS, altering(_COUNT, _ungrouped)),
    Kind("hai dấu phần trăm", ("SL007",), REPORTS, altering(r"(?<=\d)%", lambda m, r: "%%")),
    Kind("dấu phần trăm cách số", ("SL008",), EVERYWHERE, adding(_spaced_percent)),
    Kind("tỷ lệ sai", ("SL010", "SL011"), EVERYWHERE, adding(_wrong_rate)),
    Kind("tỷ lệ bị cắt", ("SL011",), EVERYWHERE, adding(_cut_off)),
    Kind("100% mà chưa đủ", ("SL012",), EVERYWHERE, adding(_not_all)),
    Kind("số đã làm lớn hơn tổng số", ("SL013",), EVERYWHERE, adding(_swapped)),
    Kind("phần chiếm hơn 100%", ("SL014",), EVERYWHERE, adding(_share_above_all)),
    Kind("khoảng số viết ngược", ("SL015",), EVERYWHERE, adding(_backward_range)),
)
