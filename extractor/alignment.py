"""A quote's place in a text: exactly, else with marks, spaces, width, case and quotes set aside."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from extractor.article import Span
from extractor.marking import unmark

_IGNORED_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_QUOTES = frozenset("\"'“”‘’„‟«»「」『』《》〈〉`´＂＇")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_JOINT = re.compile(r"\d(?:[.．]\d|[,，](?:\d\d[,，])*\d{3}(?!\d))")
"""A point or separator inside a number: 3.4, 1,602, 32,92,000; not that of "Web3，2024"."""
_POINTS = frozenset(".．,，")
_REACH = 2_000  # characters; the place that counts is the nearest one, so that no other is missed
_DASHES = frozenset("-‐‑‒–—―−﹣－")


class Alignment(NamedTuple):
    """Where a quote stands.

    Attributes:
        spans: every place, in order; never empty.
        status: `exact`, or `normalized` where only the folded quote was found.
    """

    spans: tuple[Span, ...]
    status: Literal["exact", "normalized"]


def align(quote: str, text: str, *, near: Sequence[int] = ()) -> Alignment | None:
    """Locate a quote in a text.

    Args:
        quote: words as a model wrote them, perhaps with figure marks (`[445]`) copied along.
        text: the article's text; offsets count its code points.
        near: offsets around which to look first; places there keep the rest of a long text out.

    Returns:
        Every place at the first level that finds one (the quote as it is, without marks, folded),
        or None. A quote that begins or ends inside a word or number does not stand there.
    """
    quote = quote.strip()
    if spans := _whole_places(quote, text, near):
        return Alignment(spans, "exact")
    plain = unmark(quote, text)
    if plain != quote and (spans := _whole_places(plain, text, near)):
        return Alignment(spans, "exact")
    folded = _folded_places(plain, text)
    return Alignment(folded, "normalized") if folded else None


def _whole_places(quote: str, text: str, near: Sequence[int]) -> tuple[Span, ...]:
    if near and len(text) > 2 * _REACH:
        around = [
            place
            for start, end in _stretches(near)
            for place in _whole_places_between(quote, text, start, end)
        ]
        if around:
            return tuple(around)
    return tuple(_whole_places_between(quote, text, 0, len(text)))


def _stretches(near: Sequence[int]) -> list[tuple[int, int]]:
    """Return the parts of a text within reach of some offsets, in order and apart."""
    parts: list[tuple[int, int]] = []
    for offset in sorted(near):
        start, end = max(offset - _REACH, 0), offset + _REACH
        if parts and start <= parts[-1][1]:
            start, _ = parts.pop()
        parts.append((start, end))
    return parts


def _whole_places_between(words: str, text: str, start: int, end: int) -> list[Span]:
    size, found = len(words), []
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        cut = at + size
        may_run_on = _may_join(text[at - 1 : at + 1]) or _may_join(text[cut - 1 : cut + 1])
        if not may_run_on or _is_whole(Span(at, cut), text):
            found.append(Span(at, cut))
        at = text.find(words, at + 1, end)
    return found


def _folded_places(quote: str, text: str) -> tuple[Span, ...]:
    places = mentions(quote.translate(_FOLDING), _folded(text))
    if not places:
        return ()
    offsets = [offset for offset, char in enumerate(text) for _ in _FOLDING[ord(char)]]
    return tuple(
        span
        for start, end in places
        if not (_is_inside(start, offsets) or _is_inside(end, offsets))
        and _is_whole(span := Span(offsets[start], offsets[end - 1] + 1), text)
    )


def mentions(words: str, text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return every place of words in a text, letter for letter, in order; nothing stands nowhere.

    Args:
        words: what to look for.
        text: where to look.
        start: where to begin to look.
        end: where to stop, by default the end.
    """
    size, found = len(words), []
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        found.append(Span(at, at + size))
        at = text.find(words, at + 1, end)
    return found


def _is_inside(cut: int, offsets: Sequence[int]) -> bool:
    """Return whether a cut in folded text falls between the parts of one character."""
    return 0 < cut < len(offsets) and offsets[cut - 1] == offsets[cut]


def _is_whole(span: Span, text: str) -> bool:
    return not (_runs_on(text, span.start) or _runs_on(text, span.end))


def _runs_on(text: str, cut: int) -> bool:
    """Return whether a word or number runs on across a cut."""
    if cut <= 0 or cut >= len(text) or not _may_join(text[cut - 1 : cut + 1]):
        return False
    if (text[cut - 1] in _POINTS or text[cut] in _POINTS) and not unicodedata.combining(text[cut]):
        return any(_JOINT.match(text, start) for start in (cut - 1, cut - 2) if start >= 0)
    return True


@lru_cache(maxsize=4096)
def _may_join(pair: str) -> bool:
    """Return whether two neighbours are of one word or number; a point is, or not, by what follows."""
    if len(pair) < 2:
        return False
    before, after = pair[0], pair[1]
    if before in _POINTS or after in _POINTS or unicodedata.combining(after):
        return True
    return (before.isdigit() and after.isdigit()) or (_is_spaced(before) and _is_spaced(after))


def _is_spaced(char: str) -> bool:
    """Return whether a character is a letter of a script that puts spaces between words."""
    return (char.isalpha() or unicodedata.combining(char) > 0) and not _CJK.match(char)


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """What is left of each character: nothing of spaces, marks and quotes; its plain form of others.

    A table for `str.translate`, filled as characters turn up.
    """

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_char(chr(code))
        return folded


_FOLDING = _Folding()


def _folded_char(char: str) -> str:
    if char in _QUOTES or unicodedata.category(char) in _IGNORED_CATEGORIES:
        return ""
    if char in _DASHES:
        return "-"
    return unicodedata.normalize("NFKD", char).casefold().replace(" ", "")
