"""A labelling as JSON for the page: the record, its places, the figures with their roles, the checks."""

from collections.abc import Iterator
from typing import Any, get_args

from extractor.extraction import evidence_json
from extractor.figures import Figure
from extractor.record import (
    AmountKind,
    Dimension,
    Hedge,
    PercentBase,
    Stage,
    plain,
)
from extractor.report.fields import record_fields
from extractor.report.roles import MEANINGS, figure_roles
from extractor.review.adjudication import Comparison, Difference
from extractor.review.agreement import Agreement
from extractor.review.desk import Desk
from extractor.review.edits import MarkKind, Origin, SourceLanguage
from extractor.review.labelling import Labelling
from extractor.review.labels import Json
from extractor.review.marking import agrees
from extractor.review.placing import fits
from extractor.review.pointers import changes
from extractor.review.sources import Entry
from extractor.review.work import Work

CHOICES = {
    "stage": get_args(Stage),
    "dimension": get_args(Dimension),
    "kind": get_args(AmountKind),
    "of": get_args(PercentBase),
    "hedge": get_args(Hedge),
    "figure_kind": get_args(MarkKind),
    "language": get_args(SourceLanguage),
    "origin": get_args(Origin),
}
"""The codes of the record format, in the order in which they are offered."""


def session_json(desk: Desk, names: tuple[str, str] | None) -> Json:
    """Return what is reviewed here, and the codes that fields can have."""
    shown = {
        "title": desk.source.title,
        "source": desk.source.kind,
        "mode": "label" if names is None else "adjudicate",
        "labeller": desk.labeller,
        "model": desk.model,
        "n_articles": len(desk.entries),
        "choices": {name: list(codes) for name, codes in CHOICES.items()},
        "roles": [[role, meaning] for role, meaning in MEANINGS.items()],
    }
    return shown if names is None else shown | {"labellers": list(names)}


def entry_json(desk: Desk, entry: Entry) -> Json:
    """Return an article's line in the list."""
    state, fault = desk.state(entry)
    return {
        "id": entry.id,
        "name": entry.name,
        "place": entry.place,
        "state": state,
        "status": desk.status(entry),
        "risk": entry.risk,
        "reasons": [fault] if fault else list(entry.reasons),
    }


def work_json(work: Work, *, before: Labelling | None = None) -> Json:
    """Return an article's state, and what changed since a labelling before it."""
    labelling, journal = work.labelling, work.journal
    labels, extraction = labelling.labels, labelling.extraction
    return {
        "id": work.entry.id,
        "version": journal.version,
        "saved_version": journal.saved_version,
        "is_saved": journal.is_saved,
        "can_undo": journal.can_undo,
        "can_redo": journal.can_redo,
        "status": labelling.status,
        "source": labels.source,
        "record": labels.record,
        "evidence": evidence_json(labels.evidence),
        "fields": {
            pointer: {
                "name": field.name,
                "text": field.text,
                "exact": field.exact,
                "as_written": field.as_written,
                "checks": list(field.checks),
                "state": field.state,
            }
            for pointer, field in record_fields(extraction).items()
        },
        "figures": [*_figures(labelling)],
        "violations": [
            {
                "number": number,
                "figures": list(violation.figures),
                "disputable": violation.disputable,
                **violation.to_json(),
            }
            for number, violation in enumerate(labelling.violations)
        ],
        "findings": [finding.to_json() for finding in labelling.findings],
        "unplaced": [figure.id for figure in labelling.checked.unplaced],
        "background": sorted(labels.background),
        "computed": {pointer: plain(value) for pointer, value in labelling.computed.items()},
        "kept": list(labelling.kept),
        "notices": list(work.notices),
        "changed": [] if before is None else [*_changed(before, labelling)],
        "adjudication": _adjudication(labelling),
    }


def article_json(work: Work) -> Json:
    """Return an article with its text and state."""
    return {
        **work_json(work),
        "text": work.labelling.article.text,
        "name": work.entry.name,
        "place": work.entry.place,
    }


def figure_json(figure: Figure) -> Json:
    """Return what code reads."""
    shown = figure.to_json()
    return {key: shown[key] for key in ("kind", "value", "upper", "unit", "hedge")}


def _figures(labelling: Labelling) -> Iterator[Json]:
    roles = figure_roles(labelling.extraction)
    uses = labelling.subject.uses
    marks = {mark.id: mark for mark in labelling.labels.marks}
    for figure in labelling.figures:
        mark = marks.get(figure.id)
        yield {
            "id": figure.id,
            "start": figure.start,
            "end": figure.end,
            "kind": figure.kind,
            "value": None if figure.value is None else plain(figure.value),
            "upper": None if figure.upper is None else plain(figure.upper),
            "unit": figure.unit,
            "hedge": figure.hedge,
            "date": figure.date,
            "as_written": figure.as_written,
            "role": roles[figure.id],
            "uses": [entry.pointer for entry in uses.get(figure.id, ())],
            "marked": mark is not None,
            "agrees": None if mark is None else agrees(labelling, mark),
            "fits": fits(labelling, figure) if figure.kind in get_args(MarkKind) else [],
        }


def _changed(before: Labelling, after: Labelling) -> Iterator[str]:
    """Yield pointers of what a step changed in the record, then figures it changed."""
    for change in changes(before.labels.record, after.labels.record):
        yield change["path"]
    figures = before.labels.background ^ after.labels.background
    figures |= {mark.id for mark in {*before.labels.marks} ^ {*after.labels.marks}}
    for figure in sorted(figures):
        yield f"figure:{figure}"


def _adjudication(labelling: Labelling) -> Json | None:
    if labelling.sides is None:
        return None
    comparison, picks = Comparison(labelling.sides), labelling.labels.picks
    agreement = Agreement([labelling.sides])
    leaves = labelling.sides.score.leaves
    return {
        "a": "a",
        "b": "b",
        "f1": labelling.sides.f1,
        "n_agreed": sum(leaf.lenient == "correct" for leaf in leaves),
        "n_leaves": len(leaves),
        "n_open": sum(each.number not in picks for each in comparison.differences),
        "fields": [
            {"field": field.name, "agreed": field.n_agreed, "of": field.n_said}
            for field in agreement.fields
        ],
        "differences": [
            _difference(comparison, each, labelling) for each in comparison.differences
        ],
    }


def _difference(comparison: Comparison, difference: Difference, labelling: Labelling) -> Json:
    picks = labelling.labels.picks
    said: dict[str, Any] = {side: comparison.said(difference, side) for side in ("a", "b")}
    kinds = {(True, False): "only_a", (False, True): "only_b"}
    return {
        "number": difference.number,
        "field": difference.field,
        "kind": kinds.get((said["a"] is not None, said["b"] is not None), "value"),
        "a": {"at": difference.a, "said": said["a"]},
        "b": {"at": difference.b, "said": said["b"]},
        "picked": picks.get(difference.number),
        "now_at": comparison.place(difference, picks),
    }
