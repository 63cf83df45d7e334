"""How the values of many units make one figure (`tong_hop`)."""

from dataclasses import dataclass
from enum import StrEnum

from reportgen.problems import Place, Problem
from reportgen.vietnamese import plain_name


class Way(StrEnum):
    """The ways, as they are typed in the column `tong_hop`; marks and blanks do not matter."""

    SUM = "tong"
    MOST = "lon_nhat"
    LEAST = "nho_nhat"
    LATEST = "moi_nhat"
    MEAN = "trung_binh"


@dataclass(frozen=True, slots=True)
class Summing:
    """A way, and the code of the figure that a mean is weighted by."""

    way: Way
    weight: str = ""


def parse_summing(text: str, place: Place, problems: list[Problem]) -> Summing | None:
    """What `tong`, `Lớn nhất` or `trung_binh:so_ho` says; None where it says nothing known.

    Adds CT037 for words that are no way, and for a mean that names no weight.
    """
    name, _, weight = text.partition(":")
    ways = {way.value: way for way in Way}
    way = ways.get(plain_name(name))
    if way is None:
        message = f"cột tong_hop: không hiểu “{text}”"
        hint = "ghi một trong: tong, lon_nhat, nho_nhat, moi_nhat, trung_binh:mã_trọng_số"
        problems.append(Problem("CT037", message, place, hint))
        return None
    if (way is Way.MEAN) != bool(weight.strip()):
        message = f"cột tong_hop: “{text}” " + (
            "chưa ghi mã của trọng số" if way is Way.MEAN else "không có trọng số"
        )
        hint = "chỉ trung_binh có trọng số, ghi sau dấu hai chấm: trung_binh:so_ho"
        problems.append(Problem("CT037", message, place, hint))
        return None
    return Summing(way, weight.strip())
