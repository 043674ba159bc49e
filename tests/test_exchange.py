"""Requests, replies, usage and attempts."""

import json

import pytest

from extractor.article import Article
from extractor.exchange import Attempt, Message, Reply, Request, digest
from extractor.usage import NO_TOKENS, Usage
from extractor.violations import Violation


def make_request(*contents: str, schema: dict[str, object] | None = None) -> Request:
    """Make a request whose messages are the given user texts."""
    return Request(
        purpose="draft",
        article=Article("text"),
        figures=(),
        schema={"type": "object"} if schema is None else schema,
        schema_name="draft",
        render=lambda: tuple(Message("user", content) for content in contents),
    )


def test_messages_are_rendered_once_and_only_when_read() -> None:
    """Models without a language pay for no prompt."""
    rendered = []

    def render() -> tuple[Message, ...]:
        rendered.append(1)
        return (Message("user", "hello"),)

    request = Request(
        purpose="draft", article=Article("x"), figures=(), schema={}, schema_name="d", render=render
    )

    assert rendered == []
    assert request.messages is request.messages
    assert rendered == [1]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(make_request("a", "b"), True, id="same"),
        pytest.param(make_request("ab"), False, id="messages-run-together"),
        pytest.param(make_request("a", "b", schema={}), False, id="schema"),
    ],
)
def test_the_hash_of_a_request_covers_messages_and_schema(other: Request, *, same: bool) -> None:
    """All that determines an answer, and where one message ends."""
    assert (make_request("a", "b").sha256 == other.sha256) is same


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("plain", id="ascii"),
        pytest.param('“总投资”12亿元\n\t"\\/\x00\x1f\x7f\u2028😀', id="escapes"),
        pytest.param("cut \ud83d", id="half-a-surrogate-pair"),
    ],
)
def test_the_hash_of_a_request_is_that_of_its_canonical_json(content: str) -> None:
    """Recordings and ledgers know requests by it, whatever writes the JSON."""
    request = make_request("a", content)

    assert request.sha256 == digest(
        {"messages": [["user", "a"], ["user", content]], "schema": {"type": "object"}}
    )


def test_a_digest_does_not_depend_on_the_order_of_keys() -> None:
    """The canonical form sorts them."""
    assert digest({"a": 1, "b": "é"}) == digest({"b": "é", "a": 1})
    assert digest({"a": 1}) != digest({"a": "1"})


def test_half_a_surrogate_pair_has_a_digest() -> None:
    """JSON may hold one, escaped."""
    assert digest(["\ud83d"]) not in {digest(["\ud83e"]), digest(["?"])}


def test_a_reply_without_usage_does_not_claim_to_be_free() -> None:
    """A service that says nothing about tokens leaves them unknown."""
    assert Reply("{}").usage == Usage(None, None, None, None)


def test_an_attempt_keeps_the_reply_byte_for_byte() -> None:
    """Control characters and marks survive, and the request is named by its hash."""
    request = make_request("a")
    text = '{"a":\t1}\u0000 ﬁ\r\n'
    attempt = Attempt(2, request, Reply(text, usage=NO_TOKENS), (Violation("a.b", "m."),))

    written = json.loads(json.dumps(attempt.to_json()))

    assert written["reply"] == text
    assert written["number"] == 2
    assert written["request_sha256"] == request.sha256
    assert written["violations"] == [{"code": "a.b", "message": "m.", "pointers": []}]
