"""What all models of YAML share: frozen, nothing unknown, and a way to their JSON Schema."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Form(BaseModel):
    """A mapping of YAML; `short_form` is the JSON Schema of what may be typed instead of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    short_form: ClassVar[dict[str, Any]] = {}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        own = handler(schema)
        own.pop("description", None)  # the docstring, which is for programmers
        return {"anyOf": [cls.short_form, own]} if cls.short_form else own
