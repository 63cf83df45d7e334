"""Totals, lists, changes and what is left over: what SL020 to SL039 are for."""

from decimal import Decimal
from random import Random

from support.mutations.editing import Drawn, adding, drawn
from support.mutations.figures import EVERYWHERE
from support.mutations.planting import Kind

from reportgen.vietnamese import format_count, format_number, format_rate, round_half_up

_OFFICES = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Y tế",
    "Sở Tư pháp",
    "Sở Xây dựng",
    "Thanh tra tỉnh",
    "Công an tỉnh",
    "Sở Công Thương",
    "Văn phòng UBND tỉnh",
)
_UNITS = ("thủ tục", "hồ sơ", "trường hợp", "TTHC")


def off(value: int, rng: Random) -> int:
    """The number with one digit changed, or two neighbours swapped: another number as long."""
    digits = list(str(value))
    while True:
        changed = digits.copy()
        place = rng.randrange(len(digits))
        if rng.random() < 0.5 and place + 1 < len(digits):
            changed[place : place + 2] = changed[place + 1], changed[place]
        else:
            changed[place] = rng.choice("123456789")
        if changed != digits and changed[0] != "0":
            return int("".join(changed))


def _split(rng: Random, count: int) -> list[int]:
    return [rng.randrange(110, 4000) for _ in range(count)]


def _printed(values: list[int]) -> list[str]:
    return [format_number(value) for value in values]


def _in_brackets(rng: Random) -> Drawn:
    parts = _split(rng, 2)
    total = sum(parts)
    wrong = off(total, rng)

    def sentence(rng: Random, total: int) -> str:
        (first, second), unit = _printed(parts), rng.choice(_UNITS)
        said = format_number(total)
        return rng.choice(
            (
                f"Toàn tỉnh có {said} {unit} ({first} {unit} cấp tỉnh và {second} {unit} cấp xã).",
                f"Đã cung cấp {said} {unit} (cấp tỉnh: {first} {unit}; cấp xã: {second} {unit}).",
                f"Tiếp nhận {said} {unit} (trực tuyến: {first} {unit}; trực tiếp: {second}"
                f" {unit}).",
                f"Giải quyết {said} {unit} (đúng hạn {first} {unit}, quá hạn {second} {unit}).",
            )
        )

    return drawn(rng, sentence, (total,), (wrong,), format_number(wrong))


def _part_off(rng: Random) -> Drawn:
    first, second = _split(rng, 2)
    total, wrong = format_number(first + second), off(second, rng)

    def sentence(rng: Random, second: int) -> str:
        unit = rng.choice(_UNITS)
        return (
            f"Toàn tỉnh có {total} {unit} (cấp tỉnh: {format_number(first)} {unit}; cấp xã:"
            f" {format_number(second)} {unit})."
        )

    return drawn(rng, sentence, (second,), (wrong,), total)


def _in_a_list(rng: Random) -> Drawn:
    offices = rng.sample(_OFFICES, rng.randrange(3, 7))
    parts = [rng.randrange(11, 90) for _ in offices]
    wrong = off(sum(parts), rng)

    def sentence(rng: Random, total: int) -> str:
        said, unit = format_count(total), rng.choice(_UNITS)
        style = rng.randrange(2)
        if style == 0:
            shown = zip(offices, parts, strict=True)
            listed = ", ".join(f"{office} ({format_count(part)} {unit})" for office, part in shown)
            return f"Có {said} {unit} thuộc phạm vi quản lý gồm: {listed}."
        shown = zip(offices, parts, strict=True)
        listed = "; ".join(f"{office} {format_count(part)} {unit}" for office, part in shown)
        return f"Tổng số {unit} đã rà soát là {said} {unit}, gồm: {listed}."

    return drawn(rng, sentence, (sum(parts),), (wrong,), format_count(wrong))


def _across(rng: Random) -> Drawn:
    parts = _split(rng, 2)
    wrong = off(parts[1], rng)
    total = format_number(sum(parts))

    def sentence(rng: Random, second: int) -> str:
        first, last, unit = format_number(parts[0]), format_number(second), rng.choice(_UNITS[:2])
        return rng.choice(
            (
                f"Tổng số {unit} trực tuyến: {total}; toàn trình: {first}; một phần: {last}.",
                f"Tổng số là {total} {unit}. Toàn trình {first} {unit}. Một phần {last} {unit}.",
            )
        )

    return drawn(rng, sentence, (parts[1],), (wrong,), total)


