"""Leaving out of a plan what a dossier cannot say: told afterwards as a difference."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath

from reportgen.problems import Problem
from reportgen.roundtrip.importing.appendix_files import WrittenAppendix
from reportgen.roundtrip.importing.dossier_files import AppendixParts
from reportgen.roundtrip.importing.particulars import BLANK, Particulars, Value
from reportgen.roundtrip.importing.plans import PROFILE, Plan

_OF_SYMBOL = frozenset({"HS026", "HS027"})
_APPENDIX = "PL001"  # the text speaks of an appendix that is not in the file
_ABSENT = AppendixParts(BLANK, BLANK)
_OF_SIGNERS = frozenset({"HS029", "HS030"})
_KEPT = frozenset({"mau", "noi_dung", "phu_luc", "danh_so", "ghi_de_don_vi"})
_NEEDED = frozenset({"co_quan_ban_hanh", "dia_danh"})


def mended(one: Plan, problems: Iterable[Problem]) -> Plan | None:
    """The plan without the components that the problems are about; None where none is."""
    found = one.found
    for problem in problems:
        if problem.code in _OF_SYMBOL:
            found = _other_symbol(found)
        elif problem.code == _APPENDIX and problem.place is not None:
            return replace(one, appendices=(*one.appendices, WrittenAppendix(_ABSENT)))
        elif problem.code in _OF_SIGNERS:
            found = _other_signers(found)
        else:
            found = _without(found, *_key(one, problem))
    return None if found == one.found else replace(one, found=found)


def _key(one: Plan, problem: Problem) -> tuple[bool, str]:
    """Whether a problem is one of the profile, and the key that it is about."""
    place = problem.place
    if place is None or place.line is None:
        return False, ""
    dossier, profile = one.yaml()
    name = PurePath(place.file).name
    if name == one.name:
        return False, dossier.key_at(place.line)
    if name == PROFILE and profile is not None:
        return True, profile.key_at(place.line)
    return False, ""


def _without(found: Particulars, of_profile: bool, key: str) -> Particulars:
    if key in ("nguoi_ky", "chu_ky"):
        return _other_signers(found)
    if not key or key in _KEPT:
        return found
    values: Mapping[str, Value] = found.profile if of_profile else found.dossier
    if key not in values:
        return found
    less = {name: value for name, value in values.items() if name != key}
    if of_profile:
        if key in _NEEDED:
            less[key] = BLANK
        return replace(found, profile=less)
    return replace(found, dossier=less)


def _other_symbol(found: Particulars) -> Particulars:
    """The office's part of the symbol alone, so that the kind makes the rest."""
    own, office = dict(found.dossier), dict(found.profile)
    typed = str(own.pop("ky_hieu", ""))
    groups = [re.sub(r"[\s/]", "", one) for one in re.split(r"[-–]", typed)]
    groups = [one for one in groups if one]
    letter = found.kind is not None and found.kind.letter
    if "viet_tat" not in office:
        office["viet_tat"] = groups[-1] if groups and not letter else BLANK
    elif not typed:
        office["viet_tat"] = BLANK
    if letter:
        own["linh_vuc"] = groups[-1] if len(groups) > 1 and "linh_vuc" not in own else BLANK
    return replace(found, dossier=own, profile=office)


def _other_signers(found: Particulars) -> Particulars:
    """Signers without their authority; then by their other title; then without a name."""
    signers = found.signers
    if any("quyen_han" in one for one in signers):
        less = ("quyen_han", "cap_bac")
        made = [{key: value for key, value in one.items() if key not in less} for one in signers]
    elif any("chuc_danh" in one for one in signers):
        made = [
            {"chuc_vu": one.get("chuc_danh", one["chuc_vu"]), "ho_ten": one["ho_ten"]}
            for one in signers
        ]
    else:
        made = [{"chuc_vu": BLANK, "ho_ten": BLANK} for _ in signers]
    return replace(found, signers=tuple(made))
