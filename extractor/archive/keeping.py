"""A model whose replies are kept before they are used, and that is never asked the same twice.

The dialogue asks the same again when a job is taken up a second time; what the ledger has kept
answers it, so that it goes on where it was cut short.
"""

import time
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor import errors
from extractor.archive.attempts import Attempts, KeptAttempt
from extractor.archive.budget import NOTHING, Budget, Spending, worst_case
from extractor.archive.pace import Pace
from extractor.archive.stops import Interrupted
from extractor.errors import ModelError, RefusedError
from extractor.exchange import Reply, Request
from extractor.models.base import Model
from extractor.models.watch import WATCH
from extractor.prices import Price, cost_of
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

_BYTES_A_TOKEN = 4
"""About; only the pace reckons with it."""


@dataclass
class Gates:
    """What every request of a run has to pass.

    Attributes:
        attempts: the ledger's attempts.
        budget: what may be spent.
        pace: when requests may go.
        max_output_tokens: what services are told to write at most.
        is_stopping: whether no further request is to be made.
    """

    attempts: Attempts
    budget: Budget
    pace: Pace
    max_output_tokens: int
    is_stopping: bool = False


class KeptReplies:
    """What is kept of one job's requests, given out once each.

    Args:
        attempts: the job's attempts that have an end, in their order.
    """

    def __init__(self, attempts: Iterable[KeptAttempt] = ()) -> None:
        self._kept: defaultdict[tuple[str, str], deque[KeptAttempt]] = defaultdict(deque)
        for attempt in attempts:
            self._kept[attempt.key].append(attempt)

    def recall(self, model: str, request: Request) -> Reply | None:
        """Return the next reply that is kept of a request; None where it has to be asked.

        Raises:
            ModelError: as the model raised it when it was asked before.
        """
        if not self._kept:
            return None
        attempts = self._kept[model, request.sha256]
        while attempts:
            kept = attempts.popleft()
            if kept.reply is not None:
                return kept.reply
            if (error := _raised_before(kept)) is not None:
                raise error
        return None


class Account:
    """What one job has been answered, and the time it has left.

    Args:
        job: the job's number.
        gates: what its requests have to pass.
        timeout_s: seconds for all of its requests; waiting in line is not counted.
        is_begun: whether the ledger may have replies for it.
    """

    def __init__(self, job: int, gates: Gates, *, timeout_s: float, is_begun: bool) -> None:
        self.job = job
        self.gates = gates
        self.left_s = timeout_s
        self.kept = KeptReplies(gates.attempts.kept(job) if is_begun else ())


class KeepingModel:
    """A model that another one answers for, through the ledger and the gates.

    Args:
        model: who answers.
        account: the job's.
        price: what its tokens cost, where that is known before it is asked.
        n_left: how many models, this one included, share the time that is left.
    """

    def __init__(self, model: Model, account: Account, *, price: Price | None, n_left: int) -> None:
        self.name = model.name
        self.repairs = model.repairs
        self._model = model
        self._account = account
        self._price = price
        self._n_left = n_left

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002  the account's time counts
        """Give the reply that is kept, else ask and keep what comes.

        Raises:
            ModelError: as the model raises it, now or when it was asked before.
            Stop: the run makes no further request.
        """
        account = self._account
        kept = account.kept.recall(self.name, request)
        if kept is not None:
            return kept
        asking = _Asking(self.name, account, request, self._price)
        before = WATCH.set(asking)
        started = time.monotonic()
        try:
            reply = await self._model.answer(request, timeout_s=account.left_s / self._n_left)
        except (ModelError, errors.UsageError) as error:
            asking.missed(error, getattr(error, "usage", NO_TOKENS))
            raise
        except BaseException as error:
            asking.missed(error, UNKNOWN_TRY if asking.is_sent else NO_TOKENS)
            raise
        finally:
            WATCH.reset(before)
            asking.close()
            account.left_s -= time.monotonic() - started - asking.waited_s
        asking.keep(reply)
        return reply


