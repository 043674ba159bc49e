"""The schemas of draft and patch: inside the strict subset that providers and engines enforce."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llguidance import LLMatcher, LLTokenizer
from pydantic import BaseModel, ValidationError

from extractor.draft import Draft, Patch, draft_schema, patch_schema
from extractor.draft.schema import DraftPart

SCHEMAS = {"draft": draft_schema(), "patch": patch_schema()}
MODELS: dict[str, type[BaseModel]] = {"draft": Draft, "patch": Patch}
KEYWORDS = {
    "$defs", "$ref", "additionalProperties", "anyOf", "enum", "items", "properties", "required", "type",
}  # fmt: skip
TOKENIZER = LLTokenizer("byte")


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema, itself first."""
    yield node
    for key, value in node.items():
        if key in {"properties", "$defs"}:
            children = list(value.values())
        else:
            children = value if key == "anyOf" else [value]
        for child in children:
            if isinstance(child, dict):
                yield from nodes(child)


def depth(node: Any, schema: dict[str, Any]) -> int:
    """Count the objects inside one another."""
    if "$ref" in node:
        return depth(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    children = [*node.get("properties", {}).values(), *node.get("anyOf", [])]
    children += [node["items"]] if "items" in node else []
    return ("properties" in node) + max((depth(child, schema) for child in children), default=0)


@cache
def compiled(schema: str) -> LLMatcher:
    """Compile a schema once."""
    return LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(schema))


def is_accepted(document: str, schema: dict[str, Any]) -> bool:
    """Return whether an engine that is held to the schema could write the document."""
    matcher = compiled(json.dumps(schema)).deep_copy()
    tokens = TOKENIZER.tokenize_bytes(document.encode())
    return matcher.try_consume_tokens(tokens) == len(tokens) and matcher.is_accepting()


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_object_is_closed_and_every_property_required(schema: dict[str, Any]) -> None:
    """Strict mode refuses a schema with an optional property."""
    objects = [node for node in nodes(schema) if "properties" in node]

    assert len(objects) >= 8
    for node in objects:
        assert node["type"] == "object"
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_no_keyword_outside_the_subset_is_used(schema: dict[str, Any]) -> None:
    """No default, format, pattern, bounds, oneOf, allOf, title or description."""
    assert {key for node in nodes(schema) for key in node} <= KEYWORDS


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_the_root_is_a_plain_object_and_nesting_is_shallow(schema: dict[str, Any]) -> None:
    """OpenAI allows no union at the root and five levels of objects."""
    assert schema["type"] == "object"
    assert "anyOf" not in schema
    assert depth(schema, schema) <= 5


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_the_schema_is_small(schema: dict[str, Any]) -> None:
    """Every request pays for it."""
    assert len(json.dumps(schema, separators=(",", ":"))) < 5_000


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_an_engine_compiles_the_schema_without_a_warning(schema: dict[str, Any]) -> None:
    """The engine is llguidance, which llama.cpp, vLLM and OpenAI build on."""
    grammar = LLMatcher.grammar_from_json_schema(schema)

    assert LLMatcher.validate_grammar_with_warnings(grammar) == (False, [])


@pytest.mark.parametrize("name", SCHEMAS)
@given(data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_an_engine_accepts_whatever_the_models_accept(name: str, data: st.DataObject) -> None:
    """Schema and models say the same, and each document is read back as it was."""
    document = data.draw(st.builds(MODELS[name]))
    written = document.model_dump_json().replace("\x7f", "\\u007f")  # the engine wants it escaped

    assert is_accepted(written, SCHEMAS[name])
    assert MODELS[name].model_validate_json(written) == document


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"extra": 1}, id="extra"),
        pytest.param({"background": ["5"]}, id="text-for-id"),
        pytest.param({"background": [1.5]}, id="float"),
        pytest.param({"shares": None}, id="null-list"),
        pytest.param({"no_event": "boring"}, id="unknown-reason"),
        pytest.param({"event": {}}, id="empty-event"),
    ],
)
def test_models_and_engine_refuse_the_same(make, change: dict[str, object]) -> None:
    """What the schema forbids, the models forbid: nothing is coerced."""
    document = json.dumps(make.draft().model_dump() | change, separators=(",", ":"))

    assert not is_accepted(document, SCHEMAS["draft"])
    with pytest.raises(ValidationError):
        Draft.model_validate_json(document)


@pytest.mark.parametrize("part", DraftPart.__subclasses__(), ids=lambda part: part.__name__)
def test_no_field_has_a_default(part: type[DraftPart]) -> None:
    """A model says null or [] itself, so that nothing is left out by oversight."""
    assert all(field.is_required() for field in part.model_fields.values())
