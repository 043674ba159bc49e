"""Commands of `extractor eval` that hold: the gate, and the measure of the figure finder."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.evaluation.progress import run_plan
from extractor.cli.evaluation.shared import Gold

GATED_MODELS = ("rules", "replay")


def figure_lists(
    gold: Gold = None,
    *,
    faults: Annotated[bool, typer.Option("--faults", help="List all that is not right.")] = False,
) -> None:
    """Measure the figure finder on the hand-labelled figure lists."""
    from extractor.evals.figure_lists import figure_list_table, score_figure_lists
    from extractor.evals.gold import packaged_gold

    scores = score_figure_lists(gold or packaged_gold())
    typer.echo(figure_list_table(scores))
    if faults:
        typer.echo("\n".join(scores["all"].faults))


def gate(
    run: Annotated[
        Path | None, typer.Argument(metavar="RUN", help="A kept run; needs --baseline.")
    ] = None,
    *,
    baseline: Annotated[
        Path | None,
        typer.Option(help="A kept run that RUN must not be worse than, in any field."),
    ] = None,
    margin: Annotated[
        float, typer.Option(min=0, max=1, help="What counts as worse, in F1.")
    ] = 0.03,
    repin: Annotated[
        bool, typer.Option("--repin", help="Raise the floors to what is measured now.")
    ] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --repin: let floors fall, too.")
    ] = False,
) -> None:
    """Hold finder, rules and recordings against their floors.

    With RUN and --baseline: hold a run against another one.
    """
    if (run is None) != (baseline is None):
        raise typer.BadParameter("give a RUN and --baseline, or neither")
    if run is not None and baseline is not None:
        _hold_run(run, baseline, margin=margin)
    _hold_floors(repin=repin, allow_regression=allow_regression)


def _hold_run(run: Path, baseline: Path, *, margin: float) -> None:
    from extractor.cli.evaluation.runs import open_run
    from extractor.evals.noninferiority import hold

    (documents, held), (_, pinned) = open_run(run, None), open_run(baseline, None)
    held.refuse_other_gold(pinned.manifest.gold_sha256)
    result = hold(held.runs(documents), pinned.runs(documents), margin=margin)
    typer.echo("\n".join(result.lines))
    raise typer.Exit(0 if result.passed else 1)


def _hold_floors(*, repin: bool, allow_regression: bool) -> None:
    from extractor.evals import gate as gates
    from extractor.evals.gold import packaged_gold
    from extractor.packaged import packaged_folder

    corpus, baselines = packaged_gold(), packaged_folder("evals") / gates.BASELINES
    measured = _measure(corpus)
    if repin:
        pinned, kept = gates.repin(
            measured, gates.Baselines.load(baselines), corpus=corpus, allow_lower=allow_regression
        )
        pinned.save(baselines)
        for line in kept:
            typer.echo(f"kept {line}")
    result = gates.gate(measured, baselines=baselines, corpus=corpus)
    typer.echo("\n".join(result.lines))
    raise typer.Exit(0 if result.passed else 1)


def _measure(corpus: Path) -> dict[str, dict[str, float]]:
    from extractor.evals.figure_lists import score_figure_lists
    from extractor.evals.gate import measures_of
    from extractor.evals.gold import load_gold, load_ordinary
    from extractor.evals.result import System
    from extractor.evals.run import Plan, summary_of

    documents, ordinary = load_gold(corpus), load_ordinary(corpus)
    shares = score_figure_lists(corpus)["all"].shares
    measured = {"figures": {name: share or 0.0 for name, share in shares.items()}}
    for name in GATED_MODELS:
        systems = [System.of(name)]
        gold = summary_of(run_plan(Plan(documents, systems)))
        other = summary_of(run_plan(Plan(ordinary, systems))) if name == "rules" else None
        measured[name] = measures_of(gold, other)
    return measured
