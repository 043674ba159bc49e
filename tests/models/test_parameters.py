"""Fields of a body that a service may not take."""

import logging

import pytest

from extractor.models.parameters import Parameters

CHAT = ("max_completion_tokens", "max_tokens")


def test_fields_are_sent_as_they_are_given():
    """Those that only other services know, too."""
    parameters = Parameters({"temperature": 0, "max_tokens": 5, "top_k": 3}, limits=CHAT)

    assert parameters.fields == {"temperature": 0, "max_tokens": 5, "top_k": 3}


def test_refused_field_is_left_out_and_told_once(caplog):
    """Whoever finds it out second changes nothing."""
    parameters = Parameters({"temperature": 0, "top_k": 3}, limits=CHAT)

    with caplog.at_level(logging.WARNING):
        parameters.refuse("temperature")
        parameters.refuse("temperature")

    assert parameters.fields == {"top_k": 3}
    assert [record.getMessage() for record in caplog.records] == [
        "the service does not take temperature; it is asked without"
    ]


@pytest.mark.parametrize(
    ("given", "other"),
    [("max_completion_tokens", "max_tokens"), ("max_tokens", "max_completion_tokens")],
)
def test_limit_has_two_names_and_is_never_lost_by_one(given, other):
    """Reasoning models know one of them, older servers the other."""
    parameters = Parameters({given: 500}, limits=CHAT)

    parameters.refuse(given)
    assert parameters.fields == {other: 500}

    parameters.refuse(other)
    assert parameters.fields == {}


@pytest.mark.parametrize("given", ["max_tokens", "max_completion_tokens", "max_output_tokens"])
def test_limit_is_called_as_the_interface_calls_it(given):
    """Responses knows neither name of chat completions."""
    assert Parameters({given: 5}, limits=("max_output_tokens",)).fields == {"max_output_tokens": 5}
