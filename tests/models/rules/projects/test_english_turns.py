"""Sentences whose subject is the money, or whose predicate is what is built."""

import pytest

from extractor.models.rules.projects.english_turns import turned


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "The biggest, at Ⓜ, is a deep-freeze for Ipsum Cold of Denmark.",
            ("deep-freeze", ["Ipsum Cold"]),
            id="a rank",
        ),
        pytest.param(
            "The second, worth Ⓜ, is Ipsum Homes' riverside quarter.",
            ("riverside quarter", ["Ipsum Homes"]),
            id="an owner",
        ),
        pytest.param(
            "Ⓜ will go to a bottling line of Ipsum Water.",
            ("bottling line", ["Ipsum Water"]),
            id="where money goes",
        ),
        pytest.param(
            "Ⓜ is what Ipsum Data will spend on a server park in Dolor.",
            ("server park", ["Ipsum Data"]),
            id="what is spent",
        ),
        pytest.param(
            "It is Ⓜ that Ipsum Cables will put into a cable works.",
            ("cable works", ["Ipsum Cables"]),
            id="it is that",
        ),
        pytest.param(
            "What Ipsum Glass will invest in a float line comes to Ⓜ.",
            ("float line", ["Ipsum Glass"]),
            id="comes to",
        ),
    ],
)
def test_what_is_built_may_stand_behind_its_cost(text, told):
    """The body beside it builds it."""
    mention, *_ = turned(text)

    name, builders = mention.names[0], mention.investors
    assert (text[slice(*name)], [text[slice(*body)] for body in builders]) == told
    assert mention.amounts == [("investment", text.index("Ⓜ"))]


def test_a_rank_that_names_neither_works_nor_a_body_is_no_project():
    """The largest sum may be a share of something."""
    assert list(turned("The biggest, at Ⓜ, is the share of the delta.")) == []
