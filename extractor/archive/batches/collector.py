"""The collector: what an ended batch has brought is kept, request by request."""

import logging
from dataclasses import dataclass

from openai.types import Batch

from extractor.archive.batches.failures import Failure
from extractor.archive.batches.lines import Result, read_result
from extractor.archive.batches.provider import Provider
from extractor.archive.batches.request_file import on_disk
from extractor.archive.batches.service import UnknownThereError
from extractor.archive.budget import NOTHING, Budget, Spending
from extractor.archive.keeping import at_most
from extractor.archive.ledger import Ledger
from extractor.archive.submissions import Awaited, Submission
from extractor.dialogue.fixed import schema_of
from extractor.errors import ModelError, RefusedError, UnreachableError
from extractor.exchange import Reply
from extractor.models.openai import Way
from extractor.models.retry import TransientError
from extractor.models.status import StatusFault
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

MAX_BATCHES = 3
"""In how many batches a request is made at most before it counts as not answered."""

_log = logging.getLogger(__name__)
_UNBILLED = frozenset({"failed", "expired", "cancelled"})
"""How batches end that bill what they have answered, and nothing else."""


@dataclass
class _Late:
    """What a batch has answered of what was taken out of it.

    Attributes:
        n_answers: how many answers.
        n_used: those to requests that were not made again since.
    """

    n_answers: int = 0
    n_used: int = 0

    def __str__(self) -> str:
        answers = "1 answer" if self.n_answers == 1 else f"{self.n_answers} answers"
        return (
            f"brought {answers} to what was taken out of it; {self.n_used} used, "
            f"{self.n_answers - self.n_used} asked for again since, and so paid twice"
        )


