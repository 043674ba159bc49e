"""A run held against another one, field by field."""

import asyncio
import json

import pytest

from extractor.evals.noninferiority import hold
from extractor.evals.result import System
from extractor.evals.run import Plan, run
from extractor.record import Record


@pytest.fixture
def run_of(gold, extraction_of):
    """Return a function that runs a perfect model after a change to each record's JSON."""

    def build(change=lambda record: record, *, names=None, title="fake"):
        async def extract(article):
            record = gold[article.name].first_reading().model_dump(mode="json")
            return extraction_of(article, Record.model_validate(change(record)))

        documents = [gold[name] for name in names or gold]
        plan = Plan(documents, [System(title, "")])
        return {title: asyncio.run(run(plan, extractors={title: extract}))}

    return build


def without_hosts(record):
    """Forget the host."""
    if record["event"]:
        record["event"]["host"] = None
    return record


def test_a_run_is_no_worse_than_itself(run_of):
    """No difference is within every margin."""
    held = hold(run_of(), run_of(), margin=0.0)

    assert held.passed
    assert held.lines == ("gate: passed, margin 0",)


def test_a_field_that_fell_fails_the_gate_by_name(run_of):
    """Hosts lost in every document: the field is named, and whatever else suffers."""
    held = hold(run_of(without_hosts), run_of(), margin=0.03)

    assert not held.passed
    assert any(line.startswith("FAIL fake event.host: -1.000") for line in held.lines)


def test_a_run_that_is_better_passes(run_of):
    """Non-inferiority asks nothing of a gain."""
    assert hold(run_of(), run_of(without_hosts), margin=0.0).passed


def test_a_handful_of_documents_decides_nothing_and_says_so(run_of, gold):
    """A note, not a failure."""
    names = [name for name, document in gold.items() if document.has_event][:5]

    held = hold(run_of(without_hosts, names=names), run_of(names=names), margin=0.03)

    assert held.passed
    assert any(line.startswith("note fake event.host") for line in held.lines)


def test_two_runs_of_one_system_each_are_compared_whatever_their_names(run_of):
    """The new model has another name than the old one, of course."""
    held = hold(run_of(without_hosts, title="new"), run_of(title="old"), margin=0.03)

    assert not held.passed


def test_runs_without_a_common_system_fail(run_of):
    """A gate that compares nothing must not pass."""
    ours = run_of(title="a") | run_of(title="b")

    held = hold(ours, run_of(title="c") | run_of(title="d"), margin=0.03)

    assert not held.passed
    assert json.dumps(held.lines).count("no system in common") == 1
