"""Commands of `extractor eval` about runs: make one, show, compare, explain, score anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.commands import ContextTokens, PriceOf, TimeoutS
from extractor.cli.evaluation.progress import run_plan
from extractor.cli.evaluation.shared import Gold, console, write_page
from extractor.cli.streams import as_dollars, free_name, write_text
from extractor.errors import GoldError, UsageError

if TYPE_CHECKING:
    from extractor.evals.gold import GoldDocument
    from extractor.evals.result import System
    from extractor.evals.run import DocumentRun, Extractor, Plan
    from extractor.evals.run_folder import Manifest, RunFolder

Run = Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")]
RunGold = Annotated[
    Path | None, typer.Option("--gold", help="Folder of the run's gold; else where it was run.")
]
Details = Annotated[
    bool, typer.Option("--details", help="Add the tables by field, slice and kind of mistake.")
]


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
    human: Annotated[
        Path | None, typer.Option(help="A folder of second labels, scored as a system of its own.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="A document's name; may be given several times.")
    ] = None,
    repeat: Annotated[int, typer.Option(min=1, help="How often to ask about each document.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            help="A folder to keep the run in; what a service answered is not asked for again."
        ),
    ] = None,
    max_cost: Annotated[
        str | None,
        typer.Option(metavar="USD", help="US dollars after which nothing more is begun."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write the report, one page that needs nothing else, here.")
    ] = None,
    details: Details = False,
    concurrency: Annotated[int, typer.Option(min=1, help="Documents in work at once.")] = 4,
    price: PriceOf = None,
    context_tokens: ContextTokens = None,
    timeout_s: TimeoutS = 120.0,
) -> None:
    """Let each model and prompt answer the gold, and score it."""
    from extractor.evals.gold import gold_sha256, gold_version, load_gold, packaged_gold
    from extractor.evals.run import Plan
    from extractor.prices import Price

    limit = as_dollars(max_cost, option="--max-cost")
    folder = gold or packaged_gold()
    everything = load_gold(folder)
    systems, extractors = _systems(model, prompt, human)
    plan = Plan(
        _only(everything, only or []),
        systems,
        repeat,
        price=None if price is None else Price.parse(price),
        context_tokens=context_tokens,
        timeout_s=timeout_s,
    )
    kept = _begin(out, plan, folder=folder, documents=everything) if out else None
    runs = run_plan(
        plan, extractors=extractors, kept=kept, concurrency=concurrency, max_cost_usd=limit
    )
    by_system = _by_system(runs)
    _show(by_system, details=details)
    if html is not None and by_system:
        from extractor.report.evaluation.page import About

        about = About(str(folder), gold_version(folder), gold_sha256(everything))
        write_page(html, by_system, about)
    if kept:
        all_kept = kept.runs(everything)
        kept.write_verdicts(run for found in all_kept.values() for run in found)
        typer.echo(f"The run is kept in {kept.path}", err=True)
        _tell_of_versions(kept, all_kept)
    if len(runs) < len(plan.keys()):
        missing = len(plan.keys()) - len(runs)
        typer.echo(f"{missing} articles were not begun: the budget is spent", err=True)
        raise typer.Exit(3)


def _systems(
    models: Sequence[str] | None, prompts: Sequence[str] | None, human: Path | None
) -> "tuple[list[System], dict[str, Extractor]]":
    """Return each model with each prompt, and what answers for those that are no models."""
    from extractor.api import chosen_model
    from extractor.evals.labels import labels_of
    from extractor.evals.result import System

    asked_with: Sequence[str | None] = prompts or [None]
    pairs = product(models or [chosen_model(None)], asked_with)
    systems = [System.of(*pair) for pair in pairs]
    if human is None:
        return systems, {}
    return [*systems, System("human", str(human))], {"human": labels_of(human)}


def _by_system(runs: "Iterable[DocumentRun]") -> "dict[str, list[DocumentRun]]":
    found: dict[str, list[DocumentRun]] = {}
    for run in runs:
        found.setdefault(run.result.key.system, []).append(run)
    return found


def show(run: Run, *, gold: RunGold = None, details: Details = False) -> None:
    """Show a kept run again, scored by today's scorer."""
    documents, folder = open_run(run, gold)
    found = folder.runs(documents)
    _tell_of_versions(folder, found)
    _show(found, details=details)


def compare(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN RUN…", help="Folders of runs.")],
    *,
    gold: RunGold = None,
    details: Details = False,
) -> None:
    """Compare the systems of runs on the same gold with the first."""
    from extractor.evals.sheets import comparison_sheets
    from extractor.report.sheets import show as show_sheets

    _, found = runs_together(runs, gold)
    show_sheets(console(), comparison_sheets(found, with_details=details))


def explain(
    run: Run,
    document: Annotated[str, typer.Argument(help="The name of a gold document.")],
    *,
    field: Annotated[
        str | None,
        typer.Option(help="A field (share.count.value) or a JSON pointer (/shares/3)."),
    ] = None,
    system: Annotated[str | None, typer.Option(help="A system's title; else all.")] = None,
    gold: RunGold = None,
) -> None:
    """Say why each leaf got its verdict. The rule, the pairing and its runner-up, the mistake."""
    from extractor.evals.explain import explain as explain_record

    documents, folder = open_run(run, gold)
    by_system = folder.runs(_only(documents, [document]))
    asked = {title: found for title, found in by_system.items() if system in {None, title}}
    if not asked:
        known = ", ".join(each.title for each in folder.manifest.systems)
        raise UsageError(f"{run}: has no such result of {document!r}; its systems are: {known}")
    explained = [
        (found, explain_record(found.document, found.result.record, field=field))
        for runs in asked.values()
        for found in runs
    ]
    if field is not None and not any(explanations for _, explanations in explained):
        there = sorted({leaf.field for found, _ in explained for leaf in found.score.leaves})
        raise UsageError(f"{document}: nothing is at {field!r}; its fields are: {', '.join(there)}")
    for found, explanations in explained:
        typer.echo(f"{found.result.key.system}, repeat {found.result.key.repeat}:")
        for explanation in explanations:
            typer.echo("\n".join(explanation.lines()))


