"""A second person's labels, scored like a model."""

import asyncio

import pytest

from extractor.errors import GoldError
from extractor.evals.labels import labels_of
from extractor.evals.result import System
from extractor.evals.run import Plan, run


def test_a_labeller_who_agrees_scores_one(gold, gold_folder):
    """Gold labelled a second time the same way; a negative is a negative."""
    plan = Plan(list(gold.values()), [System("human", "")])
    runs = asyncio.run(run(plan, extractors={"human": labels_of(gold_folder)}))

    assert all(one.score.is_right for one in runs)
    assert {one.result.status for one in runs} == {"ok", "no_event"}


def test_a_label_that_is_missing_is_named(gold, tmp_path):
    """The labeller has not come to this document yet."""
    plan = Plan(list(gold.values())[:1], [System("human", "")])

    with pytest.raises(GoldError, match=next(iter(gold))):
        asyncio.run(run(plan, extractors={"human": labels_of(tmp_path)}))
