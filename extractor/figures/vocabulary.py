"""Word lists as regular expressions and as tables to look up in."""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

Meaning = TypeVar("Meaning")
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
    """

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        """Sort the words by their first character, the longest first."""
        table: dict[str, list[tuple[str, Meaning]]] = {}
        for word in sorted(meanings, key=len, reverse=True):
            table.setdefault(word[0], []).append((word, meanings[word]))
        self._table = {first: tuple(words) for first, words in table.items()}

    def at(self, text: str, offset: int) -> tuple[str, Meaning] | None:
        """Return the longest word that stands at an offset, with its meaning."""
        for entry in self._table.get(text[offset : offset + 1], ()):
            if text.startswith(entry[0], offset):
                return entry
        return None
