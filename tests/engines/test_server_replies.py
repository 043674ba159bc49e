"""Single requests to a real llama.cpp server: what it accepts, and what its answers become."""

import json
import urllib.request
from dataclasses import replace
from typing import Any

import pytest

from extractor.article import Article
from extractor.dialogue.reading import read_reply
from extractor.draft import Draft, Patch, draft_schema, patch_schema
from extractor.errors import RefusedError, UnreachableError
from extractor.exchange import Message, Request
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel

pytestmark = pytest.mark.engines

ARTICLE = "12 projects worth 3.4 billion yuan were signed. 其中3个项目投资5亿元。"
SCHEMAS = {"draft": draft_schema(), "repair": patch_schema()}
ANSWERS = {"draft": Draft, "repair": Patch}
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "repair"])

FENCES = {"`": 8, '"': 8}
NO_UTF_8 = {"\xff": 100, '{"': 50}
SOMETIMES_NO_UTF_8 = {"\xff": 14}


def request_for(purpose: str, text: str = ARTICLE) -> Request:
    """Make a request with the schema of its purpose, and a short prompt."""
    return Request(
        purpose=purpose,
        article=Article(text),
        figures=(),
        schema=SCHEMAS[purpose],
        schema_name=purpose,
        render=lambda: (Message("system", "Read the article."), Message("user", text)),
    )


def post(server, body: dict[str, Any]) -> dict[str, Any]:
    """Send a chat completion past our adapter, and return its answer."""
    sent = urllib.request.Request(
        f"{server.address}/v1/chat/completions",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(sent, timeout=30) as answer:
        return json.load(answer)


@PURPOSES
def test_every_field_of_a_schema_is_in_the_grammar(server, purpose):
    """The converter passes over nothing: no part of a schema is left to be any JSON."""
    body = server.model().body(request_for(purpose)) | {"max_tokens": 1, "verbose": True}

    grammar = post(server, body)["__verbose"]["generation_settings"]["grammar"]

    rules = dict(line.split(" ::= ", 1) for line in grammar.splitlines() if line)
    ours = {name: rule for name, rule in rules.items() if name.startswith(("ref-", "response-"))}
    schema = SCHEMAS[purpose]
    objects = {f"ref-defs-{name}": part for name, part in schema["$defs"].items()}
    for rule, part in {**objects, "response-format-schema": schema}.items():
        for field in part.get("properties", ()):
            key = ours[f"{rule}-{field.replace('_', '-')}-kv"]
            assert key.startswith(rf'"\"{field}\""')
    assert not [name for name, rule in ours.items() if "json-" in rule]


@PURPOSES
@pytest.mark.parametrize("noise", [{}, {"temperature": 2.0}, {"likes": FENCES}], ids=str)
def test_noise_within_the_schema_parses_or_is_cut_off(server, ask, purpose, noise):
    """The strict schema is accepted at once, and what comes to its end can be read as it stands."""
    model = server.model(**noise)

    replies = ask(model, *[request_for(purpose)] * 6)

    assert {reply.tries for reply in replies} == {1}
    assert {reply.served_by for reply in replies} == {"tiny"}
    assert all(reply.usage.input_tokens and reply.usage.output_tokens for reply in replies)
    assert {reply.finish for reply in replies} <= {"stop", "length"}
    for reply in replies:
        assert reply.finish == "length" or ANSWERS[purpose].model_validate_json(reply.text)
    assert model.body(request_for(purpose))["response_format"]["type"] == "json_schema"


@PURPOSES
def test_an_answer_without_an_end_is_cut_off(server, ask, purpose):
    """A name that never closes runs into the limit on tokens, and the reply says so."""
    model = server.model(max_tokens=90, likes={"a": 50, '{"': 20})

    (reply,) = ask(model, request_for(purpose))

    assert reply.finish == "length"
    assert reply.usage.output_tokens == 90
    assert reply.text.endswith("aaaa")


def test_bytes_that_are_no_text_are_tried_again_within_bounds(server, ask):
    """llama.cpp answers 500 "peg-native format" where the model's bytes are no UTF-8: a fault."""
    model = server.model(tries=3, max_tokens=60, likes=NO_UTF_8)

    with pytest.raises(UnreachableError, match=r"3 tries.*500.*peg-native") as caught:
        ask(model, request_for("draft"))

    assert "\n" not in str(caught.value)


def test_a_fault_that_passes_costs_further_tries_alone(server, ask):
    """Where only some answers are broken, asking again brings one that is not."""
    model = server.model(tries=30, max_tokens=60, likes=SOMETIMES_NO_UTF_8)

    replies = ask(model, *[request_for("draft")] * 12)

    assert max(reply.tries for reply in replies) > 1
    assert {reply.finish for reply in replies} <= {"stop", "length"}


def test_an_article_longer_than_the_context_is_refused(server, ask):
    """It is one clear error after one try, and says what to do."""
    request = request_for("draft", "12 projects were signed. " * 800)

    with pytest.raises(
        RefusedError, match="too long for tiny: use a model with a longer"
    ) as caught:
        ask(server.model(), request)

    assert "exceeds the available context size" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_schema_that_the_server_cannot_convert_is_asked_for_otherwise(server, ask):
    """What it says of such a schema is understood: the next form is taken, and remembered."""
    model = server.model(max_tokens=50)
    request = replace(request_for("draft"), schema={"type": "nonsense"})

    (reply,) = ask(model, request)

    assert reply.tries == 2
    assert "tools" in model.body(request)
    assert "response_format" not in model.body(request)


@PURPOSES
def test_responses_without_a_schema_are_no_records(server, ask, purpose):
    """Its second interface leaves the schema out without a word and calls a cut answer complete."""
    model = OpenAIModel(
        "tiny",
        interface="responses",
        endpoint=Endpoint(f"{server.address}/v1", "no-key"),
        options={"max_output_tokens": 30, "temperature": 0},
    )

    (reply,) = ask(model, request_for(purpose))

    assert (reply.tries, reply.usage.output_tokens, reply.served_by) == (1, 30, "tiny")
    assert reply.usage.input_tokens > 100
    assert read_reply(reply, ANSWERS[purpose]).code == "reply.invalid"


def test_a_model_that_is_not_there_is_answered_by_the_one_that_is(server, ask):
    """llama.cpp ignores the name; who really answered can be seen in the reply."""
    (reply,) = ask(server.model("no-such-model"), request_for("draft"))

    assert reply.served_by == "tiny"


def test_the_list_of_models_names_the_one_served(server):
    """The server is what it should be: llama.cpp, with one model."""
    with urllib.request.urlopen(f"{server.address}/v1/models", timeout=30) as answer:
        models = json.load(answer)["data"]

    assert [(model["id"], model["owned_by"]) for model in models] == [("tiny", "llamacpp")]


def test_a_wrong_key_is_refused_and_not_repeated(locked_server, ask):
    """The right key opens, a wrong one is one clear error that does not show it."""
    (reply,) = ask(locked_server.model(key="right", max_tokens=5), request_for("draft"))
    assert reply.finish == "length"

    with pytest.raises(RefusedError, match="does not accept the key") as caught:
        ask(locked_server.model(key="sk-wrong-key"), request_for("draft"))

    assert "sk-wrong" not in str(caught.value)
