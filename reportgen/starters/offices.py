"""The three kinds of offices a profile is started for, with the names that the decree asks for."""

import re
from dataclasses import dataclass

from reportgen.places import Commune, Province, Status, communes_of

_UNCOUNTED = frozenset({"và", "tỉnh", "thành", "phố"})
_HEADS = {
    "Văn phòng": "Chánh Văn phòng",
    "Thanh tra": "Chánh Thanh tra",
    "Ban ": "Trưởng ban",
    "Chi cục": "Chi cục trưởng",
    "Bộ Chỉ huy": "Chỉ huy trưởng",
}
_CITY_NAMED_AFTER_A_PERSON = "79"


@dataclass(frozen=True, slots=True)
class Office:
    """What is known of an office before anybody fills in a line.

    `issuer` (lines) and `superior` are in capitals; `superior_printed` says whether the superior's
    line is wanted from the start. `level`: `tỉnh`, `phường`… `recipients`: as typed in a profile.
    """

    title: str
    issuer: tuple[str, ...]
    superior: str
    superior_printed: bool
    name: str
    level: str
    place: str
    abbreviation: str
    authority: str
    position: str
    recipients: tuple[str, ...]


def provincial_office(province: Province) -> Office:
    """The People's Committee of a province or city; it has no superior line of its own."""
    council, rank = f"Ủy ban nhân dân {_of(province)}", _rank(province)
    return Office(
        title=f"UBND {_of(province)}",
        issuer=("ỦY BAN NHÂN DÂN", province.full_name().upper()),
        superior="",
        superior_printed=False,
        name=council,
        level=rank,
        place=_place(province),
        abbreviation="UBND",
        authority="TM. ỦY BAN NHÂN DÂN",
        position="CHỦ TỊCH",
        recipients=(
            "Văn phòng Chính phủ (*báo cáo*)",
            f"Thường trực {_party(province)}",
            f"Thường trực HĐND {rank}",
            f"Chủ tịch, các Phó Chủ tịch UBND {rank}",
            f"Các sở, ban, ngành {rank}",
            f"UBND các {_lower_tier(province)}",
        ),
    )


def department(province: Province, name: str) -> Office:
    """A specialised agency under the People's Committee, such as `Sở Nội vụ`.

    Its name may be typed in small or capital letters, and with the province after it.
    """
    rank = _rank(province)
    short = _agency(province, name)
    of_rank = re.search(rf" {rank}$", short, re.IGNORECASE)
    whole = f"{short} {province.name if of_rank else _of(province)}"
    head = next((title for begin, title in _HEADS.items() if short.startswith(begin)), "Giám đốc")
    return Office(
        title=whole,
        issuer=(short.upper(),),
        superior=f"UBND {province.full_name().upper()}",
        superior_printed=True,
        name=whole,
        level=rank,
        place=_place(province),
        abbreviation=initials(short),
        authority="",
        position=head.upper(),
        recipients=(
            f"UBND {rank} (*báo cáo*)",
            f"{head}, các Phó {head}",
            "Các phòng, đơn vị trực thuộc",
        ),
    )


def commune_office(province: Province, commune: Commune) -> Office:
    """The People's Committee of a commune, ward or special zone; the superior's line is optional.

    No rule says whether it prints its superior.
    """
    rank = commune.rank.lower()
    return Office(
        title=f"UBND {rank} {commune.name}, {_of(province)}",
        issuer=("ỦY BAN NHÂN DÂN", commune.full_name.upper()),
        superior=f"UBND {province.full_name().upper()}",
        superior_printed=False,
        name=f"Ủy ban nhân dân {rank} {commune.name}",
        level=rank,
        place=commune.full_name if re.search(r"\d", commune.name) else commune.name,
        abbreviation="UBND",
        authority="TM. ỦY BAN NHÂN DÂN",
        position="CHỦ TỊCH",
        recipients=(
            f"UBND {_rank(province)} (*báo cáo*)",
            f"Thường trực Đảng ủy, HĐND {rank}",
            f"Chủ tịch, các Phó Chủ tịch UBND {rank}",
            f"Các phòng, đơn vị thuộc UBND {rank}",
        ),
    )


def _agency(province: Province, name: str) -> str:
    """The agency's name without its province, begun with a capital letter."""
    short = " ".join(name.split())
    if short.isupper() and " " in short:
        short = short.capitalize()
    tail = re.compile(rf" (?:{_of(province)}|{province.name})$", re.IGNORECASE)
    short = tail.sub("", short)
    return short[:1].upper() + short[1:]


def initials(name: str) -> str:
    """The usual short form of an agency's name: `Sở Khoa học và Công nghệ` is `SKHCN`."""
    name = re.sub(r"Ủy ban nhân dân|Uỷ ban nhân dân", "UBND", name, flags=re.IGNORECASE)
    words = re.findall(r"[^\W\d_]+", name)
    return "".join(
        word if word.isupper() else word[0].upper()
        for word in words
        if word.lower() not in _UNCOUNTED
    )


def _of(province: Province) -> str:
    return f"{_rank(province)} {province.name}"


def _rank(province: Province) -> str:
    return str(province.status()).lower()


def _party(province: Province) -> str:
    return "Thành ủy" if province.status() is Status.CITY else "Tỉnh ủy"


def _place(province: Province) -> str:
    """The name before the date; in full where it is a person's (Phụ lục I, II.4)."""
    return province.full_name() if province.code == _CITY_NAMED_AFTER_A_PERSON else province.name


def _lower_tier(province: Province) -> str:
    found = {commune.rank for commune in communes_of(province)}
    return ", ".join(rank.lower() for rank in ("Xã", "Phường", "Đặc khu") if rank in found)
