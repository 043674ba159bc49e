"""JSON pointers (RFC 6901) and the part of JSON Patch (RFC 6902) that a journal needs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

APPEND = "-"
"""The last segment of a pointer to a list's end."""

Change = dict[str, Any]
"""One operation of a JSON Patch: `op` (add, remove, replace), `path`, and the `value`."""


def segments(pointer: str) -> list[str]:
    """Return the parts of a pointer, unescaped.

    Raises:
        ValueError: it does not begin with a slash.
    """
    if not pointer:
        return []
    first, *parts = pointer.split("/")
    if first:
        raise ValueError(f"{pointer!r} is no JSON pointer")
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def escaped(segment: str) -> str:
    """Write one part of a pointer."""
    return segment.replace("~", "~0").replace("/", "~1")


def step(node: Any, segment: str) -> Any:
    """Return a member of an object or list.

    Raises:
        LookupError: there is none.
    """
    if isinstance(node, dict):
        return node[segment]
    if isinstance(node, list) and segment.isascii() and segment.isdecimal():
        return node[int(segment)]
    raise LookupError(segment)


def get(node: Any, pointer: str) -> Any:
    """Return what a pointer points at.

    Raises:
        LookupError: there is nothing.
        ValueError: it is no pointer.
    """
    for segment in segments(pointer):
        node = step(node, segment)
    return node


def split(pointer: str) -> tuple[str, str]:
    """Return the pointer of what holds something, and its last part."""
    holder, _, last = pointer.rpartition("/")
    return holder, last


def item_of(pointer: str) -> str:
    """Return the pointer of the item that a part of a record belongs to: the event, a share, a project."""
    return "/event" if pointer.startswith("/event/") else "/".join(pointer.split("/")[:3])


def in_order(pointer: str) -> list[tuple[int, str]]:
    """Return what pointers are sorted by, so that the tenth member comes after the second."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in pointer.split("/")]


def put(node: Any, pointer: str, value: Any) -> None:
    """Set what a pointer points at; a last `-` appends to a list.

    Raises:
        LookupError: what holds it is not there.
    """
    holder, last = split(pointer)
    parent = get(node, holder)
    if isinstance(parent, list):
        if last == APPEND:
            parent.append(value)
            return
        step(parent, last)
        parent[int(last)] = value
    else:
        parent[segments(f"/{last}")[0]] = value


def delete(node: Any, pointer: str) -> None:
    """Remove what a pointer points at.

    Raises:
        LookupError: there is nothing.
    """
    holder, last = split(pointer)
    parent = get(node, holder)
    step(parent, segments(f"/{last}")[0])
    del parent[int(last) if isinstance(parent, list) else segments(f"/{last}")[0]]


def changes(before: Any, after: Any, pointer: str = "") -> Iterator[Change]:
    """Yield what turns one JSON tree into another; a list of another length is given whole."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before.keys() - after.keys():
            yield {"op": "remove", "path": f"{pointer}/{escaped(key)}"}
        for key, value in after.items():
            path = f"{pointer}/{escaped(key)}"
            if key in before:
                yield from changes(before[key], value, path)
            else:
                yield {"op": "add", "path": path, "value": value}
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from changes(old, new, f"{pointer}/{index}")
    elif before != after or type(before) is not type(after):
        yield {"op": "replace", "path": pointer, "value": after}


def applied(node: Any, patch: Sequence[Change]) -> Any:
    """Return a JSON tree after the changes that `changes` gave; the tree itself stays as it is.

    Raises:
        LookupError, TypeError: the changes are those of another tree.
    """
    for change in patch:
        node = _with(node, segments(change["path"]), change)
    return node


def _with(node: Any, path: Sequence[str], change: Change) -> Any:
    """Return a node with one change, sharing all that the change does not touch."""
    if not path:
        return change["value"]
    first, *rest = path
    if isinstance(node, list):
        index = int(first)
        return [*node[:index], _with(node[index], rest, change), *node[index + 1 :]]
    if rest or change["op"] == "replace":
        return {**node, first: _with(node[first], rest, change)}
    if change["op"] == "remove":
        return {key: value for key, value in node.items() if key != first}
    return {**node, first: change["value"]}


def reindexed(
    evidence: Mapping[str, Any], holder: str, places: Mapping[int, int | None]
) -> dict[str, Any]:
    """Return what stands under pointers, after members of a list have moved.

    Args:
        evidence: anything by pointer.
        holder: the pointer of the list.
        places: the new index by the old one, None for a member that is gone; others stay.
    """
    moved = {}
    for pointer, value in evidence.items():
        kept: str | None = pointer
        if pointer.startswith(f"{holder}/"):
            index, slash, rest = pointer[len(holder) + 1 :].partition("/")
            if index.isdecimal() and int(index) in places:
                place = places[int(index)]
                kept = None if place is None else f"{holder}/{place}{slash}{rest}"
        if kept is not None:
            moved[kept] = value
    return moved
