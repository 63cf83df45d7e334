"""The place that a user means, or an error that says what it could have been."""

from reportgen.dossier.spelling import nearest
from reportgen.places import (
    Commune,
    Province,
    communes_of,
    find_communes,
    find_former,
    find_province,
    former_provinces,
    provinces,
)
from reportgen.places.tables import key_of
from reportgen.problems import InputError, Problem
from reportgen.vietnamese import format_date_short

_LIKE_A_COMMUNE = 0.75
_MOST_ALIKE = 12


def asked_province(text: str) -> Province:
    """The province or city of today; raises InputError (DD001 no such one, DD002 a former one)."""
    found = find_province(text)
    if found is not None:
        return found
    former = find_former(text)
    if former is not None:
        message = (
            f"{former.full_name} chỉ có đến hết ngày {format_date_short(former.until)}; "
            f"nay thuộc {_named(former.today)}"
        )
        raise InputError([Problem("DD002", message, hint=f"ghi: {former.today.key}")])
    names = [one.name for one in provinces()]
    near = nearest(text, [*names, *(one.name for one in former_provinces())])
    hint = f"có phải là “{near}” không?" if near else f"chỉ có: {', '.join(names)}"
    raise InputError([Problem("DD001", f"không có tỉnh, thành phố nào tên “{text}”", hint=hint)])


def asked_commune(province: Province, text: str) -> Commune:
    """The commune; raises InputError (DD003 no such one, DD004 more than one)."""
    found = find_communes(province, text)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(one.full_name for one in found)
        message = f"{_named(province)} có hơn một nơi tên “{text}”: {names}"
        hint = "ghi đủ dấu và cả xã, phường, đặc khu ở trước"
        raise InputError([Problem("DD004", message, hint=hint)])
    known = communes_of(province)
    bare = key_of(text)
    alike = [one.full_name for one in known if bare and f"_{bare}_" in f"_{key_of(one.name)}_"]
    near = nearest(text, [one.name for one in known], _LIKE_A_COMMUNE)
    message = f"{_named(province)} không có xã, phường, đặc khu nào tên “{text}”"
    hint = f"có phải là “{near}” không?" if near else "xem tên sau khi sắp xếp từ 01/7/2025"
    if alike:
        hint = f"ghi một trong các tên: {', '.join(alike[:_MOST_ALIKE])}"
    raise InputError([Problem("DD003", message, hint=hint)])


def _named(province: Province) -> str:
    return f"{str(province.status()).lower()} {province.name}"
