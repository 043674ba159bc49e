"""The route `extractor batch --via ray`: how it shows how far it is, and what failed."""

import json
from itertools import islice
from pathlib import Path

import typer

from extractor.archive.cluster import Audience, Ended, Spread, run_cluster
from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.totals import Totals
from extractor.archive.options import Options
from extractor.archive.recipe import Recipe
from extractor.cli.archive_progress import cost, shown, spending, write_event
from extractor.cli.streams import Interval

_MOST_LISTED = 20


def run_on_ray(
    sources: tuple[str, ...],
    out: Path,
    recipe: Recipe,
    options: Options,
    spread: Spread,
    *,
    as_json: bool,
) -> Ended:
    """Run an archive on a cluster, and show how far it is on standard error.

    Args:
        sources: where articles are.
        out: the run's folder.
        recipe: what is asked with.
        options: how it is done.
        spread: how it is spread.
        as_json: whether to write JSON lines.
    """
    shows = _JsonLines() if as_json else _Lines()
    audience = Audience(shows.done, shows.note)
    ended = run_cluster(
        sources, out=out, recipe=recipe, options=options, spread=spread, audience=audience
    )
    if not as_json:
        _list_failures(Folder(out), ended.n_failures)
    with shown(as_json=as_json) as show:
        show.end(ended.progress)
    return ended


class _Lines:
    """A line about all of it, every ten seconds at most."""

    def __init__(self) -> None:
        self._interval = Interval(is_over=True)

    def done(self, _: Totals, ended: Ended) -> None:
        """Write a line where it is time to."""
        if not self._interval.is_over():
            return
        progress = ended.progress
        typer.echo(
            f"{ended.n_done} of {ended.n_partitions} partitions; {progress.n_done} articles done; "
            f"{progress.rate:.1f}/s; {cost(progress)}",
            err=True,
        )

    def note(self, text: str) -> None:
        """Write a line about what was found."""
        typer.echo(text, err=True)


class _JsonLines:
    """A JSON object for each partition."""

    def done(self, totals: Totals, ended: Ended) -> None:
        """Write what a partition came to."""
        write_event(
            "partition",
            **totals.to_json(),
            n_done=ended.n_done,
            n_partitions=ended.n_partitions,
            **spending(ended.progress),
        )

    def note(self, text: str) -> None:
        """Write what was found."""
        write_event("note", text=text)


def _list_failures(folder: Folder, n_failures: int) -> None:
    """Name what failed, the first of it where it is much."""
    with folder.failures.open(encoding="utf-8") as file:
        for line in islice(file, _MOST_LISTED):
            failure = json.loads(line)
            typer.echo(f"{failure['kind']}: {failure['place']}: {failure['reason']}", err=True)
    if n_failures > _MOST_LISTED:
        more = n_failures - _MOST_LISTED
        typer.echo(f"and {more} more; all stand in {folder.failures}", err=True)
