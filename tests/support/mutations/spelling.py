"""Spelling, abbreviations and encodings: what VB040 to VB044 and VB054 to VB063 are for."""

import re
import unicodedata
from random import Random

from support.mutations.clean import REPORTS
from support.mutations.dates import EVERYWHERE
from support.mutations.editing import Change, Drawn, adding, altering, drawn
from support.mutations.planting import Kind

_CYRILLIC = str.maketrans("aoecpxAOECPXH", "аоесрхАОЕСРХН")
_OLD = {"hòa": "hoà", "hóa": "hoá", "thủy": "thuỷ", "khỏe": "khoẻ", "tòa": "toà"}
_MISSPELLED = {
    "trực tuyến": "trực tuyển",
    "cập nhật": "cập nhập",
    "khắc phục": "khác phục",
    "bổ sung": "bổ xung",
    "sử dụng": "xử dụng",
    "chia sẻ": "chia xẻ",
    "xử lý": "sử lý",
    "sơ suất": "sơ xuất",
    "đề xuất": "đề suất",
    "chính sách": "chính xách",
}
_IMPOSSIBLE = {
    "ngành": "nghành",
    "thực hiện": "thưc hiện",
    "được": "đươc",
    "người": "nguời",
    "nghiệp": "ngiệp",
    "kết quả": "kêt quả",
    "kế hoạch": "kế hoach",
}
_TCVN3 = (
    "Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp tù do h¹nh phóc.",
    "B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô cña Së Néi vô.",
    "TiÕp tôc n©ng cao chÊt l­îng phôc vô ng­êi d©n.",
)
_VNI = (
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam.",
    "Baùo caùo keát quaû thöïc hieän nhieäm vuï cuûa Sôû Noäi vuï.",
)


def _twice(match: re.Match[str], rng: Random) -> str | None:
    return f"{match[0]} {match[0]}"


def _of(table: dict[str, str]) -> Change:
    def change(match: re.Match[str], rng: Random) -> str:
        return table[match[0]]

    return change


def _one_of(table: dict[str, str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(table)})(?!\w)"


def _decomposed(match: re.Match[str], rng: Random) -> str | None:
    return unicodedata.normalize("NFD", match[0])


def _look_alike(match: re.Match[str], rng: Random) -> str | None:
    return match[0].translate(_CYRILLIC)


def _letter_in_number(match: re.Match[str], rng: Random) -> str | None:
    return match[0].replace("0", "O", 1) if "0" in match[0] else match[0].replace("1", "l", 1)


def _invisible(match: re.Match[str], rng: Random) -> str | None:
    sign = rng.choice("\u200b\ufffd\u2060\ufeff")
    return match[0][:3] + sign + match[0][3:]


def _old_encoding(rng: Random) -> Drawn:
    words = rng.choice((*_TCVN3, *_VNI))
    right = "Tiếp tục nâng cao chất lượng phục vụ người dân."
    return right, words, words.rstrip(".")


def _unexplained(rng: Random) -> Drawn:
    short = rng.choice(("ĐDĐTQG", "KHHĐTT", "NLCTXH", "BTXHQG"))

    def sentence(rng: Random, first: str) -> str:
        return f"Đã kích hoạt {first} cho người dân; UBND các xã hướng dẫn {short} tại cơ sở."

    return drawn(rng, sentence, (f"tài khoản kỹ thuật số ({short})",), (short,), short)


def _explained_twice(rng: Random) -> Drawn:
    long, short = rng.choice(
        (("hội chữ thập đỏ", "HCTĐ"), ("kiểm soát thủ tục", "KSTT"), ("hạ tầng số", "HTS"))
    )

    def sentence(rng: Random, again: str) -> str:
        return f"Công tác {long} ({short}) được đẩy mạnh.\nCác xã triển khai {again} ở các thôn."

    return drawn(rng, sentence, (short,), (f"{long} ({short})",), short)


