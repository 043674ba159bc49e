"""The route `extractor batch --via ray`: run, shown, and what failed."""

import json
from itertools import islice
from pathlib import Path

from extractor.archive.cluster import ClusterAudience, Ended, Spread, run_cluster
from extractor.archive.cluster.folder import Folder
from extractor.archive.options import Options
from extractor.archive.recipe import Recipe
from extractor.cli.archive_progress import Shown, shown

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
    with shown(as_json=as_json) as show:
        ended = run_cluster(
            sources,
            out=out,
            recipe=recipe,
            options=options,
            spread=spread,
            audience=ClusterAudience(show.partition, show.note),
        )
        if not as_json:
            _list_failures(Folder(out), ended.n_failures, show)
        show.end(ended.progress)
    return ended


def _list_failures(folder: Folder, n_failures: int, show: Shown) -> None:
    """Name what failed, the first of it where it is much."""
    with folder.failures.open(encoding="utf-8") as file:
        for line in islice(file, _MOST_LISTED):
            failure = json.loads(line)
            show.note(f"{failure['kind']}: {failure['place']}: {failure['reason']}")
    if n_failures > _MOST_LISTED:
        more = n_failures - _MOST_LISTED
        show.note(f"and {more} more; all stand in {folder.failures}")
