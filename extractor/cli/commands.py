"""The commands about articles: extract, figures, schema, models, data."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.cli.streams import (
    as_day,
    free_name,
    print_json,
    read_articles,
    tell_of_retries,
    write_json,
    write_text,
)
from extractor.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.article import Article
    from extractor.extraction import Extraction
    from extractor.figures import Figure

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|- …",
        help="Files of one article each: text, HTML, PDF, all that batch reads; - reads standard "
        "input.",
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        help="rules, openai/NAME, replay, others that `extractor models` lists; else "
        "$EXTRACTOR_MODEL, else rules. "
        "Of A,B the second is asked where the first did not get past the checks.",
    ),
]
PromptName = Annotated[
    str | None, typer.Option("--prompt", help="A version of the prompt; else extract/v4.")
]
WhereTexts = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="NAME=VALUE[,…]",
        help="Only these: state (its name may be left out), reason (that has the text in it), "
        "language, year, host, model. All must hold, however often it is given.",
    ),
]
Uncorrected = Annotated[
    bool,
    typer.Option("--uncorrected", help="The models' own answers, where people corrected them."),
]
PriceOf = Annotated[
    str | None,
    typer.Option(
        "--price",
        metavar="INPUT,OUTPUT[,CACHED]",
        help="What tokens cost, in US dollars per million, where it is unknown or otherwise.",
    ),
]
ContextTokens = Annotated[
    int | None,
    typer.Option(help="What the model's context holds; a longer article is asked in parts."),
]
MaxAttempts = Annotated[int, typer.Option(min=1, help="Replies to take at most.")]
TimeoutS = Annotated[float, typer.Option(min=0.1, help="Seconds for all replies of an article.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD, where known.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]


def extract(
    paths: Paths,
    *,
    model: ModelName = None,
    prompt: PromptName = None,
    price: PriceOf = None,
    published: Published = None,
    as_json: Json = False,
    out: Annotated[Path | None, typer.Option(help="Write NAME.json for each input here.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page to look at, for one article.")
    ] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 1 for flagged articles too.")] = False,
    samples: Annotated[
        int, typer.Option(min=1, help="Independent extractions; differences are findings.")
    ] = 1,
    context_tokens: ContextTokens = None,
    max_attempts: MaxAttempts = 3,
    timeout_s: TimeoutS = 120.0,
) -> None:
    """Extract the event, its projects and their shares from articles."""
    from extractor.api import chosen_models
    from extractor.api import extract as extract_one
    from extractor.prices import Price

    if report is not None and len(paths) > 1:
        raise UsageError("--report is one page for one article; name one, or leave --report out")
    if out is not None and out.is_file():
        raise UsageError(f"{out}: is a file; --out takes a folder")
    day = as_day(published)
    token_price = None if price is None else Price.parse(price)
    answering = chosen_models(model)
    tell_of_retries()
    failed = False
    unread: list[ArticleError] = []
    names: set[str] = set()
    for article in read_articles(paths, published=day, unread=unread):
        extraction = extract_one(
            article,
            model=answering,
            prompt=prompt,
            context_tokens=context_tokens,
            samples=samples,
            price=token_price,
            max_attempts=max_attempts,
            timeout_s=timeout_s,
        )
        if out is not None:
            write_json(out / f"{free_name(article.name, names)}.json", extraction.to_json())
        if report is not None:
            _write_report(report, extraction)
        _show(extraction, as_json=as_json, is_only=len(paths) == 1)
        failed |= extraction.status == "failed" or (strict and extraction.status == "flagged")
    raise typer.Exit(1 if failed or unread else 0)


def figures(
    paths: Paths,
    *,
    as_json: Json = False,
    published: Published = None,
) -> None:
    """Show every figure of articles, marked in their texts."""
    from extractor.figures import find_figures

    unread: list[ArticleError] = []
    for article in read_articles(paths, published=as_day(published), unread=unread):
        found = find_figures(article.text, published=article.published)
        _show_figures(article, found, as_json=as_json, is_only=len(paths) == 1)
    raise typer.Exit(1 if unread else 0)


def schema(
    which: Annotated[Literal["record", "draft", "patch"], typer.Argument()] = "record",
) -> None:
    """Print a JSON Schema. The record is the contract; draft and patch are what a model fills."""
    from extractor.draft import draft_schema, patch_schema
    from extractor.record import record_schema

    print_json({"record": record_schema, "draft": draft_schema, "patch": patch_schema}[which]())


def data() -> None:
    """Print the folder of the data that comes along. Gold, recordings, baselines."""
    from extractor.packaged import packaged_folder

    typer.echo(packaged_folder("evals"))


def models() -> None:
    """List the models that can answer, and what each needs."""
    from extractor.models.catalogue import known_models
    from extractor.report.terminal import print_models

    print_models(known_models())


def _write_report(path: Path, extraction: "Extraction") -> None:
    from extractor.report.page import page

    write_text(path, page(extraction))


def _show(extraction: "Extraction", *, as_json: bool, is_only: bool) -> None:
    """Print one extraction; as JSON, several are one line each (JSON Lines)."""
    if as_json:
        print_json(extraction.to_json(), indent=2 if is_only else None)
        return
    from extractor.report.terminal import print_extraction

    print_extraction(extraction)


def _show_figures(
    article: "Article", figures: "Sequence[Figure]", *, as_json: bool, is_only: bool
) -> None:
    """Print the figures of one article; of several, as JSON, one line each that says of which."""
    if not as_json:
        from extractor.report.terminal import print_figures

        print_figures(article, figures, is_named=not is_only)
        return
    found = [figure.to_json() for figure in figures]
    if is_only:
        print_json(found)
    else:
        whose = {"name": article.name, "sha256": article.sha256}
        print_json({"article": whose, "figures": found}, indent=None)
