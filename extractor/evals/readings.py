"""Readings: the several ways in which a gold string may rightly be given.

In gold JSON they stand as `{"any_of": ["…", "…"]}`, the best first; null among them means that
silence is right too.
"""

from collections.abc import Iterator
from typing import Any

ANY_OF = "any_of"

Readings = tuple[Any, ...]
"""Accepted values of one leaf, best first; a prediction has exactly one."""


def is_choice(node: Any) -> bool:
    """Return whether a JSON node offers several readings."""
    return isinstance(node, dict) and ANY_OF in node


def readings_of(node: Any) -> Readings:
    """Return the accepted values of a JSON scalar, or of a choice of them."""
    return tuple(node[ANY_OF]) if is_choice(node) else (node,)


def choices_in(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every choice of a JSON tree with its path, such as `$.shares[3].label`."""
    if is_choice(node):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from choices_in(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from choices_in(value, f"{path}[{index}]")


def nth_reading(node: Any, n: int) -> Any:
    """Return a JSON tree with every choice replaced by its n-th reading, or its last before.

    A member of a list cannot be null, so there null is passed over for the best reading stated.
    """
    if is_choice(node):
        readings = node[ANY_OF]
        return readings[min(n, len(readings) - 1)]
    if isinstance(node, dict):
        return {key: nth_reading(value, n) for key, value in node.items()}
    if isinstance(node, list):
        return [_stated(value, nth_reading(value, n)) for value in node]
    return node


def _stated(node: Any, reading: Any) -> Any:
    if reading is not None or not is_choice(node):
        return reading
    return next((value for value in node[ANY_OF] if value is not None), None)
