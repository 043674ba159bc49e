"""The desk: the articles under review, opened with what is there or what a model fills in."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from extractor.article import Article
from extractor.errors import UsageError
from extractor.extraction import Status
from extractor.figures import Figure, find_figures
from extractor.review.adjudication import adjudicated
from extractor.review.journal import LABELS, Journal, Opened
from extractor.review.labelling import NOBODY
from extractor.review.labels import Labels
from extractor.review.opening import opened, opened_with_evidence
from extractor.review.resuming import basis, resumed
from extractor.review.sources import Answer, Entry, Material, Source
from extractor.review.work import Work

Prefill = Callable[[Article], Answer]
"""Asks a model about an article."""

BLANK = "blank"
MOST_PREFILLED = 1_000_000
"""Characters of the longest article that a model fills in here: a page is waiting."""

State = Literal["new", "edited", "saved", "broken"]


class UnknownArticleError(LookupError):
    """There is no article of this id."""


class Desk:
    """All articles under review.

    Args:
        source: where they are.
        prefill: a model's name, and what asks it about an article without labels; None leaves that
            blank.
        labeller: who labels.
    """

    def __init__(
        self,
        source: Source,
        *,
        prefill: tuple[str, Prefill] | None = None,
        labeller: str | None = None,
    ) -> None:
        self.source = source
        self.model = BLANK if prefill is None else prefill[0]
        self._prefill = None if prefill is None else prefill[1]
        self.labeller = labeller
        self._entries = {entry.id: entry for entry in source.entries()}
        self._works: dict[str, Work] = {}
        self._opening = {id_: threading.Lock() for id_ in self._entries}
        self._faults: dict[str, str] = {}
        self._seen: dict[Path, tuple[tuple[int, int], State]] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        """The articles in the order in which they are offered."""
        return [*self._entries.values()]

    def state(self, entry: Entry) -> tuple[State, str | None]:
        """Return how far an article is, and what is wrong with a broken one."""
        if entry.id in self._faults:
            return "broken", self._faults[entry.id]
        work = self._works.get(entry.id)
        path = self._journal_path(entry)
        try:
            if work is None and not path.exists():
                return ("saved" if entry.has_labels else "new"), None
            return (_state_of(work.journal) if work is not None else self._glance(path)), None
        except UsageError as error:
            return "broken", str(error)

    def status(self, entry: Entry) -> Status | None:
        """Return how an article stands, as far as that is known without opening it."""
        work = self._works.get(entry.id)
        return entry.status if work is None else work.labelling.status

    def work(self, id_: str, *, blank: bool = False) -> Work:
        """Return an article under review, opened where it is not yet.

        Args:
            id_: the article's id.
            blank: begin without a model's answer.

        Raises:
            UnknownArticleError: there is no such article.
            UsageError: it cannot be read, or its labels cannot.
            ModelError: the model gave no answer.
        """
        entry = self._entries.get(id_)
        if entry is None:
            raise UnknownArticleError(id_)
        with self._opening[id_]:  # a slow model holds up its own article only
            if id_ not in self._works:
                try:
                    self._works[id_] = self._opened(entry, blank=blank)
                except UsageError as error:
                    self._faults[id_] = str(error)
                    raise
                self._faults.pop(id_, None)
            return self._works[id_]

    def _glance(self, path: Path) -> State:
        """Return the state that a journal tells, read again only where it was written to."""
        about = path.stat()
        stamp = (about.st_mtime_ns, about.st_size)
        seen = self._seen.get(path)
        if seen is None or seen[0] != stamp:
            seen = self._seen[path] = (stamp, _state_of(Journal(path)))
        return seen[1]

    def _journal_path(self, entry: Entry) -> Path:
        return self.source.journals / f"{entry.id}.jsonl"

    def _opened(self, entry: Entry, *, blank: bool) -> Work:
        material = self.source.material(entry)
        article = material.article
        found = find_figures(article.text, published=article.published)
        notices: list[str] = []
        maker = self._maker(material, blank=blank, notices=notices)
        journal, notice = resumed(self._journal_path(entry), material, maker)
        notices += [notice] if notice else []
        if journal is None:
            labels = self._first_labels(material, maker, found)
            begun = Opened(article.sha256, basis(material), labels, entry.name, maker)
            journal = Journal(self._journal_path(entry), begun)
        return Work(
            entry, material, found, journal, labeller=self.labeller or NOBODY, notices=notices
        )

    def _maker(self, material: Material, *, blank: bool, notices: list[str]) -> str:
        """Return who makes the labels to begin with."""
        if material.record is not None:
            return LABELS
        if material.answer is not None:
            return material.answer.model
        if blank or self._prefill is None or material.sides is not None:
            return BLANK
        if len(material.article.text) > MOST_PREFILLED:
            notices.append("The article is too long to be filled in by a model here.")
            return BLANK
        return self.model

    def _first_labels(self, material: Material, maker: str, found: tuple[Figure, ...]) -> Labels:
        """Return the labels to begin with."""
        article = material.article
        if material.sides is not None:
            return adjudicated(material.source, material.sides, {}, article, found)
        if material.record is not None:
            return opened(material.source, material.record, article, found)
        answer = material.answer
        if answer is None and self._prefill is not None and maker != BLANK:
            answer = self._prefill(article)
        if answer is None:
            return Labels.blank(material.source)
        return opened_with_evidence(material.source, answer, article, found)


def _state_of(journal: Journal) -> State:
    if journal.is_saved:
        return "saved"
    return "edited" if journal.version else "new"


def asking(model: str | None) -> tuple[str, Prefill]:
    """Return what asks a model about articles, with the model's name before it.

    Args:
        model: a name, or several, as `extract` takes them.

    Raises:
        UsageError: there is no such model, or no key for it.
    """
    from extractor.api import chosen_models, extract

    models = chosen_models(model)

    def ask(article: Article) -> Answer:
        return Answer.of(extract(article, model=models))

    return ",".join(each.name for each in models), ask
