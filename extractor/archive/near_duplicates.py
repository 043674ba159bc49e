"""Near-duplicates: one press release under several addresses, with another headline or footer.

Two articles are taken for one where the same figures stand in them in the same order, the first
line of either left out where need be, and their texts are mostly alike. The figures are the key by
which others are found, so that no article is compared with more than a few; a correction or a later
report, which changes a figure, is another article.
"""

import hashlib
import re
from collections.abc import Sequence

from extractor.figures import Figure

LEAST_ALIKE = 0.8
"""How much of two texts has to be the same, from 0 to 1."""

_LEAST_FIGURES = 3
_SPACE = re.compile(r"\s+")


def figures_keys(text: str, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return hashes of an article's figures: of all, and of those behind the first line.

    Dates, clock times and bare numbers are left out, as pages add some of their own (how often they
    were read). A figure that is said again counts once. Nothing is returned where there are too few
    figures to tell an article by.

    Args:
        text: the article's text.
        figures: its figures, in order.
    """
    headline_ends = len(text) - len(text.lstrip()) + len(text.strip().partition("\n")[0])
    telling = [figure for figure in figures if _is_telling(figure)]
    body = [figure for figure in telling if figure.start >= headline_ends]
    return tuple(dict.fromkeys(key for part in (telling, body) if (key := _key(part))))


def _is_telling(figure: Figure) -> bool:
    if figure.value is None:
        return False
    has_thing = figure.kind in {"count", "quantity"} and figure.unit is not None
    return has_thing or figure.kind in {"money", "percent"}


def _key(figures: Sequence[Figure]) -> str | None:
    told = dict.fromkeys((f.kind, str(f.value), str(f.upper)) for f in figures)
    if len(told) < _LEAST_FIGURES:
        return None
    return hashlib.sha256(repr(list(told)).encode()).hexdigest()


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts are mostly the same, but for spaces.

    The likeness is that of `rapidfuzz`: twice what both have in common, in order, by what they
    have together.
    """
    from rapidfuzz.distance import Indel

    one, other = (_SPACE.sub("", text) for text in (one, other))
    return Indel.normalized_similarity(one, other, score_cutoff=LEAST_ALIKE) >= LEAST_ALIKE
