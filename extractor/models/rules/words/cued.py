"""Patterns that are only tried where one of their words stands.

A word is found in a sentence in some 100 ns; a pattern with alternatives is tried at every letter.
"""

import re
from collections.abc import Iterator
from sys import maxsize

from extractor.patterns import Pattern


class Cued:
    """A pattern with its cues: letters of which one stands in every match.

    Whether that is so is proved by a test, from the pattern itself.
    """

    __slots__ = ("cues", "pattern")

    def __init__(self, cues: str, pattern: str) -> None:
        """Write a pattern down.

        Args:
            cues: its cues, between bars.
            pattern: a regular expression.
        """
        self.cues = tuple(cues.split("|"))
        self.pattern = Pattern(pattern)

    def among(self, text: str) -> "Cued | None":
        """Return it with those of its cues that stand in a text, to be tried in parts of that.

        Of many cues few stand in one article: a sentence is then not searched for the others.
        None where it can match nothing there.
        """
        cues = tuple([cue for cue in self.cues if cue in text])
        if not cues:
            return None
        narrowed = object.__new__(Cued)
        narrowed.cues, narrowed.pattern = cues, self.pattern
        return narrowed

    def is_cued(self, text: str) -> bool:
        """Return whether the pattern may match in a text."""
        for cue in self.cues:  # a plain loop, half of what `any` takes
            if cue in text:
                break
        else:
            return False
        return True

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Search as `re.Pattern.search` does."""
        part = text if end == maxsize else text[start:end]
        for cue in self.cues:
            if cue in part:
                return self.pattern.search(text, start, end)
        return None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match as `re.Pattern.match` does."""
        part = text if end == maxsize else text[start:end]
        for cue in self.cues:
            if cue in part:
                return self.pattern.match(text, start, end)
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Find as `re.Pattern.finditer` does."""
        part = text if end == maxsize else text[start:end]
        for cue in self.cues:
            if cue in part:
                return self.pattern.finditer(text, start, end)
        return iter(())
