"""The rounds: what waits goes into batches, what these bring goes on, until nothing waits."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from openai.types import Batch

from extractor.archive.batches.advancer import Advancer
from extractor.archive.batches.collector import Collector
from extractor.archive.batches.failures import read_failure
from extractor.archive.batches.provider import Provider
from extractor.archive.batches.service import UnknownThereError
from extractor.archive.batches.submitter import Submitter
from extractor.archive.budget import Budget
from extractor.archive.ending import Ending
from extractor.archive.entry import Entry
from extractor.archive.feed import Feed
from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.progress import Done, Progress, Watcher
from extractor.archive.stops import INTERRUPTED, Stop
from extractor.archive.submissions import Submission
from extractor.errors import ModelError, UnreachableError

_ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
_MAX_FAILED = 3
"""After so many batches in a row that were refused as a whole the run ends."""

_MAX_UNREACHED = 10
"""After so many looks in a row without an answer, each of several tries, it ends too."""

_GRACE_S = 8.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Schedule:
    """When to look at batches.

    Attributes:
        poll_s: seconds between two looks.
        waits: whether to wait for batches that have not ended.
    """

    poll_s: float = 60.0
    waits: bool = True


@dataclass(frozen=True)
class BatchAudience:
    """Who is told how far a run through batches is.

    Attributes:
        on_done: called with each article that is done.
        on_look: called with each batch that was looked at.
    """

    on_done: Watcher = lambda _done, _progress: None
    on_look: Callable[[Submission], None] = lambda _submission: None


class Rounds:
    """One run on a ledger through a provider's batch interface.

    Args:
        ledger: where the work stands, and goes.
        provider: where batches are made.
        budget: what may be spent.
        schedule: when to look at them.
        audience: who is told how far it is.
    """

    def __init__(
        self,
        ledger: Ledger,
        provider: Provider,
        budget: Budget,
        *,
        schedule: Schedule,
        audience: BatchAudience,
    ) -> None:
        self.submitter = Submitter(ledger, provider, budget)
        self._collector = Collector(ledger, provider, budget)
        self._ledger = ledger
        self._provider = provider
        self._budget = budget
        self._schedule = schedule
        self._audience = audience
        self._progress = Progress(n_waiting=ledger.n_waiting())
        self._feed: Feed[Entry] | None = None
        self._advancer: Advancer | None = None
        self._task: asyncio.Task[object] | None = None
        self._is_over = asyncio.Event()
        self._was_cancelled = False
        self._is_ended = False
        self._n_failed = 0
        self._n_unreached = 0
        self._is_held_back = False

    async def run(self, entries: Iterable[Entry], advancer: Advancer) -> Progress:
        """Take in the entries and work on all that waits.

        Args:
            entries: what readers found.
            advancer: takes up the jobs that wait.

        Returns:
            How far it came.

        Raises:
            LedgerError: the ledger cannot be written any more.
            ExtractorError: what the reader raises.
        """
        self._advancer, self._task = advancer, asyncio.current_task()
        assert self._task is not None  # noqa: S101  this is a coroutine
        try:
            self.submitter.tidy()
            await self._read(entries)
            await self._recover()
            await self._go_round(advancer)
        except (Stop, ModelError) as error:
            self._stop(str(error))
        except asyncio.CancelledError:
            if not self._was_cancelled:
                raise
            self._task.uncancel()
        finally:
            self._is_ended = True
            self.submitter.discard()
            self.submitter.tidy()
            await self._provider.service.aclose()
        self._note_batches()
        return self._note_spending()

    def interrupt(self) -> None:
        """End the run: at first when what is being sent is there, soon; the second time at once."""
        if self._progress.was_interrupted:
            self._cancel()
            return
        self._progress.was_interrupted = True
        self._stop(INTERRUPTED)
        asyncio.get_running_loop().call_later(_GRACE_S, self._cancel)

    def note_ending(self, job: Job, ending: Ending) -> None:
        """Note that a job has ended."""
        self._progress.states[ending.state] += 1
        self._progress.n_waiting -= 1
        self._audience.on_done(Done(job.place, ending.state, ending.reason), self._note_spending())

    def _stop(self, reason: str) -> None:
        """Begin nothing more."""
        self._progress.stopped = self._progress.stopped or reason
        self._is_over.set()
        if self._advancer is not None:
            self._advancer.is_stopping = True
        if self._feed is not None:
            self._feed.close()

    def _cancel(self) -> None:
        if self._task is not None and not (self._is_ended or self._was_cancelled):
            self._was_cancelled = True
            self._task.cancel()

    async def _read(self, entries: Iterable[Entry]) -> None:
        self._feed = Feed(entries)
        try:
            while batch := await self._feed.next():
                admitted = self._ledger.admit(batch)
                self._progress.admitted += admitted
                self._progress.n_waiting += admitted.added
        finally:
            self._feed.close()
            self._progress.is_read = True

    async def _recover(self) -> None:
        """Go on with what was about to be submitted when its process ended."""
        for submission in self._ledger.submissions.unfinished():
            if submission.state != "open" and not self._is_over.is_set():
                await self.submitter.recover(submission)

    async def _go_round(self, advancer: Advancer) -> None:
        has_news = True
        while not self._is_over.is_set():
            has_news |= await self._look()
            if has_news and not (self._is_held_back and self._ledger.submissions.unfinished()):
                await advancer.advance()
                has_news = False
            is_done = not self._ledger.submissions.unfinished()
            if is_done or not self._schedule.waits:
                self._progress.stopped = self._progress.stopped or advancer.unasked
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(self._schedule.poll_s):
                    await self._is_over.wait()

    async def _look(self) -> bool:
        """Look at all batches, keep what those have brought that have ended; tell whether any has."""
        has_ended = False
        for submission in self._ledger.submissions.unfinished():
            if self._is_over.is_set():
                break
            has_ended |= await self._look_at(submission)
        return has_ended

    async def _look_at(self, submission: Submission) -> bool:
        assert submission.batch is not None  # noqa: S101  it is open
        self._provider.require(submission)  # another one may have a batch of that name
        try:
            batch = await self._provider.service.look(submission.batch)
        except UnknownThereError as error:
            self._collector.lose(submission, str(error))
            return True
        except UnreachableError as error:
            self._bear(error)
            return False
        self._n_unreached = 0
        counts = batch.request_counts
        submission = self._ledger.submissions.looked(
            submission,
            status=batch.status,
            n_completed=counts.completed if counts else 0,
            n_failed=counts.failed if counts else 0,
        )
        self._audience.on_look(submission)
        if batch.status not in _ENDED:
            return False
        await self._take(submission, batch)
        return True

    def _bear(self, error: UnreachableError) -> None:
        """Pass over a look that was not answered; batches go on without being looked at.

        Raises:
            UnreachableError: the run does not wait, or has waited long enough.
        """
        self._n_unreached += 1
        if not self._schedule.waits or self._n_unreached >= _MAX_UNREACHED:
            raise error
        _log.warning("%s", error)

    async def _take(self, submission: Submission, batch: Batch) -> None:
        """Take what a batch has brought."""
        if batch.status != "failed":
            self._n_failed, self._is_held_back = 0, False
            await self._collector.collect(submission, batch)
            return
        failure = read_failure(batch)
        self._collector.refuse(submission, failure)
        if failure.is_full and self._ledger.submissions.unfinished():
            self._is_held_back = True
        elif failure.is_full and submission.n_requests > 1:
            limits = self.submitter.limits
            self.submitter.limits = replace(limits, n_lines=submission.n_requests // 2)
        else:
            self._n_failed += 1
        if self._n_failed >= _MAX_FAILED:
            self._stop(
                f"{self._provider.name} refused {self._n_failed} batches in a row as a whole; the "
                f"last: {failure.reason}"
            )

    def _note_batches(self) -> None:
        progress, open_ones = self._progress, self._ledger.submissions.unfinished()
        progress.n_batches = len(open_ones)
        progress.n_in_batches = self._ledger.n_in_batches()
        if progress.was_interrupted and open_ones:
            progress.stopped = f"interrupted; {self._left(open_ones)}"

    def _left(self, open_ones: Sequence[Submission]) -> str:
        """Say what becomes of batches that are left to themselves."""
        n_begun = sum(each.batch is not None for each in open_ones)
        n_unknown = len(open_ones) - n_begun
        parts = [
            f"{n_begun} batch{'es go' if n_begun > 1 else ' goes'} on at {self._provider.name}, and "
            "the same command collects what is brought"
            if n_begun
            else "",
            f"{n_unknown} may not have reached {self._provider.name}; the same command finds out and "
            "submits what is not there"
            if n_unknown
            else "",
        ]
        return "; ".join(filter(None, parts))

    def _note_spending(self) -> Progress:
        spent = self._budget.spent
        self._progress.spent_usd, self._progress.spent_tokens = spent.usd, spent.tokens
        return self._progress
