"""Numbers that stand in a text but that the finder did not read."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractor.article import Span
from extractor.figures.digit_numbers import FOREIGN_UNIT
from extractor.figures.figure import Figure
from extractor.patterns import Pattern

# Runs of digits in any script, with the points and commas inside them. It begins with a class of
# characters, which is sought the fastest.
_DIGIT_RUN = Pattern(r"\d(?<![A-Za-z0-9_@&#=/.-]\d)\d*(?:[.,'’٫٬\u00a0\u202f]\d+)*")
_ASCII = Pattern(r"[0-9０-９]")
_POINTED = Pattern(
    r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:['’]\d{3})+|\d{1,3},\d{1,2}"
)
_KNOWN_NAME = Pattern(r"[A-Za-z]?[GSDKAB]\b|强|強|号|號|楼|樓|[線线]")


def unread(text: str, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """Return the numbers of a text that look like figures of a notation the finder does not read.

    These are digits of other scripts, numbers pointed the European way (1.234,5), and numbers with
    a scale or unit of another language (12 Mio., 3 bi). Names (5G), phone numbers, addresses and
    codes are none of them.

    Args:
        text: the text that the figures were found in.
        figures: its figures, in order of place.

    Returns:
        The spans of the numbers, in order of place.
    """
    starts = [figure.start for figure in figures]
    spans = []
    for found in _DIGIT_RUN.finditer(text):
        index = bisect_right(starts, found.start()) - 1
        if index >= 0 and found.start() < figures[index].end:
            continue
        if _looks_foreign(text, found):
            spans.append(Span(*found.span()))
    return tuple(spans)


def _looks_foreign(text: str, found: re.Match[str]) -> bool:
    written = found.group()
    if not _ASCII.match(written):
        return True
    if _KNOWN_NAME.match(text, found.end()):
        return False
    return bool(_POINTED.fullmatch(written) or FOREIGN_UNIT.match(text, found.end()))
