"""The batch route, from the command line: killed at every request, and against a provider's moods."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from batch_provider import Mood
from batch_runs import ANSWER_USD, Scene, at, scene
from batch_server import Fault, Moment
from warm_command import WarmCommand, running_command

pytestmark = pytest.mark.engines

REQUESTS = (
    *("upload", "create", "retrieve", "retrieve", "content", "content"),
    *("upload", "create", "retrieve", "retrieve", "content"),
)
"""What a run asks for in two rounds; in the first one an article fails, in the second none."""

SetScene = Callable[..., Scene]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmCommand]:
    """Load the command line once."""
    with running_command(tmp_path_factory.mktemp("command")) as command:
        yield command


@pytest.fixture
def set_scene(tmp_path: Path, command: WarmCommand) -> Iterator[SetScene]:
    """Return a function that sets a scene."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(scene(tmp_path, command, **options))


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
    assert told.batch_sizes() == [4, 2]
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
