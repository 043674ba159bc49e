"""Patterns of which Chinese words are looked for in Chinese text, English ones in all other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.patterns import Pattern

HAN = Pattern("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """What is said in either language, as a pattern for each.

    Attributes:
        zh: over Chinese words; it is tried where one Chinese letter stands.
        en: over English words, capital or not.
    """

    zh: Pattern
    en: Pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Search as `re.Pattern.search` does."""
        return (self.zh if HAN.search(text) else self.en).search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Match as `re.Pattern.match` does."""
        return (self.zh if HAN.search(text) else self.en).match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find as `re.Pattern.finditer` does."""
        return (self.zh if HAN.search(text) else self.en).finditer(text)


def bilingual(zh: str, en: str) -> Bilingual:
    """Write a pattern down for Chinese, and for English words, capital or not."""
    return Bilingual(Pattern(zh), Pattern(en, re.IGNORECASE))
