"""The articles: outcomes, and what the viewer shows."""

import itertools
from dataclasses import replace

import pytest

from extractor.record import EMPTY
from extractor.report.evaluation.articles import articles


def outcome(*runs):
    """Return the outcome of one article's runs with one system."""
    ((found,),) = (article.outcomes() for article in articles({"a": list(runs)}))
    return found


def test_a_failure_is_shown_with_its_reason(gold, run_of):
    """It scores as an empty record, and says why."""
    found = outcome(run_of(gold, None))

    assert (found.score, found.failure, found.is_bad) == ("0.000", "cut off three times", True)


def test_one_failed_repeat_says_how_often(gold, perfect, run_of):
    """The score is the mean over the repeats."""
    found = outcome(run_of(gold, perfect), run_of(gold, None, repeat=2))

    assert (found.score, found.failure) == ("0.500", "cut off three times (1 of 2 times)")


@pytest.mark.parametrize(
    ("name", "score", "is_bad"), [("empty", "no event", False), ("event", "false alarm", True)]
)
def test_an_article_without_an_event_has_no_f1(negative, perfect, run_of, name, score, is_bad):
    """What counts is whether an event came out."""
    found = outcome(run_of(negative, EMPTY if name == "empty" else perfect))

    assert (found.score, found.is_bad) == (score, is_bad)


def test_the_first_try_stands_beside_the_repaired_score(gold, perfect, without_share, run_of):
    """Repair made it better."""
    run = run_of(gold, perfect, first_record=without_share)

    found = outcome(run)

    assert float(found.first_score) < float(found.score) == 1
    assert found.change == "better"


def test_an_article_that_a_system_lacks_has_no_outcome(gold, negative, perfect, run_of):
    """Systems need not have met the same articles."""
    runs = {"a": [run_of(gold, perfect)], "b": [run_of(negative, EMPTY)]}

    lorem, rain = articles(runs)

    assert [found is None for found in lorem.outcomes()] == [False, True]
    assert [found is None for found in rain.outcomes()] == [True, False]
    assert all(row[-1] is None for row in lorem.content()["rows"])


def test_rows_bring_the_systems_answers_together(gold, perfect, without_share, run_of):
    """A leaf of gold is one row, with both answers and all three places."""
    runs = {"a": [run_of(gold, perfect)], "b": [run_of(gold, without_share, system="b")]}

    (article,) = articles(runs)
    rows = {(row[0], row[2]): row for row in article.content()["rows"]}

    *_, gold_at, _, left, right = rows["share.count.value", "/shares/0"]
    assert gold.article.text[slice(*gold_at)] == "5"
    assert left[:4] == ["5", "correct", 1, gold_at]
    assert right[:4] == ["", "lost", 0, None]


def test_what_two_systems_invent_stays_apart(gold, perfect, run_of):
    """Gold has no leaf to bring their inventions together."""
    extra = perfect.projects[0].model_copy(update={"name": "Quux tower", "amounts": []})
    record = perfect.model_copy(update={"projects": [*perfect.projects, extra]})
    runs = {title: [run_of(gold, record, system=title)] for title in "ab"}

    (article,) = articles(runs)
    found = [row for row in article.content()["rows"] if row[0] == "project.name" and not row[3]]

    assert [[cell is None for cell in row[6:]] for row in found] == [[False, True], [True, False]]


def test_rows_of_one_item_stand_together(gold, perfect, without_share, run_of):
    """However the systems order what they add."""
    project = perfect.projects[0].model_copy(update={"place": "Dolor"})
    record = without_share.model_copy(update={"projects": [project]})
    runs = {"a": [run_of(gold, perfect)], "b": [run_of(gold, record, system="b")]}

    (article,) = articles(runs)
    groups = [row[2] for row in article.content()["rows"]]

    changes = sum(before != after for before, after in itertools.pairwise(groups))
    assert changes == len(set(groups)) - 1


def test_the_first_repeat_is_shown_whatever_the_order(gold, perfect, run_of):
    """A resumed run may hold its repeats in any order."""
    second = run_of(gold, None, repeat=2)
    runs = {"a": [second, replace(run_of(gold, perfect))]}

    (article,) = articles(runs)

    assert {row[6][1] for row in article.content()["rows"]} == {"correct"}
