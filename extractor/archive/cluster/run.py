"""A run on a cluster, from the sources to the output folder."""

import json
import logging
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from extractor.archive.batch import CONCURRENCY
from extractor.archive.budget import Spending
from extractor.archive.charges import priced, prices_of
from extractor.archive.cluster import journal
from extractor.archive.cluster.engine import Engine, RayLine, connected, require_ray
from extractor.archive.cluster.folder import Folder, told
from extractor.archive.cluster.gates import Line
from extractor.archive.cluster.partition import Work, work_on, worker_name
from extractor.archive.cluster.pieces import Piece, cut
from extractor.archive.cluster.plan import Plan
from extractor.archive.cluster.presence import Presence
from extractor.archive.cluster.shuffle import is_shuffled, partition_of, write_shuffled
from extractor.archive.cluster.totals import Spent, Totals
from extractor.archive.job import Admitted
from extractor.archive.options import Options
from extractor.archive.pace import Pace
from extractor.archive.progress import Progress
from extractor.archive.readers import Fields
from extractor.archive.recipe import Recipe
from extractor.archive.stops import INTERRUPTED
from extractor.archive.storage import LedgerError
from extractor.errors import UsageError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Spread:
    """How a run is spread.

    Attributes:
        address: the cluster's; None for the one that Ray finds, else one on this machine.
        n_partitions: how many partitions the articles make; None for one for each 4 MiB.
    """

    address: str | None = None
    n_partitions: int | None = None


@dataclass(frozen=True)
class ClusterAudience:
    """Who is told how a run on a cluster goes.

    Attributes:
        on_partition: called with each partition that a worker has come to an end with.
        on_note: called with a line about what was found in the folder.
    """

    on_partition: Callable[[Totals, "Ended"], None] | None = None
    on_note: Callable[[str], None] = _log.warning


@dataclass
class Ended:
    """How far a run came.

    Attributes:
        progress: articles and money.
        n_partitions: how many partitions there are, and `n_done` are done.
        n_failures: how many articles and files of all partitions failed.
    """

    progress: Progress
    n_partitions: int = 0
    n_done: int = 0
    n_failures: int = 0


