"""Near-duplicates: one press release under several addresses, with another headline or footer.

Two articles are taken for one where the same figures stand in them in the same order, and their
texts are mostly alike. The figures are the key by which others are found, so that no article is
compared with more than a few; a correction or a later report, which changes a figure, is another
article.
"""

import hashlib
import re
from collections.abc import Sequence

from extractor.figures import Figure

LEAST_ALIKE = 0.8
"""How much of two texts has to be the same, from 0 to 1."""

_TELLING = frozenset({"money", "percent", "count", "quantity"})
_LEAST_FIGURES = 3
_SPACE = re.compile(r"\s+")


def figures_key(text: str, figures: Sequence[Figure]) -> str | None:
    """Return a hash of an article's figures; None where there are too few to tell it by.

    Dates and clock times are left out, as pages add some of their own; so is the first line, as
    headlines differ. A figure that is said again counts once.

    Args:
        text: the article's text.
        figures: its figures, in order.
    """
    body_starts = len(text) - len(text.lstrip()) + len(text.strip().partition("\n")[0])
    if not text[body_starts:].strip():
        body_starts = 0
    told = dict.fromkeys(
        (figure.kind, str(figure.value), str(figure.upper))
        for figure in figures
        if figure.kind in _TELLING and figure.value is not None and figure.start >= body_starts
    )
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
