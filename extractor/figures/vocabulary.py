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
    return _guard(root) + _pattern(root)


def _guard(root: _Trie) -> str:
    """Return a look at the first character that spares trying many words one after the other."""
    if len(root) < _MANY or {"", " "} & root.keys():
        return ""
    return f"(?=[{''.join(re.escape(char) for char in sorted(root))}])"


_MANY = 8


def _pattern(node: _Trie) -> str:
    branches = [_literal(char) + _pattern(rest) for char, rest in sorted(node.items()) if char]
    # One class of all characters that end here is one step; one alternative each would be many.
    singles = "".join(branch for branch in branches if len(branch) == 1)
    branches = [branch for branch in branches if len(branch) > 1]
    if singles:
        branches.insert(0, f"[{singles}]")
    if "" in node:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


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
        self._by_first = _buckets(meanings, slice(None, 2), slice(None, 1))
        self._by_last = _buckets(meanings, slice(-2, None), slice(-1, None))

    def at(self, text: str, offset: int) -> tuple[str, Meaning] | None:
        """Return the longest word that begins at an offset, with its meaning."""
        pair = text[offset : offset + 2]
        for entry in self._by_first.get(pair) or self._by_first.get(pair[:1]) or ():
            if text.startswith(entry[0], offset):
                if self._whole:
                    after = text[offset + len(entry[0]) : offset + len(entry[0]) + 1]
                    if after.isalpha() and after < FIRST_HAN:
                        continue
                return entry
        return None

    def before(self, text: str, offset: int, floor: int = 0) -> tuple[str, Meaning] | None:
        """Return the longest word that ends at an offset and begins at `floor` or later."""
        pair = text[offset - 2 : offset] if offset > 1 else text[:offset]
        for entry in self._by_last.get(pair) or self._by_last.get(pair[-1:]) or ():
            if text.endswith(entry[0], floor, offset):
                if self._whole and entry[0][0].isalpha():
                    before = text[offset - len(entry[0]) - 1 : offset - len(entry[0])]
                    if before.isalpha() and before < FIRST_HAN:
                        continue
                return entry
        return None


def _buckets(
    meanings: Mapping[str, Meaning], pair: slice, single: slice
) -> dict[str, list[tuple[str, Meaning]]]:
    """Sort words by two characters, or by their only one; the longest first.

    A word of one character comes last in the buckets of all pairs that it could be a part of.
    """
    buckets: dict[str, list[tuple[str, Meaning]]] = {}
    for word in sorted(meanings, key=len, reverse=True):
        if len(word) == 1:
            for key, bucket in buckets.items():
                if key[single] == word:
                    bucket.append((word, meanings[word]))
        buckets.setdefault(word[pair], []).append((word, meanings[word]))
    return buckets
