"""One article under review: its journal, what its labels come to, and the steps that are taken."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from extractor.figures import Figure, find_figures
from extractor.review.adjudication import open_differences
from extractor.review.editing import edited
from extractor.review.edits import AnyEdit, RefusedError
from extractor.review.journal import Journal, StaleError, basis_of
from extractor.review.labelling import Labelling
from extractor.review.resuming import basis
from extractor.review.sources import Entry, Material, Source


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
                basis(self._material) if adjudicates else basis_of(labelling.labels.record)
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
