"""Every figure of a text, in English and Chinese.

The patterns are built when the first text is read, so that importing this package costs little.
"""

from collections.abc import Sequence
from datetime import date

from extractor.article import Span
from extractor.figures.figure import Figure, FigureKind

__all__ = ["Figure", "FigureKind", "find_figures", "unread"]


def find_figures(text: str, *, published: date | None = None) -> tuple[Figure, ...]:
    """Find every figure of a text, in order of place; none overlap.

    Args:
        text: an article in English or Chinese (simplified, traditional, mixed).
        published: the day it was published, where known; it resolves a missing year and 昨日.

    Returns:
        Figures with exact values; `text[start:end] == as_written` for each.
    """
    from extractor.figures import finder

    return finder.find_figures(text, published=published)


def unread(text: str, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """Return the numbers of a text in a notation that the finder does not read, in order of place.

    Args:
        text: the text that the figures were found in.
        figures: its figures, in order of place.
    """
    from extractor.figures import unread_numbers

    return unread_numbers.unread(text, figures)
