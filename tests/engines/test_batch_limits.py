"""The batch route at the limits of a provider's files and lists."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batch_news import Desk, write_news
from batch_provider import Mood, Provider
from batch_rules import Limits
from batch_runs import Scene, at
from batch_server import BatchServer, Fault, running

from extractor.archive.batches import submitter
from extractor.archive.batches.provider import Provider as ProviderOfOurs
from extractor.archive.batches.request_file import FileLimits
from extractor.archive.batches.rounds import BatchAudience, Schedule
from extractor.archive.batches.run import run_in_batches
from extractor.archive.batches.service import BatchService
from extractor.archive.batches.submitter import Submitter
from extractor.archive.budget import NOTHING, Budget
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.options import Options
from extractor.archive.progress import Progress
from extractor.archive.readers import read
from extractor.archive.recipe import Recipe
from extractor.article import Article
from extractor.exchange import Message, Request
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.sdk_transport import sdk_client

pytestmark = [pytest.mark.engines, pytest.mark.usefixtures("no_certificates")]

SetScene = Callable[..., Scene]
URL = "/v1/chat/completions"
RECIPE = Recipe(("openai/m",))


@pytest.fixture
def run(
    tmp_path: Path, server: BatchServer, monkeypatch: pytest.MonkeyPatch
) -> Callable[[FileLimits], Progress]:
    """Return a function that works through the news, with such limits of a file."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.address)
    monkeypatch.setenv("OPENAI_API_KEY", "no-key")

    def run(limits: FileLimits) -> Progress:
        monkeypatch.setattr(submitter, "FileLimits", lambda: limits)
        return asyncio.run(
            run_in_batches(
                read([str(tmp_path / "news")]),
                ledger=tmp_path / "ledger.db",
                recipe=RECIPE,
                options=Options(),
                schedule=Schedule(poll_s=0.01),
                audience=BatchAudience(),
                on_start=lambda _: None,
            )
        )

    return run


@pytest.fixture
def server(tmp_path: Path) -> Iterator[BatchServer]:
    """Run a provider's server."""
    provider = Provider(tmp_path / "provider", Desk(), mood=lambda _: Mood(n_looks=1))
    with running(provider) as server:
        yield server


def test_50001_articles_make_two_files(tmp_path: Path, server: BatchServer) -> None:
    """The provider, who takes 50,000 requests in one, takes both."""
    n = 50_001
    entries = [Entry(f"{number}.txt", Article(f"News {number}")) for number in range(n)]
    request = Request(
        "draft", Article(""), (), {"type": "object"}, "draft", lambda: (Message("user", "?"),)
    )

    async def submit() -> list[str | None]:
        client = sdk_client(Endpoint(server.address, "no-key"))
        service, models = BatchService(client), {"openai/m": OpenAIModel("m", client=client)}
        ours = ProviderOfOurs(service, models, {"openai/m": None}, tmp_path / "files")
        with Ledger(tmp_path / "ledger.db", RECIPE) as ledger:
            ledger.admit(entries)
            sending = Submitter(ledger, ours, Budget(spent=NOTHING))
            for job in ledger.waiting(after=0, limit=n):
                await sending.add(job, "openai/m", request, worst=NOTHING)
            await sending.send_all()
            made = [each.batch for each in ledger.submissions.unfinished()]
        batches = [await service.look(batch or "") for batch in made]
        await service.aclose()
        return [batch.status for batch in batches]

    statuses = asyncio.run(submit())

    assert statuses == ["validating", "validating"]
    assert server.provider.batch_sizes() == [50_000, 1]


@pytest.mark.parametrize(
    ("limits", "sizes"),
    [
        (FileLimits(n_lines=2), [2, 2, 1]),
        (FileLimits(n_lines=5), [5]),
        (FileLimits(n_bytes=30_000), [2, 2, 1]),
        (FileLimits(n_bytes=1), [1] * 5),
    ],
    ids=["lines", "as many lines as there may be", "bytes", "one line is too large"],
)
def test_a_file_holds_what_a_provider_takes(
    tmp_path: Path,
    server: BatchServer,
    run: Callable[[FileLimits], Progress],
    limits: FileLimits,
    sizes: list[int],
) -> None:
    """The provider refuses files that hold more; all batches are on their way at once."""
    write_news(tmp_path / "news", 5)
    if limits.n_bytes > 1:
        server.provider.limits = Limits(limits.n_lines, limits.n_bytes)

    progress = run(limits)

    assert progress.states == {"ok": 5}
    assert server.provider.batch_sizes() == sizes
    assert server.kinds()[: 2 * len(sizes)] == ["upload", "create"] * len(sizes)


