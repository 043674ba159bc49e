"""The rows of a table that may read some words: those of which a cue stands in them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")


class CueIndex(Generic[Row]):
    """Rows by the first letters of their cues, so that most rows are never looked at.

    It serves Chinese, where few of the first letters stand in one clause.
    """

    def __init__(self, rows: Sequence[Row], cues_of: Callable[[Row], Sequence[str]]) -> None:
        """Index rows by their cues.

        Args:
            rows: what reads words.
            cues_of: the cues of a row, of which one stands in whatever it reads; none: it may read
                anything.
        """
        self._rows = tuple(rows)
        self._uncued = [number for number, row in enumerate(rows) if not cues_of(row)]
        cues: dict[str, dict[str, list[int]]] = {}
        for number, row in enumerate(rows):
            for cue in cues_of(row):
                cues.setdefault(cue[0], {}).setdefault(cue, []).append(number)
        self._initials = frozenset(cues)
        self._cues = {initial: tuple(alike.items()) for initial, alike in cues.items()}

    def standing(self, words: str) -> list[Row]:
        """Return the rows that may read some words, in the table's order."""
        numbers = self._uncued.copy()
        for initial in self._initials.intersection(words):
            for cue, rows in self._cues[initial]:
                if cue in words:
                    numbers += rows
        return list(map(self._rows.__getitem__, sorted(set(numbers))))
