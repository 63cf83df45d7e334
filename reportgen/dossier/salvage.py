"""What holds of a mapping that is faulty elsewhere, so that the next steps can be looked through.

What comes of it is never printed: the faults are told, and nothing is written.
"""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from reportgen.dossier.forms import Form
from reportgen.dossier.sections import Section
from reportgen.dossier.tree import Plain, SourceText, Steps, YamlMap, plain
from reportgen.problems import Place

Model = TypeVar("Model", bound=Form)

_UNKNOWN = SourceText.at("…", Place(""))
_MOST_ROUNDS = 5
DOSSIER_STAND_INS: Mapping[str, Plain] = {"ky": SourceText.at("1/2000", Place(""))}
PROFILE_STAND_INS: Mapping[str, Plain] = {
    "co_quan_ban_hanh": _UNKNOWN,
    "dia_danh": _UNKNOWN,
    "ky_hieu": _UNKNOWN,
    "nguoi_ky": {"chuc_vu": _UNKNOWN, "ho_ten": _UNKNOWN},
}


def salvage(model: type[Model], root: YamlMap, stand_ins: Mapping[str, Plain]) -> Model | None:
    """The model of what holds, with a stand-in for a key that must be there.

    None where a key without stand-in is missing.
    """
    data = {key: plain(entry.node) for key, entry in root.entries.items()}
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
                    _take_for_a_block(data, str(detail["loc"][0]))
                else:
                    _leave_out(data, detail["loc"], stand_ins)
    return None


def _take_for_a_block(data: dict[str, Plain], key: str) -> None:
    """An unknown key is often a block of the template that is not indented under `noi_dung`.

    What is indented under such a key then belongs beside it.
    """
    value = data.pop(key)
    found: dict[str, Plain] = {key: value}
    if isinstance(value, dict) and not value.keys() <= Section.model_fields.keys():
        found = {key: None, **value}
    blocks = data.get("noi_dung")
    if blocks is None or isinstance(blocks, dict):
        data["noi_dung"] = found | (blocks or {})


def _leave_out(data: dict[str, Plain], steps: Steps, stand_ins: Mapping[str, Plain]) -> None:
    key = str(steps[0]) if steps else ""
    value = data.get(key)
    match steps[1:]:
        case (str(block), *_) if key == "noi_dung" and isinstance(value, dict):
            value[block] = None
        case (int(index), *rest) if key == "phu_luc" and isinstance(value, list):
            value[index] = _appendix(value[index], rest)
        case _ if key in stand_ins:
            data[key] = stand_ins[key]
        case _:
            data.pop(key, None)


def _appendix(item: Plain, rest: list[str | int]) -> Plain:
    if not isinstance(item, dict):
        return {"tieu_de": _UNKNOWN, "noi_dung": _UNKNOWN}
    kept = {key: value for key, value in item.items() if key not in {*rest[:1], "cot"}}
    return {"tieu_de": _UNKNOWN, "noi_dung": _UNKNOWN} | kept
