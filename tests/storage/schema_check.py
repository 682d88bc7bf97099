"""Just enough of JSON schema to hold shipped YAML to it; a keyword unknown here is an error."""

import re
from collections.abc import Iterator
from typing import Any

_KINDS = {"object": dict, "array": list, "string": str, "number": float}
_KNOWN = {
    "$ref", "$schema", "$id", "$defs", "title", "description", "type", "properties", "additionalProperties",
    "required", "items", "enum", "pattern", "oneOf", "minItems", "propertyNames",
}  # fmt: skip


def violations(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Where the value breaks the schema."""
    return list(_violations(value, schema, root, at))


def _violations(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    if "$ref" in schema:
        yield from _violations(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
        return
    if "oneOf" in schema and sum(not violations(value, part, root, at) for part in schema["oneOf"]) != 1:
        yield f"{at}: fits none or several"
    kinds = schema.get("type", list(_KINDS))
    if not isinstance(value, tuple(_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))):
        yield f"{at}: not {kinds}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r}"
    if isinstance(value, dict):
        yield from _of_object(value, schema, root, at)
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too few"
        for place, item in enumerate(value):
            yield from _violations(item, schema.get("items", {}), root, f"{at}/{place}")


def _of_object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{at}: no {key}"
    for key, item in value.items():
        if key in known:
            yield from _violations(item, known[key], root, f"{at}/{key}")
        elif schema.get("additionalProperties", True) is False:
            yield f"{at}: unknown {key}"
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from _violations(item, schema["additionalProperties"], root, f"{at}/{key}")
        if "propertyNames" in schema:
            yield from _violations(key, schema["propertyNames"], root, f"{at}/{key}")
