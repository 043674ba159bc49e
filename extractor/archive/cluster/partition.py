"""A partition, worked on: the run of `batch` on a ledger of its own, then the Parquet files."""

import asyncio
import os
import shutil
import socket
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.archive.accounts import Accounts
from extractor.archive.batch import run_batch
from extractor.archive.cluster import journal
from extractor.archive.cluster.folder import FAILURES, LEDGER, Folder, told
from extractor.archive.cluster.gates import Line, SharedBudget, SharedPace
from extractor.archive.cluster.journal import Journal
from extractor.archive.cluster.shuffle import keys_of, read_shuffled
from extractor.archive.cluster.totals import Totals
from extractor.archive.exporting import exported
from extractor.archive.job import State
from extractor.archive.ledger import Ledger
from extractor.archive.options import Options
from extractor.archive.progress import Done, Progress
from extractor.archive.recipe import Recipe
from extractor.archive.runner import Runner
from extractor.archive.sharing import Shared
from extractor.archive.storage import LedgerError, as_json, reported
from extractor.errors import ExtractorError, UsageError
from extractor.exports import export

_BEAT_S = 1.0
_CHUNK = 100


@dataclass(frozen=True)
class Work:
    """What there is to do, the same for all partitions.

    Attributes:
        folder: the run's folder.
        recipe: what to ask with.
        options: how to do it; its concurrency is one worker's.
        n_pieces: how many pieces the sources have.
        n_partitions: how many partitions.
    """

    folder: Path
    recipe: Recipe
    options: Options
    n_pieces: int
    n_partitions: int


def work_on(partition: int, work: Work, line: Line) -> Totals:
    """Work on a partition until it is done or the run is stopped.

    Args:
        partition: its number.
        work: what there is to do.
        line: the way to the gatekeeper.

    Returns:
        What it came to, errors included.
    """
    return asyncio.run(_work_on(partition, work, line))


async def _work_on(partition: int, work: Work, line: Line) -> Totals:
    folder = Folder(work.folder)
    if folder.is_done(partition):
        return folder.totals(partition)
    worker = worker_name()
    try:
        if await line.ask("enter", worker, partition) is not None:
            return Totals(partition, n_waiting=1)
        with TemporaryDirectory(prefix="figurebook-") as local:
            return await _Task(partition, work, line, worker).run(Path(local) / LEDGER)
    except (ExtractorError, OSError) as error:
        reason = told(error, work.folder) if isinstance(error, OSError) else str(error)
        line.tell("fail", worker, reason)
        return Totals(partition, error=reason, is_misuse=isinstance(error, UsageError))
    finally:
        line.tell("leave", worker)


def worker_name() -> str:
    """Return a name that no other worker has; the later the worker, the later in order."""
    return f"{time.time_ns():020}-{socket.gethostname()}-{os.getpid()}"


class _Task:
    """A worker's task: a partition, for as long as its machine lives."""

    def __init__(self, partition: int, work: Work, line: Line, worker: str) -> None:
        self._partition = partition
        self._work = work
        self._line = line
        self._worker = worker
        self._folder = Folder(work.folder)
        self._since: Counter[State] = Counter()

    async def run(self, path: Path) -> Totals:
        """Make the ledger, go on where others were lost, and publish what is done."""
        journals = self._folder.journals(self._partition)
        work = self._work
        with Ledger(path, work.recipe) as ledger:
            admitted = ledger.admit(
                entry
                for piece in range(work.n_pieces)
                for entry in read_shuffled(
                    self._folder.shuffled(piece), self._partition, n_partitions=work.n_partitions
                )
            )
        journal.restore(journals, path)
        if self._folder.is_done(self._partition):  # whoever has published it removed the journals
            return self._folder.totals(self._partition)
        self._note_figures(path)
        with Journal(journals, self._worker) as noted:
            progress = await self._extract(path, noted)
        totals = Totals(
            self._partition,
            Counter(progress.states),
            admitted,
            progress.n_waiting,
            journal.spent(journals),
        )
        if totals.is_done:
            return await self._publish(path, totals)
        self._line.tell("fail", self._worker, progress.stopped or "stopped")
        return totals

    def _note_figures(self, path: Path) -> None:
        """Note what near-duplicates are found by, of articles that others have asked about.

        They are not screened again, and this ledger is new.
        """
        with Ledger(path, self._work.recipe) as ledger:
            after = 0
            while jobs := ledger.waiting(after=after, limit=_CHUNK):
                for job in jobs:
                    if job.is_begun and (keys := keys_of(job.article)):
                        ledger.note_figures(job, keys)
                after = jobs[-1].id

    async def _extract(self, path: Path, noted: Journal) -> Progress:
        options = self._work.options
        budget = SharedBudget(
            self._line, self._worker, max_usd=options.max_cost_usd, max_tokens=options.max_tokens
        )
        shared = Shared(SharedPace(self._line, self._worker), budget, noted)
        beats: list[asyncio.Task[None]] = []
        try:
            return await run_batch(
                (),
                ledger=path,
                recipe=self._work.recipe,
                options=replace(options, shared=shared),
                on_start=lambda runner: beats.append(asyncio.create_task(self._beat(runner))),
                on_done=self._note,
            )
        finally:
            for beat in beats:
                beat.cancel()
            await self._say()

    def _note(self, done: Done, _: Progress) -> None:
        self._since[done.state] += 1

    async def _beat(self, runner: Runner) -> None:
        """Say now and then that this worker is there; end the run where all are stopped."""
        while await self._say() is None:  # noqa: ASYNC110  the news is on another machine
            await asyncio.sleep(_BEAT_S)
        runner.interrupt()

    async def _say(self) -> str | None:
        since, self._since = self._since, Counter()
        reason: str | None = await self._line.ask("hear", self._worker, since)
        return reason

    async def _publish(self, path: Path, totals: Totals) -> Totals:
        """Publish what is done, unless somebody else works on the partition by now.

        What that one pays is in a journal, which goes when the partition is there, and in no totals.
        """
        draft = self._folder.draft(self._partition, self._worker)
        with Accounts(path) as accounts:
            try:
                export(exported(accounts), draft, form="parquet")
            except UsageError as error:  # of a folder that the user named; this one is ours
                raise LedgerError(str(error)) from error
            with (draft / FAILURES).open("w", encoding="utf-8") as file:
                for failure in accounts.failures():
                    file.write(as_json(vars(failure)) + "\n")
        _settle_down(path)
        shutil.copyfile(path, draft / LEDGER)
        if not await self._line.ask("may_publish", self._worker):
            shutil.rmtree(draft, ignore_errors=True)
            return Totals(self._partition, n_waiting=1)
        publishing = asyncio.create_task(asyncio.to_thread(self._folder.publish, draft, totals))
        while not publishing.done():  # whoever is heard of keeps the partition
            with suppress(ConnectionError):
                await self._say()
            await asyncio.wait([publishing], timeout=_BEAT_S)
        await publishing
        return self._folder.totals(self._partition)


def _settle_down(ledger: Path) -> None:
    """Bring a ledger into one file that can be read where SQLite's write-ahead log does not work.

    Raises:
        LedgerError: what is in its log cannot be brought into it.
    """
    with reported(ledger), closing(sqlite3.connect(ledger)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
