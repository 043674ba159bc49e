"""Who answers a job between batches: the replies that the ledger has kept, as far as they go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from extractor.archive.answering import ask_all
from extractor.archive.attempts import Attempts
from extractor.archive.job import Job
from extractor.archive.keeping import KeptReplies
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Screening, ScreeningModel
from extractor.archive.stops import Stop
from extractor.exchange import Reply, Request
from extractor.models.base import Model
from extractor.prices import Price


class Waits(Stop):
    """A job waits for a reply, which the next batch is to bring.

    Attributes:
        model: the name of who is to be asked.
        request: what is to be asked.
    """

    def __init__(self, model: str, request: Request) -> None:
        super().__init__(f"a {request.purpose} is to be asked of {model}")
        self.model = model
        self.request = request


class _RecallingModel:
    """A model that knows what it has said before, and asks nobody."""

    def __init__(self, name: str, kept: KeptReplies) -> None:
        self.name = name
        self.repairs = True
        self._kept = kept

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002  it takes none
        """Give the reply that is kept.

        Raises:
            ModelError: as it was raised before.
            Waits: there is none yet.
        """
        reply = self._kept.recall(self.name, request)
        if reply is None:
            raise Waits(self.name, request)
        return reply


@dataclass(frozen=True)
class Replies:
    """The replies that are kept; see `Answering`.

    Attributes:
        attempts: the ledger's attempts.
        recipe: what is asked with.
        screening: what a job has to pass before it is asked about.
        price: what the user says that tokens cost.
    """

    attempts: Attempts
    recipe: Recipe
    screening: Screening
    price: Price | None

    async def answer(self, job: Job) -> Outcome:
        """Extract from a job's article.

        Raises:
            Waits: a request waits for a reply.
            Screened: it need not be asked about.
            ModelError: there was no answer.
        """
        kept = KeptReplies(self.attempts.kept(job.id) if job.is_begun else ())
        return await ask_all(job.article, self._models(job, kept), self.recipe, price=self.price)

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""

    def _models(self, job: Job, kept: KeptReplies) -> Sequence[Model]:
        models: list[Model] = [_RecallingModel(name, kept) for name in self.recipe.models]
        if not job.is_begun:
            models[0] = ScreeningModel(models[0], partial(self.screening.screen, job))
        return models
