"""Merging: one draft out of those of an article's parts."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from extractor.draft import Draft
from extractor.draft.schema import (
    DraftAgreement,
    DraftEvent,
    DraftPart,
    DraftProject,
    DraftShare,
    Ref,
)
from extractor.figures import Figure

_Item = TypeVar("_Item", DraftShare, DraftProject, DraftAgreement)
_Part = TypeVar("_Part", bound=DraftPart)
_Values = Mapping[Ref, Decimal | None]


def merge(drafts: Sequence[Draft], figures: Sequence[Figure]) -> Draft:
    """Join the drafts of an article's parts into one.

    The event is that of the first part that gives one; what it leaves open is filled in from later
    ones. Items get new ids, and references follow them. Items of one name whose figures do not
    contradict each other are one. A reference to nothing stays a reference to nothing.

    Args:
        drafts: those of the parts, in order; at least one.
        figures: the article's figures.
    """
    if len(drafts) == 1:
        return drafts[0]
    values: _Values = {figure.id: figure.value for figure in figures}
    drafts = [_apart(draft, number) for number, draft in enumerate(drafts, start=1)]
    all_shares = [share for draft in drafts for share in draft.shares]
    labels = {share.id: share.label for share in all_shares}
    shares, ids = _join(
        all_shares, "s", values, name=lambda s: (s.label, s.dimension, labels.get(s.of or ""))
    )
    projects, _ = _join(
        (project for draft in drafts for project in draft.projects),
        "p",
        values,
        name=lambda project: project.name,
    )
    agreements, _ = _join(
        (agreement for draft in drafts for agreement in draft.agreements),
        "a",
        values,
        name=lambda agreement: (agreement.label, *agreement.parties),
    )
    event = _event(drafts)
    reasons = (draft.no_event for draft in drafts if draft.no_event is not None)
    return Draft(
        no_event=next(reasons, None) if event is None else None,
        event=event,
        shares=[_with(share, of=ids.get(share.of or "", share.of)) for share in shares],
        projects=[
            _with(project, shares=list(dict.fromkeys(ids.get(id_, id_) for id_ in project.shares)))
            for project in projects
        ],
        agreements=agreements,
        background=list(dict.fromkeys(id_ for draft in drafts for id_ in draft.background)),
    )


def _apart(draft: Draft, number: int) -> Draft:
    """Give the ids of a part's items a prefix, so that those of no two parts are alike."""

    def own(id_: str) -> str:
        return f"{number}.{id_}"

    return Draft(
        no_event=draft.no_event,
        event=draft.event,
        shares=[
            _with(s, id=own(s.id), of=None if s.of is None else own(s.of)) for s in draft.shares
        ],
        projects=[
            _with(p, id=own(p.id), shares=[own(share) for share in p.shares])
            for p in draft.projects
        ],
        agreements=[_with(a, id=own(a.id)) for a in draft.agreements],
        background=draft.background,
    )


def _join(
    items: Iterable[_Item], letter: str, values: _Values, *, name: Callable[[_Item], Hashable]
) -> tuple[list[_Item], dict[str, str]]:
    """Join items of one name, and number them; return them, and the new ids by the old ones."""
    kept: dict[str, _Item] = {}
    by_name: dict[Hashable, list[str]] = {}
    ids: dict[str, str] = {}
    for item in items:
        known = by_name.setdefault(name(item), [])
        new = next((id_ for id_ in known if _agree(kept[id_], item, values)), None)
        if new is None:
            new = f"{letter}{len(kept) + 1}"
            known.append(new)
            kept[new] = _with(item, id=new)
        else:
            kept[new] = _completed(kept[new], item, values)
        ids.setdefault(item.id, new)
    return list(kept.values()), ids


def _agree(one: _Item, other: _Item, values: _Values) -> bool:
    """Say whether two items can be one: nothing that both give has other values in the other."""
    ours, theirs = _stated(one, values), _stated(other, values)
    return all(ours[what] & theirs[what] for what in ours.keys() & theirs.keys())


def _stated(item: _Item, values: _Values) -> dict[str, set[object]]:
    stated: dict[str, set[object]] = {}
    for amount in item.amounts:
        stated.setdefault(amount.kind, set()).add(values.get(amount.f, amount.f))
    if not isinstance(item, DraftProject) and item.count is not None:
        stated["count"] = {values.get(item.count, item.count)}
    return stated


def _event(drafts: Iterable[Draft]) -> DraftEvent | None:
    events = [draft.event for draft in drafts if draft.event is not None]
    if not events:
        return None
    first, *later = events
    for event in later:
        gaps = {field: value for field, value in event if getattr(first, field) in (None, [])}
        first = _with(first, **gaps)
    return first


def _completed(item: _Item, later: _Item, values: _Values) -> _Item:
    """Fill in what an item leaves open, and add to its lists what they do not say yet."""
    changes: dict[str, Any] = {}
    for field, given in later:
        own: Any = getattr(item, field)
        if own is None:
            changes[field] = given
        elif isinstance(own, list):
            said = [_meaning(part, values) for part in own]
            changes[field] = own + [part for part in given if _meaning(part, values) not in said]
    return _with(item, **changes)


def _meaning(part: DraftPart | str, values: _Values) -> object:
    """Return what an entry of a list says, whichever of two mentions it rests on."""
    if isinstance(part, str):
        return part
    said = {field: value for field, value in part if field != "same"}
    return said | {"f": values.get(said["f"], said["f"])}


def _with(part: _Part, **changes: Any) -> _Part:
    return part.model_copy(update=changes)
