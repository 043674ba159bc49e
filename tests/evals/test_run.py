import asyncio

import pytest

from extractor.errors import RefusedError, UnreachableError, UsageError
from extractor.evals.gold import load_ordinary
from extractor.evals.run import run, summary_of
from extractor.record import EMPTY


def run_of(documents, extract, **options):
    """Run to the end."""
    return asyncio.run(run(documents, extract, **options))


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
    assert {run.status for run in runs} == {"ok", "no_event"}


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

    assert (failed.status, failed.failure) == ("unreachable", "no connection")
    assert failed.score.lenient.f1 == 0
    assert right.score.lenient.f1 == 1


def test_a_failed_extraction_is_an_empty_prediction(gold, extraction_of):
    """Its reason is kept beside the score."""
    document = next(iter(gold.values()))

    async def extract(article):
        return extraction_of(article, None, reason="refused")

    (failed,) = run_of([document], extract)

    assert (failed.status, failed.failure) == ("failed", "refused")
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
