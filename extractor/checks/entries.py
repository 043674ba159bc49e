"""The figures and the names of a record, each with the pointer to where it stands."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from extractor.figures import Figure
from extractor.record import Amount, AmountKind, Count, Equivalent, Percent, Record, Target

Field = Literal["count", "amounts", "equivalents", "percents", "targets"]

Part = Count | Amount | Equivalent | Percent | Target

FigureAt = Callable[[str], Figure | None]
"""Gives the figure that a pointer's evidence is of."""

EVENT = "/event"
"""The pointer of the event, the whole that every share is a part of."""


class Entry(NamedTuple):
    """One figure as it stands in a record.

    Attributes:
        pointer: where it stands (`/shares/2/percents/0`).
        owner: the pointer of the event, share, project or agreement it belongs to.
        field: which of the owner's fields holds it.
        part: the record's own count, amount, equivalent, percentage or target.
        figure: the figure of the article it rests on, or None where the finder shows none there.
        kind: what kind of sum it is, for amounts and their equivalents.
        currency: its currency, for amounts and their equivalents.
    """

    pointer: str
    owner: str
    field: Field
    part: Part
    figure: Figure | None
    kind: AmountKind | None = None
    currency: str | None = None


def entries_of(record: Record, figure_at: FigureAt) -> Iterator[Entry]:
    """Yield every figure of a record in its order.

    Args:
        record: the record to read.
        figure_at: gives the figure that the evidence of a pointer is of.
    """
    if record.event is not None:
        total = record.event.total
        yield from _tally(EVENT, f"{EVENT}/total", total.count, total.amounts, figure_at)
    for index, share in enumerate(record.shares):
        owner = f"/shares/{index}"
        yield from _tally(owner, owner, share.count, share.amounts, figure_at)
        for at, percent in enumerate(share.percents):
            place = f"{owner}/percents/{at}"
            yield Entry(place, owner, "percents", percent, figure_at(place))
    for index, project in enumerate(record.projects):
        owner = f"/projects/{index}"
        yield from _tally(owner, owner, None, project.amounts, figure_at)
        for at, target in enumerate(project.targets):
            place = f"{owner}/targets/{at}"
            yield Entry(place, owner, "targets", target, figure_at(place))
    for index, agreement in enumerate(record.agreements):
        owner = f"/agreements/{index}"
        yield from _tally(owner, owner, agreement.count, agreement.amounts, figure_at)


def _tally(
    owner: str, base: str, count: Count | None, amounts: Sequence[Amount], figure_at: FigureAt
) -> Iterator[Entry]:
    if count is not None:
        place = f"{base}/count"
        yield Entry(place, owner, "count", count, figure_at(place))
    for index, amount in enumerate(amounts):
        place, kind = f"{base}/amounts/{index}", amount.kind
        yield Entry(place, owner, "amounts", amount, figure_at(place), kind, amount.currency)
        for at, other in enumerate(amount.equivalents):
            inner = f"{place}/equivalents/{at}"
            yield Entry(inner, owner, "equivalents", other, figure_at(inner), kind, other.currency)


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every name and label of a record that is copied from the article, with its pointer."""
    event = record.event
    if event is not None:
        yield from _named(EVENT, name=event.name, activity=event.activity, place=event.place)
        yield from _named(EVENT, host=event.host)
        yield from _listed(f"{EVENT}/aliases", event.aliases)
        yield from _listed(f"{EVENT}/industries", event.industries)
    for index, share in enumerate(record.shares):
        yield f"/shares/{index}/label", share.label
    for index, project in enumerate(record.projects):
        owner = f"/projects/{index}"
        yield from _named(owner, name=project.name, place=project.place, industry=project.industry)
        yield from _listed(f"{owner}/investors", project.investors)
        for at, target in enumerate(project.targets):
            yield f"{owner}/targets/{at}/measure", target.measure
    for index, agreement in enumerate(record.agreements):
        owner = f"/agreements/{index}"
        yield f"{owner}/label", agreement.label
        yield from _listed(f"{owner}/parties", agreement.parties)


def _named(owner: str, **texts: str | None) -> Iterator[tuple[str, str]]:
    for field, text in texts.items():
        if text is not None:
            yield f"{owner}/{field}", text


def _listed(pointer: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for index, text in enumerate(texts):
        yield f"{pointer}/{index}", text
