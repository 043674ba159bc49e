"""The command line of the batch route: its options, what it shows, what `status` says."""

import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_service import FakeService, Fate
from typer.testing import CliRunner, Result

from extractor.cli import app
from extractor.errors import UsageError


@pytest.fixture
def run(ledger_path: Path, tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs a command on the test's ledger and two texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for subject in ("subject-one", "subject-two"):
        (folder / f"{subject}.txt").write_text(f"News of {subject}\nIt was seen.")

    def run(command: str, *options: str) -> Result:
        if command == "batch":
            options = (str(folder), "--ledger", str(ledger_path), "--via", "batch", *options)
            return CliRunner().invoke(app, ["batch", *options])
        return CliRunner().invoke(app, [command, str(ledger_path), *options])

    return run


def test_open_batches_are_shown_and_collected_another_time(
    service: FakeService, run: Callable[..., Result]
) -> None:
    """By `status` for people and for programs, until nothing waits for them."""
    service.fate = lambda _: Fate(n_looks=1)

    first = run("batch", "--model", "openai/mock", "--no-wait")
    told, as_json = run("status"), run("status", "--json")
    second = run("batch", "--model", "openai/mock", "--poll-s", "0.01")
    after = run("status", "--json")

    (opened,) = json.loads(as_json.stdout)["batches"]
    assert first.exit_code == 0
    assert "2 wait; 2 of them for batches (1 open)" in first.stderr
    said = r"batch batch-1 at 127.0.0.1:9: open, 0 of 2 done, 0 failed, since \d{4}-\d\d-\d\dT\d\d:\d\dZ"
    assert re.search(said, told.stdout)
    assert (opened["batch"], opened["n_requests"], opened["state"]) == ("batch-1", 2, "open")
    assert second.exit_code == 0
    assert "batch batch-1: completed, 2 of 2 done" in second.stderr
    assert json.loads(after.stdout)["batches"] == []


def test_the_log_has_each_look_at_a_batch(service: FakeService, run: Callable[..., Result]) -> None:
    """As JSON lines, beside articles and the end."""
    service.fate = lambda _: Fate(n_looks=1)

    result = run("batch", "--model", "openai/mock", "--poll-s", "0.01", "--log-json")

    events = [json.loads(line) for line in result.stderr.splitlines()]
    looks = [event for event in events if event["event"] == "batch"]
    assert [look["status"] for look in looks] == ["validating", "completed"]
    assert [event["event"] for event in events[2:]] == ["article", "article", "end"]
    assert events[-1]["n_in_batches"] == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--concurrency", "4"), "--concurrency says nothing with --via batch"),
        (("--timeout-s", "4"), "--timeout-s says nothing with --via batch"),
        (("--give-up-after", "4"), "--give-up-after says nothing with --via batch"),
        (("--via", "live", "--no-wait"), "--no-wait says nothing with --via live"),
        (("--via", "live", "--poll-s", "4"), "--poll-s says nothing with --via live"),
        (("--model", "rules"), "rules has no batch interface"),
    ],
    ids=["concurrency", "timeout", "give up", "no wait", "poll", "rules"],
)
def test_options_that_say_nothing_are_refused(
    service: FakeService, run: Callable[..., Result], options: tuple[str, ...], said: str
) -> None:
    """In one line, before anything is asked."""
    result = run("batch", *options)

    assert isinstance(result.exception, UsageError)
    assert said in str(result.exception)
    assert not service.files


@pytest.mark.parametrize("as_json", [True, False], ids=["JSON lines", "lines"])
def test_a_provider_that_is_called_again_and_warnings_are_told(
    service: FakeService, run: Callable[..., Result], *, as_json: bool
) -> None:
    """A call may take minutes of tries: a wrong address is seen at once."""

    def call(name: str) -> None:
        logging.getLogger("extractor.models.retry").info("tried to %s again", name)
        logging.getLogger("extractor.archive.batches.collector").warning("something is odd")

    service.on_call = call

    options = ("--log-json",) if as_json else ()
    result = run("batch", "--model", "openai/mock", "--poll-s", "0.01", *options)

    lines = result.stderr.splitlines()
    if as_json:
        events = map(json.loads, lines)
        lines = [event["text"] for event in events if event["event"] == "note"]
    assert lines[:2] == ["tried to upload again", "something is odd"]
    assert result.exit_code == 0
