import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.api import extract_async
from extractor.errors import RefusedError, UnreachableError, UsageError
from extractor.evals.gold import load_ordinary
from extractor.evals.result import System
from extractor.evals.run import Plan, run, summary_of
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.record import EMPTY
from extractor.usage import Usage

SYSTEM = System("fake", "fake")


def run_of(documents, extract, *, n_repeats=1, **options):
    """Run one system to the end."""
    plan = Plan(list(documents), [SYSTEM], n_repeats)
    return asyncio.run(run(plan, extractors={"fake": extract}, **options))


@pytest.fixture
def perfect(gold, extraction_of):
    """An extractor that knows gold by heart."""

    async def extract(article):
        return extraction_of(article, gold[article.name].first_reading())

    return extract


def test_a_perfect_model_scores_one_on_every_document(gold, perfect):
    """The runs come in the documents' order, whoever is done first."""
    runs = run_of(gold.values(), perfect, concurrency=3)

    assert [run.document.name for run in runs] == list(gold)
    assert summary_of(runs).strict_f1 == 1
    assert summary_of(runs).n_negatives_right == 2
    assert {run.result.status for run in runs} == {"ok", "no_event"}


def test_no_more_documents_are_in_work_than_allowed(gold, extraction_of):
    """The bound holds, and is reached."""
    in_work = []
    most = 0

    async def extract(article):
        nonlocal most
        in_work.append(article.name)
        most = max(most, len(in_work))
        await asyncio.sleep(0)
        in_work.remove(article.name)
        return extraction_of(article, EMPTY)

    run_of(gold.values(), extract, concurrency=3)

    assert most == 3


def test_progress_is_told_once_for_every_document(gold, perfect):
    """Each document is announced when it is done."""
    done = []

    run_of(gold.values(), perfect, on_done=done.append)

    assert sorted(run.document.name for run in done) == sorted(gold)


def test_an_unreachable_service_fails_its_document_only(gold, extraction_of):
    """The others are scored, and the failed one counts as an empty prediction."""
    first, second = list(gold.values())[:2]

    async def extract(article):
        if article.name == first.name:
            raise UnreachableError("no connection")
        return extraction_of(article, second.first_reading())

    failed, right = run_of([first, second], extract)

    assert (failed.result.status, failed.result.reason) == ("unreachable", "no connection")
    assert failed.score.lenient.f1 == 0
    assert right.score.lenient.f1 == 1


def test_a_failed_extraction_is_an_empty_prediction(gold, extraction_of):
    """Its reason is kept beside the score."""
    document = next(iter(gold.values()))

    async def extract(article):
        return extraction_of(article, None, reason="refused")

    (failed,) = run_of([document], extract)

    assert (failed.result.status, failed.result.reason) == ("failed", "refused")
    assert failed.score.has_failed


def test_a_service_that_refuses_stops_the_run(gold):
    """A bad key would fail every document alike; the plain error comes out."""

    async def extract(_article):
        raise RefusedError("bad key")

    with pytest.raises(RefusedError, match="bad key"):
        run_of(gold.values(), extract)


def test_a_crash_says_on_which_document(gold):
    """A fault of the extractor stops the run, and its cause can be found."""

    async def extract(_article):
        raise IndexError("out of range")

    with pytest.raises(IndexError) as caught:
        run_of(gold.values(), extract, concurrency=1)

    assert caught.value.__notes__ == [f"while extracting from {next(iter(gold))}"]


def test_a_run_needs_a_worker(gold, perfect):
    """No concurrency is a mistake, not an empty run."""
    with pytest.raises(UsageError, match="concurrency is 0"):
        run_of(gold.values(), perfect, concurrency=0)


def test_ordinary_news_is_run_like_gold(gold_folder, extraction_of):
    """Each is right when no event comes out."""

    async def extract(article):
        return extraction_of(article, EMPTY)

    summary = summary_of(run_of(load_ordinary(gold_folder), extract))

    assert (summary.n_negatives_right, summary.n_negatives) == (40, 40)


def test_every_system_meets_every_document_in_every_repeat(gold, perfect):
    """The keys go by system, repeat and document."""
    documents = list(gold.values())[:2]
    plan = Plan(documents, [System("a", "fake"), System("b", "fake")], n_repeats=2)

    runs = asyncio.run(run(plan, extractors={"a": perfect, "b": perfect}))

    assert [run.result.key for run in runs] == plan.keys()
    assert len(plan.keys()) == 8


