"""What is put aside: every trigger puts its own examples aside."""

import pytest

from extractor.models.rules.news.asides import (
    TRIGGERS_EN,
    TRIGGERS_ZH,
    asides,
    in_small_letters,
)
from extractor.models.rules.reading.reading import ANY_MARK, Sentence

_EXAMPLES = [
    pytest.param(triggers, trigger.reason, example, id=example)
    for triggers in (TRIGGERS_EN, TRIGGERS_ZH)
    for trigger in triggers
    for example in trigger.examples
]


@pytest.mark.parametrize(("triggers", "reason", "example"), _EXAMPLES)
def test_triggers_put_their_examples_aside(triggers, reason, example):
    """The last figure of an example is put aside for the reason of its trigger."""
    last = [found.start() for found in ANY_MARK.finditer(example)][-1]

    found = [
        aside.reason
        for aside in asides(Sentence(example, 0, 0), in_small_letters(example), triggers)
        if aside.start <= last < aside.end
    ]

    assert reason in found
