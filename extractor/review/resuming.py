"""Resuming: whether a journal that is there still says something about the article as it is by now."""

from pathlib import Path
from typing import NamedTuple

from extractor.review.journal import Journal, basis_of, is_begun, set_aside
from extractor.review.sources import Material


class Resumed(NamedTuple):
    """What there is to go on with.

    Attributes:
        journal: the journal; None where the article has to be opened anew.
        notice: what the labeller should know about it; empty where that is nothing.
    """

    journal: Journal | None = None
    notice: str = ""


def resumed(path: Path, material: Material, maker: str) -> Resumed:
    """Return the journal of an article, unless it is about what is no longer so.

    No step is ever thrown away: a journal of another text, or of labels that were changed elsewhere
    after they were saved, is set aside; edits that were not saved go on.

    Args:
        path: where the journal would be.
        material: the article and what is there to begin from.
        maker: who would make the labels, were they to be made anew.

    Raises:
        UsageError: the journal cannot be read or moved.
    """
    if not is_begun(path):
        return Resumed()
    journal = Journal(path)
    if journal.opened.article != material.article.sha256:
        aside = set_aside(path)
        return Resumed(None, f"The article’s text was changed; earlier edits are kept in {aside}.")
    is_touched = journal.version or journal.saved_version is not None
    if not is_touched and (journal.opened.maker, journal.saved_basis) != (maker, basis(material)):
        path.unlink()  # it says nothing that is not made anew
        return Resumed()
    return _compared(journal, material)


def _compared(journal: Journal, material: Material) -> Resumed:
    """Return a journal that goes on, and whether what it was made of has changed since."""
    if journal.saved_basis == basis(material):
        return Resumed(journal)
    labels = journal.labels
    if (labels.record, labels.source) == (material.record, material.source):
        journal.saved(basis(material))  # the process ended just after it had saved them
        return Resumed(journal)
    if journal.is_saved:
        aside = set_aside(journal.path)
        return Resumed(None, f"It was changed elsewhere since; earlier steps are kept in {aside}.")
    return Resumed(
        journal, "It was changed elsewhere since; saving puts these edits in place of that."
    )


def basis(material: Material) -> str:
    """Return a digest of what labels are made of, as far as it is there."""
    if material.sides is not None:
        return basis_of([material.sides.a.record, material.sides.b.record])
    if material.record is None and material.answer is not None:
        return basis_of(material.answer.record.model_dump(mode="json"))
    return basis_of(material.record)
