"""The scripted model."""

import pytest

from extractor.errors import UnreachableError, UsageError
from extractor.exchange import Reply
from extractor.models.scripted import ScriptedModel
from extractor.usage import NO_TOKENS


def test_replies_come_in_order_and_requests_are_kept(ask, make_request):
    """Texts become replies, replies stay as they are, and what was asked can be looked at."""
    cut = Reply("{", finish="length")
    model = ScriptedModel(["{}", cut])
    requests = [make_request("a"), make_request("b")]

    replies = [ask(model, request) for request in requests]

    assert replies == [Reply("{}", usage=NO_TOKENS), cut]
    assert model.requests == requests


def test_exception_in_the_script_is_raised(ask, make_request):
    """Faults can be played too."""
    model = ScriptedModel([UnreachableError("gone"), "{}"])

    with pytest.raises(UnreachableError, match="gone"):
        ask(model, make_request())

    assert ask(model, make_request()).text == "{}"


def test_end_of_the_script_is_misuse(ask, make_request):
    """One request too many names its number and purpose."""
    model = ScriptedModel(["{}"])
    ask(model, make_request())

    with pytest.raises(UsageError, match=r"1 replies, and this is request 2 \(a repair\)"):
        ask(model, make_request(purpose="repair"))