def test_batches_of_others_do_not_hide_ours(set_scene: SetScene) -> None:
    """A batch that may have been made is found behind 250 of them, on another page of the list."""
    told = set_scene(mood=lambda _: Mood(n_looks=1))
    told.server.fault = at(2, Fault(moment="acted", kills=True))

    killed = told.run()
    ours = next(iter(told.provider.batches.values())).shown
    asked = {name: ours[name] for name in ("input_file_id", "endpoint", "completion_window")}
    for _ in range(250):
        told.provider.create({**asked, "input_file_id": _file_of_others(told)})
    resumed = told.run()

    assert killed.code == -signal.SIGKILL
    assert resumed.code == 0, resumed.errors
    assert told.server.kinds().count("list") == 3
    assert told.server.kinds().count("create") == 1
    assert set(told.desk.counts.values()) == {1}


def _file_of_others(told: Scene) -> str:
    path = told.provider.new_path()
    path.write_bytes(b"")
    return told.provider.store(path, name="theirs.jsonl", purpose="batch").id


def test_a_limit_of_articles_is_kept_and_the_next_run_goes_on(set_scene: SetScene) -> None:
    """Repairs of those that were begun belong to it."""
    told = set_scene(
        mood=lambda _: Mood(n_looks=1), is_faulty=lambda subject: subject.endswith("b")
    )

    first = told.run("--limit", "2")
    states = sorted(told.states().values())
    second = told.run()

    assert (first.code, second.code) == (0, 0)
    assert states == ["ok", "ok", "pending", "pending"]
    assert told.provider.batch_sizes() == [2, 1, 2]
    assert set(told.desk.counts.values()) == {1}


def test_a_near_duplicate_is_not_asked_about(set_scene: SetScene) -> None:
    """Though the article that it repeats is still on its way in a batch."""
    told = set_scene(mood=lambda _: Mood(n_looks=1))
    (one, *_) = told.subjects
    text = (told.folder / "news" / f"{one}.txt").read_text()
    (told.folder / "news" / "the-same.txt").write_text(f"Another headline\n{text}")

    ended = told.run()

    assert ended.code == 0, ended.errors
    assert told.states()["the-same"] == "duplicate"
    assert told.provider.batch_sizes() == [4]


@pytest.mark.parametrize("number", [1, 2, 3, 5], ids=["upload", "create", "retrieve", "content"])
def test_another_provider_is_not_taken_for_the_one_that_has_the_batch(
    set_scene: SetScene, tmp_path: Path, number: int
) -> None:
    """It is told where the batch is; nothing is submitted twice, nor taken from another batch."""
    told = set_scene(mood=lambda _: Mood(n_looks=1))
    told.server.fault = at(number, Fault(moment="acted", kills=True))
    told.run()
    told.server.fault = lambda _: None
    theirs = Provider(tmp_path / "another", Desk(), mood=lambda _: Mood(n_looks=0))
    path = theirs.new_path()
    path.write_bytes(next(iter(told.provider.files.values())).path.read_bytes())
    file = theirs.store(path, name="theirs.jsonl", purpose="batch")
    theirs.create({"input_file_id": file.id, "endpoint": URL, "completion_window": "24h"})

    with running(theirs) as another:
        elsewhere = told.run(OPENAI_BASE_URL=another.address)
        kinds = another.kinds()
    resumed = told.run()

    assert elsewhere.code == 3
    assert told.server.address.split("/")[2] in elsewhere.errors
    assert not {"upload", "create"} & {*kinds}
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]
    assert set(told.desk.counts.values()) == {1}


def test_another_recipe_in_the_same_ledger_has_batches_of_its_own(set_scene: SetScene) -> None:
    """Each run collects its own, and leaves the other's alone."""
    told = set_scene(mood=lambda _: Mood(n_looks=1))

    told.run("--no-wait")
    other = told.run("--max-attempts", "1")
    first = told.run()

    assert (other.code, first.code) == (0, 0), other.errors + first.errors
    assert told.provider.batch_sizes() == [4, 4]
    assert set(told.desk.counts.values()) == {2}
    assert list(told.folder.glob("ledger.db-batches*")) == []
