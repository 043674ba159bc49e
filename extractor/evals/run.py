"""Run a model over gold documents and score what it returns."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial

from extractor.article import Article
from extractor.errors import UnreachableError, UsageError
from extractor.evals.gold import GoldDocument
from extractor.evals.score import DocumentScore, score_document
from extractor.evals.summary import Summary, summarise
from extractor.extraction import Extraction

Extractor = Callable[[Article], Awaitable[Extraction]]
"""Whatever turns an article into an extraction."""


@dataclass(frozen=True)
class DocumentRun:
    """One document, what came of it and how it scores.

    Attributes:
        document: the gold document.
        extraction: what the model returned; None where its service could not be reached.
        failure: why there is no record; None where there is one.
        score: the verdicts; a failed document is scored as an empty prediction.
    """

    document: GoldDocument
    extraction: Extraction | None
    failure: str | None
    score: DocumentScore

    @property
    def status(self) -> str:
        """The extraction's status, or `unreachable`."""
        return "unreachable" if self.extraction is None else self.extraction.status


def summary_of(runs: Iterable[DocumentRun]) -> Summary:
    """Sum up the scores of a run."""
    return summarise(run.score for run in runs)


async def run(
    documents: Iterable[GoldDocument],
    model: str | Extractor,
    *,
    prompt: str | None = None,
    concurrency: int = 4,
    on_done: Callable[[DocumentRun], None] | None = None,
) -> tuple[DocumentRun, ...]:
    """Extract from every document and score it.

    Args:
        documents: gold, or ordinary news.
        model: a model's name, or whatever turns an article into an extraction.
        prompt: another version of the prompt than the default, for a model given by name.
        concurrency: documents in work at once, at least 1.
        on_done: called with each document as it is done, in no fixed order.

    Returns:
        The runs in the order of `documents`.

    Raises:
        UsageError: no such model, prompt or option.
        RefusedError: the service will never accept the request; the run stops at the first. A
            service that is merely unreachable fails its document, and the run goes on.
    """
    if concurrency < 1:
        raise UsageError(f"concurrency is {concurrency}; give 1 or more")
    extract = _named(model, prompt=prompt) if isinstance(model, str) else model
    waiting = iter(enumerate(documents))
    done: dict[int, DocumentRun] = {}

    async def work() -> None:
        for index, document in waiting:  # shared: each document goes to one worker
            done[index] = await _run_document(document, extract)
            if on_done is not None:
                on_done(done[index])

    try:
        async with asyncio.TaskGroup() as workers:
            for _ in range(concurrency):
                workers.create_task(work())
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    return tuple(done[index] for index in sorted(done))


def _named(model: str, *, prompt: str | None) -> Extractor:
    from extractor.api import extract_async
    from extractor.models.catalogue import load_model

    return partial(extract_async, model=load_model(model), prompt=prompt)


async def _run_document(document: GoldDocument, extract: Extractor) -> DocumentRun:
    try:
        extraction = await extract(document.article)
    except UnreachableError as error:
        return DocumentRun(document, None, str(error), score_document(document, None))
    except Exception as error:
        error.add_note(f"while extracting from {document.name}")
        raise
    record = extraction.record
    failure = extraction.reason if record is None else None
    return DocumentRun(document, extraction, failure, score_document(document, record))
