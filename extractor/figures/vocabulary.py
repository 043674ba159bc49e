"""Word lists as regular expressions and as tables to look up in."""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

Meaning = TypeVar("Meaning")
FIRST_HAN = "\u2e80"  # the first character of the Chinese blocks: what sorts before is no Chinese
_Trie: TypeAlias = "dict[str, _Trie]"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words, sharing their common beginnings.

    A space in a word stands for one space or hyphen. A trie keeps matching fast however long the
    list is: one step a character instead of one step a word.
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Trie) -> str:
    ends = "" in node
    branches = [_literal(char) + _pattern(rest) for char, rest in sorted(node.items()) if char]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    singles = [branch for branch in branches if len(branch) == 1]
    if len(singles) == len(branches) > 1:
        joined = f"[{''.join(singles)}]"
    else:
        joined = f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends else joined


def _literal(char: str) -> str:
    return "[ -]" if char == " " else re.escape(char)


class WordTable(Generic[Meaning]):
    """Words with meanings, looked up where they stand in a text: much faster than a pattern.

    Args:
        meanings: what each word means.
        whole: whether a word counts only where no other Latin letter touches it.
    """

    def __init__(self, meanings: Mapping[str, Meaning], *, whole: bool = False) -> None:
        """Sort the words by their first two and last two characters, the longest first."""
        self._whole = whole
        self._by_first: dict[str, list[tuple[str, Meaning]]] = {}
        self._by_last: dict[str, list[tuple[str, Meaning]]] = {}
        for word in sorted(meanings, key=len, reverse=True):
            self._by_first.setdefault(word[:2], []).append((word, meanings[word]))
            self._by_last.setdefault(word[-2:], []).append((word, meanings[word]))

    def at(self, text: str, offset: int) -> tuple[str, Meaning] | None:
        """Return the longest word that begins at an offset, with its meaning."""
        for key in (text[offset : offset + 2], text[offset : offset + 1]):
            for entry in self._by_first.get(key, ()):
                if text.startswith(entry[0], offset):
                    after = text[offset + len(entry[0]) : offset + len(entry[0]) + 1]
                    if not (self._whole and after.isalpha() and after < FIRST_HAN):
                        return entry
        return None

    def before(self, text: str, offset: int, floor: int = 0) -> tuple[str, Meaning] | None:
        """Return the longest word that ends at an offset and begins at `floor` or later."""
        for key in (text[max(offset - 2, 0) : offset], text[offset - 1 : offset]):
            for entry in self._by_last.get(key, ()):
                if text.endswith(entry[0], floor, offset):
                    at = offset - len(entry[0])
                    if not (
                        self._whole
                        and at
                        and entry[0][0].isalpha()
                        and text[at - 1].isalpha()
                        and text[at - 1] < FIRST_HAN
                    ):
                        return entry
        return None
