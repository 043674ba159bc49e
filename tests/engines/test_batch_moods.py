"""The batch route against what becomes of batches: refused, expired, cancelled, in disorder."""

import signal
import time
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from batch_provider import Mood
from batch_runs import ANSWER_USD, Scene, moody, said
from batch_server import Asked, Fault

from extractor.archive.accounts import Accounts

pytestmark = pytest.mark.engines

SetScene = Callable[..., Scene]


def failures(told: Scene) -> Mapping[str, str]:
    """Return why articles failed, by their subjects."""
    with Accounts(told.ledger) as accounts:
        return {each.place.rpartition("/")[2][:-4]: each.reason for each in accounts.failures()}


@pytest.mark.parametrize(
    ("mood", "sizes", "n_answered"),
    [
        (Mood("expired", n_answered=2), [4, 2], 4),
        (Mood("expired", n_answered=0), [4, 4], 4),
        (Mood("cancelled", n_answered=1), [4, 3], 4),
        (Mood(statuses={0: 429, 1: 500}), [4, 2], 4),
        (Mood(statuses=dict.fromkeys(range(4), 503)), [4, 4], 4),
        (Mood(is_shuffled=True, is_doubled=True, has_stranger=True), [4], 4),
        (Mood("failed", code="token_limit_exceeded"), [4, 2, 2], 4),
        (Mood("failed", code="request_limit_exceeded"), [4, 2, 2], 4),
    ],
    ids=[
        "a half expired",
        "all expired",
        "cancelled",
        "some failed",
        "all failed",
        "in disorder",
        "too many tokens in line",
        "too many requests in line",
    ],
)
def test_what_a_batch_does_not_answer_goes_into_the_next_one(
    set_scene: SetScene, mood: Mood, sizes: list[int], n_answered: int
) -> None:
    """Nothing that was answered is asked for again, and only answers are paid for."""
    told = set_scene(mood=moody(mood))

    ended = told.run()

    assert ended.code == 0, ended.errors
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert told.provider.batch_sizes() == sizes
    assert set(told.desk.counts.values()) == {1}
    assert told.spent() == (n_answered * ANSWER_USD, n_answered * 3100)


def test_half_an_output_is_kept_and_the_rest_asked_for_again(set_scene: SetScene) -> None:
    """What the lost answers took nobody can tell: they count with their worst case."""
    told = set_scene(mood=moody(Mood(share=0.6)))

    ended = told.run()

    usd, n_tokens = told.spent()
    assert ended.code == 0, ended.errors
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert told.provider.batch_sizes() == [4, 2]
    assert sorted(told.desk.counts.values()) == [1, 1, 2, 2]
    assert usd > 4 * ANSWER_USD
    assert n_tokens > 4 * 3100 + 2 * 16_000


def test_a_file_that_is_gone_before_it_was_read_is_asked_for_again(set_scene: SetScene) -> None:
    """Its answers may have been billed."""
    told = set_scene(mood=moody())

    def gone(asked: Asked) -> Fault | None:
        return Fault(status=404) if (asked.kind, asked.nth) == ("content", 1) else None

    told.server.fault = gone
    ended = told.run()

    assert ended.code == 0, ended.errors
    assert told.provider.batch_sizes() == [4, 4]
    assert told.spent()[0] > 8 * ANSWER_USD


def test_what_a_service_will_never_answer_fails_alone(set_scene: SetScene) -> None:
    """By its own status; the run ends with 1."""
    told = set_scene(mood=moody(Mood(statuses={2: 400})))
    refused = told.subjects[2]

    ended = told.run()

    assert ended.code == 1
    assert told.states()[refused] == "failed"
    assert list(failures(told)) == [refused]
    assert told.provider.batch_sizes() == [4]
    assert said(ended.errors) == []


