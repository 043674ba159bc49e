"""How a batch is run: live, or through a provider's batch interface; and how it is interrupted."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from extractor.archive.batch import run_batch
from extractor.archive.entry import Entry
from extractor.archive.garbage import seldom_collected
from extractor.archive.options import Options
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.cli.streams import tell_of_retries, tell_of_some_retries, tell_of_warnings
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.cli.archive_progress import Shown

Via = Literal["live", "batch", "ray"]

_MEANT_FOR: Mapping[str, frozenset[Via]] = {
    "--ledger": frozenset({"live", "batch"}),
    "--limit": frozenset({"live", "batch"}),
    "--out": frozenset({"ray"}),
    "--address": frozenset({"ray"}),
    "--partitions": frozenset({"ray"}),
    "--concurrency": frozenset({"live", "ray"}),
    "--timeout-s": frozenset({"live", "ray"}),
    "--give-up-after": frozenset({"live", "ray"}),
    "--poll-s": frozenset({"batch"}),
    "--no-wait": frozenset({"batch"}),
}
"""Options that say something on some routes only."""


@dataclass(frozen=True)
class Order:
    """What is to be run.

    Attributes:
        sources: where articles are.
        ledger: where all of it is kept.
        recipe: what is asked with.
        options: how it is done.
        poll_s: seconds between two looks at the provider's batches.
        waits: whether to wait until these have ended.
    """

    sources: tuple[str, ...]
    ledger: Path
    recipe: Recipe
    options: Options
    poll_s: float = 60.0
    waits: bool = True

    @property
    def entries(self) -> Iterable[Entry]:
        """What the sources hold, read as it is asked for; the ledger may lie among them."""
        if not self.sources:
            return ()
        from extractor.archive.readers import read

        ledger = self.ledger.resolve()
        return (entry for entry in read(self.sources) if not _is_of_ledger(entry, ledger))


def _is_of_ledger(entry: Entry, ledger: Path) -> bool:
    """Tell whether something that cannot be read is the ledger, or what stands beside it."""
    if entry.fault is None:
        return False
    beside = Path(entry.place).resolve().as_posix().removeprefix(ledger.as_posix())
    return beside in {"", "-lock", "-shm", "-wal"} or beside.startswith(("-batches/", ".review/"))


class _Interruptible(Protocol):
    """A run that can be asked to end."""

    def interrupt(self) -> None:
        """End, soon; the second time at once."""
        ...


def check_options(via: Via, given: Mapping[str, object]) -> None:
    """Make sure that every option that was given says something on the route.

    Args:
        via: the route.
        given: options that were given, by name; None is one that was not.

    Raises:
        UsageError: one of them does not.
    """
    for name, value in given.items():
        routes = _MEANT_FOR[name]
        if value is not None and via not in routes:
            other = " or ".join(f"--via {route}" for route in sorted(routes))
            instead = f"; with --via {via}, give --out" if name == "--ledger" else ""
            raise UsageError(f"{name} says nothing with --via {via}; it goes with {other}{instead}")


def needed(path: Path | None, name: str) -> Path:
    """Return where something is to be kept.

    Raises:
        UsageError: nobody said so.
    """
    if path is None:
        raise UsageError(f"give {name}: where articles, replies and records are kept")
    return path


def left_to_others(order: Order) -> list[str]:
    """Say what waits in an order's ledger for other recipes, and what becomes of it, a line each."""
    from extractor.archive.accounts import Accounts
    from extractor.archive.other_recipes import taken_over, uncollected, unfinished
    from extractor.archive.storage import is_ledger

    if not is_ledger(order.ledger):
        return []
    with Accounts(order.ledger) as accounts:
        waiting = () if order.sources else unfinished(accounts, order.recipe)
        return [
            *uncollected(accounts, order.recipe),
            *taken_over(accounts, order.recipe),
            *waiting,
        ]


def run(via: Literal["live", "batch"], order: Order, show: "Shown") -> Progress:
    """Run an order by its route.

    Args:
        via: the route.
        order: what is to be run.
        show: who shows how far it is.
    """
    routes: Mapping[str, Callable[[Order, Shown], Awaitable[Progress]]] = {
        "live": _live,
        "batch": _through_batches,
    }

    async def running() -> Progress:
        return await routes[via](order, show)

    with seldom_collected():
        return asyncio.run(running())


async def _live(order: Order, show: "Shown") -> Progress:
    tell_of_some_retries(show.note)
    with _interruptible() as on_start:
        return await run_batch(
            order.entries,
            ledger=order.ledger,
            recipe=order.recipe,
            options=order.options,
            on_start=on_start,
            on_done=show.done,
        )


async def _through_batches(order: Order, show: "Shown") -> Progress:
    from extractor.archive.batches.rounds import BatchAudience, Schedule
    from extractor.archive.batches.run import run_in_batches

    tell_of_retries(show.note)
    tell_of_warnings(show.note)
    with _interruptible() as on_start:
        return await run_in_batches(
            order.entries,
            ledger=order.ledger,
            recipe=order.recipe,
            options=order.options,
            schedule=Schedule(order.poll_s, order.waits),
            audience=BatchAudience(show.done, show.look),
            on_start=on_start,
        )


@contextmanager
def _interruptible() -> Iterator[Callable[[_Interruptible], None]]:
    """Give what is to be called with a run, which Ctrl-C and SIGTERM interrupt from then on."""
    loop = asyncio.get_running_loop()
    before = {sign: signal.getsignal(sign) for sign in (signal.SIGINT, signal.SIGTERM)}

    def on_start(running: _Interruptible) -> None:
        for sign in before:
            signal.signal(sign, lambda *_: loop.call_soon_threadsafe(running.interrupt))

    try:
        yield on_start
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
