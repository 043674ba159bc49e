"""The runner: takes up what waits in the ledger, so many articles at once, until nothing does."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.archive.answering import Answering
from extractor.archive.ending import bring_to_an_end
from extractor.archive.entry import Entry
from extractor.archive.feed import Feed
from extractor.archive.job import Job, State
from extractor.archive.keeping import Gates
from extractor.archive.ledger import Ledger
from extractor.archive.progress import Done, Progress, Watcher
from extractor.archive.stops import INTERRUPTED, Interrupted, Stop
from extractor.errors import TooLongError

_CHUNK = 100


@dataclass(frozen=True)
class Limits:
    """How much a run does.

    Attributes:
        n_in_work: articles in work at once.
        n_articles: how many articles to ask about at most; None for all.
        give_up_after: after so many articles in a row without any answer the run ends, and they
            wait for the next one; 0 for never.
        grace_s: seconds for what is in flight when the run is asked to end.
    """

    n_in_work: int = 16
    n_articles: int | None = None
    give_up_after: int = 10
    grace_s: float = 8.0


class Runner:
    """One run on a ledger.

    Args:
        ledger: where the work stands, and goes.
        answering: who answers.
        gates: what requests have to pass.
        limits: how much to do.
        on_done: called with each article that is done.
    """

    def __init__(
        self,
        ledger: Ledger,
        answering: Answering,
        gates: Gates,
        *,
        limits: Limits,
        on_done: Watcher | None = None,
    ) -> None:
        self._ledger = ledger
        self._answering = answering
        self._gates = gates
        self._limits = limits
        self._on_done = on_done
        self._progress = Progress(n_waiting=ledger.n_waiting())
        self._slots = asyncio.Semaphore(limits.n_in_work)
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._feed: Feed[Entry] | None = None
        self._n_begun = 0
        self._unanswered: list[Job] = []
        self._has_given_up = False
        self._error: Exception | None = None

    async def run(self, entries: Iterable[Entry]) -> Progress:
        """Take in the entries and work on all that waits.

        Returns:
            How far it came.

        Raises:
            LedgerError: the ledger cannot be written any more.
            ExtractorError: what the reader raises.
        """
        self._feed = Feed(entries)
        reading = asyncio.create_task(self._read(self._feed))
        try:
            await self._work_off()
            while self._tasks:
                await asyncio.wait(self._tasks)
        finally:
            self._feed.close()
            self._cancel()
            await asyncio.gather(reading, *self._tasks, return_exceptions=True)
            await self._answering.aclose()
        if self._error is not None:
            raise self._error
        return self._note_spending()

    def interrupt(self) -> None:
        """End the run: at first when what is in flight is there, soon; the second time at once."""
        if self._progress.was_interrupted:
            self._cancel()
            return
        self._progress.was_interrupted = True
        self._stop(Interrupted(INTERRUPTED))
        asyncio.get_running_loop().call_later(self._limits.grace_s, self._cancel)

    def _stop(self, reason: Exception) -> None:
        """Begin nothing more."""
        if self._progress.stopped is None:
            self._progress.stopped = str(reason)
        self._gates.is_stopping = True
        if self._feed is not None:
            self._feed.close()
        self._news.set()

    def _break_off(self, error: Exception) -> None:
        """End the run with an error."""
        self._error = self._error or error
        self._stop(error)
        self._cancel()

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _read(self, feed: Feed[Entry]) -> None:
        try:
            while batch := await feed.next():
                admitted = self._ledger.admit(batch)
                self._progress.admitted += admitted
                self._progress.n_waiting += admitted.added
                self._news.set()
        except Exception as error:  # noqa: BLE001  whatever a reader raises ends the run
            self._error = self._error or error
            self._stop(error)
        finally:
            self._progress.is_read = True
            self._news.set()

    async def _work_off(self) -> None:
        """Begin what waits, in the ledger's order, as places become free."""
        after = 0
        while not self._gates.is_stopping:
            self._news.clear()
            jobs = self._ledger.waiting(after=after, limit=_CHUNK)
            if not jobs and self._progress.is_read:
                return
            if not jobs:
                await self._news.wait()
            for job in jobs:
                if not await self._has_room():
                    return
                after = job.id
                self._begin(job)

    async def _has_room(self) -> bool:
        """Wait for a free place; tell whether another article is to be begun."""
        await self._slots.acquire()
        while self._n_begun == self._limits.n_articles and self._tasks:
            # one that turns out not to be asked about makes room for another
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        if self._gates.is_stopping or self._n_begun == self._limits.n_articles:
            self._slots.release()
            return False
        return True

    def _begin(self, job: Job) -> None:
        self._n_begun += 1
        task = asyncio.create_task(self._work(job))
        self._tasks.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slots.release()
        if not task.cancelled() and (error := task.exception()) is not None:
            self._break_off(error if isinstance(error, Exception) else RuntimeError(repr(error)))

    async def _work(self, job: Job) -> None:
        """Bring a job to an end, or let it wait for the next run."""
        job = self._ledger.begin(job)
        try:
            await self._bring_to_an_end(job)
        except Stop as stop:
            self._ledger.put_back(job)
            self._stop(stop)
        except asyncio.CancelledError:
            self._ledger.put_back(job)
            raise

    async def _bring_to_an_end(self, job: Job) -> None:
        ending = await bring_to_an_end(job, self._answering, self._ledger)
        if ending.state in {"skipped", "duplicate"}:
            self._n_begun -= 1
        elif ending.error is None:
            self._unanswered.clear()
        self._note(job, ending.state, ending.reason)
        if ending.error is not None and not isinstance(ending.error, TooLongError):
            self._count_unanswered(job, ending.error)

    def _count_unanswered(self, job: Job, error: Exception) -> None:
        """End the run where a service answers nothing at all; the articles are not to blame."""
        self._unanswered.append(job)
        limit = self._limits.give_up_after
        if not self._has_given_up and (not limit or len(self._unanswered) < limit):
            return
        for each in self._unanswered:
            self._ledger.put_back(each)
        n_back = len(self._unanswered)
        self._progress.states["failed"] -= n_back
        self._progress.n_waiting += n_back
        self._unanswered.clear()
        self._has_given_up = True
        unanswered = "an article was" if n_back == 1 else f"{n_back} articles in a row were"
        self._stop(Stop(f"{unanswered} not answered; the last: {error}"))

    def _note(self, job: Job, state: State, reason: str | None) -> None:
        self._progress.states[state] += 1
        self._progress.n_waiting -= 1
        if self._on_done is not None:
            self._on_done(Done(job.place, state, reason), self._note_spending())

    def _note_spending(self) -> Progress:
        spent = self._gates.budget.spent
        self._progress.spent_usd, self._progress.spent_tokens = spent.usd, spent.tokens
        return self._progress
