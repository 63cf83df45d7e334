"""Marks, blanks, brackets and dashes: what VB045 to VB053 are for."""

import re
from random import Random

from support.mutations.clean import REPORTS
from support.mutations.dates import EVERYWHERE
from support.mutations.editing import Change, Drawn, adding, altering, choosing
from support.mutations.planting import Kind


def _replaced(words: str) -> Change:
    def change(match: re.Match[str], rng: Random) -> str:
        return match.expand(words)

    return change


def _double(match: re.Match[str], rng: Random) -> str | None:
    return match[1] + rng.choice((".;", ",,", ";,", ".,", ";;"))


def _half(match: re.Match[str], rng: Random) -> str | None:
    return rng.choice((match[0][1:], match[0][:-1]))


def _without_full_stop(rng: Random) -> Drawn:
    who = rng.choice(("Các sở, ban, ngành", "Công an tỉnh", "UBND các xã, phường"))
    what = rng.choice(("rà soát dữ liệu hộ tịch", "tuyên truyền về chuyển đổi số"))
    sentence = f"{who} đã phối hợp chặt chẽ với các đơn vị liên quan để {what} trên địa bàn"
    return f"{sentence}.\nKết quả đạt yêu cầu.", f"{sentence}\nKết quả đạt yêu cầu.", sentence


KINDS = (
    Kind("hai dấu câu liền nhau", ("VB045",), EVERYWHERE,
         altering(r"([a-zà-ỹđ])[,;](?= [a-zà-ỹđ])", _double)),
    Kind("đoạn không có dấu chấm", ("VB046",), REPORTS, adding(_without_full_stop),
         at_the_words=False),
    Kind("khoảng trắng trước dấu câu", ("VB047",), EVERYWHERE,
         altering(r"([a-zà-ỹđ]{2})([,;.])(?= [^\d])", _replaced(r"\1 \2"))),
    Kind("thiếu khoảng trắng sau dấu câu", ("VB048",), EVERYWHERE,
         altering(r"([a-zà-ỹđ]{2}[,;]) ([a-zà-ỹđ]{2,})", _replaced(r"\1\2")),
         at_the_words=False),
    Kind("hai khoảng trắng", ("VB049",), EVERYWHERE,
         altering(r"([a-zà-ỹđ]{2}) ([a-zà-ỹđ]{2})", _replaced(r"\1  \2")), at_the_words=False),
    Kind("ngoặc không đủ cặp", ("VB050",), REPORTS,
         altering(r"\([^()“”]{4,60}\)|“[^“”()]{4,60}”", _half), at_the_words=False),
    Kind("lẫn kiểu ngoặc kép", ("VB051",), EVERYWHERE,
         choosing(
             (
                 "Phong trào “Bình dân học vụ số” và mô hình “Chợ số” được nhân rộng.",
                 "Phong trào “Bình dân học vụ số” và mô hình \"Chợ số\" được nhân rộng.",
                 "\"Chợ số\"",
             ),
             (
                 "Đề án “Phát triển dữ liệu” và cuộc thi “Sáng kiến số” năm 2023.",
                 "Đề án “Phát triển dữ liệu” và cuộc thi \"Sáng kiến số\" năm 2023.",
                 "\"Sáng kiến số\"",
             ),
         ), at_the_words=False),
    Kind("gạch nối cách một bên", ("VB052",), EVERYWHERE,
         choosing(
             (
                 "Phát triển kinh tế - xã hội trên địa bàn.",
                 "Phát triển kinh tế -xã hội trên địa bàn.",
                 "kinh tế -xã hội",
             ),
             (
                 "Phát triển văn hóa - xã hội ở các xã.",
                 "Phát triển văn hóa- xã hội ở các xã.",
                 "văn hóa- xã hội",
             ),
         )),
    Kind("hai loại gạch", ("VB053",), EVERYWHERE,
         choosing(
             (
                 "Ổn định chính trị - trật tự ở cơ sở.\nBảo đảm chính trị - trật tự ở các xã.",
                 "Ổn định chính trị - trật tự ở cơ sở.\nBảo đảm chính trị – trật tự ở các xã.",
                 "chính trị – trật tự",
             ),
         ), at_the_words=False),
)  # fmt: skip
