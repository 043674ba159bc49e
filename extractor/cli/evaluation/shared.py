"""What the evaluation's commands have in common: where gold is, and where to print."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

Gold = Annotated[
    Path | None, typer.Argument(metavar="GOLD", help="Folder of gold; else the package's own.")
]


def console() -> "Console":
    """Return where tables go: standard output."""
    from rich.console import Console

    return Console(highlight=False)
