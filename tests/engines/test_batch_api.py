"""The batch route, from the command line: killed at every request, and against a provider's moods."""

import random
import signal
import time
from collections.abc import Callable

import pytest
from batch_provider import Mood
from batch_runs import ANSWER_USD, Scene, at
from batch_server import Asked, Fault, Moment

pytestmark = pytest.mark.engines

REQUESTS = (
    *("upload", "create", "retrieve", "retrieve", "content", "content"),
    *("upload", "create", "retrieve", "retrieve", "content"),
)
"""What a run asks for in two rounds; in the first one an article fails, in the second none."""

SetScene = Callable[..., Scene]


def two_rounds(set_scene: SetScene) -> Scene:
    """Set a scene in which one article is to be repaired, and another one asked about again."""
    moods = {1: Mood(n_looks=1, statuses={2: 500})}
    return set_scene(
        is_faulty=lambda subject: subject.endswith("b"),
        mood=lambda number: moods.get(number, Mood(n_looks=1)),
    )


def assert_whole(told: Scene) -> None:
    """Assert that two rounds have brought every article once, and asked for nothing twice."""
    one, faulty, failed, other = told.subjects
    drafts = {(subject, "draft"): 1 for subject in (one, faulty, failed, other)}
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert told.statuses() == ["ok"] * len(told.subjects)
    assert told.desk.counts == {**drafts, (faulty, "repair"): 1}
    assert told.provider.batch_sizes() == [4, 2]
    assert told.spent()[0] == 5 * ANSWER_USD
    assert not list(told.folder.glob("ledger.db-batches*"))


def test_a_repair_and_what_failed_go_into_the_next_round(set_scene: SetScene) -> None:
    """At half price; nothing is left beside the ledger."""
    told = two_rounds(set_scene)

    ended = told.run()

    assert ended.code == 0, ended.errors
    assert told.server.kinds() == list(REQUESTS)
    assert_whole(told)


@pytest.mark.parametrize("moment", ["before", "acted", "midway", "answered"])
@pytest.mark.parametrize(
    "number",
    range(1, len(REQUESTS) + 1),
    ids=[f"{number}-{kind}" for number, kind in enumerate(REQUESTS, start=1)],
)
def test_a_kill_at_any_request_asks_for_nothing_twice(
    set_scene: SetScene, number: int, moment: Moment
) -> None:
    """Whether the provider has acted on it, has answered it in part, or not heard of it."""
    told = two_rounds(set_scene)
    told.server.fault = at(number, Fault(moment=moment, kills=True))

    killed = told.run()
    resumed = told.run()

    assert killed.code == -signal.SIGKILL, killed.errors
    assert told.server.kinds()[:number] == list(REQUESTS[:number])
    assert resumed.code == 0, resumed.errors
    assert_whole(told)


@pytest.mark.parametrize("seed", range(4))
def test_kills_in_a_row_lose_nothing_either(set_scene: SetScene, seed: int) -> None:
    """Also of a run that was about to find out how far the one before had come."""
    told = two_rounds(set_scene)
    chance = random.Random(seed)
    codes = []

    while not codes or codes[-1] == -signal.SIGKILL:
        last = len(told.server.log) + chance.randint(1, 6)
        moment: Moment = chance.choice(["before", "acted", "midway", "answered"])
        told.server.fault = at(last, Fault(moment=moment, kills=True))
        codes.append(told.run().code)

    assert len(codes) > 2
    assert codes[-1] == 0
    assert_whole(told)


@pytest.mark.parametrize("kind", ["upload", "create", "retrieve", "content"])
@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=503),
        Fault(status=429, headers={"retry-after": "0"}),
        Fault(moment="before"),
        Fault(moment="acted"),
        Fault(moment="midway"),
    ],
    ids=["503", "429", "not heard of", "no answer", "half an answer"],
)
def test_a_fault_of_the_transport_is_got_over(set_scene: SetScene, kind: str, fault: Fault) -> None:
    """What may have been made at the provider's is looked for, and not made again."""
    told = two_rounds(set_scene)

    def twice(asked: Asked) -> Fault | None:
        return fault if asked.kind == kind and asked.nth <= 2 else None

    told.server.fault = twice

    ended = told.run()

    assert ended.code == 0, ended.errors
    assert_whole(told)


def test_kills_at_any_moment_lose_nothing(set_scene: SetScene) -> None:
    """While articles are read, files written, results kept: whatever is done between requests."""
    told = set_scene(
        n=60,
        is_faulty=lambda subject: subject.endswith("b"),
        mood=lambda _: Mood(n_looks=1, statuses={7: 500}),
    )
    chance = random.Random(20261126)
    codes = []

    while not codes or codes[-1] == -signal.SIGKILL:
        run = told.start()
        time.sleep(chance.uniform(0.0, 0.15 * len(codes)))
        told.interrupt(run, signal.SIGKILL)
        codes.append(run.wait().code)

    assert len(codes) > 3
    assert codes[-1] == 0
    assert told.states() == dict.fromkeys(told.subjects, "ok")
    assert set(told.desk.counts.values()) == {1}
    assert told.spent()[0] == told.desk.counts.total() * ANSWER_USD
    assert not list(told.folder.glob("ledger.db-batches*"))