def _listed(rng: Random) -> Drawn:
    offices = rng.sample(_OFFICES, rng.randrange(3, 7))
    wrong = len(offices) + rng.choice((-1, 1, 2))

    def sentence(rng: Random, count: int) -> str:
        said, style = format_count(count), rng.randrange(3)
        if style == 0:
            return f"Có {said} đơn vị hoàn thành: {'; '.join(offices)}."
        if style == 1:
            marked = (f"({number}) {office}" for number, office in enumerate(offices, 1))
            return f"Đã kiểm tra {said} cơ quan, gồm: {'; '.join(marked)}."
        marked = (f"({at}) Kiểm tra tại {office}" for at, office in enumerate(offices, 1))
        return f"Triển khai {said} nhiệm vụ trọng tâm, cụ thể: {'; '.join(marked)}."

    return drawn(rng, sentence, (len(offices),), (wrong,), format_count(wrong))


def _listed_in_a_note(rng: Random) -> Drawn:
    count = rng.randrange(2, 6)
    wrong = count + rng.choice((1, 2) if count == 2 else (-1, 1))
    kind, code = rng.choice((("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Công văn", "UBND")))
    end = "NC" if code == "UBND" else "UBND"
    numbers = sorted(rng.sample(range(100, 900), count))
    items = [f"{kind} số {number}/{code}-{end} ngày 20/8/2023" for number in numbers]

    def sentence(rng: Random, said: int) -> str:
        if rng.random() < 0.5:
            marked = (f"({number}) {item}" for number, item in enumerate(items, 1))
            note = "; ".join(marked)
        else:
            note = "; ".join(items)
        return f"Đã ban hành {format_count(said)} {kind} chỉ đạo thực hiện[^].\n[^]: {note}."

    return drawn(rng, sentence, (count,), (wrong,), format_count(wrong))


