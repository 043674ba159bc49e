"""Word lists as regular expressions and as tables to look up in."""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

Meaning = TypeVar("Meaning")
FIRST_HAN = "\u2e80"  # the first character of the Chinese blocks: what sorts before is no Chinese
_Trie: TypeAlias = "dict[str, _Trie]"


def any_of(words: Iterable[str], *, exactly: bool = False) -> str:
    """Return a pattern that matches the longest of the words, sharing their common beginnings.

    A space in a word stands for one space or hyphen, unless `exactly` what is written is sought. A trie keeps matching fast however long the
    list is: one step a character instead of one step a word.
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    pattern = _guard(root) + _pattern(root)
    return pattern.replace(r"[ -]", r"\ ") if exactly else pattern


def sought(words: Iterable[str]) -> str:
    """Return a pattern like that of `any_of` that is found fast in a long text.

    It begins with a class of characters, and tells by looking back which of them it has found.
    """
    words = tuple(words)
    return f"[{''.join(sorted({word[0] for word in words}))}](?:{after_initial(words)})"


def after_initial(words: Iterable[str]) -> str:
    """Return a pattern that matches the rest of any of the words behind its first character."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<={initial}){any_of(rest)}" for initial, rest in rests.items())


def _guard(root: _Trie) -> str:
    """Return a look at the first character that spares trying many words one after the other."""
    if len(root) < _MANY or {"", " "} & root.keys():
        return ""
    return f"(?=[{''.join(re.escape(char) for char in sorted(root))}])"


_MANY = 8


def _pattern(node: _Trie) -> str:
    if len(node) == 1:  # one way on, as at most nodes
        [(char, rest)] = node.items()
        return _literal(char) + _pattern(rest) if char else ""
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


def _letter_ranges() -> str:
    """Return the letters of all scripts that come before the Chinese ones, as a class's inside."""
    letters = {code for code in range(ord(FIRST_HAN)) if chr(code).isalpha()}
    firsts = sorted(code for code in letters if code - 1 not in letters)
    lasts = sorted(code for code in letters if code + 1 not in letters)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


LETTERS = _letter_ranges()


class WordTable(Generic[Meaning]):
    """Words with meanings, looked up where they end in a text.

    Args:
        meanings: what each word means.
        whole: whether a word counts only where no other letter before the Chinese ones touches it.
    """

    def __init__(self, meanings: Mapping[str, Meaning], *, whole: bool = False) -> None:
        """Sort the lengths of the words by their last two characters, the longest first."""
        sizes: dict[str, set[int]] = {}
        for word in meanings:
            if len(word) > 1:
                sizes.setdefault(word[-2:], {1}).add(len(word))
        self._sizes = {ending: sorted(found, reverse=True) for ending, found in sizes.items()}
        self._meanings = meanings
        self._whole = whole

    def before(self, text: str, offset: int, floor: int = 0) -> tuple[str, Meaning] | None:
        """Return the longest word that ends at an offset and begins at `floor` or later.

        What was read before `floor` touches no word.
        """
        for size in self._sizes.get(text[max(offset - 2, 0) : offset], _ONE_CHARACTER):
            start = offset - size
            word = text[start:offset] if start >= floor else ""
            if word in self._meanings and not (self._whole and _runs_on(text, start, floor)):
                return word, self._meanings[word]
        return None


_ONE_CHARACTER = (1,)


def _runs_on(text: str, start: int, floor: int) -> bool:
    """Return whether a letter stands before the letter at `start`, at `floor` or later."""
    return start > floor and _is_letter(text[start]) and _is_letter(text[start - 1])


def _is_letter(char: str) -> bool:
    return char.isalpha() and char < FIRST_HAN