def run_cluster(
    sources: Sequence[str],
    *,
    out: Path,
    recipe: Recipe,
    options: Options,
    spread: Spread = Spread(),
    audience: ClusterAudience = ClusterAudience(),
) -> Ended:
    """Extract from an archive on all machines of a cluster; begin or resume.

    Args:
        sources: files, folders and patterns, at the same paths on all machines.
        out: the run's folder, likewise; made where it is missing.
        recipe: what to ask with.
        options: how to do it; budget and concurrency are those of all machines together.
        spread: how to spread it.
        audience: who is told how it goes.

    Returns:
        How far it came.

    Raises:
        UsageError: Ray is missing, the folder holds another run, another command works on it, or
            what `run_batch` raises it for.
        LedgerError: what was done could not be written.
    """
    if options.n_articles is not None:
        raise UsageError("--limit says nothing with --via ray; give fewer sources")
    if not sources:
        raise UsageError("no sources; name the same as when the run began")
    require_ray()
    pieces = cut(sources)
    prices = prices_of(recipe.models, options)
    folder = Folder(out.absolute())
    try:
        folder.partitions.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out}: no folder can be made there ({error.strerror})") from error
    with _on_storage(folder.path), Presence(folder.path, on_found=audience.on_note) as presence:
        plan = Plan.of(pieces, recipe, options, spread.n_partitions)
        plan = plan.keep(folder.plan, has_chosen=spread.n_partitions is not None)
        folder.sweep()

        def spent() -> Spending:
            known = spent_before(folder, plan.n_partitions)
            return priced(known.priced, known.unpriced_tokens, prices)

        budget = options.budget(spent=spent())
        with connected(spread.address) as engine:
            n_workers = min(engine.n_cores, plan.n_partitions)
            usual = n_workers if recipe.is_by_rules else CONCURRENCY * n_workers
            concurrency = options.concurrency or usual
            line = engine.gatekeeper(budget, Pace(concurrency), n_waiting=concurrency)
            presence.on_lost = partial(line.tell, "stop")
            each = replace(options, concurrency=max(concurrency // n_workers, 1))
            work = Work(folder.path, recipe, each, len(plan.pieces), plan.n_partitions)
            ended = _Run(engine, line, work, plan, audience, presence).run(n_workers)
        paid = spent()  # by what the next run counts: with what was in flight on lost machines
        ended.progress.spent_usd, ended.progress.spent_tokens = paid.usd, paid.tokens
        return ended


def spent_before(folder: Folder, n_partitions: int) -> Spent:
    """Return what earlier runs on a folder may have cost at most."""
    total = Spent()
    for number in range(n_partitions):
        noted = journal.spent(folder.journals(number))  # first: who publishes removes it
        total += folder.totals(number).spent if folder.is_done(number) else noted
    return total


class _Run:
    """One run on a connected cluster."""

    def __init__(
        self,
        engine: Engine,
        line: RayLine,
        work: Work,
        plan: Plan,
        audience: ClusterAudience,
        presence: Presence,
    ) -> None:
        self._engine = engine
        self._line = line
        self._work = work
        self._plan = plan
        self._folder = Folder(work.folder)
        self._on_partition = audience.on_partition
        self._presence = presence
        self._ended = Ended(Progress(), plan.n_partitions)

    def run(self, n_workers: int) -> Ended:
        """Shuffle what is not shuffled, work on what is not done, and add up."""
        with self._interruptible():
            self._shuffle(n_workers)
            if not self._ended.progress.was_interrupted:
                self._work_off(n_workers)
        ended = self._ended
        standing = self._engine.call(self._line, "standing")
        if ended.n_done < ended.n_partitions:
            n_left = ended.n_partitions - ended.n_done
            ended.progress.stopped = standing.stopped or f"{n_left} partitions are not done"
        if self._presence.is_alone:  # else the drafts are another command's
            self._folder.sweep()
        ended.n_failures = self._folder.gather_failures(self._plan.n_partitions)
        return ended

    def _shuffle(self, n_workers: int) -> None:
        pieces = self._plan.pieces
        waiting = [
            number
            for number in range(len(pieces))
            if not is_shuffled(self._folder.shuffled(number))
        ]
        shuffled = partial(_shuffled, work=self._work, pieces=pieces)
        for row in self._engine.spread(shuffled, waiting, n_at_once=n_workers):
            if row["error"]:
                raise LedgerError(row["error"])
            if self._ended.progress.was_interrupted:
                return

    def _work_off(self, n_workers: int) -> None:
        missing = []
        for number in range(self._plan.n_partitions):
            if self._folder.is_done(number):
                self._count_known(self._folder.totals(number))
            else:
                missing.append(number)
        totals = partial(_totals, work=self._work, line=self._line)
        for row in self._engine.spread(totals, missing, n_at_once=n_workers):
            self._count(Totals.of_json(json.loads(row["totals"])))

    def _count_known(self, totals: Totals) -> None:
        self._ended.n_done += 1
        admitted = totals.admitted
        self._ended.progress.admitted += Admitted(
            known=admitted.added + admitted.known, unreadable=admitted.unreadable
        )

    def _count(self, totals: Totals) -> None:
        if totals.error is not None:
            raise UsageError(totals.error) if totals.is_misuse else LedgerError(totals.error)
        progress = self._ended.progress
        progress.states += totals.states
        progress.n_waiting += totals.n_waiting
        if totals.is_done:
            self._ended.n_done += 1
            progress.admitted += totals.admitted
        if self._on_partition is not None:
            standing = self._engine.call(self._line, "standing")
            progress.spent_usd = standing.spent.usd
            progress.spent_tokens = standing.spent.tokens
            self._on_partition(totals, self._ended)

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """Let Ctrl-C and SIGTERM end the run: the first time soon, the second time at once."""

        def interrupt(*_: Any) -> None:
            if self._ended.progress.was_interrupted:
                raise KeyboardInterrupt
            self._ended.progress.was_interrupted = True
            self._line.tell("stop", INTERRUPTED)

        signs = (signal.SIGINT, signal.SIGTERM)
        before = {sign: signal.signal(sign, interrupt) for sign in signs}
        try:
            yield
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)


def _totals(partition: int, *, work: Work, line: Line) -> Mapping[str, Any]:
    return {"totals": json.dumps(work_on(partition, work, line).to_json())}


def _shuffled(number: int, *, work: Work, pieces: Sequence[Piece]) -> Mapping[str, Any]:
    links, n_partitions = work.options.links, work.n_partitions
    entries = (
        (partition_of(entry, n_partitions, by_figures=links), entry)
        for stretch in pieces[number].stretches
        for entry in stretch.read(Fields())
    )
    path = Folder(work.folder).shuffled(number)
    try:
        write_shuffled(entries, path, n_partitions=n_partitions, worker=worker_name())
    except OSError as error:
        return {"error": told(error, work.folder)}
    return {"error": ""}


@contextmanager
def _on_storage(folder: Path) -> Iterator[None]:
    """Say in one line what shared storage cannot do.

    Raises:
        LedgerError: it is full, or does not answer.
    """
    try:
        yield
    except OSError as error:
        raise LedgerError(told(error, folder)) from error
