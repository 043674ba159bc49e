"""A queue: who comes first goes first, however long the others have been ready."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

Turn: TypeAlias = Callable[[], Coroutine[Any, Any, object]]
"""Waits until nobody stands before whoever calls it."""


class Queue:
    """Those who wait, in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: dict[object, asyncio.Event] = {}

    @contextmanager
    def place(self) -> Iterator[Turn]:
        """Take a place behind all others until the block ends, and give what waits for its turn."""
        key, is_first = object(), asyncio.Event()
        self._waiting[key] = is_first
        self._tell_first()
        try:
            yield is_first.wait
        finally:
            del self._waiting[key]
            self._tell_first()

    def _tell_first(self) -> None:
        for is_first in self._waiting.values():
            is_first.set()
            return
