"""Forms of asking: whether an answer can come from a service that enforces the schema."""

import pytest

from extractor.models.forms import follows

SCHEMA = {"type": "object", "required": ["a", "b"]}


@pytest.mark.parametrize(
    ("text", "can"),
    [
        pytest.param('{"a": 1, "b": null}', True, id="all fields"),
        pytest.param(' {"b": 1, "a": 2}\n', True, id="another order"),
        pytest.param('<think>Is it {"a"?</think>\n{"a": 1, "b": 2}', True, id="after reasoning"),
        pytest.param('[THINK]x[/THINK]{"a": 1, "b": 2}', True, id="after mistral's"),
        pytest.param('{"a": 1}', False, id="a field is missing"),
        pytest.param('{"draft": {"a": 1, "b": 2}}', False, id="inside another object"),
        pytest.param('```json\n{"a": 1, "b": 2}\n```', False, id="in a fence"),
        pytest.param("Here it is.", False, id="prose"),
        pytest.param("[1]", False, id="a list"),
        pytest.param('{"a": 1, "b":', False, id="cut off"),
        pytest.param("[" * 200_000, False, id="deep"),
    ],
)
def test_answer_has_the_fields_of_an_enforced_schema(text, can):
    """Or nobody has enforced it."""
    assert follows(text, SCHEMA) is can