def _explained_late(rng: Random) -> Drawn:
    long, short = rng.choice((("hội chữ thập đỏ", "HCTĐ"), ("kiểm soát thủ tục", "KSTT")))
    first = f"Công tác {long} ({short}) được đẩy mạnh."
    then = f"Các xã triển khai {short} ở các thôn."
    return f"{first}\n{then}", f"{then}\n{first}", short


def _two_meanings(rng: Random) -> Drawn:
    def sentence(rng: Random, short: str) -> str:
        return (
            "Trung tâm kỹ thuật số (TTKTS) chủ trì xây dựng nền tảng.\n"
            f"Thông tin kinh tế số ({short}) được cập nhật hằng ngày."
        )

    return drawn(rng, sentence, ("KTS",), ("TTKTS",), "TTKTS")


def _mixed_i(rng: Random) -> Drawn:
    def sentence(rng: Random, word: str) -> str:
        return f"Đã chi trả trên 14,4 tỷ đồng, đạt tỷ lệ cao; còn 2,1 {word} đồng chưa chi."

    return drawn(rng, sentence, ("tỷ",), ("tỉ",), "tỉ")


_WORD = r"(?<!\w)[a-zà-ỹđ]*[àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụừứửữựầấẩẫậềếểễệồốổỗộ][a-zà-ỹ]*(?!\w)"

KINDS = (
    Kind("chữ viết tắt không giải thích", ("VB040",), EVERYWHERE, adding(_unexplained)),
    Kind("chữ viết tắt giải thích muộn", ("VB041",), EVERYWHERE, adding(_explained_late)),
    Kind("chữ viết tắt giải thích hai lần", ("VB042",), EVERYWHERE, adding(_explained_twice)),
    Kind("chữ viết tắt hai nghĩa", ("VB043",), EVERYWHERE, adding(_two_meanings),
         at_the_words=False),
    Kind("gõ hai lần", ("VB044",), REPORTS,
         altering(r"(?<=\w )(?:về|của|và|các|trong|với|để|được|đã|những|cho|cả|theo)(?= \w)",
                  _twice)),
    Kind("gõ hai lần hai chữ", ("VB044",), REPORTS,
         altering(r"(?<=\w )(?:triển khai|thực hiện|cập nhật|thủ tục|dữ liệu|địa bàn)(?= \w)",
                  _twice)),
    Kind("dấu thanh kiểu khác", ("VB054",), REPORTS, altering(_one_of(_OLD), _of(_OLD)),
         at_the_words=False),
    Kind("lẫn i và y", ("VB055",), EVERYWHERE, adding(_mixed_i), at_the_words=False),
    Kind("dấu gõ rời", ("VB056",), EVERYWHERE, altering(_WORD, _decomposed),
         at_the_words=False),
    Kind("bảng mã cũ", ("VB057",), EVERYWHERE, adding(_old_encoding)),
    Kind("chữ của bảng chữ cái khác", ("VB058",), EVERYWHERE,
         altering(r"(?<!\w)(?:báo|cáo|các|của|công|trong|toàn|theo|cao)(?!\w)", _look_alike)),
    Kind("chữ O, l trong số", ("VB059",), REPORTS,
         altering(r"(?<![\w.,/])(?:\d{1,3}\.\d{3}|\d{2,3})(?= [a-zà-ỹđ]{2})", _letter_in_number)),
    Kind("ký tự không thấy", ("VB060",), EVERYWHERE,
         altering(r"(?<!\w)[a-zà-ỹđ]{5,}(?!\w)", _invisible)),
    Kind("chữ không thể có", ("VB062", "VB063"), EVERYWHERE,
         altering(_one_of(_IMPOSSIBLE), _of(_IMPOSSIBLE))),
    Kind("lỗi chính tả hay gặp", ("VB063",), EVERYWHERE,
         altering(_one_of(_MISSPELLED), _of(_MISSPELLED))),
)  # fmt: skip
