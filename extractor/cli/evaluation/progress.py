"""Run an evaluation with its progress shown: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Mapping
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
    n_known = len({result.key for result in known} & set(plan.keys()))
    with _Progress(len(plan.keys()) - n_known) as show_progress:

        def on_done(run: "DocumentRun") -> None:
            if kept:
                kept.add(run.result)
            show_progress(run)

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


class _Progress:
    """A bar on a terminal, a line for each document elsewhere; on standard error, out of the way."""

    def __init__(self, n_documents: int) -> None:
        self._n_documents = n_documents
        self._n_done = 0

    def __enter__(self) -> Callable[["DocumentRun"], None]:
        if not sys.stderr.isatty():
            return self._print_line
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        self._task = self._bar.add_task("articles", total=self._n_documents)
        return self._advance

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            self._bar.stop()

    def _advance(self, run: "DocumentRun") -> None:  # noqa: ARG002  the bar shows only how many
        self._bar.advance(self._task)

    def _print_line(self, run: "DocumentRun") -> None:
        self._n_done += 1
        key, status = run.result.key, run.result.status
        line = f"{key.system}: {self._n_done}/{self._n_documents} {key.document} {status}"
        typer.echo(line, err=True)
