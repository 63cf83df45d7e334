"""The key of a kind as it is typed (`to_trinh`), read to the kind itself."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from reportgen.dossier.kinds import KINDS, Kind
from reportgen.dossier.spelling import meant
from reportgen.dossier.values import refusal, text_of


def _kind(value: object) -> Kind | None:
    if isinstance(value, Kind):
        return value
    text = text_of(value)
    if not text:
        return None
    if text not in KINDS:
        raise refusal("HS028", f"không có loại văn bản “{text}”", meant(text, KINDS))
    return KINDS[text]


OptionalKind = Annotated[
    Kind | None, PlainValidator(_kind), WithJsonSchema({"enum": [*KINDS, None]})
]
