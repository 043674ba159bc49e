"""The commands about archives: batch, status, failures, retry."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from extractor.cli.commands import (
    ContextTokens,
    Json,
    MaxAttempts,
    ModelName,
    PriceOf,
    PromptName,
    WhereTexts,
)
from extractor.cli.streams import as_dollars, complain, print_json
from extractor.errors import UsageError
from extractor.report.controls import in_one_line

if TYPE_CHECKING:
    from extractor.archive.accounts import Accounts, Totals
    from extractor.archive.kept_recipe import KeptRecipe
    from extractor.archive.progress import Progress
    from extractor.archive.releases import Released
    from extractor.archive.submissions import Submission

STOPPED = 3
INTERRUPTED = 130

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="What batch --ledger made.")]


def batch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE …",
            help="Files, folders, patterns, archives; - reads standard input. "
            "None finishes what waits in the ledger.",
        ),
    ] = None,
    *,
    ledger: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where all of it is kept.")
    ] = None,
    model: ModelName = None,
    prompt: PromptName = None,
    via: Annotated[
        Literal["live", "batch", "ray"],
        typer.Option(
            help="Ask live, or through the provider's batch interface, at half price; "
            "or live from all machines of a Ray cluster."
        ),
    ] = "live",
    concurrency: Annotated[
        int | None,
        typer.Option(min=1, help="Requests in flight at once; 16. Of rules processes; all cores."),
    ] = None,
    max_cost: Annotated[
        str | None,
        typer.Option(metavar="USD", help="What all runs on the ledger may cost, never crossed."),
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1, help="Tokens that all runs on the ledger may take.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask about so many articles, this time.")
    ] = None,
    triage: Annotated[
        bool, typer.Option("--triage", help="Leave out what plainly tells of no event, by rules.")
    ] = False,
    dedupe: Annotated[
        bool, typer.Option("--dedupe/--no-dedupe", help="Link near-duplicates, ask about one.")
    ] = True,
    price: PriceOf = None,
    context_tokens: ContextTokens = None,
    max_attempts: MaxAttempts = 3,
    max_output_tokens: Annotated[
        int | None,
        typer.Option(min=1, help="Tokens a reply may have; 16000 where there is a budget."),
    ] = None,
    timeout_s: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds for all replies of an article; 120.")
    ] = None,
    give_up_after: Annotated[
        int | None,
        typer.Option(min=0, help="End after so many unanswered articles in a row; 10, 0: never."),
    ] = None,
    poll_s: Annotated[
        float | None,
        typer.Option(min=0.01, help="With --via batch: seconds between looks at batches; 60."),
    ] = None,
    no_wait: Annotated[
        bool,
        typer.Option("--no-wait", help="With --via batch: collect, submit, and do not wait."),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="With --via ray: where it is kept, on shared storage."),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(help="With --via ray: the cluster's; else $RAY_ADDRESS, else this machine."),
    ] = None,
    partitions: Annotated[
        int | None,
        typer.Option(min=1, help="With --via ray: parts of the output; one for 4 MiB of sources."),
    ] = None,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Write JSON lines on standard error.")
    ] = False,
) -> None:
    """Extract from an archive into a ledger. The same command begins, resumes and extends.

    Exits with 0 when all is done, 1 when articles failed or could not be read, 3 when the run
    stopped before its end (budget, or no service), 130 when it was interrupted.
    """
    from extractor.api import chosen_model
    from extractor.archive.options import Options
    from extractor.archive.recipe import Recipe
    from extractor.cli.archive_progress import shown
    from extractor.cli.archive_running import Order, check_options, left_to_others, needed, run
    from extractor.dialogue import EXTRACT_PROMPT
    from extractor.prices import Price

    check_options(
        via,
        {
            "--ledger": ledger,
            "--limit": limit,
            "--out": out,
            "--address": address,
            "--partitions": partitions,
            "--concurrency": concurrency,
            "--timeout-s": timeout_s,
            "--give-up-after": give_up_after,
            "--poll-s": poll_s,
            "--no-wait": no_wait or None,
        },
    )
    recipe = Recipe(
        models=tuple(name.strip() for name in chosen_model(model).split(",")),
        prompt=prompt or EXTRACT_PROMPT,
        max_attempts=max_attempts,
        context_tokens=context_tokens,
    )
    options = Options(
        concurrency=concurrency,
        max_cost_usd=as_dollars(max_cost, option="--max-cost"),
        max_tokens=max_tokens,
        n_articles=limit,
        triages=triage,
        links=dedupe,
        timeout_s=120.0 if timeout_s is None else timeout_s,
        price=None if price is None else Price.parse(price),
        max_output_tokens=max_output_tokens,
        give_up_after=10 if give_up_after is None else give_up_after,
    )
    if via == "ray":
        from extractor.archive.cluster import Spread
        from extractor.cli.cluster import run_on_ray

        spread = Spread(address, n_partitions=partitions)
        ended = run_on_ray(
            tuple(sources or ()), needed(out, "--out"), recipe, options, spread, as_json=log_json
        )
        raise typer.Exit(_exit_status(ended.progress) or int(ended.n_failures > 0))
    ledger = needed(ledger, "--ledger")
    if not sources and not ledger.exists():
        raise UsageError(f"{ledger}: there is no such ledger; give a SOURCE to begin one")
    order = Order(tuple(sources or ()), ledger, recipe, options, poll_s or 60.0, not no_wait)
    with shown(as_json=log_json) as show:
        for line in left_to_others(order):
            show.note(line)
        progress = run(via, order, show)
        show.end(progress)
    raise typer.Exit(_exit_status(progress))


def status(path: LedgerFile, *, as_json: Json = False) -> None:
    """Tell how far a ledger is, and what it has cost."""
    from extractor.archive.corrections import Reviewed
    from extractor.archive.other_recipes import uncollected

    with Reviewed(path) as accounts:
        report = {
            **_report(accounts),
            "n_corrected": accounts.n_corrected(),
            "uncollected": list(uncollected(accounts)),
        }
    if as_json:
        print_json(report)
        return
    for recipe in report["recipes"]:
        states = ", ".join(f"{count} {state}" for state, count in recipe["states"].items())
        unknown = recipe["n_unknown_costs"]
        more = f" and {unknown} answers whose cost is not known" if unknown else ""
        typer.echo(f"recipe {recipe['recipe']}, {recipe['name']}: {states}")
        typer.echo(f"  cost ${recipe['cost_usd']}{more}")
        if recipe["asked_again"]:
            again = ", ".join(f"{count} {state}" for state, count in recipe["asked_again"].items())
            typer.echo(f"  asked again: {again}; the answers of before stand")
    for opened in report["batches"]:
        typer.echo(
            f"  batch {opened['batch'] or '(being made)'} at {opened['service']}: "
            f"{opened['status'] or opened['state']}, {opened['n_completed']} of "
            f"{opened['n_requests']} done, {opened['n_failed']} failed, "
            f"since {opened['begun_at'][:16]}Z"
        )
    for line in report["uncollected"]:
        typer.echo(f"  {line}")
    if report["n_corrected"]:
        typer.echo(f"  {report['n_corrected']} corrected; exports take the corrected records")
    unpriced = report["unpriced_tokens"]
    typer.echo(
        f"{report['n_places']} places, {report['n_unreadable']} unreadable; all requests together "
        f"spent at most ${report['spent_usd']} and {report['spent_tokens']:,} tokens"
        + (f", {unpriced:,} of them at an unknown price" if unpriced else "")
    )


def failures(path: LedgerFile, *, as_json: Json = False) -> None:
    """List what failed or could not be read, and why. Exits with 1 if anything did."""
    from extractor.archive.accounts import Accounts

    n_failures = 0
    with Accounts(path) as accounts:
        for failure in accounts.failures():
            n_failures += 1
            if as_json:
                print_json(vars(failure), indent=None)
            else:
                stands = " (the answer of before stands)" if failure.has_answer else ""
                line = f"{failure.place}: {failure.kind}: {failure.reason}{stands}"
                typer.echo(in_one_line(line))
    raise typer.Exit(1 if n_failures else 0)


def retry(
    path: LedgerFile,
    *,
    where: WhereTexts = None,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", help="Only those asked with this model (A,B); else all."),
    ] = None,
    recipe: Annotated[
        int | None,
        typer.Option(min=1, help="Only those of this recipe, as status lists them; else all."),
    ] = None,
) -> None:
    """Let articles be asked about again. The next `extractor batch --ledger LEDGER` does.

    Without --where those that failed; in_batch takes them out of a provider's batches. What was answered stands, in exports and reports too, until there is another answer.
    """
    from extractor.archive.other_recipes import told
    from extractor.archive.retrying import STATES
    from extractor.archive.retrying import retry as retry_jobs
    from extractor.archive.where import Where

    models = None if model is None else [name.strip() for name in model.split(",")]
    chosen = Where.parse(where or (), states=STATES)
    retried = retry_jobs(path, chosen, models=models, recipe=recipe)
    for kept, count in retried.waiting:
        typer.echo(told(path, kept, count))
    if not retried.waiting:
        typer.echo(f"no article is so; extractor status {path} tells what there is")
    if retried.released.n_requests:
        typer.echo(_warning(retried.released))


def _warning(released: "Released") -> str:
    """Say what may become of requests that were taken out of batches."""
    from extractor.prices import usd_text

    batches = ", ".join(f"{name} at {service}" for name, service in released.batches)
    cost = "" if released.usd is None else f"${usd_text(released.usd)} and "
    return (
        f"{released.n_requests} requests were taken out of {batches}: cancel it there if you can. "
        "What is answered all the same is collected only where other requests of the batch are "
        f"waited for, and may be billed: {cost}"
        f"{released.n_tokens:,} tokens at most, which count as spent"
    )


def _exit_status(progress: "Progress") -> int:
    if progress.was_interrupted:
        complain(progress.stopped or "interrupted")
        return INTERRUPTED
    if progress.stopped is not None:
        complain(progress.stopped)
        return STOPPED
    return 1 if progress.states["failed"] or progress.admitted.unreadable else 0


def _report(accounts: "Accounts") -> dict[str, Any]:
    from extractor.archive.kept_recipe import KeptRecipe
    from extractor.prices import usd_text

    n_places, n_unreadable = accounts.n_places()
    usd, n_tokens = accounts.attempts.spent()
    return {
        "recipes": [
            _recipe_report(KeptRecipe(number, totals.recipe), totals)
            for number, totals in enumerate(accounts.totals(), start=1)
            if totals.states
        ],
        "batches": [_batch_report(submission) for submission in accounts.open_batches()],
        "n_places": n_places,
        "n_unreadable": n_unreadable,
        "spent_usd": usd_text(usd),
        "spent_tokens": n_tokens,
        "unpriced_tokens": accounts.attempts.unpriced_tokens(),
    }


def _batch_report(submission: "Submission") -> dict[str, Any]:
    names = ("batch", "service", "model", "state", "status", "begun_at", "recipe")
    counts = ("n_requests", "n_completed", "n_failed")
    return {name: getattr(submission, name) for name in names + counts}


def _recipe_report(recipe: "KeptRecipe", totals: "Totals") -> dict[str, Any]:
    from extractor.prices import usd_text

    return {
        "recipe": recipe.number,
        "name": str(recipe),
        "models": totals.recipe["models"],
        "prompt": totals.recipe["versions"]["prompt"],
        "states": dict(totals.states),
        "asked_again": dict(totals.asked_again),
        "cost_usd": usd_text(totals.cost_usd),
        "n_unknown_costs": totals.n_unknown_costs,
    }
