"""The leaves of a record: every single thing that is compared between a prediction and gold.

Which they are is laid down in record-format.md, "How a prediction is compared with gold"; the
shapes below say it once for all. Not compared: `as_written`, share ids, `equivalents`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from extractor.evals.readings import Readings, readings_of

How = Literal["text", "exact", "reference"]
"""How a leaf is compared: as text, as a value or code, or through the pairing of shares."""


@dataclass(frozen=True)
class Shape:
    """What is compared in one kind of item or figure.

    Attributes:
        name: the kind, as in a leaf's field (`share.count.value`).
        scalars: each single leaf, and how it is compared.
        members: each list of single leaves, compared without regard to order.
        figures: each field that holds figures, with their shape; a count is a list of at most one.
        tally: the field under which the figures stand, where not in the item itself.
    """

    name: str
    scalars: Mapping[str, How]
    members: Mapping[str, How] = field(default_factory=dict)
    figures: Mapping[str, "Shape"] = field(default_factory=dict)
    tally: str | None = None


COUNT = Shape("count", {"value": "exact", "hedge": "exact"})
AMOUNT = Shape("amount", {"value": "exact", "kind": "exact", "currency": "exact", "hedge": "exact"})
PERCENT = Shape("percent", {"value": "exact", "of": "exact", "hedge": "exact"})
TARGET = Shape("target", {"value": "exact", "measure": "text", "unit": "text", "hedge": "exact"})

EVENT = Shape(
    "event",
    scalars={
        "name": "text",
        "activity": "text",
        "start_date": "exact",
        "end_date": "exact",
        "place": "text",
        "host": "text",
        "stage": "exact",
    },
    members={"aliases": "text", "industries": "text"},
    figures={"count": COUNT, "amounts": AMOUNT},
    tally="total",
)
SHARE = Shape(
    "share",
    scalars={"label": "text", "dimension": "exact", "of": "reference", "stage": "exact"},
    figures={"count": COUNT, "amounts": AMOUNT, "percents": PERCENT},
)
PROJECT = Shape(
    "project",
    scalars={"name": "text", "place": "text", "industry": "text"},
    members={"investors": "text", "shares": "reference"},
    figures={"amounts": AMOUNT, "targets": TARGET},
)
AGREEMENT = Shape(
    "agreement",
    scalars={"label": "text"},
    members={"parties": "text"},
    figures={"count": COUNT, "amounts": AMOUNT},
)


@dataclass(slots=True)
class Leaves:
    """The leaves of one item or figure.

    Attributes:
        pointer: JSON pointer of the item or figure in its record.
        scalars: accepted values by field; `(None,)` where nothing is stated. A figure's `value` is
            a pair of decimals, its upper end second.
        members: the lists of single leaves by field.
        figures: the leaves of its figures by field.
        groups: labels of the shares that it refers to, for telling twins apart.
    """

    pointer: str
    scalars: dict[str, Readings]
    members: dict[str, list[Readings]]
    figures: dict[str, list["Leaves"]]
    groups: list[Readings]


@dataclass(slots=True)
class RecordLeaves:
    """The leaves of a whole record; `share_ids` are those of `shares`, in their order."""

    event: list[Leaves]
    shares: list[Leaves]
    projects: list[Leaves]
    agreements: list[Leaves]
    share_ids: list[str]


def record_leaves(record: Mapping[str, Any]) -> RecordLeaves:
    """Take apart a record as a tree: gold's JSON, with choices of readings, or a dumped prediction."""
    labels = {share["id"]: readings_of(share["label"]) for share in record["shares"]}
    return RecordLeaves(
        event=[_leaves(EVENT, record["event"], "/event", labels)] if record["event"] else [],
        shares=_all_leaves(SHARE, record["shares"], "/shares", labels),
        projects=_all_leaves(PROJECT, record["projects"], "/projects", labels),
        agreements=_all_leaves(AGREEMENT, record["agreements"], "/agreements", labels),
        share_ids=[share["id"] for share in record["shares"]],
    )


def _all_leaves(
    shape: Shape, nodes: list[Any], pointer: str, labels: Mapping[str, Readings]
) -> list[Leaves]:
    return [_leaves(shape, node, f"{pointer}/{index}", labels) for index, node in enumerate(nodes)]


def _leaves(
    shape: Shape, node: Mapping[str, Any], pointer: str, labels: Mapping[str, Readings]
) -> Leaves:
    scalars = {
        name: _value(node) if name == "value" else readings_of(node[name]) for name in shape.scalars
    }
    members = {name: [readings_of(member) for member in node[name]] for name in shape.members}
    figures = {}
    holder, place = (
        (node[shape.tally], f"{pointer}/{shape.tally}") if shape.tally else (node, pointer)
    )
    for name, figure in shape.figures.items():
        if figure is COUNT:
            count = holder[name]
            figures[name] = [_leaves(COUNT, count, f"{place}/{name}", labels)] if count else []
        else:
            figures[name] = _all_leaves(figure, holder[name], f"{place}/{name}", labels)
    groups = [labels[id_] for id_ in _references(shape, scalars, members) if id_ in labels]
    return Leaves(pointer, scalars, members, figures, groups)


def _references(
    shape: Shape, scalars: Mapping[str, Readings], members: Mapping[str, list[Readings]]
) -> Iterator[str]:
    if shape is SHARE:
        yield from scalars["of"]
    elif shape is PROJECT:
        for readings in members["shares"]:
            yield from readings


def _value(node: Mapping[str, Any]) -> Readings:
    """Return the accepted (value, upper) pairs of a figure as exact decimals."""
    return tuple(
        [
            (Decimal(value), None if upper is None else Decimal(upper))
            for value in readings_of(node["value"])
            for upper in readings_of(node["upper"])
        ]
    )
