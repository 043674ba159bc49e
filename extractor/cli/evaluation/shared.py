"""What the evaluation's commands have in common: where gold is, where to print, the page."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.streams import write_text

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.evals.run import DocumentRun
    from extractor.report.evaluation.page import About

Gold = Annotated[
    Path | None, typer.Argument(metavar="GOLD", help="Folder of gold; else the package's own.")
]


def console() -> "Console":
    """Return where tables go: standard output."""
    from extractor.report.fitted import standard_output

    return standard_output()


def write_page(path: Path, runs: "Mapping[str, Sequence[DocumentRun]]", about: "About") -> None:
    """Write the page of some runs, and say where."""
    from extractor.report.evaluation.page import evaluation_page

    write_text(path, evaluation_page(runs, about))
    typer.echo(path)
