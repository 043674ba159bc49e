"""Joining: one extraction is kept, and tells what all of them took."""

import pytest

from extractor import extract
from extractor.api.joining import faults, joined
from extractor.exchange import Reply
from extractor.models.scripted import ScriptedModel
from extractor.usage import UNKNOWN_TRY, Usage
from extractor.violations import Finding

TOOK = Usage(10, 1, 0, 0)


@pytest.fixture
def extraction(text):
    """Give a function that extracts with replies, each of which takes ten tokens and one."""

    def build(*texts: str, name: str = "m"):
        replies = [Reply(each, usage=TOOK) for each in texts]
        return extract(text, model=ScriptedModel(replies, name=name), max_attempts=len(texts))

    return build


def test_no_record_is_worse_than_any_violation(extraction, answer) -> None:
    """A record with violations is worse than one without."""
    right, wrong, none = (
        extraction(reply) for reply in (answer(), answer(name="Nobody's Fair"), "{")
    )

    assert sorted([none, wrong, right], key=faults) == [right, wrong, none]
    assert faults(right) == (False, 0)


def test_attempts_of_all_are_numbered_through(extraction, answer) -> None:
    """In the order in which they were made, whichever is kept."""
    first, second = extraction("{", answer(), name="a"), extraction(answer(), name="b")

    both = joined(second, [first, second])

    assert [(attempt.number, attempt.model) for attempt in both.attempts] == [
        (1, "a"),
        (2, "a"),
        (3, "b"),
    ]
    assert (both.record, both.model) == (second.record, "b")


def test_the_usage_is_that_of_all(extraction, answer) -> None:
    """What led to no extraction is counted, too."""
    first, second = extraction("{", answer()), extraction(answer())
    first = joined(first, [first], unanswered=Usage(5, 0, 0, 0))

    both = joined(second, [first, second], unanswered=UNKNOWN_TRY)

    assert both.unanswered == Usage(5, 0, 0, 0, unknown_tries=1)
    assert both.usage == Usage(35, 3, 0, 0, unknown_tries=1)


def test_findings_stand_behind_those_of_the_kept_one(extraction, answer) -> None:
    """Those of the others are not taken over."""
    mine, others, of_all = (
        Finding(code="a.b", message=who, pointers=(), spans=()) for who in ("mine", "other", "all")
    )
    kept = joined(extraction(answer()), [], findings=[mine])
    other = joined(extraction(answer()), [], findings=[others])

    both = joined(kept, [kept, other], findings=[of_all])

    assert both.findings == (*kept.findings, of_all)
    assert others not in both.findings
