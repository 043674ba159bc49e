"""Patterns that are compiled where they are first used, not where they are written down.

To compile the thousand patterns of finder, rules and checks takes more than a second. One article
asks for a third of them: for none of the other language, for none of a word that it does not hold.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize
from typing import Any


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled at the first call of one.

    That call puts the compiled pattern's methods in the place of its own, so that each later one
    goes straight there.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Write a pattern down, with flags of `re`."""
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern, whose methods answer from now on."""
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({name: getattr(compiled, name) for name in _METHODS})
        return compiled

    def search(self, text: str, start: int = 0, end: int = maxsize, /) -> re.Match[str] | None:
        """Search as `re.Pattern.search` does."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize, /) -> re.Match[str] | None:
        """Match as `re.Pattern.match` does."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize, /) -> re.Match[str] | None:
        """Match as `re.Pattern.fullmatch` does."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize, /) -> Iterator[re.Match[str]]:
        """Find as `re.Pattern.finditer` does."""
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize, /) -> list[Any]:
        """Find as `re.Pattern.findall` does."""
        return self.compiled.findall(text, start, end)

    def split(self, text: str, /, maxsplit: int = 0) -> list[str | Any]:
        """Split as `re.Pattern.split` does."""
        return self.compiled.split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, /, count: int = 0) -> str:
        """Replace as `re.Pattern.sub` does."""
        return self.compiled.sub(new, text, count)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
