"""Who answers for a run: services through the gates, or rules in processes of their own."""

import asyncio
import math
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeAlias

from extractor.api import extract_async
from extractor.archive.job import Job
from extractor.archive.keeping import Account, Gates, KeepingModel
from extractor.archive.near_duplicates import figures_keys
from extractor.archive.outcome import Outcome
from extractor.archive.processes import awaited, begin_processes
from extractor.archive.queue import Queue
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Screening, ScreeningModel
from extractor.archive.stops import Stop
from extractor.article import Article
from extractor.models.base import Model
from extractor.prices import Price

RULES = "rules"

_Applied: TypeAlias = tuple[Outcome, Sequence[str]]
"""What rules make of an article, and what near-duplicates of it are found by (`figures_keys`)."""


class Answering(Protocol):
    """What makes an outcome of a job."""

    async def answer(self, job: Job) -> Outcome:
        """Extract from a job's article.

        Raises:
            Screened: it need not be asked about.
            Stop: the run makes no further request.
            ModelError: there was no answer.
        """
        ...

    async def aclose(self) -> None:
        """Close connections and processes."""
        ...


@dataclass(frozen=True)
class Services:
    """Services, asked through the gates; each reply is kept before it is used.

    Attributes:
        models: who is asked, in this order.
        prices: what the tokens of each cost, where that is known before they are asked.
        recipe: what they are asked with.
        gates: what requests have to pass.
        screening: what a job has to pass before it is asked about.
        timeout_s: seconds for all replies of an article, waiting in line not counted.
        price: what the user says that tokens cost.
    """

    models: Sequence[Model]
    prices: Sequence[Price | None]
    recipe: Recipe
    gates: Gates
    screening: Screening
    timeout_s: float
    price: Price | None = None

    async def answer(self, job: Job) -> Outcome:
        """Extract from a job's article; see `Answering.answer`."""
        account = Account(job.id, self.gates, timeout_s=self.timeout_s, is_begun=job.is_begun)
        n_models = len(self.models)
        models: list[Model] = [
            KeepingModel(model, account, price=price, n_left=n_models - position)
            for position, (model, price) in enumerate(zip(self.models, self.prices, strict=True))
        ]
        if not job.is_begun:
            models[0] = ScreeningModel(models[0], partial(self.screening.screen, job))
        return await ask_all(job.article, models, self.recipe, price=self.price)

    async def aclose(self) -> None:
        """Close the models' connections."""
        for model in self.models:
            close = getattr(model, "aclose", None)
            if close is not None:
                await close()


async def ask_all(
    article: Article, models: Sequence[Model], recipe: Recipe, *, price: Price | None
) -> Outcome:
    """Extract from an article with models that keep their own time.

    Args:
        article: the article.
        models: who is asked, in this order.
        recipe: what they are asked with.
        price: what the user says that tokens cost.
    """
    extraction = await extract_async(
        article,
        model=models,
        prompt=recipe.prompt,
        context_tokens=recipe.context_tokens,
        price=price,
        max_attempts=recipe.max_attempts,
        timeout_s=math.inf,
    )
    return Outcome.of(extraction)


class Rules:
    """Rules, which wait for nothing and take all the time of a core: in a process for each.

    Answers are given in the order of the jobs, not in that in which processes are done with them:
    which of two near-duplicates is linked to the other may not differ from run to run.

    Args:
        recipe: what they are asked with.
        screening: what links near-duplicates; they are found when an article has been read.
        n_processes: how many to use; 1 is this one.
    """

    def __init__(self, recipe: Recipe, screening: Screening, *, n_processes: int) -> None:
        self._recipe = recipe
        self._screening = screening
        self._queue = Queue()
        self._n_processes = n_processes
        self._pool: ProcessPoolExecutor | None = None

    async def answer(self, job: Job) -> Outcome:
        """Extract from a job's article; see `Answering.answer`."""
        with self._queue.place() as turn:
            outcome, keys = await self._outcome(job.article)
            await turn()
            self._screening.link(job, keys)
        return outcome

    async def _outcome(self, article: Article) -> _Applied:
        if self._n_processes == 1:
            return await _extract(article, self._recipe)
        try:
            self._pool = self._pool or begin_processes(self._n_processes)
            applied = self._pool.submit(_extract_apart, article, self._recipe)
            return await awaited(self._pool, applied)
        except BrokenProcessPool as error:
            raise Stop("a process that applies rules was ended from outside; run again") from error

    async def aclose(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _extract_apart(article: Article, recipe: Recipe) -> _Applied:
    """Extract in a process of the pool."""
    return asyncio.run(_extract(article, recipe))


async def _extract(article: Article, recipe: Recipe) -> _Applied:
    extraction = await extract_async(
        article, model=RULES, prompt=recipe.prompt, max_attempts=recipe.max_attempts
    )
    return Outcome.of(extraction), figures_keys(article.text, extraction.figures)
