"""Tables that do not add up, and one quantity with two values: what SL040 to SL059 are for."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from support.mutations.clean import Clean
from support.mutations.editing import Drawn, adding, with_lines
from support.mutations.figures import EVERYWHERE
from support.mutations.planting import Kind, Plant, Planted
from support.mutations.totals import off

from reportgen.checks.reading import manuscript_of
from reportgen.vietnamese import format_number, round_half_up

_OFFICES = ("Sở Tư pháp", "Sở Nội vụ", "Sở Y tế", "Sở Tài chính", "Công an tỉnh", "Thuế tỉnh")
Rows = list[list[str]]


def _lines(rows: Rows) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def _changed(rows: Rows, row: int, column: int, value: str) -> Drawn:
    """The table, the table with another value in a cell, and that value."""
    wrong = [list(cells) for cells in rows]
    wrong[row][column] = value
    return _lines(rows), _lines(wrong), value


def _columns(rng: Random, count: int) -> tuple[list[str], list[list[int]]]:
    offices = rng.sample(_OFFICES, rng.randrange(3, 6))
    return offices, [[rng.randrange(120, 4000) for _ in offices] for _ in range(count)]


def _total_row(rng: Random) -> Drawn:
    offices, (taken, solved) = _columns(rng, 2)
    rows = [["STT", "Đơn vị", "Hồ sơ tiếp nhận", "Hồ sơ giải quyết"]]
    for number, (office, one, other) in enumerate(zip(offices, taken, solved, strict=True), 1):
        rows.append([str(number), office, format_number(one), format_number(other)])
    rows.append(["", "Tổng cộng", format_number(sum(taken)), format_number(sum(solved))])
    column = rng.choice((2, 3))
    wrong = off(sum((taken, solved)[column - 2]), rng)
    return _changed(rows, len(rows) - 1, column, format_number(wrong))


def _group_row(rng: Random) -> Drawn:
    rows = [["STT", "Lĩnh vực", "Tiếp nhận", "Giải quyết"]]
    for label, group in (("I", "Cấp tỉnh"), ("II", "Cấp xã")):
        parts = [[rng.randrange(20, 900) for _ in range(3)] for _ in range(2)]
        rows.append([label, group, *(format_number(sum(column)) for column in parts)])
        for number, name in enumerate(("Tư pháp", "Nội vụ", "Đất đai")):
            rows.append([str(number + 1), name, *(format_number(one[number]) for one in parts)])
    row, column = rng.choice((1, 5)), rng.choice((2, 3))
    wrong = off(int(rows[row][column].replace(".", "")), rng)
    return _changed(rows, row, column, format_number(wrong))


def _total_column(rng: Random) -> Drawn:
    offices, (first, second) = _columns(rng, 2)
    rows = [["Đơn vị", "Tổng số", "Cấp tỉnh", "Cấp xã"]]
    for office, one, other in zip(offices, first, second, strict=True):
        rows.append([office, *map(format_number, (one + other, one, other))])
    row = rng.randrange(1, len(rows))
    wrong = off(first[row - 1] + second[row - 1], rng)
    return _changed(rows, row, 1, format_number(wrong))


def _rate_column(rng: Random) -> Drawn:
    offices, (plan,) = _columns(rng, 1)
    done = [rng.randrange(value // 3, value) for value in plan]
    rows = [["Đơn vị", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"]]
    for office, one, other in zip(offices, plan, done, strict=True):
        rate = round_half_up(Decimal(other) / one * 100, 1)
        rows.append([office, *map(format_number, (one, other, rate))])
    row = rng.randrange(1, len(rows))
    rate = round_half_up(Decimal(done[row - 1]) / plan[row - 1] * 100, 1)
    return _changed(rows, row, 3, format_number(rate + rng.choice((Decimal("0.7"), 9, -4))))


def _change_column(rng: Random) -> Drawn:
    offices, (before, now) = _columns(rng, 2)
    rows = [["Đơn vị", "Tháng trước", "Tháng này", "Tăng, giảm"]]
    for office, one, other in zip(offices, before, now, strict=True):
        rows.append([office, *map(format_number, (one, other, other - one))])
    row = rng.randrange(1, len(rows))
    difference = now[row - 1] - before[row - 1]
    sign = -1 if difference < 0 else 1
    return _changed(rows, row, 3, format_number(sign * off(abs(difference) + 10, rng)))


def _row_numbers(rng: Random) -> Drawn:
    """A row left out, or a number that comes twice, and counted on from there."""
    offices = rng.sample(_OFFICES, 5)
    place, by = rng.randrange(2, 5), rng.choice((-1, 1))
    right = [1, 2, 3, 4, 5]
    wrong = [number + by * (number > place) for number in right]
    tables = [
        [["STT", "Đơn vị chủ trì", "Nhiệm vụ"]]
        + [
            [str(number), office, "Rà soát"]
            for number, office in zip(numbers, offices, strict=True)
        ]
        for numbers in (right, wrong)
    ]
    return _lines(tables[0]), _lines(tables[1]), str(wrong[place])


def _rate_row(rng: Random) -> Drawn:
    planned = rng.randrange(30, 90)
    done = rng.randrange(10, planned)
    rate = round_half_up(Decimal(done) / planned * 100, 2)
    rows = [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"],
        ["1", "Tỷ lệ hoàn thành kế hoạch", "%", format_number(rate)],
        ["1.1", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", str(planned)],
        ["1.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", str(done)],
    ]
    return _changed(rows, 1, 3, format_number(rate + Decimal("1.77")))


def _two_values(rng: Random) -> Drawn:
    whole = rng.randrange(20_000, 90_000)
    part = rng.randrange(10_000, whole)
    shown = format_number(part), format_number(whole)
    wrong = format_number(off(whole, rng))
    first = f"Chi trả cho {shown[0]}/{shown[1]} trường hợp hưởng lương hưu."
    again = "Đã chi trả không dùng tiền mặt cho {}/{} trường hợp."
    right = again.format(*shown)
    return f"{first}\n{right}", f"{first}\n{again.format(shown[0], wrong)}", wrong


def _against_the_period_before(pair: Callable[[Random], tuple[str, str, str, str]]) -> Plant:
    """Plants into this period's text what only that of the period before shows to be a slip."""

    def plant(clean: Clean, rng: Random) -> Planted | None:
        past, right, wrong, words = pair(rng)
        before = manuscript_of(with_lines(clean.document, 0, past))
        subjects = (
            replace(clean.with_document(with_lines(clean.document, 0, lines)), previous=before)
            for lines in (right, wrong)
        )
        return Planted(*subjects, words)

    return plant


