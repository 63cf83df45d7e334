"""From the YAML tree to models; pydantic's complaints said in Vietnamese, at their places."""

import re
import types
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.dossier.forms import Form
from reportgen.dossier.spelling import SURE, meant, nearest
from reportgen.dossier.tree import Steps, YamlMap, find, plain
from reportgen.dossier.values import kind
from reportgen.problems import Problem
from reportgen.vietnamese import plain_name

Model = TypeVar("Model", bound=Form)

_WANTED = {
    "dict_type": ("một nhóm khoá", "gõ từng dòng “khoá: giá trị”, thụt vào dưới khoá này"),
    "model_type": ("một nhóm khoá", "gõ từng dòng “khoá: giá trị”, thụt vào dưới khoá này"),
    "tuple_type": ("một danh sách", "gõ mỗi mục một dòng, bắt đầu bằng “- ”"),
    "list_type": ("một danh sách", "gõ mỗi mục một dòng, bắt đầu bằng “- ”"),
}


def validate(model: type[Model], root: YamlMap, problems: list[Problem]) -> Model | None:
    """The model that a YAML mapping holds; None where it does not.

    Adds every fault to `problems`: HS010 unknown key, HS011 missing key, HS012 wrong type,
    HS013 and up what the fields' own readers refuse.
    """
    try:
        return model.model_validate(plain(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
        told = [detail for detail in details if not _is_echo(detail, details)]
        problems.extend(_problem(detail, model, root) for detail in told)
        return None


def _is_echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a key is missing only because of an unknown one that is told of.

    That one is misspelt, or typed as `khoá:giá trị`, or a sentence with a colon (`VPUB: NC`).
    """
    *steps, key = detail["loc"] or ("",)
    unknown = [
        str(other["loc"][-1])
        for other in details
        if other["type"] == "extra_forbidden" and list(other["loc"][:-1]) == steps
    ]
    if detail["type"] != "missing" or not unknown:
        return False
    typed = detail["input"]
    is_sentence = len(unknown) == 1 and isinstance(typed, dict) and len(typed) == 1
    return is_sentence or any(
        plain_name(_before_colon(other) or other) == plain_name(str(key)) for other in unknown
    )


def _before_colon(key: str) -> str:
    """`tu` of `tu:16/9/2025`, which YAML takes for one long key; else nothing."""
    return key.partition(":")[0] if re.match(r"[a-z_]+:\S", key) else ""


def _problem(detail: ErrorDetails, model: type[Form], root: YamlMap) -> Problem:
    steps: Steps = detail["loc"]
    place = find(root, steps)[0]
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(steps, model, root)
        case "missing":
            return _missing_key(steps, model, root)
        case "literal_error":
            known = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
            message = f"{_named(steps)} không thể là {kind(detail['input'])}"
            return Problem("HS012", message, place, f"chỉ dùng được: {known}")
        case str(code) if code.startswith("HS"):
            context = detail["ctx"]
            message = f"{_named(steps)}: {context['message']}"
            return Problem(code, message, place, str(context["hint"]))
        case code:
            wanted, hint = _WANTED.get(code, ("một giá trị khác", "xem README của mẫu"))
            message = f"{_named(steps)} cần {wanted}, nhưng đây là {kind(detail['input'])}"
            return Problem("HS012", message, place, hint)


def _named(steps: Steps) -> str:
    """A path as a user reads it: `phu_luc`, item 2, `huong` is `phu_luc[2].huong`."""
    name = ""
    for step in steps:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return f"khoá “{name}”"


def _unknown_key(steps: Steps, model: type[Form], root: YamlMap) -> Problem:
    key = str(steps[-1])
    owner = find(root, steps[:-1])[1]
    place = find(root, steps)[0]
    if isinstance(owner, YamlMap) and key in owner.entries:
        place = owner.entries[key].key_place
    form = _form_at(model, steps[:-1])
    hint = _known_keys(key, form) if form else ""
    return Problem("HS010", f"không có {_named(steps)}", place, hint)


def _known_keys(key: str, form: type[BaseModel]) -> str:
    fields = form.model_fields
    if (name := _before_colon(key)) in fields:
        return f"gõ một dấu cách sau dấu “:”: {name}: {key.partition(':')[2]}"
    if key.strip() != key:
        return "trước tên khoá có dấu cách lạ (thường do chép từ Word): xoá đi, gõ lại dấu cách"
    if owner := next((name for name in fields if key in _keys_under(form, name)), None):
        return f"thụt vào dưới khoá {owner}"
    hint = meant(key, fields)
    if "noi_dung" in fields and "mau" in fields and not nearest(key, fields, SURE):
        return f"nếu đây là một khối của mẫu thì thụt vào dưới noi_dung; {hint}"
    if issubclass(form, Form) and form.short_form and not nearest(key, fields):
        return f"nếu đây là câu văn có dấu “:” thì đặt cả câu trong dấu nháy kép; {hint}"
    return hint


def _keys_under(form: type[BaseModel], name: str) -> Iterable[str]:
    """The keys that a form has under one of its own."""
    inner = _stripped(form.model_fields[name].annotation)
    return inner.model_fields if isinstance(inner, type) and issubclass(inner, BaseModel) else ()


def _missing_key(steps: Steps, model: type[Form], root: YamlMap) -> Problem:
    key = str(steps[-1])
    form = _form_at(model, steps[:-1])
    description = form.model_fields[key].description if form and key in form.model_fields else None
    hint = f"thêm dòng “{key}: …” – {description}" if description else f"thêm dòng “{key}: …”"
    place = find(root, steps[:-1])[0]
    return Problem("HS011", f"thiếu {_named(steps)}", place, hint)


def _form_at(model: type[Form], steps: Steps) -> type[BaseModel] | None:
    """The model whose keys stand at a path; indexes and free keys lead through containers."""
    annotation: Any = model
    for step in steps:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = annotation.model_fields.get(str(step))
            annotation = _stripped(field.annotation) if field else None
        else:
            inner = [one for one in get_args(annotation) if one is not Ellipsis]
            annotation = _stripped(inner[-1]) if inner else None
    is_form = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation if is_form else None


def _stripped(annotation: Any) -> Any:
    """The annotation without Annotated and without `| None`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _stripped(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        kept = [one for one in get_args(annotation) if one is not type(None)]
        return _stripped(kept[0])
    return annotation
