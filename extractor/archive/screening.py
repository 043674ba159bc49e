"""Screening: what is known of an article without asking about it, once its figures are found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.near_duplicates import are_alike, figures_keys
from extractor.article import Article
from extractor.exchange import Reply, Request
from extractor.figures import Figure
from extractor.models.base import Model

TRIAGE_MARGIN = 3.0
"""How far below the score of an event an article has to be before it is left out unread."""


class Screened(Exception):  # noqa: N818  it is no error
    """An article need not be asked about."""


class Skipped(Screened):
    """The triage finds no event in it; the text is the reason."""


class Duplicate(Screened):
    """It is another article's near-duplicate.

    Attributes:
        of: the other article's number in the ledger.
    """

    def __init__(self, of: int) -> None:
        super().__init__(f"a near-duplicate of article {of}")
        self.of = of


Screen = Callable[[Article, Sequence[Figure]], None]
"""Raises `Screened` for an article that need not be asked about."""


@dataclass(frozen=True)
class Screening:
    """What a run knows of articles without asking.

    Attributes:
        ledger: where near-duplicates are looked for.
        triages: whether articles without an event are left out.
        links: whether near-duplicates are linked to the first one, instead of asked about.
    """

    ledger: Ledger
    triages: bool
    links: bool

    def screen(self, job: Job, article: Article, figures: Sequence[Figure]) -> None:
        """Let a job pass that has to be asked about.

        Raises:
            Screened: it need not be.
        """
        if self.triages and not job.is_answered:
            triage(article, figures)
        if self.links:
            self.link(job, figures_keys(article.text, figures))

    def link(self, job: Job, keys: Sequence[str]) -> None:
        """Let a job pass whose article is no other one's near-duplicate, or has an answer of its own.

        Args:
            job: the job.
            keys: what `figures_keys` says of its article.

        Raises:
            Duplicate: it is one.
        """
        if not (self.links and keys):
            return
        for article_id, text in self.ledger.note_figures(job, keys):
            if not job.is_answered and are_alike(text, job.article.text):
                raise Duplicate(article_id)


class ScreeningModel:
    """A model that is asked only about what passes a screen.

    The screen is asked at the first request, whose figures the dialogue has found for itself.

    Args:
        model: who answers.
        screen: what an article has to pass.
    """

    def __init__(self, model: Model, screen: Screen) -> None:
        self.name = model.name
        self.repairs = model.repairs
        self._model = model
        self._screen = screen
        self._is_screened = False

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Answer a request.

        Raises:
            Screened: the article need not be asked about.
        """
        if not self._is_screened:
            self._screen(request.article, request.figures)
            self._is_screened = True
        return await self._model.answer(request, timeout_s=timeout_s)


def triage(article: Article, figures: Sequence[Figure]) -> None:
    """Leave out an article that plainly tells of no event.

    It is judged by rules, as `rules` does it, but for a margin: what they are not sure of is asked.

    Raises:
        Skipped: it tells of none.
    """
    from extractor.models.rules.news.classification import ENOUGH, weigh
    from extractor.models.rules.reading.reading import Reading

    evidence = weigh(Reading(article, figures))
    if evidence.score < ENOUGH - TRIAGE_MARGIN:
        raise Skipped(evidence.kind)
