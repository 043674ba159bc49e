"""Errors of place: figures and shares that stand where they do not belong."""

import random
from collections.abc import Iterator
from itertools import combinations

from benchmarks.errors.error import Change, Clean, Error, Json, Slot, at, setting, swap
from extractor.checks.completeness import is_accounted_for
from extractor.draft.schema import EVENT_ITEM
from extractor.figures import Figure

_NEIGHBOURHOOD = 400  # code points within which a model mixes up two groups


def swaps_within(clean: Clean, _: random.Random) -> Iterator[Error]:
    """Two figures of one kind in a share, or in the total, change places."""
    for one, other in _pairs_within(clean):
        if one.role == other.role and not _says_the_same(one, other):
            yield _swapped(clean, one, other)


def swaps_of_two_kinds(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A share's, or the total's, count and its sum or percentage change places."""
    for one, other in _pairs_within(clean):
        if one.role != other.role:
            yield _swapped(clean, one, other)


def swaps_across(clean: Clean, _: random.Random) -> Iterator[Error]:
    """Two shares near each other change a count, an amount or a percentage."""
    shares = {share["id"] for share in clean.json["shares"]}
    slots = [slot for slot in clean.slots if slot.item in shares]
    for one, other in combinations(slots, 2):
        if one.item != other.item and _is_alike(one, other) and _is_near(one, other):
            yield _swapped(clean, one, other)


def amounts_on_wrong_projects(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A project gets the amount of one named next to it, for its own where it has one."""
    projects = {project["id"]: index for index, project in enumerate(clean.json["projects"])}
    amounts = [slot for slot in clean.slots if slot.item in projects and slot.role == "amounts"]
    for slot in amounts:
        index = projects[slot.item]
        for neighbour in list(projects)[max(index - 1, 0) : index + 2]:
            theirs = [other for other in amounts if other.item == neighbour]
            if neighbour == slot.item or any(_says_the_same(slot, other) for other in theirs):
                continue
            if not theirs:
                yield _moved(clean, slot, neighbour, at_index=projects[neighbour])
            elif projects[neighbour] > index:  # each pair once
                yield _swapped(clean, slot, theirs[0])


def shares_left_out(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A share is missing and its figures are called background."""
    for share in clean.json["shares"]:
        figures = [slot.figure.id for slot in clean.slots_of(share["id"])]
        used = {slot.figure.id for slot in clean.slots if slot.item != share["id"]}
        figures = [figure for figure in figures if figure not in used]
        if figures:
            yield clean.error(
                _leaving_out(share, figures),
                f"left out: {share['label']}",
                items=[share["id"]],
                figures=figures,
            )


def wrong_parents(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A share is a part of one listed near it, or of the whole, instead of what it is a part of."""
    shares = clean.json["shares"]
    parents = {share["id"]: share["of"] for share in shares}
    for index, share in enumerate(shares):
        near = [other["id"] for other in shares[max(index - 2, 0) : index + 2]]
        for parent in (None, *near):
            if parent == share["of"] or share["id"] in _chain(parent, parents):
                continue
            yield clean.error(
                setting(("shares", index), "of", parent),
                f"{share['label']}: of {parent} instead of {share['of']}",
                items=[share["id"]],
            )


def background_for_totals(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A figure of the background stands as the total's count or amount."""
    event = clean.json["event"]
    background = [
        figure
        for figure in map(clean.figures.__getitem__, clean.json["background"])
        if not (figure.value is None or figure.boundary or is_accounted_for(figure, clean.subject))
    ]
    slots = clean.slots_of(EVENT_ITEM)
    count = next((slot for slot in slots if slot.role == "count"), None)
    if event["count"] is None or count:
        for figure in background:
            if figure.kind == "count" and (figure.value or 0) > 1 and not (figure.value or 0) % 1:
                yield _taken(clean, figure, count)
    amounts: list[Slot | None] = [slot for slot in slots if slot.role == "amounts"]
    currencies = {slot.figure.unit for slot in clean.slots if slot.role == "amounts"}
    for amount in amounts if event["amounts"] else [None]:
        for figure in background:
            unit = {amount.figure.unit} if amount else currencies
            if figure.kind == "money" and figure.unit in unit:
                yield _taken(clean, figure, amount)


def _pairs_within(clean: Clean) -> Iterator[tuple[Slot, Slot]]:
    for group in (EVENT_ITEM, *(share["id"] for share in clean.json["shares"])):
        yield from combinations(clean.slots_of(group), 2)


def _says_the_same(one: Slot, other: Slot) -> bool:
    mine, theirs = one.figure, other.figure
    return (mine.kind, mine.value, mine.unit) == (theirs.kind, theirs.value, theirs.unit)


def _is_alike(one: Slot, other: Slot) -> bool:
    return (
        (one.role, one.meaning) == (other.role, other.meaning)
        and (one.role == "count" or one.figure.unit == other.figure.unit)
        and one.figure.value != other.figure.value
    )


def _is_near(one: Slot, other: Slot) -> bool:
    return abs(one.figure.id - other.figure.id) < _NEIGHBOURHOOD


def _swapped(clean: Clean, one: Slot, other: Slot) -> Error:
    return clean.error(
        lambda draft: swap(draft, one, other),
        f"swapped: {one.figure.as_written} ({one.item}, {one.role}) and "
        f"{other.figure.as_written} ({other.item}, {other.role})",
        items=[one.item, other.item],
        figures=[one.figure.id, other.figure.id],
    )


def _moved(clean: Clean, slot: Slot, neighbour: str, *, at_index: int) -> Error:
    def move(draft: Json) -> None:
        part = at(draft, slot.path)
        at(draft, slot.path[:-1]).remove(part)
        draft["projects"][at_index]["amounts"].append(part)

    return clean.error(
        move,
        f"moved: {slot.figure.as_written} from {slot.item} to {neighbour}",
        items=[slot.item, neighbour],
        figures=[slot.figure.id],
    )


def _leaving_out(share: Json, figures: list[int]) -> Change:
    def leave_out(draft: Json) -> None:
        draft["shares"] = [other for other in draft["shares"] if other["id"] != share["id"]]
        for other in draft["shares"]:
            if other["of"] == share["id"]:
                other["of"] = share["of"]
        for project in draft["projects"]:
            project["shares"] = [each for each in project["shares"] if each != share["id"]]
        draft["background"] += figures

    return leave_out


def _chain(start: str | None, parents: dict[str, str | None]) -> Iterator[str]:
    while start is not None:
        yield start
        start = parents.get(start)


def _taken(clean: Clean, figure: Figure, slot: Slot | None) -> Error:
    def take(draft: Json) -> None:
        draft["background"].remove(figure.id)
        if slot is not None:
            at(draft, slot.path)[slot.key] = figure.id
            draft["background"].append(slot.figure.id)
        elif figure.kind == "money":
            draft["event"]["amounts"].append({"f": figure.id, "kind": "investment", "same": []})
        else:
            draft["event"]["count"] = figure.id

    replaced = f" instead of {slot.figure.as_written}" if slot else ""
    return clean.error(
        take,
        f"total: {figure.as_written}{replaced}",
        items=[EVENT_ITEM],
        figures=[figure.id, *([slot.figure.id] if slot else [])],
    )
