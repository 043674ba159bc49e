"""The submitter: requests into files, files to the provider; each step noted before it is taken."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from extractor.archive.batches.lines import FRAME_BYTES, encoded, request_line
from extractor.archive.batches.provider import Provider
from extractor.archive.batches.request_file import FileLimits, RequestFile
from extractor.archive.batches.service import NotMadeError
from extractor.archive.budget import NOTHING, Budget, Spending
from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.submissions import Submission
from extractor.exchange import Request


@dataclass
class _Writing:
    """A file that is being written, and the submission that it is of."""

    submission: Submission
    file: RequestFile


class Submitter:
    """Makes batches of requests.

    Args:
        ledger: where each step is noted.
        provider: where batches are made.
        budget: what may be spent.

    Attributes:
        limits: what a file may hold.
    """

    def __init__(self, ledger: Ledger, provider: Provider, budget: Budget) -> None:
        self.limits = FileLimits()
        self._ledger = ledger
        self._provider = provider
        self._service = provider.service
        self._budget = budget
        self._writing: dict[str, _Writing] = {}

    async def add(self, job: Job, model: str, request: Request, *, worst: Spending) -> None:
        """Put a request into the file that is being written; one that is full is submitted.

        Args:
            job: whose request it is.
            model: who is to be asked.
            request: the request.
            worst: what it may cost at most.

        Raises:
            BudgetSpent: there is no room for that.
        """
        body = encoded(self._provider.models[model].body(request))
        writing = self._writing.get(model)
        if writing and not writing.file.has_room(len(body.encode()) + FRAME_BYTES):
            await self._send(self._writing.pop(model))
            writing = None
        self._budget.set_aside_now(worst)
        writing = writing or self._begin(model)
        attempt = self._ledger.attempts.ask(
            job.id,
            model,
            request,
            risk=(worst.usd, worst.tokens),
            submission=writing.submission.id,
        )
        self._ledger.begin_in_batch(job)
        writing.file.write(request_line(job.id, attempt, url=self._provider.url(model), body=body))

    async def send_all(self) -> None:
        """Submit the files that have been begun."""
        while self._writing:
            await self._send(self._writing.popitem()[1])

    def discard(self) -> None:
        """Take back what has not been sent."""
        while self._writing:
            _, writing = self._writing.popitem()
            writing.file.close()
            self._forget(writing.submission)

    def tidy(self) -> None:
        """Remove files that a process has left behind and nobody will submit."""
        kept = {self._path(run).stem for run in self._ledger.submissions.runs()}
        for path in self._provider.folder.glob("figurebook-*"):
            if path.stem not in kept:
                path.unlink()
        with suppress(OSError):  # it holds others, or is not there
            self._provider.folder.rmdir()

    async def recover(self, submission: Submission) -> None:
        """Go on with a file that was whole when its process ended; the provider may have it.

        One that is neither there nor here is given up: its requests were never made.

        Raises:
            Stop: it was sent to another provider.
        """
        self._provider.require(submission)
        batch = await self._service.find_batch(submission.run, submission.file)
        if batch is not None:
            self._note(submission, batch.id)
            return
        path = self._path(submission.run)
        if path.is_file():
            file = await self._service.upload(path, may_be_there=True)
        else:
            found = await self._service.find_file(path.name)
            if found is None:
                self._forget(submission)
                return
            file = found
        await self._create(self._ledger.submissions.uploaded(submission, file=file))

    def _begin(self, model: str) -> _Writing:
        run = uuid4().hex
        way = self._provider.models[model].way._asdict()
        submission = self._ledger.submissions.begin(
            run, model=model, service=self._service.name, way=way
        )
        writing = _Writing(submission, RequestFile(self._path(run), self.limits))
        self._writing[model] = writing
        return writing

    async def _send(self, writing: _Writing) -> None:
        """Upload a file and make a batch of it."""
        writing.file.close()
        submissions = self._ledger.submissions
        sealed = submissions.seal(writing.submission, n_requests=writing.file.n_lines)
        try:
            file = await self._service.upload(writing.file.path)
        except NotMadeError:
            self._forget(sealed)
            raise
        await self._create(submissions.uploaded(sealed, file=file))

    async def _create(self, submission: Submission) -> None:
        assert submission.file is not None  # noqa: S101  it has been uploaded
        batch = await self._service.create(
            submission.file,
            run=submission.run,
            endpoint=self._provider.url(submission.model),
        )
        self._note(submission, batch.id)

    def _note(self, submission: Submission, batch: str) -> None:
        self._ledger.submissions.created(submission, batch=batch)
        self._remove(submission.run)

    def _forget(self, submission: Submission) -> None:
        for awaited in self._ledger.submissions.unanswered(submission):
            self._budget.settle(awaited.worst, NOTHING)
        self._ledger.submissions.forget(submission)
        self._remove(submission.run)

    def _path(self, run: str) -> Path:
        return self._provider.folder / f"figurebook-{run}.jsonl"

    def _remove(self, run: str) -> None:
        self._path(run).unlink(missing_ok=True)
