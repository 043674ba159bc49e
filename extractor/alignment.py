"""A quote's place in a text: exactly, else with marks, spaces, width, case and quotes set aside."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
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


def align(quote: str, text: str) -> Alignment | None:
    """Locate a quote in a text.

    Args:
        quote: words as a model wrote them, perhaps with figure marks (`[445]`) copied along.
        text: the article's text; offsets count its code points.

    Returns:
        Every place at the first level that finds one (the quote as it is, without marks, folded),
        or None. A quote that begins or ends inside a word or number does not stand there.
    """
    for words in _wordings(quote, text):
        if places := tuple(_whole_places(words, text)):
            return Alignment(places, "exact")
    folded = _folded_places(unmark(quote.strip(), text), text)
    return Alignment(folded, "normalized") if folded else None


def nearest(quote: str, text: str, *, near: Sequence[int]) -> Span | None:
    """Return the place of a quote that is nearest to one of some offsets.

    Args:
        quote: words as a model wrote them; they are found as `align` finds them.
        text: the article's text.
        near: offsets; without any the first place counts.
    """
    for words in _wordings(quote, text):
        if place := _nearest_whole(words, text, near):
            return place
    folded = _folded_places(unmark(quote.strip(), text), text)
    return min(folded, key=lambda place: _distance(place, near), default=None)


def _wordings(quote: str, text: str) -> Iterator[str]:
    """Give a quote as it is, then without figure marks."""
    quote = quote.strip()
    yield quote
    plain = unmark(quote, text)
    if plain != quote:
        yield plain


def _nearest_whole(words: str, text: str, near: Sequence[int]) -> Span | None:
    """Return the nearest place of words that is none inside a longer word or number."""
    if not near or not words:
        return next(_whole_places(words, text), None)
    low, high = max(min(near) - _REACH, 0), max(near) + _REACH + len(words)
    at = text.find(words, low, high)
    if at < 0 and low == 0 and high >= len(text):
        return None
    if at >= 0 and at == text.rfind(words, low, high):  # the only one, as of most names
        place = Span(at, at + len(words))
        if _distance(place, near) <= _REACH and _is_whole(place, text):
            return place
    return _nearest_of_many(words, text, near)


def _nearest_of_many(words: str, text: str, near: Sequence[int]) -> Span | None:
    """Look on both sides of each offset, nearer than the nearest place so far; then everywhere."""
    best, reach = None, _REACH
    for offset in near:
        if before := _last_before(words, text, offset, reach):
            best, reach = before, max(offset - before.end, 0)
        end = offset + reach + len(words) - 1
        if reach and (after := next(_whole_places(words, text, offset, end), None)):
            best, reach = after, after.start - offset
        if not reach:
            return best
    if best is None:
        places = _whole_places(words, text)
        return min(places, key=lambda place: _distance(place, near), default=None)
    return best


def _distance(place: Span, near: Sequence[int]) -> int:
    start, end = place
    return min([max(start - offset, offset - end, 0) for offset in near], default=0)


def _whole_places(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Give the places of words in a part of a text, none inside a longer word or number."""
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        place = Span(at, at + len(words))
        if _is_whole(place, text):
            yield place
        at = text.find(words, at + 1, end)


def _last_before(words: str, text: str, offset: int, reach: int) -> Span | None:
    """Return the last place of words that begins before an offset, and ends nearer than its reach."""
    size = len(words)
    start = max(offset - reach - size + 1, 0)
    at = text.rfind(words, start, offset + size - 1)
    while at >= 0:
        place = Span(at, at + size)
        if _is_whole(place, text):
            return place
        at = text.rfind(words, start, at + size - 1)
    return None


def _folded_places(quote: str, text: str) -> tuple[Span, ...]:
    places = mentions(quote.translate(_FOLDING), _folded(text))
    if not places:
        return ()
    offsets = _offsets(text)
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
    start, end = span
    return not (
        (_may_join(text[start - 1 : start + 1]) and _runs_on(text, start))
        or (_may_join(text[end - 1 : end + 1]) and _runs_on(text, end))
    )


def _runs_on(text: str, cut: int) -> bool:
    """Return whether a word or number, which may run on across a cut, does."""
    if cut <= 0 or cut >= len(text):
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


@lru_cache(maxsize=8)
def _offsets(text: str) -> Sequence[int]:
    """Return where in a text each character of its folded form comes from."""
    return array(
        "I", (offset for offset, char in enumerate(text) for _ in _FOLDING[ord(char)] or "")
    )


class _Folding(dict[int, str | None]):
    """What is left of each character: nothing of spaces, marks and quotes; its plain form of others.

    A table for `str.translate`, filled as characters turn up. Nothing is None: an empty string takes
    `translate` fifty times as long for an ASCII text.
    """

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _folded_char(chr(code)) or None
        return folded


_FOLDING = _Folding()


def _folded_char(char: str) -> str:
    if char in _QUOTES or unicodedata.category(char) in _IGNORED_CATEGORIES:
        return ""
    if char in _DASHES:
        return "-"
    return unicodedata.normalize("NFKD", char).casefold().replace(" ", "")