def test_answers_that_are_none_fail_alone_or_are_asked_for_again(set_scene: SetScene) -> None:
    """Whatever stands in the place of a completion, the others are kept."""
    bodies = [None, {}, [], "words", 7, {"choices": None}, {"choices": [{}]}, {"error": {}}]
    told = set_scene(n=len(bodies) + 1, mood=moody(Mood(bodies=dict(enumerate(bodies)))))

    ended = told.run()

    states = told.states()
    assert ended.code in {0, 1}
    assert said(ended.errors) == []
    assert states[told.subjects[-1]] == "ok"
    assert set(states.values()) <= {"ok", "failed"}
    assert told.desk.counts[told.subjects[-1], "draft"] == 1
    assert not any("fault of this package" in reason for reason in failures(told).values())


def test_what_no_batch_answers_fails_in_the_end(set_scene: SetScene) -> None:
    """An article is not asked about for ever."""
    told = set_scene(n=2, mood=lambda _: Mood("expired", n_answered=0, n_looks=0))

    ended = told.run()

    assert ended.code == 1
    assert set(told.states().values()) == {"failed"}
    assert told.provider.batch_sizes() == [2, 2, 2]
    assert told.spent() == (0, 0)
    assert all("3 batches" in reason for reason in failures(told).values())


def test_a_provider_who_refuses_every_file_is_not_asked_for_ever(set_scene: SetScene) -> None:
    """The run stops with one line, nothing is spent, and the articles wait."""
    told = set_scene(mood=lambda _: Mood("failed", code="invalid_json_line"))

    stopped = told.run()
    spent = told.spent()
    told.provider.mood = moody()
    resumed = told.run()

    assert stopped.code == 3
    (line,) = said(stopped.errors)
    assert "invalid_json_line" in line
    assert spent == (0, 0)
    assert resumed.code == 0
    assert told.provider.batch_sizes() == [4, 4, 4, 4]
    assert told.spent()[0] == 4 * ANSWER_USD


def test_a_line_that_is_refused_does_not_stop_the_others(set_scene: SetScene) -> None:
    """Its article fails with what the provider says of it."""
    told = set_scene(mood=moody(Mood("failed", code="invalid_request", line=2)))
    refused = told.subjects[1]

    ended = told.run()

    assert ended.code == 1
    assert told.states() == {**dict.fromkeys(told.subjects, "ok"), refused: "failed"}
    assert "invalid_request" in failures(told)[refused]
    assert told.provider.batch_sizes() == [4, 3]


def test_a_budget_stops_before_it_is_crossed_and_goes_on_when_it_is_raised(
    set_scene: SetScene,
) -> None:
    """Two requests may be made at their worst, and what they took leaves no room for a third."""
    told = set_scene(mood=moody())
    told.provider.n_written = 12_000

    stopped = told.run("--max-cost", "0.18")
    n_before, spent = told.desk.counts.total(), told.spent()[0]
    raised = told.run("--max-cost", "1")

    assert stopped.code == 3
    (line,) = said(stopped.errors)
    assert "0.18" in line
    assert n_before == 2
    assert spent == 2 * (ANSWER_USD + Decimal("0.0595"))
    assert raised.code == 0
    assert set(told.desk.counts.values()) == {1}
    assert told.spent()[0] == 2 * spent


def test_a_budget_that_answers_leave_room_in_is_used_in_rounds(set_scene: SetScene) -> None:
    """What was set aside for the worst case is given back."""
    told = set_scene(mood=moody())

    ended = told.run("--max-cost", "0.18")

    assert ended.code == 0, ended.errors
    assert told.provider.batch_sizes() == [2, 2]


def test_no_wait_submits_and_the_next_run_collects(set_scene: SetScene) -> None:
    """In between the ledger tells what is on its way."""
    told = set_scene(mood=moody(), is_faulty=lambda subject: subject.endswith("b"))

    codes = [told.run("--no-wait").code for _ in range(6)]

    assert codes[-1] == 0
    assert told.provider.batch_sizes() == [4, 1]
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert set(told.desk.counts.values()) == {1}


