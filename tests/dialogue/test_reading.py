"""Reading a reply: what models write around their JSON."""

import pytest
from pydantic import BaseModel

from extractor.dialogue.reading import read_reply
from extractor.exchange import Reply
from extractor.violations import Violation


class Answer(BaseModel):
    """A short answer."""

    a: str


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"a": "1"}', id="bare"),
        pytest.param('```json\n{"a": "1"}\n```', id="fence"),
        pytest.param('<think>\nIs it {"a": "2"}?\n</think>\n\n{"a": "1"}', id="think"),
        pytest.param('So it is one.\n</think>\n{"a": "1"}', id="think, begun by the template"),
        pytest.param('<think></think>\n```json\n{"a": "1"}\n```', id="think and fence"),
        pytest.param('<think>x</think><reasoning>y</reasoning> {"a": "1"}', id="twice"),
        pytest.param('<Thinking>x</Thinking>{"a": "1"}', id="capitals"),
        pytest.param('[THINK]x[/THINK]{"a": "1"}', id="mistral"),
        pytest.param('◁think▷x◁/think▷{"a": "1"}', id="kimi"),
    ],
)
def test_answer_is_found_behind_reasoning(text):
    """Servers that do not part reasoning from the answer leave it before."""
    assert read_reply(Reply(text), Answer) == Answer(a="1")


def test_tag_inside_the_answer_is_text():
    """An article may speak of one."""
    assert read_reply(Reply('{"a": "x</think>y"}'), Answer) == Answer(a="x</think>y")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<think>It is {"a": "1"}', id="no end"),
        pytest.param("<think>x</think>", id="no answer"),
        pytest.param('<b>x</b>{"a": "1"}', id="another tag"),
    ],
)
def test_reasoning_alone_is_no_answer(text):
    """Nothing is picked out of the middle of it."""
    found = read_reply(Reply(text), Answer)

    assert isinstance(found, Violation)
    assert found.code == "reply.invalid"
