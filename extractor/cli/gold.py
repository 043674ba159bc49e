"""The commands `extractor gold …`: for whoever writes gold."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.evaluation.shared import Gold

gold_commands = typer.Typer(help="Check gold: articles with the record that is right for each.")


@gold_commands.callback()
def _gold() -> None:
    """Check gold: articles with the record that is right for each."""


@gold_commands.command()
def check(
    gold: Gold = None,
    *,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help="List what deserves a second look, too.")
    ] = True,
) -> None:
    """Check every document. What breaks the record format, what deserves a second look."""
    from extractor.evals.gold import gold_sha256, gold_version, packaged_gold
    from extractor.evals.gold_check import check_gold

    folder: Path = gold or packaged_gold()
    found = check_gold(folder)
    lines = [f"FAIL {fault}" for fault in found.faults]
    lines += [f"note {note}" for note in found.notes] if notes else []
    n_negatives = sum(not document.has_event for document in found.documents)
    lines.append(
        f"{folder}: {len(found.documents)} documents are right in form, {n_negatives} of them "
        f"without an event; {len(found.faults)} faults, {len(found.notes)} notes; version "
        f"{gold_version(folder) or 'unsaid'}, sha256 {gold_sha256(found.documents)[:12]}"
    )
    typer.echo("\n".join(lines))
    raise typer.Exit(1 if found.faults else 0)