def test_what_a_service_answered_is_not_asked_for_again(gold, make):
    """A resumed run asks for the rest, and again where the service was not reached."""
    first, second, third = list(gold.values())[:3]
    reply = make.draft(make.event(name="Lorem Fair")).model_dump_json()
    asked = []

    async def extract(article):
        asked.append(article.name)
        if article.name == second.name and asked.count(second.name) == 1:
            raise UnreachableError("no connection")
        return await extract_async(article, model=ScriptedModel([reply], repairs=False))

    known = [run.result for run in run_of([first, second], extract)]
    runs = run_of([first, second, third], extract, known=known)

    assert asked == [first.name, second.name, second.name, third.name]
    assert len(runs) == 3


@pytest.mark.parametrize("model", ["rules", "replay"])
def test_what_costs_nothing_is_asked_anew(gold, model):
    """Rules and recordings may be read otherwise by today's code, at no price."""
    documents = list(gold.values())[:1]
    plan = Plan(documents, [System.of(model)])
    (kept,) = asyncio.run(run(plan))
    of_before = replace(kept.result, record=None)

    (anew,) = asyncio.run(run(plan, known=[of_before]))

    assert anew.result.record == kept.result.record


def test_a_budget_that_is_spent_begins_nothing_more(gold, extraction_of):
    """What is in work is finished; the rest is left out of the result."""

    async def extract(article):
        used = Usage(300_000, 0, 0, 0)
        price = Price(Decimal(1), Decimal(1))
        return replace(extraction_of(article, EMPTY), unanswered=used, price=price)

    runs = run_of(list(gold.values())[:4], extract, concurrency=1, max_cost_usd=Decimal("0.5"))

    assert len(runs) == 2


@pytest.mark.parametrize(
    ("systems", "n_repeats", "complaint"),
    [([SYSTEM], 0, "repeat is 0"), ([SYSTEM, SYSTEM], 1, "stands twice")],
)
def test_a_plan_that_makes_no_sense_is_refused(systems, n_repeats, complaint):
    """No repeats, or the same system twice, are mistakes of the caller."""
    with pytest.raises(UsageError, match=complaint):
        Plan([], systems, n_repeats)


def test_the_first_reply_is_scored_for_itself(gold):
    """A repair that mends a draft shows as the difference between first try and result."""
    document = gold["en-caizhou-materials-conference"]
    plan = Plan([document], [System.of("replay", "extract/v1")])
    (replayed,) = asyncio.run(run(plan))

    if not replayed.result.was_repaired:
        pytest.fail("the recording has no repair; choose another document")
    assert replayed.first_try.score.lenient.f1 < replayed.score.lenient.f1


def test_tries_without_an_answer_count_against_the_budget(gold):
    """What was billed before the service was given up is money spent."""

    async def extract(_article):
        raise UnreachableError("no answer", usage=Usage(1_000_000, 0, 0, 0))

    plan = Plan(list(gold.values())[:3], [System("big", "openai/gpt-4o")])
    runs = asyncio.run(
        run(plan, extractors={"big": extract}, concurrency=1, max_cost_usd=Decimal(1))
    )

    assert len(runs) == 1
    assert runs[0].result.least_cost_usd > 1


def test_a_price_of_ones_own_counts_against_the_budget(gold):
    """What a service of one's own costs is in no list."""

    async def extract(_article):
        raise UnreachableError("no answer", usage=Usage(1_000_000, 0, 0, 0))

    price = Price(Decimal(2), Decimal(2))
    plan = Plan(list(gold.values())[:3], [System("own", "openai/own")], price=price)
    runs = asyncio.run(
        run(plan, extractors={"own": extract}, concurrency=1, max_cost_usd=Decimal(3))
    )

    assert [run.result.least_cost_usd for run in runs] == [2, 2]


def test_one_price_for_several_models_is_refused():
    """Rules cost nothing, so they may stand beside the one that the price is of."""
    systems = [System.of(model) for model in ("rules", "openai/a", "openai/b")]
    price = Price(Decimal(1), Decimal(1))

    assert asyncio.run(run(Plan([], systems[:1], price=price))) == ()
    with pytest.raises(UsageError, match="a price is of one model"):
        asyncio.run(run(Plan([], systems, price=price)))


def test_documents_are_asked_about_on_the_plans_terms(gold, monkeypatch):
    """The context of one's model and the time to wait are handed on."""
    asked = []

    async def extract(article, **terms):
        asked.append(terms)
        return await extract_async(article, model="rules")

    monkeypatch.setattr("extractor.api.extract_async", extract)
    plan = Plan(list(gold.values())[:1], [System.of("rules")], context_tokens=900, timeout_s=7)
    asyncio.run(run(plan))

    assert (asked[0]["context_tokens"], asked[0]["timeout_s"]) == (900, 7)
