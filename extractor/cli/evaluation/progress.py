"""Run an evaluation with its progress shown: a bar on a terminal, plain lines elsewhere."""

import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from extractor.evals.run import DocumentRun, Extractor, Plan
    from extractor.evals.run_folder import RunFolder


def run_plan(
    plan: "Plan",
    *,
    extractors: "Mapping[str, Extractor] | None" = None,
    kept: "RunFolder | None" = None,
    concurrency: int = 4,
    max_cost_usd: Decimal | None = None,
) -> tuple["DocumentRun", ...]:
    """Run a plan with its progress shown; results go into the folder as they come."""
    import asyncio

    from extractor.evals.run import run as run_documents

    known = kept.results() if kept else ()
    with _shown(len(plan.keys()) - len(plan.reusable(known))) as show:

        def on_done(run: "DocumentRun") -> None:
            if kept:
                kept.add(run.result)
            show(run)

        return asyncio.run(
            run_documents(
                plan,
                extractors=extractors,
                known=known,
                concurrency=concurrency,
                max_cost_usd=max_cost_usd,
                on_done=on_done,
            )
        )


@contextmanager
def _shown(n_documents: int) -> "Iterator[Callable[[DocumentRun], None]]":
    """Show each document that is done, on standard error: a bar on a terminal, lines elsewhere."""
    if not sys.stderr.isatty():
        numbers = itertools.count(1)
        yield lambda run: typer.echo(_line(run, next(numbers), n_documents), err=True)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=n_documents)
        yield lambda _: bar.advance(task)


def _line(run: "DocumentRun", number: int, n_documents: int) -> str:
    key = run.result.key
    return f"{key.system}: {number}/{n_documents} {key.document} {run.result.status}"
