"""The advancer: each job that waits goes as far as its replies lead; what it asks then goes on."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

from extractor.archive.answering import Answering
from extractor.archive.batches.replies import Waits
from extractor.archive.batches.submitter import Submitter
from extractor.archive.budget import worst_case
from extractor.archive.ending import Ending, bring_to_an_end
from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.stops import BudgetSpent
from extractor.prices import Price

_CHUNK = 100


@dataclass(frozen=True)
class Allowed:
    """What may be asked.

    Attributes:
        prices: what tokens cost, by the model's name; None where that is not known.
        max_output_tokens: what a service is told to write at most.
        n_articles: how many articles to ask about at most; None for all.
    """

    prices: Mapping[str, Price | None] = field(default_factory=dict)
    max_output_tokens: int = 16_000
    n_articles: int | None = None


class Advancer:
    """Takes up the jobs that wait, one after the other; those first that have been begun.

    Args:
        ledger: where they stand.
        answering: who knows how far a job has come; raises `Waits` where it goes no further.
        submitter: where requests go.
        allowed: what may be asked.
        on_ended: called with each job that ends.

    Attributes:
        is_stopping: whether no further job is to be taken up.
        unasked: why there are jobs that were not asked about; None where there are none.
    """

    def __init__(
        self,
        ledger: Ledger,
        answering: Answering,
        submitter: Submitter,
        *,
        allowed: Allowed,
        on_ended: Callable[[Job, Ending], None],
    ) -> None:
        self.is_stopping = False
        self.unasked: str | None = None
        self._ledger = ledger
        self._answering = answering
        self._submitter = submitter
        self._allowed = allowed
        self._on_ended = on_ended
        self._asked: set[int] = set()

    async def advance(self) -> None:
        """Take up every job that waits for no batch, and submit what is to be asked.

        Raises:
            ModelError: the service takes nothing.
        """
        self.unasked = None
        async for job in self._waiting(is_begun=True):
            await self._take_up(job)
        async for job in self._waiting(is_begun=False):
            await self._take_up(job)
            if self.unasked is not None or not self._may_ask_of(None):
                break
        if not self.is_stopping:
            await self._submitter.send_all()

    async def _waiting(self, *, is_begun: bool) -> AsyncIterator[Job]:
        after = 0
        while jobs := self._ledger.waiting(after=after, limit=_CHUNK, is_begun=is_begun):
            for job in jobs:
                await asyncio.sleep(0)  # whoever interrupts has to be heard
                if self.is_stopping:
                    return
                yield job
            after = jobs[-1].id

    async def _take_up(self, job: Job) -> None:
        try:
            ending = await bring_to_an_end(job, self._answering, self._ledger)
        except Waits as waits:
            await self._ask(job, waits)
        else:
            self._on_ended(job, ending)

    async def _ask(self, job: Job, waits: Waits) -> None:
        if self.unasked is not None or not self._may_ask_of(job):
            return
        worst = worst_case(
            waits.request,
            self._allowed.prices[waits.model],
            max_output_tokens=self._allowed.max_output_tokens,
        )
        try:
            await self._submitter.add(job, waits.model, waits.request, worst=worst)
        except BudgetSpent as spent:
            self.unasked = str(spent)
        else:
            self._asked.add(job.id)

    def _may_ask_of(self, job: Job | None) -> bool:
        """Tell whether a job may be asked about, or any other one that was not yet."""
        limit = self._allowed.n_articles
        is_known = job is not None and job.id in self._asked
        return limit is None or is_known or len(self._asked) < limit
