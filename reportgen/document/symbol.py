"""A document's symbol (`TTr-UBND`, `UBND-KGVX`), derived from its kind or checked against it.

Phụ lục I, II.3.b; abbreviations of Phụ lục III, Mục I.
"""

import re

from reportgen.dossier import KINDS, Dossier, Kind
from reportgen.dossier.files import shown_path
from reportgen.dossier.tree import YamlMap
from reportgen.problems import Place, Problem

_GROUPS = re.compile(r"[^\s/-]+(?:-[^\s/-]+)+")
_NO_LETTER = "CV"


def compose_symbol(dossier: Dossier, kind: Kind | None, problems: list[Problem]) -> str:
    """The symbol after the number; "" for a kind that bears none.

    What the document itself gives (`ky_hieu`, also under `ghi_de_don_vi`) must fit its kind; the
    profile's `ky_hieu` serves the kind that it fits, and `viet_tat` makes that of every other.
    Adds HS026 (it does not fit) or HS027 (there is none).
    """
    if kind is not None and not kind.numbered:
        return ""
    given, standing = _given(dossier), dossier.profile.ky_hieu
    right = _derived(dossier, kind)
    if dossier.linh_vuc and kind and not kind.letter:
        message = f"{kind.in_a_sentence.lower()} không có lĩnh vực trong ký hiệu"
        hint = "bỏ linh_vuc; chỉ công văn mới ghi khoá này"
        problems.append(Problem("HS026", message, dossier.place_of("linh_vuc"), hint))
    if given is not None:
        symbol, place = given
        if not _fits(symbol, kind, dossier):
            problems.append(_misfit(symbol, kind, right, place))
        return symbol
    if standing and _fits(standing, kind, dossier):
        return standing
    if right:
        if not _fits(right, kind, dossier):
            problems.append(_misfit(right, kind, "", dossier.place_of("linh_vuc")))
        return right
    in_profile = _place_of_office(dossier)
    if standing and not (kind and kind.letter):
        problems.append(_misfit(standing, kind, right, in_profile))
    else:
        problems.append(_missing(dossier, kind, in_profile))
    return standing or ""


def _place_of_office(dossier: Dossier) -> Place:
    """Where the office's abbreviation would be: where the dossier empties it, else its profile."""
    over = dossier.tree.entries.get("ghi_de_don_vi")
    if over and isinstance(over.node, YamlMap) and "viet_tat" in over.node.entries:
        return dossier.place_of("ghi_de_don_vi", "viet_tat")
    return Place(shown_path(dossier.profile_path))


def _given(dossier: Dossier) -> tuple[str, Place] | None:
    if dossier.ky_hieu:
        return dossier.ky_hieu, dossier.place_of("ky_hieu")
    over = dossier.tree.entries.get("ghi_de_don_vi")
    if over and isinstance(over.node, YamlMap) and "ky_hieu" in over.node.entries:
        symbol = dossier.profile.ky_hieu
        return (symbol, dossier.place_of("ghi_de_don_vi", "ky_hieu")) if symbol else None
    return None


def _derived(dossier: Dossier, kind: Kind | None) -> str:
    """The symbol made of the kind and the office's abbreviation; "" where a part is missing."""
    office = dossier.profile.viet_tat
    if kind is None or not office:
        return ""
    if not kind.letter:
        return f"{kind.abbreviation}-{office}"
    return f"{office}-{dossier.linh_vuc}" if dossier.linh_vuc else ""


def _fits(symbol: str, kind: Kind | None, dossier: Dossier) -> bool:
    if kind is None:
        return True
    if not _GROUPS.fullmatch(symbol):
        return False
    first = symbol.partition("-")[0]
    if not kind.letter:
        return first == kind.abbreviation
    abbreviations = {one.abbreviation for one in KINDS.values()} - {dossier.profile.viet_tat}
    groups = {group.upper() for group in symbol.split("-")} - {dossier.profile.viet_tat}
    return _NO_LETTER not in groups and first not in abbreviations


def _misfit(symbol: str, kind: Kind | None, right: str, place: Place) -> Problem:
    name = kind.in_a_sentence.lower() if kind else "văn bản"
    if kind and kind.letter:
        hint = f"viết: {right}" if right else "viết: tên cơ quan - lĩnh vực, ví dụ UBND-KGVX"
        hint += "; công văn không có CV hay tên loại trong ký hiệu"
    else:
        abbreviation = kind.abbreviation if kind else "…"
        hint = f"viết: {right or f'{abbreviation}-' + _office_of(symbol)}"
    return Problem("HS026", f"ký hiệu “{symbol}” không phải của {name}", place, hint)


def _office_of(symbol: str) -> str:
    return symbol.partition("-")[2] or "tên viết tắt của cơ quan"


def _missing(dossier: Dossier, kind: Kind | None, place: Place) -> Problem:
    if kind and kind.letter and dossier.profile.viet_tat:
        message = "công văn chưa có lĩnh vực trong ký hiệu"
        hint = f"ghi linh_vuc trong hồ sơ, ví dụ KGVX để có {dossier.profile.viet_tat}-KGVX"
        return Problem("HS027", message, dossier.place_of("linh_vuc"), hint)
    if kind is None and dossier.profile.viet_tat:
        message = "chưa biết loại văn bản nên không lập được ký hiệu"
        hint = "ghi loai trong hồ sơ, ví dụ loai: to_trinh"
        return Problem("HS027", message, dossier.place_of("loai"), hint)
    hint = "ghi viet_tat trong don_vi.yaml, ví dụ viet_tat: UBND"
    return Problem("HS027", "đơn vị chưa có chữ viết tắt để lập ký hiệu văn bản", place, hint)
