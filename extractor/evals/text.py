"""When two texts are the same: strictly, leniently, and how alike they are for pairing.

Strict: the same letters and digits follow each other, after Unicode compatibility folding (NFKC)
and case folding; punctuation and spacing count for nothing. Simplified and traditional characters
stay different, as do letters with and without marks.

Lenient: also where they are like enough and the same digits are in both. The measure is the
normalised Indel similarity (rapidfuzz `fuzz.ratio`), its threshold about one slip in six letters.
A near likeness that turns on a number word, a scale (million, 亿) or a word of side or direction
(north, domestic, 上, 内) is none: "Plant 2" is not "Plant 3", 境内 is not 境外.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

ALIKE_PERCENT = 85.0
"""Least Indel similarity of a lenient match: "Bleidon" and "Bleiden" (85.7) are one name."""

# The texts of a gold set and of some predictions: a bound, so that a stream needs constant memory.
_CACHED_TEXTS = 8192

_TOKENS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|[^\W\d_]+|[%‰+°$€£¥]")
_NEEDLESS_SPACES = re.compile(r"(?<!\d) | (?!\d)")  # all but those between two numbers

_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|"
    "fifth|sixth|seventh|eighth|ninth|tenth|half|dozen|hundred|thousand|million|billion|trillion|"
    "lakh|crore|[ivx]+"
)
_SIDE_WORDS = (
    "north|northern|south|southern|east|eastern|west|western|northeast|northwest|southeast|"
    "southwest|upper|lower|inner|outer|inside|outside|inland|domestic|foreign|overseas|abroad|"
    "online|offline|import|imports|export|exports|less|fewer|under|below|not|non"
)
_GUARDED = re.compile(
    rf"\d+(?:\.\d+)*|[零〇一二三四五六七八九十百千万萬亿億两兩半]|[东東西南北上下内內外前后後左右]|"
    rf"(?<![^\W\d_])(?:{_NUMBER_WORDS}|{_SIDE_WORDS})(?![^\W\d_])"
)


@lru_cache(maxsize=_CACHED_TEXTS)
def fold(text: str) -> str:
    """Return the letters, digits and signs (%, +, currencies) that strict equality compares."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    spaced = " ".join(_TOKENS.findall(plain)).replace(",", "")
    return _NEEDLESS_SPACES.sub("", spaced) or plain.strip()


@lru_cache(maxsize=_CACHED_TEXTS)
def _unmarked(text: str) -> str:
    """Fold a text and take the marks off its letters (ê to e)."""
    folded = fold(text)
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _guarded(text: str) -> tuple[str, ...]:
    """Return, sorted, what a near likeness may not turn on: numbers, scales, sides."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(sorted(_GUARDED.findall(re.sub(r"(?<=\d),(?=\d{3})", "", plain))))


def is_same(left: str, right: str) -> bool:
    """Return whether two texts are strictly equal."""
    return fold(left) == fold(right)


def is_alike(left: str, right: str) -> bool:
    """Return whether two texts are leniently equal; strictly equal ones are."""
    if is_same(left, right):
        return True
    if similarity_percent(left, right, at_least=ALIKE_PERCENT) == 0:
        return False
    return traits_of(left).guarded == traits_of(right).guarded


def similarity_percent(left: str, right: str, *, at_least: float = 0.0) -> float:
    """Return the Indel similarity of two texts without marks, 0 to 100; 0 where below `at_least`."""
    return fuzz.ratio(_unmarked(left), _unmarked(right), score_cutoff=at_least)


class Traits(NamedTuple):
    """What likeness is measured by: a text folded, and the numbers and sides that stand in it."""

    folded: str
    guarded: tuple[str, ...]


@lru_cache(maxsize=_CACHED_TEXTS)
def traits_of(text: str) -> Traits:
    """Return what `likeness` compares, once for a text that is compared with many."""
    return Traits(fold(text), _guarded(text))


def likeness(left: Traits, right: Traits) -> float:
    """Return how alike two texts are, 0 to 1; half as alike where other numbers stand in them."""
    ratio = fuzz.ratio(left.folded, right.folded) / 100
    return ratio if ratio == 1 or left.guarded == right.guarded else ratio / 2