def _fallen(rng: Random) -> tuple[str, str, str, str]:
    past = rng.randrange(200_000, 900_000)
    sentence = "Lũy kế đến nay đã số hóa {} hồ sơ, kết quả giải quyết thủ tục."
    words = format_number(past - rng.randrange(1000, 20_000))
    values = format_number(past), format_number(past + rng.randrange(1000, 20_000)), words
    past_line, right, wrong = map(sentence.format, values)
    return past_line, right, wrong, words


def _leapt(rng: Random) -> tuple[str, str, str, str]:
    past = rng.randrange(1000, 9000)
    sentence = "Trong kỳ, bộ phận một cửa các cấp đã tiếp nhận {} hồ sơ."
    words = format_number(past * 10)
    values = format_number(past), format_number(past + past // 10), words
    past_line, right, wrong = map(sentence.format, values)
    return past_line, right, wrong, words


def _unmoved(rng: Random) -> tuple[str, str, str, str]:
    things = (
        "Công an tỉnh đã cấp {} thẻ căn cước cho công dân thường trú",
        "Trên ứng dụng đã kích hoạt {} tài khoản định danh mức độ 2",
        "Sở Tư pháp đã trả {} phiếu lý lịch tư pháp theo yêu cầu",
        "Các trường học đã lập {} học bạ số của học sinh tiểu học",
        "Bộ phận một cửa các xã đã số hóa {} hồ sơ đất đai",
    )
    past = [rng.randrange(10_000, 90_000) for _ in things]
    now = [value + rng.randrange(300, 2000) for value in past]
    still = rng.randrange(len(things))

    def text(values: list[int]) -> str:
        pairs = zip(values, things, strict=True)
        return "\n".join(f"{thing.format(format_number(value))}." for value, thing in pairs)

    wrong = [*now[:still], past[still], *now[still + 1 :]]
    return text(past), text(now), text(wrong), format_number(past[still])


def _rate_leapt(rng: Random) -> tuple[str, str, str, str]:
    tens, ones = rng.randrange(8, 10), rng.randrange(1, 4)
    sentence = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt {}%."
    words = f"{ones}{tens},4"
    past, right, wrong = map(sentence.format, (f"{tens}{ones},2", f"{tens}{ones},4", words))
    return past, right, wrong, f"{words}%"


KINDS = (
    *(
        Kind(name, codes, EVERYWHERE, adding(pair))
        for name, codes, pair in (
            ("hàng tổng sai", ("SL040", "SL041"), _total_row),
            ("hàng cộng của nhóm sai", ("SL041",), _group_row),
            ("cột tổng sai", ("SL042",), _total_column),
            ("cột tỷ lệ sai", ("SL043",), _rate_column),
            ("cột tăng, giảm sai", ("SL044",), _change_column),
            ("số thứ tự sai", ("SL045",), _row_numbers),
            ("tỷ lệ trong danh mục sai", ("SL046",), _rate_row),
            ("một đại lượng hai số", ("SL050", "SL013"), _two_values),
        )
    ),
    *(
        Kind(name, codes, EVERYWHERE, _against_the_period_before(pair))
        for name, codes, pair in (
            ("lũy kế giảm so với kỳ trước", ("SL055",), _fallen),
            ("số gấp mười kỳ trước", ("SL056",), _leapt),
            ("số không đổi từ kỳ trước", ("SL057",), _unmoved),
            ("tỷ lệ nhảy so với kỳ trước", ("SL058",), _rate_leapt),
        )
    ),
)
