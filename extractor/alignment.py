"""A quote's place in a text: exactly, else with marks, spaces, width, case and quotes set aside."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractor.article import Span
from extractor.marking import unmark

_IGNORED_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_QUOTES = frozenset("\"'“”‘’„‟«»「」『』《》〈〉`´＂＇")
_DASHES = frozenset("-‐‑‒–—―−﹣－")


@dataclass(frozen=True)
class Alignment:
    """Where a quote stands.

    Attributes:
        spans: every place, in order; never empty.
        status: `exact`, or `normalized` where only the folded quote was found.
    """

    spans: tuple[Span, ...]
    status: Literal["exact", "normalized"]


def align(quote: str, text: str) -> Alignment | None:
    """Locate a quote in a text.

    Args:
        quote: words as a model wrote them, perhaps with figure marks (`[445]`) copied along.
        text: the article's text; offsets count its code points.

    Returns:
        Every place at the first level that finds one (the quote as it is, without marks, folded),
        or None. A quote that begins or ends inside a word or number does not stand there.
    """
    quote = quote.strip()
    for candidate in dict.fromkeys((quote, unmark(quote))):
        if spans := _places(candidate, text):
            return Alignment(spans, "exact")
    return _align_folded(unmark(quote), text)


def _align_folded(quote: str, text: str) -> Alignment | None:
    folded_quote = _fold(quote)[0]
    if not folded_quote:
        return None
    folded_text, offsets = _fold(text)
    spans = []
    for found in re.finditer(re.escape(folded_quote), folded_text):
        span = Span(offsets[found.start()], offsets[found.end() - 1] + 1)
        if _is_whole(span, text):
            spans.append(span)
    return Alignment(tuple(spans), "normalized") if spans else None


def _places(quote: str, text: str) -> tuple[Span, ...]:
    if not quote:
        return ()
    spans = []
    start = text.find(quote)
    while start >= 0:
        span = Span(start, start + len(quote))
        if _is_whole(span, text):
            spans.append(span)
        start = text.find(quote, start + 1)
    return tuple(spans)


def _is_whole(span: Span, text: str) -> bool:
    """Return whether no word or number runs on across either end of the span."""
    return not (_runs_on(text, span.start) or _runs_on(text, span.end))


def _runs_on(text: str, cut: int) -> bool:
    if cut <= 0 or cut >= len(text):
        return False
    before, after = text[cut - 1], text[cut]
    if before.isdigit() and after in ".,．，":
        return cut + 1 < len(text) and text[cut + 1].isdigit()
    if after.isdigit() and before in ".,．，":
        return cut > 1 and text[cut - 2].isdigit()
    if before.isdigit() or after.isdigit():
        return before.isdigit() and after.isdigit()
    return _is_alphabetic(before) and _is_alphabetic(after)


def _is_alphabetic(char: str) -> bool:
    """Return whether a character belongs to a script that puts spaces between words."""
    return char.isalpha() and not "\u2e80" <= char <= "\u9fff"


@lru_cache(maxsize=8)
def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text with spaces, marks and quotes left out, and each character's old offset."""
    folded: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for part in _folded_char(char):
            folded.append(part)
            offsets.append(offset)
    return "".join(folded), tuple(offsets)


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    if char in _QUOTES or unicodedata.category(char) in _IGNORED_CATEGORIES:
        return ""
    if char in _DASHES:
        return "-"
    return unicodedata.normalize("NFKC", char).casefold().replace(" ", "")
