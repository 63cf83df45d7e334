"""The JSON Schema of the YAML files, for editors that complete and check while one types."""

from typing import Any

from reportgen.dossier.dossier import DossierForm
from reportgen.dossier.profile import Profile

# What the YAML language server reads; `$defs` is only a place to point to.
_DIALECT = "http://json-schema.org/draft-07/schema#"


def dossier_schema() -> dict[str, Any]:
    """The JSON Schema of a dossier (`bao_cao.yaml`), descriptions in Vietnamese."""
    schema = DossierForm.model_json_schema()
    profile = Profile.model_json_schema()
    definitions = schema.get("$defs", {}) | profile.pop("$defs", {})
    for partial in (profile, definitions["Signer"]):
        partial.pop("required", None)
    schema["properties"]["ghi_de_don_vi"] |= profile | {
        "description": schema["properties"]["ghi_de_don_vi"]["description"]
    }
    schema["$defs"] = definitions
    return _finished(schema, "Hồ sơ", "Hồ sơ của một văn bản trong một kỳ.")


def profile_schema() -> dict[str, Any]:
    """The JSON Schema of an issuer's profile (`don_vi.yaml`), descriptions in Vietnamese."""
    schema = Profile.model_json_schema()
    return _finished(schema, "Đơn vị", "Thông tin của đơn vị ban hành, điền một lần.")


def _finished(schema: dict[str, Any], title: str, description: str) -> dict[str, Any]:
    clean: dict[str, Any] = _clean(schema)
    return {"$schema": _DIALECT, **clean, "title": title, "description": description}


def _clean(node: Any, *, names: bool = False) -> Any:
    """Without what models say to programmers: titles of classes and fields, defaults, docstrings.

    `names`: the keys of this mapping are names that users chose, not words of JSON Schema.
    """
    if isinstance(node, list):
        return [_clean(item) for item in node]
    if not isinstance(node, dict):
        return node
    dropped = () if names else ("title", "default")
    return {
        key: _clean(value, names=not names and key in ("properties", "$defs"))
        for key, value in node.items()
        if key not in dropped
    }
