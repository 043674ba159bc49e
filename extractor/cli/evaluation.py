"""The command `extractor eval`: score models on gold, measure the finder, hold the gate."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from extractor.errors import GoldError

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.evals.gold import GoldDocument
    from extractor.evals.run import DocumentRun

GATED_MODELS = ("rules", "replay")


class _RunByDefault(TyperGroup):
    """`extractor eval GOLD` is short for `extractor eval run GOLD`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


evaluation = typer.Typer(
    cls=_RunByDefault, help="Score models on gold; measure the finder; hold the gate."
)

Gold = Annotated[
    Path | None, typer.Argument(metavar="GOLD", help="Folder of gold; else the package's own.")
]


@evaluation.command()
def run(
    gold: Gold = None,
    *,
    model: Annotated[
        list[str] | None, typer.Option("--model", "-m", help="A model; may be given several times.")
    ] = None,
    prompt: Annotated[
        list[str] | None,
        typer.Option("--prompt", help="A version of the prompt; may be given several times."),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="A document's name; may be given several times.")
    ] = None,
    fields: Annotated[bool, typer.Option("--fields", help="Add the table by field.")] = False,
    concurrency: Annotated[int, typer.Option(min=1, help="Documents in work at once.")] = 4,
) -> None:
    """Extract from every gold article with each model and prompt, and score the records."""
    from extractor.api import chosen_model
    from extractor.evals.gold import load_gold
    from extractor.evals.table import show_models, show_run

    documents = _only(load_gold(gold or _packaged_gold()), only or [])
    console = _console()
    runs = {}
    prompts: Sequence[str | None] = prompt or [None]
    for name, version in product(model or [chosen_model(None)], prompts):
        title = name if version is None else f"{name} {version}"
        runs[title] = _run_model(documents, name, prompt=version, concurrency=concurrency)
        console.print(f"Model: {title}", markup=False, style="bold")
        show_run(console, runs[title], with_fields=fields)
    if len(runs) > 1:
        show_models(console, runs)


@evaluation.command("figures")
def figure_lists(
    gold: Gold = None,
    *,
    faults: Annotated[bool, typer.Option("--faults", help="List all that is not right.")] = False,
) -> None:
    """Measure the figure finder on the hand-labelled figure lists."""
    from extractor.evals.figure_lists import figure_list_table, score_figure_lists

    scores = score_figure_lists(gold or _packaged_gold())
    typer.echo(figure_list_table(scores))
    if faults:
        typer.echo("\n".join(scores["all"].faults))


@evaluation.command()
def gate(
    *,
    repin: Annotated[
        bool, typer.Option("--repin", help="Raise the floors to what is measured now.")
    ] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --repin: let floors fall, too.")
    ] = False,
) -> None:
    """Hold the finder, the rules and the recordings against the pinned floors."""
    from extractor.evals import gate as gates
    from extractor.packaged import packaged_folder

    corpus, baselines = _packaged_gold(), packaged_folder("evals") / gates.BASELINES
    measured = _measure(corpus)
    if repin:
        pinned, kept = gates.repin(
            measured, gates.Baselines.load(baselines), corpus=corpus, allow_lower=allow_regression
        )
        pinned.save(baselines)
        for line in kept:
            typer.echo(f"kept {line}")
    result = gates.gate(measured, baselines=baselines, corpus=corpus)
    for line in result.lines:
        typer.echo(line)
    raise typer.Exit(0 if result.passed else 1)


def _measure(corpus: Path) -> dict[str, dict[str, float]]:
    from extractor.evals.figure_lists import score_figure_lists
    from extractor.evals.gate import measures_of
    from extractor.evals.gold import load_gold, load_ordinary
    from extractor.evals.run import summary_of

    documents, ordinary = load_gold(corpus), load_ordinary(corpus)
    shares = score_figure_lists(corpus)["all"].shares
    measured = {"figures": {name: share or 0.0 for name, share in shares.items()}}
    for name in GATED_MODELS:
        gold = summary_of(_run_model(documents, name))
        other = summary_of(_run_model(ordinary, name)) if name == "rules" else None
        measured[name] = measures_of(gold, other)
    return measured


def _run_model(
    documents: Sequence["GoldDocument"],
    name: str,
    *,
    prompt: str | None = None,
    concurrency: int = 4,
) -> tuple["DocumentRun", ...]:
    from extractor.evals.run import run as run_documents

    with _Progress(len(documents), name) as on_done:
        return asyncio.run(
            run_documents(documents, name, prompt=prompt, concurrency=concurrency, on_done=on_done)
        )


class _Progress:
    """A bar on a terminal, a line for each document elsewhere; on standard error, out of the way."""

    def __init__(self, n_documents: int, name: str) -> None:
        self._n_documents = n_documents
        self._name = name
        self._n_done = 0

    def __enter__(self) -> Callable[["DocumentRun"], None]:
        if not sys.stderr.isatty():
            return self._print_line
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        self._task = self._bar.add_task(self._name, total=self._n_documents)
        return self._advance

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            self._bar.stop()

    def _advance(self, run: "DocumentRun") -> None:  # noqa: ARG002  the bar shows only how many
        self._bar.advance(self._task)

    def _print_line(self, run: "DocumentRun") -> None:
        self._n_done += 1
        line = f"{self._name}: {self._n_done}/{self._n_documents} {run.document.name} {run.status}"
        typer.echo(line, err=True)


def _only(documents: Sequence["GoldDocument"], names: Sequence[str]) -> Sequence["GoldDocument"]:
    known = {document.name: document for document in documents}
    for name in names:
        if name not in known:
            raise GoldError(f"no gold document {name!r}; there are: {', '.join(known)}")
    return [known[name] for name in names] if names else documents


def _packaged_gold() -> Path:
    from extractor.packaged import packaged_folder

    return packaged_folder("evals") / "gold"


def _console() -> "Console":
    from rich.console import Console

    return Console(highlight=False)
