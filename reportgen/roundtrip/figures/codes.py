"""Codes of indicators: short, without marks, made of the words of their names."""

import re
from collections.abc import Iterator, Sequence

from reportgen.roundtrip.figures.naming import Name
from reportgen.vietnamese import plain_name

_SHORTER = (
    ("thủ tục hành chính", "TTHC"), ("dịch vụ công trực tuyến", "DVCTT"), ("dịch vụ công", "DVC"),
    ("căn cước công dân", "CCCD"), ("bảo hiểm xã hội", "BHXH"), ("bảo hiểm y tế", "BHYT"),
    ("bảo hiểm thất nghiệp", "BHTN"), ("cơ sở dữ liệu quốc gia", "CSDLQG"),
    ("cơ sở dữ liệu", "CSDL"), ("ủy ban nhân dân", "UBND"), ("uỷ ban nhân dân", "UBND"),
    ("hội đồng nhân dân", "HĐND"), ("công nghệ thông tin", "CNTT"),
    ("không dùng tiền mặt", "KDTM"), ("định danh điện tử", "ĐDĐT"),
)  # fmt: skip
_EMPTY = re.compile(
    r"(?<!\w)(?:đã|được|đang|có|là|của|các|những|và|với|trong|trên|tại|cho|theo|về|từ|đến|ở|do|để"
    r"|vào|lên|ra|tổng số|số lượng|số|việc|công tác|thực hiện|tiến hành|hoàn thành|triển khai"
    r"|tiếp tục|địa bàn|toàn tỉnh|phục vụ|nhằm|hoặc|hay|cùng|đối với|bằng|qua|giữa|tỷ lệ|tỉ lệ"
    r"|đảm bảo|bảo đảm|đẩy mạnh|đẩy nhanh|sở(?= (?-i:[A-ZĐ]))|trong kỳ|tính)"
    r"(?!\w)(?! (?:hóa|hoá|liệu|tiền)(?!\w))",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    "thẻ|xã|phường|thôn|lượt|nhóm|điểm|thửa|hộ|người|mũi|tỉnh|huyện|cấp|thuế|tuyến|trẻ|đất|vụ|máy"
    "|tàu|cá|xe|trường|lớp|giấy|phiếu|chuyến|hội|nhà|chưa|kỳ|không",
    re.IGNORECASE,
)
_MOST, _OF = 5, 2  # syllables


class Codes:
    """Gives codes out, each once; the same names in the same order get the same codes."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}  # the last number given with each code

    def give(self, name: Name, *, rate: bool = False) -> str:
        """The code of a figure of that name; `rate` where it is a percentage alone."""
        proposals = list(_proposals(name, rate=rate))
        code = next((one for one in proposals if one not in self._taken), "")
        base, number = proposals[0], self._taken.get(proposals[0], 1)
        while not code:
            number += 1
            code = f"{base}_{number}" if f"{base}_{number}" not in self._taken else ""
        self._taken[base] = number
        self._taken.setdefault(code, 1)
        return code


def _proposals(name: Name, *, rate: bool) -> Iterator[str]:
    """The shortest code, then it with one further word of the name each."""
    own, of = _groups(name.own), _groups(name.of)
    short = [*_first(own, _MOST - (1 if of else 0)), *_first(of, _OF)]
    prefix = ["ti_le"] if rate else []
    if name.period:
        short.append("ky")
    yield _spelt([*prefix, *short])
    for group in (*own, *of, *_groups(name.more)):
        if group not in short and len(group) > 1:
            yield _spelt([*prefix, *short, group])


def _first(groups: Sequence[str], most: int) -> list[str]:
    """The first groups, so many syllables at most; one group at least."""
    taken: list[str] = []
    for group in groups:
        syllables = sum(one.count("_") + 1 for one in (*taken, group))
        if taken and syllables > most:
            break
        taken.append(group)
    return taken


def _spelt(parts: Sequence[str]) -> str:
    code = "_".join(dict.fromkeys(parts))
    if not code:
        return "chi_tieu"
    return code if code[0].isalpha() else f"so_{code}"


def _groups(words: str) -> list[str]:
    """The words of a name that tell it from others, two syllables together as most words have."""
    for long, short in _SHORTER:
        words = re.sub(rf"(?<!\w){long}(?!\w)", short, words, flags=re.IGNORECASE)
    telling = _EMPTY.sub(" / ", words)
    if not plain_name(telling):
        telling = words
    groups: list[str] = []
    for run in re.split(r"[^\w\s]+", telling):
        groups += _paired([word for word in run.split() if plain_name(word)])
    return groups


def _paired(words: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        alone = at + 1 == len(words) or _is_single(words[at]) or _is_abbreviation(words[at + 1])
        yield plain_name(" ".join(words[at : at + (1 if alone else 2)]))
        at += 1 if alone else 2


def _is_single(word: str) -> bool:
    return bool(_SINGLE.fullmatch(word)) or _is_abbreviation(word) or not word.isalpha()


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and any(sign.isupper() for sign in word[1:])
