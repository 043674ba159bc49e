"""A scene in which the command line works through a batch interface: news, ledger, provider."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from batch_news import Desk, write_news
from batch_provider import Mood, Provider
from batch_server import Asked, BatchServer, Fault, running
from warm_command import Ended, Running, WarmCommand

from extractor.archive.accounts import Accounts

PRICE = "1,10"
ANSWER_USD = Decimal("0.002")
"""What an answer of the provider costs in a batch: 3,000 tokens in and 100 out, at half price."""


@dataclass
class Scene:
    """A folder of news, a ledger, and a provider who waits for requests.

    Attributes:
        folder: where all of it lies.
        subjects: what the news are about.
        desk: who answers.
        server: the provider's server.
        command: the command line.
        environment: what the command line finds.
    """

    folder: Path
    subjects: list[str]
    desk: Desk
    server: BatchServer
    command: WarmCommand
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def provider(self) -> Provider:
        """The provider."""
        return self.server.provider

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.folder / "ledger.db"

    def start(self, *options: str, via: str = "batch", **environment: str) -> Running:
        """Begin to run the batch."""
        told = ["batch", str(self.folder / "news"), "--ledger", str(self.ledger)]
        told += ["--model", "openai/m", "--price", PRICE, "--via", via, *options]
        if via == "batch":
            told += ["--poll-s", "0.01"]
        self.server.client = None
        run = self.command.start(*told, environment={**self.environment, **environment})
        self.server.client = run.pid
        return run

    def run(self, *options: str, via: str = "batch", **environment: str) -> Ended:
        """Run the batch until it ends."""
        return self.start(*options, via=via, **environment).wait()

    def interrupt(self, run: Running, sign: signal.Signals = signal.SIGINT) -> None:
        """Send a run a signal, that of Ctrl-C; one that has ended does not hear it."""
        with suppress(ProcessLookupError):
            os.kill(run.pid, sign)

    def states(self) -> dict[str, str]:
        """Return the state of each subject in the ledger; one that stands there twice is refused."""
        with closing(sqlite3.connect(self.ledger)) as connection:
            rows = connection.execute(
                "SELECT place, state FROM places JOIN jobs ON jobs.article = places.article"
            ).fetchall()
        states = {Path(place).stem: state for place, state in rows}
        assert len(states) == len(rows)
        return states

    def statuses(self) -> list[str]:
        """Return the status of each result."""
        with Accounts(self.ledger) as accounts:
            return [result.envelope["status"] for result in accounts.results()]

    def spent(self) -> tuple[Decimal, int]:
        """Return what all requests may have cost at most, in US dollars and in tokens."""
        with Accounts(self.ledger) as accounts:
            return accounts.attempts.spent()


@contextmanager
def scene(
    folder: Path,
    command: WarmCommand,
    *,
    n: int = 4,
    is_faulty: Callable[[str], bool] = lambda _: False,
    **options: Any,
) -> Iterator[Scene]:
    """Set a scene with so many articles.

    Args:
        folder: where it lies.
        command: the command line.
        n: how many articles there are.
        is_faulty: whether the first draft about a subject has a fault.
        options: the provider's.
    """
    subjects, desk = write_news(folder / "news", n), Desk(is_faulty)
    with running(Provider(folder / "provider", desk, **options)) as server:
        environment = {
            "OPENAI_BASE_URL": server.address,
            "OPENAI_API_KEY": "right",
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
        }
        yield Scene(folder, subjects, desk, server, command, environment)


def at(number: int, fault: Fault) -> Callable[[Asked], Fault | None]:
    """Return what makes this fault at the request of this number, and at no other one."""
    return lambda asked: fault if asked.number == number else None


def moody(*moods: Mood) -> Callable[[int], Mood]:
    """Return what gives the first batches these moods, and all others a good one."""
    return lambda number: moods[number - 1] if number <= len(moods) else Mood(n_looks=1)


def said(errors: str) -> list[str]:
    """Return what a run complained of, without what it told of its progress."""
    assert "Traceback" not in errors
    return [line for line in errors.splitlines() if line.startswith("extractor: ")]
