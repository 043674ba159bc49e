"""The desk: the articles under review, each with its journal, its version and what the checks say."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from extractor.article import Article
from extractor.errors import UsageError
from extractor.figures import Figure, find_figures
from extractor.review.adjudication import adjudicated, open_differences
from extractor.review.editing import edited
from extractor.review.edits import AnyEdit, RefusedError
from extractor.review.journal import (
    LABELS,
    Journal,
    Opened,
    StaleError,
    basis_of,
    is_begun,
    set_aside,
)
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.opening import opened, opened_with_evidence
from extractor.review.sources import Answer, Entry, Material, Source

Prefill = Callable[[Article], Answer]
"""Asks a model about an article."""

BLANK = "blank"
MOST_PREFILLED = 200_000
"""Characters of the longest article that a model fills in here: a page is waiting."""

State = Literal["new", "edited", "saved", "broken"]


class UnknownArticleError(LookupError):
    """There is no article of this id."""


class UnsaveableError(Exception):
    """Labels that cannot be saved as they are; the text is one sentence."""


class Work:
    """One article under review; its methods are called under its lock.

    Args:
        entry: which article.
        material: what is there to begin from.
        found: the figures of its article.
        journal: its steps.
        labeller: who says so.
        notices: what the labeller should know about how it was opened.
    """

    def __init__(
        self,
        entry: Entry,
        material: Material,
        found: tuple[Figure, ...],
        journal: Journal,
        *,
        labeller: str,
        notices: Sequence[str],
    ) -> None:
        self.entry = entry
        self.journal = journal
        self.notices = tuple(notices)
        self.lock = threading.Lock()
        self._material = material
        self._found = (material.article, found)
        self._labeller = labeller
        self._labelling = self._resolved()

    @property
    def labelling(self) -> Labelling:
        """The article with its labels as they stand."""
        return self._labelling

    def edit(self, version: int, edits: Sequence[AnyEdit]) -> Labelling:
        """Make edits together, or none of them; return the labelling as it was before.

        Raises:
            StaleError: the labels are of another version.
            RefusedError: one of the edits cannot be made.
        """
        before = self._check(version)
        after = edited(before, edits)
        said = [edit.model_dump(mode="json", exclude_unset=True) for edit in edits]
        with self._written():
            self.journal.record(said, after.labels)
        self._labelling = after
        return before

    def step(self, version: int, *, back: bool) -> Labelling:
        """Undo or redo a step; return the labelling as it was before.

        Raises:
            StaleError: the labels are of another version.
            RefusedError: there is no such step.
        """
        before = self._check(version)
        if not (self.journal.can_undo if back else self.journal.can_redo):
            raise RefusedError("there is nothing to undo" if back else "there is nothing to redo")
        with self._written():
            self.journal.undo() if back else self.journal.redo()
        self._labelling = self._resolved()
        return before

    def save(self, version: int, source: Source) -> str:
        """Save the labels, and return where.

        Raises:
            StaleError: the labels are of another version.
            UnsaveableError: something is missing.
            ExtractorError: they cannot be written.
        """
        labelling = self._check(version)
        n_open = len([*open_differences(labelling)])
        if n_open:
            raise UnsaveableError(f"pick a side in the differences first; {n_open} are open")
        place = source.save(self.entry, labelling.article, labelling.labels)
        adjudicates = self._material.sides is not None
        with self._written():
            self.journal.saved(
                _basis(self._material) if adjudicates else basis_of(labelling.labels.record)
            )
        self.notices = ()
        return place

    def refresh(self) -> None:
        """Take in what another process has written to the journal."""
        if not self.journal.is_current():
            self.journal.refresh()
            self._labelling = self._resolved()

    def _check(self, version: int) -> Labelling:
        self.refresh()
        if version != self.journal.version:
            raise StaleError
        return self._labelling

    @contextmanager
    def _written(self) -> Iterator[None]:
        """Take in what another process has written, where it came first."""
        try:
            yield
        except StaleError:
            self.refresh()
            raise

    def _resolved(self) -> Labelling:
        article, labels = self._material.article, self.journal.labels
        published = labels.source["published"]
        article = replace(article, published=published and date.fromisoformat(published))
        known, found = self._found
        if known.published == article.published:
            article = known
        else:
            found = find_figures(article.text, published=article.published)
            self._found = (article, found)
        return Labelling(article, found, labels, self._labeller, self._material.sides)


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
        journal = self._kept_journal(entry, material, maker, notices)
        if journal is None:
            labels = self._first_labels(material, maker, found)
            begun = Opened(article.sha256, _basis(material), labels, entry.name, maker)
            journal = Journal(self._journal_path(entry), begun)
        return Work(
            entry, material, found, journal, labeller=self.labeller or "review", notices=notices
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

    def _kept_journal(
        self, entry: Entry, material: Material, maker: str, notices: list[str]
    ) -> Journal | None:
        """Return the journal that is there, unless it is about what is no longer so."""
        path = self._journal_path(entry)
        if not is_begun(path):
            return None
        journal = Journal(path)
        if journal.opened.article != material.article.sha256:
            aside = set_aside(path)
            notices.append(f"The article’s text was changed; earlier edits are kept in {aside}.")
            return None
        is_untouched = not journal.version and journal.saved_version is None
        if is_untouched and (journal.opened.maker, journal.saved_basis) != (
            maker,
            _basis(material),
        ):
            path.unlink()  # it says nothing that is not made anew
            return None
        if journal.saved_basis == _basis(material):
            return journal
        if journal.is_saved:
            aside = set_aside(path)
            notices.append(f"It was changed elsewhere since; earlier steps are kept in {aside}.")
            return None
        notices.append("It was changed elsewhere since; saving puts these edits in place of that.")
        return journal

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


def _basis(material: Material) -> str:
    """Return a digest of what the labels are made of, as far as it is there."""
    if material.sides is not None:
        return basis_of([material.sides.a.record, material.sides.b.record])
    if material.record is None and material.answer is not None:
        return basis_of(material.answer.record.model_dump(mode="json"))
    return basis_of(material.record)


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
