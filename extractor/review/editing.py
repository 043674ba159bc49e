"""Carrying out edits: each gives new labels, or is refused with a sentence; nothing is half done."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from extractor.evals.gold_rules import breaches
from extractor.figures import find_figures
from extractor.review import edits as said
from extractor.review.adjudication import picked
from extractor.review.edits import RefusedError, as_published
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.marking import figure_marked, figure_unmarked
from extractor.review.placing import figure_placed
from extractor.review.pointers import APPEND, put, split
from extractor.review.removing import moved, removed, there
from extractor.review.wording import date_set, event_added, item_added, readings_set, text_set

_CHOICE = re.compile(
    r"/event/stage|/shares/\d+/(?:stage|dimension|of)|/projects/\d+/shares/-"
    r"|/(?:event/total|(?:shares|projects|agreements)/\d+)/amounts/\d+/kind"
    r"|/shares/\d+/percents/\d+/of"
)


def edited(labelling: Labelling, edits: Sequence[said.Edit]) -> Labelling:
    """Return a labelling after some edits, made one after the other.

    Raises:
        RefusedError: one of them cannot be made; none is.
    """
    for edit in edits:
        labelling = _with(labelling, _HANDLERS[type(edit)](labelling, edit))
    return labelling


def _with(before: Labelling, labels: Labels) -> Labelling:
    """Return a labelling with other labels, found right in form.

    Raises:
        RefusedError: the record would break the record format.
    """
    article, found = before.article, before.found
    published = labels.source["published"]
    if published != before.labels.source["published"]:
        article = replace(article, published=published and date.fromisoformat(published))
        found = find_figures(article.text, published=article.published)
    after = replace(before, article=article, found=found, labels=labels)
    if labels.record != before.labels.record:
        fault = next(breaches(labels.record, article.text), None)
        if fault is not None:
            raise RefusedError(fault)
        try:
            _ = after.record
        except ValidationError as error:
            raise RefusedError(said.fault_of(error)) from None
    return after


def _choice_set(labelling: Labelling, edit: said.SetChoice) -> Labels:
    labels = labelling.labels.copied()
    if not _CHOICE.fullmatch(edit.at):
        raise RefusedError(f"no code goes to {edit.at}")
    holder, last = split(edit.at)
    members = there(labels.record, holder if last == APPEND else edit.at)
    if last == APPEND and edit.value in members:
        raise RefusedError(f"the project is in {edit.value} already")
    put(labels.record, edit.at, edit.value)
    return labels


def _put_aside(labelling: Labelling, edit: said.PutAside) -> Labels:
    known = labelling.subject.figures_by_id
    for figure in edit.figures:
        if figure not in known:
            raise RefusedError(f"there is no figure [{figure}]")
        if labelling.subject.uses.get(figure):
            raise RefusedError(f"[{figure}] is used in the record; take it out there first")
    labels = labelling.labels
    return replace(labels, background=labels.background.union(edit.figures))


def _taken_back(labelling: Labelling, edit: said.TakeBack) -> Labels:
    labels = labelling.labels
    return replace(labels, background=labels.background.difference(edit.figures))


def _accepted(labelling: Labelling, edit: said.Accept) -> Labels:
    violations = labelling.violations
    if edit.violation >= len(violations):
        raise RefusedError("there is no such violation any more")
    violation = violations[edit.violation]
    if not violation.disputable:
        raise RefusedError("this cannot stand as it is; mend the record")
    labels = labelling.labels
    return replace(labels, accepted=labels.accepted | {violation.key})


def _source_set(labelling: Labelling, edit: said.SetSource) -> Labels:
    given = edit.model_dump(mode="json", exclude_unset=True, exclude={"op"})
    if given.get("published"):
        given["published"] = as_published(given["published"])
    given |= {"published": None} if given.get("published") == "" else {}
    if any(value is None for key, value in given.items() if key != "published"):
        raise RefusedError("language, origin and traits cannot be null")
    return replace(labelling.labels, source={**labelling.labels.source, **given})


_HANDLERS: dict[type[said.Edit], Callable[[Labelling, Any], Labels]] = {
    said.AddEvent: event_added,
    said.AddItem: item_added,
    said.SetText: text_set,
    said.SetDate: date_set,
    said.SetChoice: _choice_set,
    said.PlaceFigure: figure_placed,
    said.Remove: removed,
    said.Move: moved,
    said.SetReadings: readings_set,
    said.PutAside: _put_aside,
    said.TakeBack: _taken_back,
    said.MarkFigure: figure_marked,
    said.UnmarkFigure: figure_unmarked,
    said.Accept: _accepted,
    said.SetSource: _source_set,
    said.Pick: picked,
}