class _Asking:
    """The watch on one request: it waits for its turn, and accounts for each try.

    Attributes:
        waited_s: how long tries have waited in line.
    """

    def __init__(self, model: str, account: Account, request: Request, price: Price | None) -> None:
        self.waited_s = 0.0
        self._model = model
        self._account = account
        self._gates = account.gates
        self._request = request
        self._price = price
        self._attempt: int | None = None
        self._worst = NOTHING
        self._spent = NOTHING
        self._begun_at: float | None = None

    @property
    def is_sent(self) -> bool:
        """Whether a try is in flight, or may have been billed."""
        return self._begun_at is not None or self._spent != NOTHING

    async def turn(self) -> None:
        """Wait until the next try may go; note it and what it may cost before it does.

        Raises:
            Stop: the run makes no further request.
        """
        gates = self._gates
        self._raise_if_stopping()
        self._worst = self._worst_case()
        came_at = time.monotonic()
        await gates.budget.set_aside(self._worst)
        try:
            n_tokens = (self._worst.tokens - gates.max_output_tokens) // _BYTES_A_TOKEN
            self._begun_at = await gates.pace.turn(n_tokens)
        except BaseException:
            gates.budget.settle(self._worst, NOTHING)
            raise
        self.waited_s += time.monotonic() - came_at
        self._raise_if_stopping()
        risk = self._spent + self._worst
        if self._attempt is None:
            self._attempt = self._ask(risk)
        else:
            gates.attempts.risk(self._attempt, risk.usd, risk.tokens)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Pass an answer's headers on."""
        self._gates.pace.heard(headers)

    def ended(self, usage: Usage, fault: Exception | None) -> None:
        """Account for a try; one that may have been billed counts with its worst case."""
        if self._begun_at is None:
            return
        self._gates.pace.ended(begun_at=self._begun_at, fault=fault)
        actual = at_most(usage, self._worst, self._price)
        self._gates.budget.settle(self._worst, actual)
        self._spent += actual
        self._begun_at = None

    def close(self) -> None:
        """Give back what a try has that never came to its end."""
        self.ended(NO_TOKENS, None)

    def keep(self, reply: Reply) -> None:
        """Keep the reply."""
        attempt = self._ask(NOTHING) if self._attempt is None else self._attempt
        self._gates.attempts.keep(attempt, reply, spent=(self._spent.usd, self._spent.tokens))

    def missed(self, error: BaseException, usage: Usage) -> None:
        """Note why there is no reply; of a request that never went, nothing but a failure."""
        if self._attempt is None and not isinstance(error, ModelError | errors.UsageError):
            return
        attempt = self._ask(NOTHING) if self._attempt is None else self._attempt
        spent = (self._spent.usd, self._spent.tokens)
        self._gates.attempts.miss(attempt, error, usage, spent=spent)

    def _ask(self, risk: Spending) -> int:
        return self._gates.attempts.ask(
            self._account.job, self._model, self._request, risk=(risk.usd, risk.tokens)
        )

    def _worst_case(self) -> Spending:
        worst = worst_case(
            self._request, self._price, max_output_tokens=self._gates.max_output_tokens
        )
        if worst.usd is None and self._gates.budget.is_in_money:
            raise RefusedError(
                f"what a request of {worst.tokens:,} tokens costs is not known; give --price"
            )
        return worst

    def _raise_if_stopping(self) -> None:
        if self._gates.is_stopping:
            raise Interrupted("the run was asked to end")


def at_most(usage: Usage, worst: Spending, price: Price | None) -> Spending:
    """Return what a try may have cost at most: what it says, else the worst case.

    Args:
        usage: what it says.
        worst: what was set aside for it.
        price: what tokens cost; where that is not known, the worst case's money stands.
    """
    if usage.unknown_tries or usage.input_tokens is None or usage.output_tokens is None:
        return worst
    usd = cost_of(usage, price)
    return Spending(worst.usd if usd is None else usd, usage.input_tokens + usage.output_tokens)


def _raised_before(kept: KeptAttempt) -> ModelError | None:
    """Return what was raised when a request was made before; None where the run was cut short."""
    kind = getattr(errors, kept.kind or "", None)
    if not (isinstance(kind, type) and issubclass(kind, ModelError)):
        return None
    error: ModelError = kind(kept.fault or "", usage=kept.usage)
    return error
