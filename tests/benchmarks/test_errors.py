import json
import random
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.errors.__main__ import CLASSES, clean_drafts, false_alarms, try_class
from benchmarks.errors.mistaken import misspelt_names
from benchmarks.errors.outcome import outcome

GOLD = Path(__file__).parents[2] / "evals" / "gold"
MOST_FALSE_ALARMS = 1


@pytest.fixture(scope="module")
def drafts():
    """The faultless drafts of all gold articles with an event."""
    return clean_drafts(GOLD)


@pytest.mark.parametrize("each", CLASSES, ids=[each.name for each in CLASSES])
def test_an_error_changes_a_copy_of_the_draft(drafts, each):
    """Each class makes errors, each of them unlike the faultless draft, which stays as it is."""
    clean = drafts[2]
    before = clean.article.draft.model_copy(deep=True)

    errors = [e for one in drafts for e in islice(each.inject(one, random.Random(1)), 2)]

    assert errors
    assert all(error.draft != error.article.draft for error in errors)
    assert clean.article.draft == before


@pytest.mark.parametrize("each", CLASSES, ids=[each.name for each in CLASSES])
def test_the_same_errors_are_made_every_time(drafts, each):
    """Articles take turns, in an order that the seed fixes."""
    first, second = (try_class(each, drafts[2:5], most=3) for _ in range(2))

    assert [tried.error.what for tried in first] == [tried.error.what for tried in second]
    assert [tried.outcome for tried in first] == [tried.outcome for tried in second]


@pytest.mark.parametrize(
    "each", [each for each in CLASSES if each.target], ids=lambda each: each.name
)
def test_few_errors_pass_unseen(drafts, each):
    """A sample of a class stays within its target."""
    tried = try_class(each, drafts, most=100)

    unseen = sum(result == "unseen" for _, result in tried)
    assert 100 * unseen <= (each.target or 0) * len(tried)


def test_faultless_drafts_raise_hardly_any_alarm(drafts):
    """Checks say nothing against gold, except where the article contradicts itself."""
    assert len(list(false_alarms(drafts))) <= MOST_FALSE_ALARMS


def test_a_faultless_draft_has_no_error_to_see(drafts):
    """Only what is new counts: an unchanged draft passes unseen."""
    clean = drafts[0]
    unchanged = clean.error(lambda _: None, "nothing", items=["event", "s1"])

    assert outcome(unchanged, clean) == "unseen"


def test_a_letter_alone_of_its_kind_is_misspelt_too(tmp_path):
    """Where an article has one é and nothing else beyond ASCII, another letter takes its place."""
    gold = {
        "source": {"language": "en", "published": None, "origin": "written", "traits": []},
        "record": {
            "event": {
                "name": "é Fair",
                "aliases": [],
                "activity": None,
                "start_date": None,
                "end_date": None,
                "place": None,
                "host": None,
                "stage": "signed",
                "industries": [],
                "total": {
                    "count": {"value": 12, "upper": None, "hedge": "exact", "as_written": "12"},
                    "amounts": [],
                },
            },
            "shares": [],
            "projects": [],
            "agreements": [],
        },
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "a.txt").write_text("At the é Fair 12 projects were signed.", encoding="utf-8")
    (clean,) = clean_drafts(tmp_path)

    wrong = [e.what for seed in range(50) for e in misspelt_names(clean, random.Random(seed))]

    assert any("é" not in each.split(" → ")[1] for each in wrong)
