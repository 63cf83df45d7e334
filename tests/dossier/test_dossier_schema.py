"""The JSON Schema that editors read: Vietnamese, complete, and as lenient as the loader."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from reportgen.dossier import dossier_schema, profile_schema
from reportgen.dossier.appendices import AppendixForm, ColumnForm
from reportgen.dossier.dossier import DossierForm
from reportgen.dossier.profile import Profile, Recipient
from reportgen.dossier.sections import Section
from reportgen.dossier.signers import Signer

Schema = dict[str, Any]


def properties_of(node: Any) -> Iterator[tuple[str, Schema]]:
    if isinstance(node, list):
        for item in node:
            yield from properties_of(item)
    elif isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            yield name, value
        for value in node.values():
            yield from properties_of(value)


def resolved(schema: Schema, node: Schema) -> Schema:
    if "$ref" not in node:
        return node
    found = schema
    for part in node["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found


@pytest.mark.parametrize("schema", [dossier_schema(), profile_schema()])
def test_every_key_is_described_in_vietnamese(schema: Schema) -> None:
    described = dict(properties_of(schema))
    assert described
    assert all(len(one["description"]) > 10 for one in described.values())
    assert json.loads(json.dumps(schema, ensure_ascii=False)) == schema


def test_every_key_of_every_model_is_there() -> None:
    names = {name for name, _ in properties_of(dossier_schema())}
    for model in (DossierForm, AppendixForm, ColumnForm, Section, Profile, Signer, Recipient):
        assert set(model.model_fields) <= names
    assert set(profile_schema()["properties"]) == set(Profile.model_fields)


def test_no_english_of_the_code_shows() -> None:
    text = json.dumps(dossier_schema(), ensure_ascii=False)
    assert "As typed" not in text
    assert '"title": "Mau"' not in text
    assert "issuer" not in text


def test_unknown_keys_are_marked_but_any_block_may_be_named() -> None:
    schema = dossier_schema()
    assert schema["additionalProperties"] is False
    blocks = schema["properties"]["noi_dung"]
    text, mapping = resolved(schema, blocks["additionalProperties"])["anyOf"]
    assert {"string", "null"} <= set(text["type"])
    assert mapping["additionalProperties"] is False
    assert set(mapping["properties"]) == {"thay", "them", "tieu_de", "bo", "khong_co"}


def test_only_what_the_loader_needs_is_required() -> None:
    assert set(dossier_schema()["required"]) == {"mau"}
    assert set(profile_schema()["required"]) == {
        "co_quan_ban_hanh",
        "dia_danh",
        "nguoi_ky",
    }


def test_overrides_of_the_profile_require_nothing() -> None:
    schema = dossier_schema()
    overrides = schema["properties"]["ghi_de_don_vi"]
    assert set(overrides["properties"]) == set(Profile.model_fields)
    assert "required" not in overrides
    assert "required" not in resolved(schema, overrides["properties"]["nguoi_ky"])
    own = profile_schema()
    assert "required" in resolved(own, own["properties"]["nguoi_ky"])


def test_a_number_may_be_typed_without_quotes() -> None:
    assert {"number", "string", "null"} <= set(dossier_schema()["properties"]["so"]["type"])


def test_every_reference_leads_somewhere() -> None:
    schema = dossier_schema()
    references = [value for _, value in properties_of(schema) if "$ref" in value]
    assert references
    assert all(resolved(schema, value) for value in references)
