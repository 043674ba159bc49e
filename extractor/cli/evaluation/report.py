"""The command `extractor eval report`: kept runs as one page."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.evaluation.runs import RunGold, runs_together
from extractor.cli.evaluation.shared import write_page


def report(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN…", help="Folders of runs.")],
    *,
    html: Annotated[Path, typer.Option(help="Write the page here.")],
    gold: RunGold = None,
) -> None:
    """Write runs on the same gold as one HTML page. It needs nothing else."""
    from extractor.report.evaluation.page import About

    first, found = runs_together(runs, gold)
    about = About(first.gold, first.gold_version, first.gold_sha256)
    write_page(html, found, about)
