"""A batch over a real socket: begun, resumed, extended, and what it does with faults."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from counting_server import Asked, CountingServer, Said

from extractor.archive.accounts import Accounts
from extractor.archive.batch import Options, run_batch
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import STATES, retry
from extractor.archive.where import Where
from extractor.article import Article

Batch = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]


def test_the_same_command_twice_asks_once(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """What is done is not asked about again."""
    first = batch(articles(5))
    second = batch(articles(5))

    assert first.states == {"no_event": 5}
    assert second.states == {}
    assert second.admitted.known == 5
    assert set(server.counts.values()) == {1}


def test_a_larger_archive_extends_the_ledger(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """Only what is new is asked about."""
    batch(articles(3))

    progress = batch(articles(5))

    assert progress.states == {"no_event": 2}
    assert server.counts.total() == 5


def test_one_text_in_several_places_is_asked_about_once(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """The places are all kept with the one article."""
    (entry,) = articles(1)
    again = Entry("elsewhere.txt", entry.article, url="https://example.org/news", title="News")

    batch([entry, again])

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    assert server.counts.total() == 1
    assert [place.place for place in result.places] == [entry.place, "elsewhere.txt"]
    assert result.places[1].url == "https://example.org/news"


def test_another_recipe_is_another_run(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """One ledger takes the answers of several models, and keeps them apart."""
    batch(articles(2))

    batch(articles(2), recipe=Recipe(("openai/other",)))

    with Accounts(ledger_path) as accounts:
        totals = accounts.totals()
    assert [total.recipe["models"] for total in totals] == [["openai/mock"], ["openai/other"]]
    assert [total.states for total in totals] == [{"no_event": 2}, {"no_event": 2}]
    assert server.counts.total() == 4


def test_what_waits_is_finished_without_its_source(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """A limit leaves articles in the ledger, which needs no source to go on."""
    first = batch(articles(5), n_articles=2)

    second = batch([])

    assert first.states == {"no_event": 2}
    assert second.states == {"no_event": 3}
    assert set(server.counts.values()) == {1}


def test_faults_are_met_and_failures_are_listed_with_their_reasons(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """A fifth of faults, one article that always fails and one that hangs: all others are done."""

    def answer(asked: Asked) -> Said:
        if asked.subject == "subject-aab":
            return Said("no such thing", status=400)
        if asked.subject == "subject-aac":
            return Said(after_s=60)
        faulty = sum(map(ord, asked.subject)) % 5 == 0 and asked.nth == 1
        return Said("overloaded", status=500) if faulty else Said()

    server.answer = answer

    progress = batch(articles(30), timeout_s=3.0, concurrency=8)

    with Accounts(ledger_path) as accounts:
        failures = list(accounts.failures())
    assert progress.states == {"no_event": 28, "failed": 2}
    assert [failure.place for failure in failures] == ["subject-aab.txt", "subject-aac.txt"]
    assert "no such thing" in failures[0].reason
    assert "no answer within 3 s" in failures[1].reason


def test_what_could_not_be_read_is_a_failure_of_its_own(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """A broken file does not end the run, and is listed."""
    progress = batch([Entry("broken.pdf", fault="it is encrypted"), *articles(1)])

    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    assert progress.admitted.unreadable == 1
    assert progress.states == {"no_event": 1}
    assert (failure.place, failure.kind, failure.reason) == (
        "broken.pdf",
        "unreadable",
        "it is encrypted",
    )
    assert server.counts.total() == 1


def test_a_service_that_answers_nothing_ends_the_run_and_loses_nothing(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """Articles are not blamed for a service that is gone; they wait."""
    server.answer = lambda _: Said("bad key", status=401)
    broken_off = batch(articles(60), concurrency=32)
    server.answer = lambda _: Said()

    resumed = batch(articles(60))

    assert "10 articles in a row were not answered" in (broken_off.stopped or "")
    assert broken_off.states["failed"] == 0
    assert resumed.states == {"no_event": 60}


def test_a_failed_article_is_asked_again_after_retry(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Retry lets it wait; the next run asks."""
    server.answer = lambda asked: Said("no", status=400) if asked.nth == 1 else Said()
    failed = batch(articles(3))

    n_waiting = retry(ledger_path, Where.parse(["reason=does not accept"], states=STATES)).n_waiting
    done = batch([])

    assert failed.states == {"failed": 3}
    assert n_waiting == 3
    assert done.states == {"no_event": 3}


