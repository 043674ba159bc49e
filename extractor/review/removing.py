"""Taking out of a record, and moving in it: whatever refers to a place follows."""

import re
from collections.abc import Mapping
from typing import Any

from extractor.evals.readings import ANY_OF, is_choice
from extractor.record import EMPTY
from extractor.review.edits import Move, RefusedError, Remove
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.pointers import delete, get, put, reindexed, split

_NULLABLE = re.compile(
    r"/event/(?:name|activity|place|host|start_date|end_date|total/count)"
    r"|/shares/\d+/(?:of|stage|count)"
    r"|/projects/\d+/(?:place|industry)"
    r"|/agreements/\d+/count"
)
_ITEM = re.compile(r"/(shares|projects|agreements)/(\d+)")
_MEMBER = re.compile(
    r"/event/(?:aliases|industries|total/amounts)/\d+"
    r"|/event/total/amounts/\d+/equivalents/\d+"
    r"|/(?:shares|projects|agreements)/\d+/amounts/\d+(?:/equivalents/\d+)?"
    r"|/shares/\d+/percents/\d+"
    r"|/projects/\d+/(?:investors|shares|targets)/\d+"
    r"|/agreements/\d+/parties/\d+"
)


def removed(labelling: Labelling, edit: Remove) -> Labels:
    """Take something out of the record.

    Raises:
        RefusedError: there is nothing, or the record cannot be without it.
    """
    labels = labelling.labels.copied()
    take_out(labels, edit.at)
    return labels


def moved(labelling: Labelling, edit: Move) -> Labels:
    """Move an item or member to another place in its list.

    Raises:
        RefusedError: it stands in no list.
    """
    labels = labelling.labels.copied()
    item = _ITEM.fullmatch(edit.at)
    if not (item or _MEMBER.fullmatch(edit.at)):
        raise RefusedError(f"{edit.at} stands in no list")
    there(labels.record, edit.at)
    holder, last = split(edit.at)
    members = get(labels.record, holder)
    order = list(range(len(members)))
    order.insert(min(edit.to, len(members) - 1), order.pop(int(last)))
    members[:] = [members[index] for index in order]
    if item and item[1] in labels.items:
        labels.items[item[1]][:] = [labels.items[item[1]][index] for index in order]
    _follow(labels, holder, {old: new for new, old in enumerate(order)})
    return labels


def take_out(labels: Labels, at: str) -> None:
    """Take something out of labels that may be changed.

    Raises:
        RefusedError: there is nothing, or the record cannot be without it.
    """
    there(labels.record, at)
    if at == "/event":
        labels.record.update(EMPTY.model_dump(mode="json"))
        labels.evidence.clear()
        for ids in labels.items.values():
            ids.clear()
    elif _NULLABLE.fullmatch(at):
        put(labels.record, at, None)
        _forget(labels, at)
    elif item := _ITEM.fullmatch(at):
        if item[1] == "shares":
            _forget_share(labels.record, get(labels.record, at)["id"])
        else:
            del labels.items[item[1]][int(item[2])]
        _drop(labels, at)
    elif _MEMBER.fullmatch(at):
        _drop(labels, at)
    else:
        raise RefusedError(f"{at} cannot be left out; change it, or take out what it belongs to")


def there(record: Any, at: str) -> Any:
    """Return what stands at a pointer of a record.

    Raises:
        RefusedError: nothing stands there.
    """
    try:
        return get(record, at)
    except (LookupError, ValueError):
        raise RefusedError(f"there is no {at} in the record") from None


def _drop(labels: Labels, at: str) -> None:
    """Delete a member of a list; what stands behind it moves up."""
    holder, last = split(at)
    members, index = get(labels.record, holder), int(last)
    delete(labels.record, at)
    places: dict[int, int | None] = {old: old - 1 for old in range(index + 1, len(members) + 1)}
    _follow(labels, holder, places | {index: None})


def _follow(labels: Labels, holder: str, places: Mapping[int, int | None]) -> None:
    kept = reindexed(labels.evidence, holder, places)
    labels.evidence.clear()
    labels.evidence.update(kept)


def _forget(labels: Labels, at: str) -> None:
    for pointer in [each for each in labels.evidence if each == at or each.startswith(f"{at}/")]:
        del labels.evidence[pointer]


def _forget_share(record: Any, share: str) -> None:
    """Take back every reference to a share."""
    for other in record["shares"]:
        other["of"] = _without(other["of"], share)
    for project in record["projects"]:
        kept = [_without(each, share) for each in project["shares"]]
        project["shares"] = [each for each in kept if each is not None]


def _without(node: Any, share: str) -> Any:
    """Return a reference, perhaps of several readings, without one share."""
    if not is_choice(node):
        return None if node == share else node
    left = [reading for reading in node[ANY_OF] if reading != share]
    if all(reading is None for reading in left):
        return None
    return left[0] if len(left) == 1 else {ANY_OF: left}
