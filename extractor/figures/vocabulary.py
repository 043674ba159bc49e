"""Turn word lists into regular expressions."""

import re
from collections.abc import Iterable
from typing import TypeAlias

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
