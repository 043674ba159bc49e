"""Run systems over gold documents, several times where asked, and score what they return."""

import asyncio
from collections.abc import Awaitable, Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial
from itertools import product

from extractor.article import Article
from extractor.errors import UnreachableError, UsageError
from extractor.evals.gold import GoldDocument
from extractor.evals.result import Key, Result, System
from extractor.evals.score import DocumentScore, score_document
from extractor.evals.summary import Summary, summarise
from extractor.extraction import Extraction
from extractor.prices import Price, known_price, least_cost_of

Extractor = Callable[[Article], Awaitable[Extraction]]
"""Whatever turns an article into an extraction."""


@dataclass(frozen=True)
class DocumentRun:
    """One document, what a system made of it, and how that scores.

    Attributes:
        document: the gold document.
        result: what came of it.
    """

    document: GoldDocument
    result: Result

    @cached_property
    def score(self) -> DocumentScore:
        """The verdicts; a failed document is scored as an empty prediction."""
        return score_document(self.document, self.result.record)

    @cached_property
    def first_try(self) -> "DocumentRun":
        """The run that the first reply alone would have been; itself where nothing was repaired."""
        if not self.result.was_repaired:
            return self
        return DocumentRun(self.document, self.result.first_try)


def summary_of(runs: Iterable[DocumentRun]) -> Summary:
    """Sum up the scores of a run."""
    return summarise(run.score for run in runs)


@dataclass(frozen=True)
class Plan:
    """What is to be run: every system on every document, so many times.

    Attributes:
        documents: gold, or ordinary news.
        systems: what to compare, with titles that differ.
        n_repeats: how often each system meets each document.
        price: what tokens cost, where that is unknown or otherwise; of one model.
        context_tokens: what the models' context holds; None leaves it to them.
        timeout_s: seconds for all replies about a document.
    """

    documents: Sequence[GoldDocument]
    systems: Sequence[System]
    n_repeats: int = 1
    price: Price | None = None
    context_tokens: int | None = None
    timeout_s: float = 120.0

    def __post_init__(self) -> None:
        if self.n_repeats < 1:
            raise UsageError(f"repeat is {self.n_repeats}; give 1 or more")
        titles = [system.title for system in self.systems]
        if len(set(titles)) < len(titles):
            raise UsageError(f"a system stands twice among {', '.join(titles)}; use --repeat")

    def models(self, *, besides: Container[str]) -> set[str]:
        """Return the names of the models that are asked, without systems of certain titles."""
        return {system.model for system in self.systems if system.title not in besides}

    def price_of(self, model: str) -> Price | None:
        """Return what a model's tokens cost, as given or as known."""
        return self.price or known_price(model)

    def keys(self) -> list[Key]:
        """Return the keys of all results, by system, repeat and document."""
        repeats = range(1, self.n_repeats + 1)
        return [
            Key(system.title, document.name, repeat)
            for system, repeat, document in product(self.systems, repeats, self.documents)
        ]

    def reusable(self, known: Iterable[Result]) -> dict[Key, Result]:
        """Return those results of an earlier run that need not be asked for again.

        They are what a service answered: that would be paid for twice. What costs nothing is asked
        anew, since today's code may answer otherwise.
        """
        wanted = set(self.keys())
        return {
            result.key: result
            for result in known
            if result.key in wanted and result.is_of_a_service
        }


async def run(
    plan: Plan,
    *,
    extractors: Mapping[str, Extractor] | None = None,
    known: Iterable[Result] = (),
    concurrency: int = 4,
    max_cost_usd: Decimal | None = None,
    on_done: Callable[[DocumentRun], None] | None = None,
) -> tuple[DocumentRun, ...]:
    """Extract from every document with every system, and score the records.

    Args:
        plan: what to run.
        extractors: for systems by title, what turns an article into an extraction; those without
            are loaded by their model's name.
        known: results of an earlier run; what `Plan.reusable` keeps of them is not asked for again.
        concurrency: documents in work at once, at least 1.
        max_cost_usd: once this much is known to be spent, nothing more is begun.
        on_done: called with each new document as it is done, in no fixed order.

    Returns:
        The runs in the order of the plan's keys, without those not begun.

    Raises:
        UsageError: no such model, prompt or option.
        RefusedError: a service will never accept the request; the run stops at the first. One that
            is merely unreachable fails its document, and the run goes on.
    """
    if concurrency < 1:
        raise UsageError(f"concurrency is {concurrency}; give 1 or more")
    if plan.price is not None and len(plan.models(besides=extractors or ()) - {"rules"}) > 1:
        raise UsageError("a price is of one model, and here are several; run them one by one")
    work = _Work(plan, extractors or {}, known)
    try:
        async with asyncio.TaskGroup() as workers:
            for _ in range(concurrency):
                workers.create_task(work.go_on(max_cost_usd=max_cost_usd, on_done=on_done))
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    return work.runs()


class _Work:
    """What workers have done of a plan, what waits, and what is known to be spent."""

    def __init__(
        self, plan: Plan, extractors: Mapping[str, Extractor], known: Iterable[Result]
    ) -> None:
        self._plan = plan
        self._documents = {document.name: document for document in plan.documents}
        self._models = {system.title: system.model for system in plan.systems}
        self._extractors = {
            system.title: extractors.get(system.title) or _extractor(system, plan)
            for system in plan.systems
        }
        self._keys = plan.keys()
        self._done = {
            key: DocumentRun(self._documents[key.document], result)
            for key, result in plan.reusable(known).items()
        }
        self._waiting = iter([key for key in self._keys if key not in self._done])
        self._spent = sum((run.result.least_cost_usd for run in self._done.values()), Decimal(0))

    async def go_on(
        self, *, max_cost_usd: Decimal | None, on_done: Callable[[DocumentRun], None] | None
    ) -> None:
        """Take what waits, one after the other, until nothing waits or the money is spent."""
        for key in self._waiting:  # shared: each goes to one worker
            if max_cost_usd is not None and self._spent >= max_cost_usd:
                return
            run = DocumentRun(self._documents[key.document], await self._ask(key))
            self._spent += run.result.least_cost_usd
            self._done[key] = run
            if on_done is not None:
                on_done(run)

    async def _ask(self, key: Key) -> Result:
        try:
            extraction = await self._extractors[key.system](self._documents[key.document].article)
        except UnreachableError as error:
            least = least_cost_of(error.usage, self._plan.price_of(self._models[key.system]))
            return Result.unreachable(key, str(error), error.usage, least_cost_usd=least)
        except Exception as error:
            error.add_note(f"while extracting from {key.document}")
            raise
        return Result.of(key, extraction, model=self._models[key.system])

    def runs(self) -> tuple[DocumentRun, ...]:
        """Return what is done, in the order of the plan's keys."""
        return tuple(self._done[key] for key in self._keys if key in self._done)


def _extractor(system: System, plan: Plan) -> Extractor:
    from extractor.api import chosen_models, extract_async

    return partial(
        extract_async,
        model=chosen_models(system.model),
        prompt=system.prompt,
        price=plan.price,
        context_tokens=plan.context_tokens,
        timeout_s=plan.timeout_s,
    )
