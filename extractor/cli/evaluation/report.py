"""The command `extractor eval report`: kept runs as one page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.evaluation.runs import RunGold, open_run
from extractor.cli.evaluation.shared import write_page

if TYPE_CHECKING:
    from extractor.evals.run import DocumentRun


def report(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN…", help="Folders of runs.")],
    *,
    html: Annotated[Path, typer.Option(help="Write the page here.")],
    gold: RunGold = None,
) -> None:
    """Write one or several runs on the same gold as one HTML page that needs nothing else."""
    from extractor.report.evaluation.page import About

    found: dict[str, list[DocumentRun]] = {}
    first = None
    for path in runs:
        documents, folder = open_run(path, gold)
        first = first or folder.manifest
        folder.refuse_other_gold(first.gold_sha256)
        for title, of_system in folder.runs(documents).items():
            found[f"{path.name}: {title}" if title in found else title] = of_system
    if first is None or not found:
        raise typer.BadParameter("the runs hold no results yet")
    about = About(first.gold, first.gold_version, first.gold_sha256)
    write_page(html, found, about)