class Collector:
    """Keeps the results of batches; what it has kept of one before is passed over.

    Args:
        ledger: where they are kept.
        provider: where they come from.
        budget: where what was set aside is settled.
    """

    def __init__(self, ledger: Ledger, provider: Provider, budget: Budget) -> None:
        self._ledger = ledger
        self._provider = provider
        self._budget = budget
        self._late = _Late()

    async def collect(self, submission: Submission, batch: Batch) -> None:
        """Keep all that an ended batch has brought; what it has not is to be asked again.

        Args:
            submission: what was submitted.
            batch: the batch, which has ended.
        """
        self._late = _Late()
        for file in filter(None, (batch.output_file_id, batch.error_file_id)):
            await self._read(submission, batch, file)
        if self._late.n_answers:
            _log.warning("%s: %s", submission.batch, self._late)
        self._miss_the_rest(submission, batch)
        self._ledger.submissions.end(submission)

    def refuse(self, submission: Submission, failure: Failure) -> None:
        """Take back a batch that was refused as a whole; the requests that are to blame fail.

        Args:
            submission: what was submitted.
            failure: why it was refused.
        """
        for line, reason in failure.by_line.items():
            awaited = self._ledger.submissions.at_line(submission, line)
            if awaited is not None and not awaited.is_answered:
                said = f"{self._provider.name} does not accept the request in a batch ({reason})"
                self._miss(submission, awaited, RefusedError(said), NO_TOKENS)
        for awaited in self._ledger.submissions.unanswered(submission):
            self._budget.settle(awaited.worst, NOTHING)
        self._ledger.submissions.release(submission, reason=failure.reason)

    def lose(self, submission: Submission, reason: str) -> None:
        """Give up a batch that the provider does not know any more; it may have been billed."""
        for awaited in self._ledger.submissions.unanswered(submission):
            self._again(submission, awaited, reason, UNKNOWN_TRY)
        self._ledger.submissions.end(submission, reason=reason)

    async def _read(self, submission: Submission, batch: Batch, file: str) -> None:
        """Keep what a file says; one that is no longer there says nothing."""
        path = self._provider.folder / f"figurebook-{submission.run}.results"
        with on_disk(path):
            path.parent.mkdir(exist_ok=True)
            try:
                await self._provider.service.download(file, path)
                with path.open("rb") as lines:
                    for line in lines:
                        self._take(submission, batch, line)
            except UnknownThereError as error:
                _log.warning("%s: %s", submission.batch, error)
            finally:
                path.unlink(missing_ok=True)

    def _take(self, submission: Submission, batch: Batch, line: bytes) -> None:
        """Keep what a line says; one that cannot be read says nothing."""
        try:
            result = read_result(line)
        except ValueError as error:
            _log.warning("%s: a line is passed over: %s", submission.batch, error)
            return
        awaited = self._ledger.submissions.awaited(submission, result.attempt)
        if awaited is None:
            _log.warning("%s: knows of an attempt %d", submission.batch, result.attempt)
        elif not awaited.is_answered:
            self._keep(submission, awaited, result, seconds=_seconds(batch))
        elif awaited.is_released:
            self._keep_late(submission, awaited, result, seconds=_seconds(batch))

    def _keep(
        self, submission: Submission, awaited: Awaited, result: Result, *, seconds: float
    ) -> None:
        try:
            reply = self._reply(submission, awaited, result)
        except TransientError as fault:
            self._again(submission, awaited, str(fault), fault.usage)
            if fault.wait_s == 0:  # it is asked otherwise, and that has been tried only now
                self._ledger.attempts.set_aside(awaited.id)
            return
        except ModelError as error:
            self._miss(submission, awaited, error, error.usage)
            return
        actual = self._keep_reply(submission, awaited, reply, seconds=seconds)
        self._budget.settle(awaited.worst, actual)

    def _keep_late(
        self, submission: Submission, awaited: Awaited, result: Result, *, seconds: float
    ) -> None:
        """Keep the answer to a request that was taken out of its batch; its worst case was spent."""
        try:
            reply = self._reply(submission, awaited, result)
        except (TransientError, ModelError):
            return
        actual = self._keep_reply(submission, awaited, reply, seconds=seconds)
        self._budget.settle(NOTHING, actual - awaited.worst)
        self._late.n_answers += 1
        self._late.n_used += self._ledger.attempts.take_up(awaited.id)

    def _keep_reply(
        self, submission: Submission, awaited: Awaited, reply: Reply, *, seconds: float
    ) -> Spending:
        """Keep a reply, and return what it may have cost at most."""
        missed = self._ledger.submissions.missed(submission, awaited)
        actual = at_most(reply.usage, awaited.worst, self._provider.prices[submission.model])
        whole = Reply(
            reply.text,
            finish=reply.finish,
            usage=sum(missed, reply.usage),
            seconds=seconds,
            tries=len(missed) + 1,
            served_by=reply.served_by,
            service=submission.service,
        )
        self._ledger.attempts.keep(awaited.id, whole, spent=(actual.usd, actual.tokens))
        return actual

    def _reply(self, submission: Submission, awaited: Awaited, result: Result) -> Reply:
        """Read a result as the live route reads an answer.

        Raises:
            TransientError: it is none, and the same may be answered another time.
            ModelError: there will be none.
        """
        model = self._provider.models[submission.model]
        way = Way(submission.way["form"], tuple(submission.way["fields"]))
        if result.status is None:
            raise TransientError(result.fault)
        if result.status == 200:
            return model.read_answer(result.body_bytes, way, schema=schema_of(awaited.purpose))
        return model.read_fault(StatusFault.read(result.status, {}, result.body), way)

    def _miss_the_rest(self, submission: Submission, batch: Batch) -> None:
        """Note that requests have no result; nobody can tell what those took that were answered."""
        counts = batch.request_counts
        n_answered = self._ledger.submissions.n_answered(submission)
        is_known = counts is not None and n_answered >= counts.completed
        usage = NO_TOKENS if is_known and batch.status in _UNBILLED else UNKNOWN_TRY
        for awaited in self._ledger.submissions.unanswered(submission):
            fault = f"the batch {batch.id} is {batch.status}, and brought nothing"
            self._again(submission, awaited, fault, usage)

    def _again(self, submission: Submission, awaited: Awaited, fault: str, usage: Usage) -> None:
        """Let a request be made again, unless it has been often enough."""
        n_batches = len(self._ledger.submissions.missed(submission, awaited)) + 1
        error: Exception = TransientError(fault)
        if n_batches >= MAX_BATCHES:
            error = UnreachableError(
                f"{submission.service} gave no answer in {n_batches} batches; the last: {fault}"
            )
        self._miss(submission, awaited, error, usage)

    def _miss(
        self, submission: Submission, awaited: Awaited, error: Exception, usage: Usage
    ) -> None:
        actual = at_most(usage, awaited.worst, self._provider.prices[submission.model])
        spent = (actual.usd, actual.tokens)
        self._ledger.attempts.miss(awaited.id, error, usage, spent=spent)
        self._budget.settle(awaited.worst, actual)


def _seconds(batch: Batch) -> float:
    """Return how long a batch has taken."""
    ended_at = batch.completed_at or batch.expired_at or batch.cancelled_at
    begun_at = getattr(batch, "created_at", None)  # not every service says so
    return max(float(ended_at - begun_at), 0.0) if ended_at and begun_at else 0.0
