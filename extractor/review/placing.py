"""Figures in their places: a labeller says which one goes where, code what it comes to there."""

import re
from dataclasses import replace
from typing import Any, cast

from extractor.article import Span
from extractor.draft.notes import Item, Notes
from extractor.draft.quantities import Quantities
from extractor.draft.references import Referent, Role
from extractor.draft.schema import DraftAmount, DraftPercent, DraftTarget
from extractor.evals.readings import readings_of
from extractor.figures import Figure
from extractor.record import Part
from extractor.review.edits import PlaceFigure, RefusedError
from extractor.review.labelling import Labelling
from extractor.review.labels import Json, Labels
from extractor.review.pointers import APPEND, get, in_order, put, split
from extractor.review.removing import take_out, there

_SLOT = re.compile(
    r"(?P<owner>/event|/(?:shares|projects|agreements)/\d+)(?:/total)?"
    r"/(?:count|(?:amounts|percents|targets)/(?:\d+|-)|amounts/\d+/equivalents/(?:\d+|-))"
)
_OWNERS = {
    "count": ("event", "shares", "agreements"),
    "amounts": ("event", "shares", "projects", "agreements"),
    "equivalents": ("event", "shares", "projects", "agreements"),
    "percents": ("shares",),
    "targets": ("projects",),
}
_ROLES: dict[str, Role] = {
    "count": "number",
    "amounts": "money",
    "percents": "percent",
    "targets": "target",
}


def fits(labelling: Labelling, figure: Figure) -> list[str]:
    """Return the fields of items that a figure may go into."""
    return [
        field
        for field, role in _ROLES.items()
        if isinstance(labelling.references.look_up(figure.id, role=role), Referent)
    ]


def figure_placed(labelling: Labelling, edit: PlaceFigure) -> Labels:
    """Put a figure into a place of the record, and out of others where it is to move.

    Raises:
        RefusedError: it cannot go there.
    """
    labels = labelling.labels.copied()
    uses = [entry.pointer for entry in labelling.subject.uses.get(edit.figure, ())]
    if edit.move and any(edit.at.startswith(f"{use}/") for use in uses):
        raise RefusedError("a figure cannot become a conversion of itself")
    at = place(labelling, labels, edit)
    if edit.move:
        for use in sorted(uses, key=in_order, reverse=True):
            if use != at:
                take_out(labels, use)
    return replace(labels, background=labels.background - {edit.figure})


def place(labelling: Labelling, labels: Labels, edit: PlaceFigure) -> str:
    """Put a figure into labels that may be changed; return the pointer of where it went.

    Raises:
        RefusedError: it cannot go there.
    """
    slot = _SLOT.fullmatch(edit.at)
    holder, last = split(edit.at)
    field = last if last == "count" else split(holder)[1]
    if slot is None or slot["owner"].split("/")[1] not in _OWNERS[field]:
        raise RefusedError(f"no figure goes to {edit.at}")
    there(labels.record, slot["owner"])
    if labels.record["event"] is None:
        raise RefusedError("there is no event yet; add the event first")
    members: Any = there(labels.record, holder)
    before: Any = None
    if last != APPEND:
        before = there(labels.record, edit.at)
    at = f"{holder}/{len(members)}" if last == APPEND else edit.at
    node, spans = _Placing(labelling, slot["owner"], edit).node(field, before)
    put(labels.record, edit.at, node)
    labels.evidence.pop(f"{at}/measure", None)
    labels.evidence[at] = spans[""]
    if measure := spans.get("/measure"):
        labels.evidence[f"{at}/measure"] = measure
    return at


class _Placing:
    """Resolves one figure for one place, as a draft's reference is resolved."""

    def __init__(self, labelling: Labelling, owner: str, edit: PlaceFigure) -> None:
        self._edit = edit
        self._notes = Notes()
        self._quantities = Quantities(labelling.article.text, labelling.references, self._notes)
        self._item = Item("", labelling.subject.title(owner), "", labelling.near(owner))

    def node(self, field: str, before: Json | None) -> tuple[Json, dict[str, tuple[Span, ...]]]:
        """Return the part of the record, and its places by pointers below it.

        Args:
            field: the field it goes to.
            before: what it replaces, whose choices stay where none is made.
        """
        resolve = {
            "count": self._count,
            "amounts": self._amount,
            "equivalents": self._amount,
            "percents": self._percent,
            "targets": self._target,
        }
        parts = resolve[field](before or {})
        if self._notes.violations or not parts:
            first = next(iter(self._notes.violations), None)
            raise RefusedError(first.message if first else "the figure has no value")
        node = parts[0].model_dump(mode="json")
        if field == "equivalents":
            del node["kind"], node["equivalents"]
        elif before is not None:
            node |= {key: before[key] for key in self._kept(field) if key in before}
        spans = {key.removeprefix("/0"): value for key, value in self._notes.evidence.items()}
        return node, spans

    def _kept(self, field: str) -> tuple[str, ...]:
        """Return what of a replaced figure stays as it was, with all its readings."""
        edit = self._edit
        chosen = {"kind": edit.kind, "of": edit.of, "measure": edit.measure}
        of_field = {"amounts": ("kind",), "percents": ("of",), "targets": ("measure",)}
        kept = tuple(key for key in of_field.get(field, ()) if chosen[key] is None)
        return (*kept, "equivalents") if field == "amounts" else kept

    def _count(self, _: Json) -> list[Part]:
        count = self._quantities.count(self._edit.figure, self._item, "")
        return [] if count is None else [count]

    def _amount(self, before: Json) -> list[Part]:
        kind = self._edit.kind or _said(before, "kind") or "investment"
        amount = DraftAmount(f=self._edit.figure, kind=cast("Any", kind), same=[])
        return list(self._quantities.amounts([amount], self._item, ""))

    def _percent(self, before: Json) -> list[Part]:
        of = self._edit.of or _said(before, "of") or "investment"
        percent = DraftPercent(f=self._edit.figure, of=cast("Any", of))
        return list(self._quantities.percents([percent], self._item, ""))

    def _target(self, before: Json) -> list[Part]:
        measure = self._edit.measure or _said(before, "measure")
        if measure is None:
            raise RefusedError("a target needs a measure: annual output, 年产值, jobs …")
        target = DraftTarget(f=self._edit.figure, measure=measure, unit=self._edit.unit)
        return list(self._quantities.targets([target], self._item, ""))


def _said(node: Json, key: str) -> str | None:
    """Return the best reading of a field of a replaced figure."""
    return next((text for text in readings_of(node.get(key)) if text is not None), None)


def placed_again(labelling: Labelling, labels: Labels, at: str, figure: int) -> None:
    """Compute a figure of the record anew, after what it rests on was read otherwise.

    Raises:
        RefusedError: the figure can no longer stand there.
    """
    before = get(labels.record, at)
    edit = PlaceFigure(op="place_figure", figure=figure, at=at, unit=_own_unit(labelling, before))
    place(labelling, labels, edit)


def _own_unit(labelling: Labelling, node: Json) -> str | None:
    """Return a target's unit where the article has it in these words."""
    unit = _said(node, "unit")
    return unit if unit is not None and unit in labelling.article.text else None