def test_ctrl_c_while_waiting_leaves_the_batch_to_the_next_run(set_scene: SetScene) -> None:
    """It ends soon, with 130 and one line."""
    told = set_scene(mood=lambda _: Mood(n_looks=10**9))

    run = told.start()
    wait_until(lambda: told.server.kinds().count("retrieve") > 3)
    sent_at = time.monotonic()
    told.interrupt(run)
    interrupted = run.wait()
    took_s = time.monotonic() - sent_at
    for batch in told.provider.batches.values():
        batch.mood = Mood(n_looks=0)
    resumed = told.run()

    assert interrupted.code == 130
    assert took_s < 5
    (line,) = said(interrupted.errors)
    assert "interrupted" in line
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]
    assert told.states() == dict.fromkeys(told.subjects, "ok")


def test_ctrl_c_twice_ends_at_once(set_scene: SetScene) -> None:
    """Though the provider does not answer."""
    told = set_scene(mood=moody())

    def hang(asked: Asked) -> None:
        if asked.kind == "retrieve" and asked.nth == 1:
            time.sleep(10)

    told.server.fault = hang
    run = told.start()
    wait_until(lambda: "retrieve" in told.server.kinds())
    told.interrupt(run)
    time.sleep(1)  # it has heard the first one; two at once would be one
    sent_at = time.monotonic()
    told.interrupt(run)
    interrupted = run.wait()
    took_s = time.monotonic() - sent_at
    resumed = told.run()

    assert interrupted.code == 130
    assert took_s < 6
    assert len(said(interrupted.errors)) == 1
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]


def test_a_live_run_finishes_what_batches_began(set_scene: SetScene) -> None:
    """Only the repair is asked for live, at the full price."""
    told = set_scene(
        mood=lambda number: Mood() if number == 1 else Mood("failed", code="invalid_json_line"),
        is_faulty=lambda subject: subject.endswith("b"),
    )

    stopped = told.run()
    live = told.run(via="live")

    assert stopped.code == 3
    assert live.code == 0, live.errors
    assert told.server.kinds().count("chat") == 1
    assert set(told.desk.counts.values()) == {1}
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert told.spent()[0] == 4 * ANSWER_USD + 2 * ANSWER_USD


def test_batches_finish_what_a_live_run_began(set_scene: SetScene) -> None:
    """What was answered live is not asked for again."""
    told = set_scene(mood=moody())
    told.server.fault = lambda asked: (
        Fault(moment="before", kills=True) if (asked.kind, asked.nth) == ("chat", 3) else None
    )

    killed = told.run("--concurrency", "1", via="live")
    ended = told.run()

    assert killed.code == -signal.SIGKILL
    assert ended.code == 0, ended.errors
    assert told.provider.batch_sizes() == [2]
    assert set(told.desk.counts.values()) == {1}


def test_a_live_run_leaves_to_a_batch_what_is_on_its_way(set_scene: SetScene) -> None:
    """It says so, and asks for nothing that is being answered."""
    told = set_scene(mood=moody())

    told.run("--no-wait")
    live = told.run(via="live")
    ended = told.run()

    assert live.code == 3
    (line,) = said(live.errors)
    assert "--via batch" in line
    assert ended.code == 0
    assert set(told.desk.counts.values()) == {1}


def test_responses_are_asked_for_in_batches_too(set_scene: SetScene) -> None:
    """At their own address, and with repairs."""
    told = set_scene(mood=moody(), is_faulty=lambda subject: subject.endswith("b"))

    ended = told.run("--model", "openai-responses/m")

    endpoints = {batch.shown["endpoint"] for batch in told.provider.batches.values()}
    assert ended.code == 0, ended.errors
    assert endpoints == {"/v1/responses"}
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert told.provider.batch_sizes() == [4, 1]


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, a minute at most."""
    until = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.01)