def export(
    run: Run,
    *,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit XML here.")] = None,
    pass_f1: Annotated[
        float, typer.Option(min=0, max=1, help="With --junit: the F1 at which an article passes.")
    ] = 1.0,
    csv: Annotated[
        Path | None, typer.Option(help="Write articles.csv and leaves.csv into this folder.")
    ] = None,
    gold: RunGold = None,
) -> None:
    """Write a kept run in the formats of other tools."""
    from extractor.evals.exports import articles_csv, junit_xml, leaves_csv

    if junit is None and csv is None:
        raise typer.BadParameter("say what to write: --junit FILE, --csv FOLDER")
    documents, folder = open_run(run, gold)
    found = folder.runs(documents)
    texts = {}
    if junit is not None:
        texts[junit] = junit_xml(found, pass_f1=pass_f1)
    if csv is not None:
        texts[csv / "articles.csv"] = articles_csv(found)
        texts[csv / "leaves.csv"] = leaves_csv(found)
    for path, text in texts.items():
        write_text(path, text)
        typer.echo(path)


def rescore(
    run: Run,
    gold: Gold = None,
    *,
    out: Annotated[
        Path | None,
        typer.Option(help="Leave RUN as it is, and keep it with the new verdicts in this folder."),
    ] = None,
) -> None:
    """Score a kept run on other or corrected gold. Nothing is asked again.

    Without --out the verdicts in RUN, and the gold that it names, are replaced.
    """
    from extractor.evals.gold import gold_version, load_gold, packaged_gold
    from extractor.evals.run_folder import RunFolder

    corpus = gold or packaged_gold()
    documents = load_gold(corpus)
    folder = RunFolder(run).moved_to(
        gold=corpus, version=gold_version(corpus), documents=documents, out=out
    )
    found = folder.runs(documents)
    folder.write_verdicts(run for runs in found.values() for run in runs)
    _show(found, details=False)
    replaced = "; those of before are replaced" if out is None else ""
    typer.echo(f"The verdicts on {corpus} are kept in {folder.path}{replaced}", err=True)


def _tell_of_versions(folder: "RunFolder", runs: "Mapping[str, Sequence[DocumentRun]]") -> None:
    """Say which systems' results are not all of the same code and prompt, a line each."""
    from extractor.evals.run_folder import versions_of

    for title, versions in versions_of(run for found in runs.values() for run in found).items():
        if len(versions) > 1:
            typer.echo(
                f"{folder.path}: what {title} answered is of {len(versions)} versions of code or "
                "prompt (manifest.json names them)",
                err=True,
            )


def _show(runs: "Mapping[str, Sequence[DocumentRun]]", *, details: bool) -> None:
    from extractor.evals.sheets import comparison_sheets, run_sheets
    from extractor.report.sheets import show as show_sheets

    screen = console()
    for title, found in runs.items():
        screen.print(f"System: {title}", style="bold")
        show_sheets(screen, run_sheets(found, with_fields=details))
    if runs:
        show_sheets(screen, comparison_sheets(runs, with_details=details))


def _begin(
    path: Path, plan: "Plan", *, folder: Path, documents: "Sequence[GoldDocument]"
) -> "RunFolder":
    from extractor.evals.gold import gold_sha256, gold_version
    from extractor.evals.run_folder import RunFolder

    return RunFolder.begin(
        path, plan, gold=folder, version=gold_version(folder), sha256=gold_sha256(documents)
    )


def open_run(path: Path, gold: Path | None) -> "tuple[Sequence[GoldDocument], RunFolder]":
    """Open a kept run beside its gold, which must be what it was scored on."""
    from extractor.evals.gold import gold_sha256, load_gold
    from extractor.evals.run_folder import RunFolder

    folder = RunFolder(path)
    documents = load_gold(gold or _gold_of(folder))
    folder.refuse_other_gold(gold_sha256(documents))
    return documents, folder


def runs_together(
    paths: Sequence[Path], gold: Path | None
) -> "tuple[Manifest, dict[str, list[DocumentRun]]]":
    """Return the systems of several runs, and the manifest of the first; all on the same gold.

    Systems of the same title are told apart by their runs' names.
    """
    names: set[str] = set()
    found = []
    manifests = []
    for path in paths:
        documents, folder = open_run(path, gold)
        manifests.append(folder.manifest)
        folder.refuse_other_gold(manifests[0].gold_sha256)
        name = free_name(path.resolve().name, names)
        found += [(name, title, runs) for title, runs in folder.runs(documents).items()]
    if not found:
        raise typer.BadParameter("the runs hold no results yet")
    n_of_title = Counter(title for _, title, _ in found)
    return manifests[0], {
        title if n_of_title[title] == 1 else f"{name}: {title}": runs for name, title, runs in found
    }


def _gold_of(folder: "RunFolder") -> Path:
    """Return where the run's gold stands; for a run from elsewhere, the package's own."""
    from extractor.evals.gold import packaged_gold

    kept = Path(folder.manifest.gold)
    return kept if kept.is_dir() else packaged_gold()


def _only(documents: "Sequence[GoldDocument]", names: Sequence[str]) -> "Sequence[GoldDocument]":
    known = {document.name: document for document in documents}
    for name in names:
        if name not in known:
            raise GoldError(f"no gold document {name!r}; there are: {', '.join(known)}")
    return [known[name] for name in names] if names else documents
