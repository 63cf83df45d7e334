"""What holds of a mapping that is faulty elsewhere, so that the next steps can be looked through.

What comes of it is never printed: the faults are told, and nothing is written.
"""

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from reportgen.dossier.appendices import OF_TABLES
from reportgen.dossier.forms import Form
from reportgen.dossier.kinds import KINDS
from reportgen.dossier.sections import Section
from reportgen.dossier.spelling import SURE, nearest
from reportgen.dossier.tree import Plain, SourceText, Steps, YamlMap, plain
from reportgen.dossier.validation import validate
from reportgen.problems import Place, Problem

Model = TypeVar("Model", bound=Form)

_UNKNOWN = SourceText.at("…", Place(""))
_SIGNER: Mapping[str, Plain] = {"chuc_vu": _UNKNOWN, "ho_ten": _UNKNOWN}
_MOST_ROUNDS = 5
DOSSIER_STAND_INS: Mapping[str, Plain] = {"ky": SourceText.at("1/2000", Place(""))}
PROFILE_STAND_INS: Mapping[str, Plain] = {
    "co_quan_ban_hanh": _UNKNOWN,
    "dia_danh": _UNKNOWN,
    "nguoi_ky": dict(_SIGNER),
}


class Salvaged(NamedTuple, Generic[Model]):
    """What holds, None where a key without stand-in is missing; the keys whose values did not."""

    model: Model | None
    doubtful: frozenset[str] = frozenset()


def salvaged(
    model: type[Model], root: YamlMap, stand_ins: Mapping[str, Plain], problems: list[Problem]
) -> Salvaged[Model]:
    """The mapping as it is typed if it is sound; else what holds of it, its faults told."""
    sound = validate(model, root, problems)
    return Salvaged(sound) if sound else salvage(model, root, stand_ins)


def salvage(model: type[Model], root: YamlMap, stand_ins: Mapping[str, Plain]) -> Salvaged[Model]:
    """The model of what holds, with a stand-in for a key that must be there."""
    data = {key: plain(entry.node) for key, entry in root.entries.items()}
    doubtful: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            return Salvaged(model.model_validate(data), frozenset(doubtful))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                steps = detail["loc"]
                if detail["type"] == "extra_forbidden" and len(steps) == 1:
                    _take_as_meant(data, str(steps[0]), model)
                elif not _mended(data, steps):
                    doubtful.add(str(steps[0]) if steps else "")
                    _leave_out(data, steps, stand_ins)
    return Salvaged(None, frozenset(doubtful))


def _take_as_meant(data: dict[str, Plain], key: str, model: type[Form]) -> None:
    """An unknown key is a misspelt one, or often a block that is not indented under `noi_dung`.

    What is indented under such a key then belongs beside it.
    """
    value = data.pop(key)
    near = nearest(key, model.model_fields, SURE)
    if near is not None and near not in data:
        data[near] = value
        return
    found: dict[str, Plain] = {key: value}
    if isinstance(value, dict) and not value.keys() <= Section.model_fields.keys():
        found = {key: None, **value}
    blocks = data.get("noi_dung")
    if "noi_dung" in model.model_fields and (blocks is None or isinstance(blocks, dict)):
        data["noi_dung"] = found | (blocks or {})


def _mended(data: dict[str, Plain], steps: Steps) -> bool:
    """Whether the fault was within a list whose other items hold; they stay at their indexes."""
    key = str(steps[0]) if steps else ""
    value = data.get(key)
    match steps[1:]:
        case () if key == "can_cu" and isinstance(value, list):
            data[key] = [item for item in value if isinstance(item, str)]
        case (int(index), *_) if key == "noi_nhan" and isinstance(value, list):
            value[index] = _UNKNOWN
        case (int(index), *rest) if key == "chu_ky" and isinstance(value, list):
            value[index] = _signer(value[index], rest)
        case (str(name), *rest) if key == "nhom_noi_nhan" and isinstance(value, dict):
            members = value[name]
            if isinstance(members, list) and rest and isinstance(rest[0], int):
                members[rest[0]] = _UNKNOWN
            else:
                value[name] = []
        case _:
            return False
    return True


def _leave_out(data: dict[str, Plain], steps: Steps, stand_ins: Mapping[str, Plain]) -> None:
    key = str(steps[0]) if steps else ""
    value = data.get(key)
    match steps[1:]:
        case (str(block), *_) if key == "noi_dung" and isinstance(value, dict):
            value[block] = None
        case (int(index), *rest) if key == "phu_luc" and isinstance(value, list):
            value[index] = _appendix(value[index], rest)
        case _ if key == "loai":
            near = nearest(value, KINDS) if isinstance(value, str) else None
            data[key] = SourceText.at(near or "bao_cao", Place(""))
        case _ if key in stand_ins:
            data[key] = stand_ins[key]
        case _:
            data.pop(key, None)


def _signer(item: Plain, rest: list[str | int]) -> Plain:
    """A position is held against the authority above it: neither stays without the other."""
    if not isinstance(item, dict):
        return dict(_SIGNER)
    faulty = {*rest[:1], "quyen_han", "chuc_vu"}
    return {**_SIGNER, **{key: value for key, value in item.items() if key not in faulty}}


def _appendix(item: Plain, rest: list[str | int]) -> Plain:
    if not isinstance(item, dict):
        return {"tieu_de": _UNKNOWN, "noi_dung": _UNKNOWN}
    faulty = {*rest[:1], *(OF_TABLES if not rest or rest[0] == "bang" else ())}
    kept = {key: value for key, value in item.items() if key not in faulty}
    return {"tieu_de": _UNKNOWN, "noi_dung": _UNKNOWN} | kept