def _change(rng: Random) -> Drawn:
    base = rng.randrange(200, 5000)
    by = rng.randrange(base // 20 + 2, base // 3)
    rate = format_rate(Decimal(by) / base, 1)
    wrong_by, word = off(by, rng), rng.choice(("tăng", "giảm"))
    wrong_rate = format_number(round_half_up(Decimal(by) / base * 100, 1) + 3) + "%"
    now = base + by if word == "tăng" else base - by
    of_rate = rng.random() < 0.5

    def sentence(rng: Random, by: int, rate: str) -> str:
        unit = rng.choice(_UNITS[1:3])
        shown = [format_number(value) for value in (now, by, base)]
        return rng.choice(
            (
                f"Tiếp nhận {shown[0]} {unit}, {word} {shown[1]} {unit} ({rate}) so với cùng kỳ"
                f" ({shown[2]} {unit}).",
                f"Tiếp nhận {shown[0]} {unit}, {word} {shown[1]} {unit} so với cùng kỳ năm trước"
                f" ({shown[2]} {unit}), tương ứng {rate}."
                if not of_rate
                else f"Số {unit} từ {shown[2]} {'lên' if word == 'tăng' else 'xuống'} {shown[0]},"
                f" {word} {shown[1]}, tương ứng {rate}.",
            )
        )

    slip = (by, wrong_rate) if of_rate else (wrong_by, rate)
    words = wrong_rate if of_rate else format_number(wrong_by)
    return drawn(rng, sentence, (by, rate), slip, words)


def _direction(rng: Random) -> Drawn:
    low = rng.randrange(100, 800)
    high = low + rng.randrange(5, 90)

    def sentence(rng: Random, word: str, to: str) -> str:
        before, after = (low, high) if upward else (high, low)
        return f"Số vụ {rng.choice(('tai nạn', 'vi phạm'))} {word} từ {before} vụ {to} {after} vụ."

    upward = rng.random() < 0.5
    right = ("tăng", "lên") if upward else ("giảm", "xuống")
    wrong = ("giảm", "xuống") if upward else ("tăng", "lên")
    return drawn(rng, sentence, right, wrong, wrong[1])


def _times(rng: Random) -> Drawn:
    base = rng.randrange(100, 2000)
    now = base * rng.randrange(150, 400) // 100
    right = round_half_up(Decimal(now) / base, 2)
    wrong = format_number(right + Decimal(rng.choice(("0.3", "-0.2", "0.18"))))

    def sentence(rng: Random, times: str) -> str:
        shown, past = format_number(now), format_number(base)
        return rng.choice(
            (
                f"Số hồ sơ gấp {times} lần so với cùng kỳ ({shown}/{past}).",
                f"Tiếp nhận {shown} hồ sơ, gấp {times} lần so với cùng kỳ ({past} hồ sơ).",
            )
        )

    return drawn(rng, sentence, (format_number(right),), (wrong,), f"gấp {wrong}")


def _per_people(rng: Random) -> Drawn:
    people = rng.randrange(300_000, 2_500_000)
    doctors = people * rng.randrange(8, 30) // 10_000 + 3
    right = round_half_up(Decimal(doctors) / people * 10_000, 1)
    wrong = format_number(right + rng.choice((1, 2, -2)))

    def sentence(rng: Random, rate: str) -> str:
        shown = f"{format_number(doctors)} bác sĩ", f"{format_number(people)} dân"
        return rng.choice(
            (
                f"Đạt {rate} bác sĩ/10.000 dân với {shown[0]} trên {shown[1]}.",
                f"Tỷ lệ đạt {rate} bác sĩ/10.000 dân ({shown[0]}/{shown[1]}).",
            )
        )

    return drawn(rng, sentence, (format_number(right),), (wrong,), wrong)


def _left_over(rng: Random) -> Drawn:
    whole = rng.randrange(400, 9000)
    done = rng.randrange(whole // 2, whole - 30)
    wrong = off(whole - done, rng)

    def sentence(rng: Random, left: int) -> str:
        shown = [format_number(value) for value in (done, whole, left)]
        return rng.choice(
            (
                f"Đã giải quyết {shown[0]}/{shown[1]} hồ sơ, còn lại {shown[2]} hồ sơ.",
                f"Còn lại {shown[2]} hồ sơ (= {shown[1]} - {shown[0]}).",
                f"Số còn lại: {shown[1]} - {shown[0]} = {shown[2]} hồ sơ.",
            )
        )

    return drawn(rng, sentence, (whole - done,), (wrong,), format_number(wrong))


def _done_and_open(rng: Random) -> Drawn:
    solved, open_ones = rng.randrange(1000, 9000), rng.randrange(110, 900)
    wrong = off(open_ones, rng)
    taken = format_number(solved + open_ones)

    def sentence(rng: Random, still: int) -> str:
        mark = rng.choice((",", ";"))
        return (
            f"Tiếp nhận {taken} hồ sơ{mark} đã giải quyết {format_number(solved)} hồ sơ{mark}"
            f" đang giải quyết {format_number(still)} hồ sơ."
        )

    return drawn(rng, sentence, (open_ones,), (wrong,), taken)


KINDS = tuple(
    Kind(name, codes, EVERYWHERE, adding(pair))
    for name, codes, pair in (
        ("tổng sai trước ngoặc", ("SL020",), _in_brackets),
        ("phần sai trong ngoặc", ("SL020",), _part_off),
        ("tổng sai trước danh sách", ("SL021", "SL022"), _in_a_list),
        ("phần sai ở vế sau", ("SL022",), _across),
        ("số mục sai trước danh sách", ("SL023",), _listed),
        ("số mục sai so với chú thích", ("SL024",), _listed_in_a_note),
        ("mức tăng, giảm sai", ("SL025",), _change),
        ("tăng mà số giảm", ("SL026",), _direction),
        ("số lần gấp sai", ("SL027",), _times),
        ("tỷ lệ trên dân số sai", ("SL028",), _per_people),
        ("số còn lại sai", ("SL029",), _left_over),
        ("số đang giải quyết sai", ("SL030",), _done_and_open),
    )
)
