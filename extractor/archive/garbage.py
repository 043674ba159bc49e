"""Garbage is looked for seldom in a process of our own that works on an archive.

Hundreds of articles in work are hundreds of thousands of objects that live on: to look through the
new ones after every 700, as Python does by default, takes 4 to 6% of the time (docs/performance.md).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 10_000


def collect_seldom() -> None:
    """Let so many objects be made between two looks; who has switched them off is left alone."""
    new, *older = gc.get_threshold()
    if new:
        gc.set_threshold(max(new, _NEW_OBJECTS), *older)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Collect seldom inside, and as before behind it."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
