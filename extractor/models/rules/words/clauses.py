"""Where a clause begins: behind the last of some marks."""

import re
from functools import cache

from extractor.patterns import Pattern


def behind_last(text: str, marks: str, end: int, *, start: int = 0) -> int:
    """Return the offset behind the last of some marks in a range, its start where none is there."""
    found = _to_last(marks).match(text, start, end)
    return found.end() if found else start


@cache
def _to_last(marks: str) -> Pattern:
    """Return a pattern that runs to the end and goes back from there."""
    return Pattern(f"(?s:.*)[{re.escape(marks)}]")