def test_retry_of_one_model_leaves_the_others_answers(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """An archive that was asked about with two models is retried with one."""
    server.answer = lambda _: Said("no", status=400)
    other = Recipe(("openai/mock", "openai/other"))
    batch(articles(2))
    batch(articles(3), recipe=other)

    assert retry(ledger_path, Where(), models=["openai/none"]).n_waiting == 0
    assert retry(ledger_path, Where(), models=other.models).n_waiting == 3
    assert retry(ledger_path, Where()).n_waiting == 2


def test_a_retried_dialogue_goes_on_with_the_replies_it_has(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Where a service left the second request unanswered, only that one is made again."""
    said = {1: Said("{"), 2: Said("gone", status=400)}
    server.answer = lambda asked: said.get(asked.nth, Said())
    batch(articles(1))

    retry(ledger_path, Where())
    progress = batch([])

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    assert progress.states == {"no_event": 1}
    assert server.counts.total() == 3
    assert [attempt["reply"] for attempt in result.envelope["attempts"]] == ["{", Said().text]


def test_half_a_surrogate_pair_in_a_reply_is_kept_byte_for_byte(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """A reply may hold what is no text; the ledger takes it, and gives it back."""
    server.answer = lambda asked: Said("\ud83d{") if asked.nth == 1 else Said()

    batch(articles(1))

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    assert result.envelope["attempts"][0]["reply"] == "\ud83d{"


def test_an_error_of_our_own_fails_its_article_only(
    server: CountingServer, batch: Batch, articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug that one article brings to light does not end the run."""
    from extractor.archive.outcome import Outcome

    original = Outcome.of

    def of(extraction: object) -> Outcome:
        if "subject-aab" in extraction.article.text:
            raise ZeroDivisionError("a bug")
        return original(extraction)

    monkeypatch.setattr(Outcome, "of", of)

    progress = batch(articles(3))

    assert progress.states == {"no_event": 2, "failed": 1}
    assert server.counts.total() == 3


def test_triage_leaves_out_what_plainly_tells_of_no_event(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """It is skipped without a request, and asked about when triage is left out."""
    skipped = batch(articles(3), triages=True)
    n_asked = server.counts.total()

    asked = batch([])

    assert skipped.states == {"skipped": 3}
    assert n_asked == 0
    assert asked.states == {"no_event": 3}


RELEASE = """{headline}
Forty-two projects were signed at the fair in Lanping on Tuesday, with 12.5 billion yuan in all.
Of these, 18 are in new materials and 14 in food. They bring 3.2 billion yuan and 1.9 billion yuan.
The largest, a battery plant of Haoyu Group, takes 2.4 billion yuan; it is to open next year. {end}
"""


def test_a_press_release_under_another_address_is_linked_and_not_paid_for_again(
    server: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """Another headline and footer do not make it another article."""
    one = Entry("a.txt", Article(RELEASE.format(headline="Fair closes subject-one", end="")))
    other = Entry("b.txt", Article(RELEASE.format(headline="Lanping signs", end="Share this.")))

    progress = batch([one, other])
    n_asked = len(server.counts)
    unlinked = batch([], links=False)

    with Accounts(ledger_path) as accounts:
        places = [[place.place for place in result.places] for result in accounts.results()]
    assert progress.states["duplicate"] == 1
    assert n_asked == 1
    assert unlinked.states.total() == 1
    assert places == [["a.txt"], ["b.txt"]]


def test_the_states_are_counted(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Totals say how many articles are in which state, and what they cost."""
    batch(articles(4), price=_price("1,10"))

    with Accounts(ledger_path) as accounts:
        (total,) = accounts.totals()
        spent_usd, spent_tokens = accounts.attempts.spent()
    assert total.states == Counter({"no_event": 4})
    assert str(total.cost_usd) == str(spent_usd)
    assert str(spent_usd) == "0.016"
    assert spent_tokens == 12_400
    assert server.counts.total() == 4


def _price(text: str) -> object:
    from extractor.prices import Price

    return Price.parse(text)


def test_a_second_model_is_asked_where_the_first_fails_and_both_are_kept(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Escalation goes through the ledger, too: each reply is kept with who gave it."""
    server.answer = lambda asked: Said("{" if asked.body["model"] == "small" else Said().text)
    recipe = Recipe(("openai/small", "openai/large"), max_attempts=1)

    first = batch(articles(2), recipe=recipe)
    again = batch(articles(2), recipe=recipe)

    with Accounts(ledger_path) as accounts:
        result, _ = accounts.results()
    asked = [attempt["model"] for attempt in result.envelope["attempts"]]
    assert first.states == {"no_event": 2}
    assert again.states == {}
    assert asked == ["openai/small", "openai/large"]
    assert result.envelope["model"] == "openai/large"


def test_the_envelope_is_that_of_the_extraction(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """What the ledger gives back has the fields of record-format.md, in their order."""
    from extractor import extract

    batch(articles(1))

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    by_rules = extract(articles(1)[0].article, model="rules").to_json()
    assert list(result.envelope) == list(by_rules)
    assert list(result.envelope["attempts"][0]) == list(by_rules["attempts"][0])
    assert result.envelope["article"] == by_rules["article"]
    assert result.envelope["versions"] == by_rules["versions"]
    assert server.counts.total() == 1


def test_rules_hold_no_more_articles_than_their_processes_keep_busy(
    articles: Articles, ledger_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand at once are no more processes than there are cores, and no more articles."""
    monkeypatch.setattr("extractor.archive.batch.n_cores", lambda: 1)
    n_in_work: list[int] = []

    def look(*_: object) -> None:
        with Accounts(ledger_path) as accounts:
            n_in_work.append(sum(totals.states["running"] for totals in accounts.totals()))

    run = run_batch(
        articles(60),
        ledger=ledger_path,
        recipe=Recipe(("rules",)),
        options=Options(concurrency=1000),
        on_done=look,
    )
    progress = asyncio.run(run)

    assert progress.states == {"no_event": 60}
    assert 1 < max(n_in_work) < 30
