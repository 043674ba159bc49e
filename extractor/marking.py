"""Figure marks: how an article's figures are shown to a model, and how marks leave a quote again."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.article import Span
from extractor.figures import Figure, FigureKind

SHOWN_KINDS: frozenset[FigureKind] = frozenset({"money", "count", "percent", "quantity"})
"""Kinds that a draft refers to; dates, years and ordinals stay unmarked, a draft writes them out."""

_OWN_BRACKETS = re.compile(r"[\[［]\d+[\]］]")
_PLAIN, _DOUBLE = " [{}]", " ⟦{}⟧"
_WRITTEN = {_PLAIN: re.compile(r" ?\[\d+\]"), _DOUBLE: re.compile(r" ?⟦\d+⟧")}


def shown(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures that a model is shown: those of a kind to refer to, with a value."""
    return tuple(figure for figure in figures if is_shown(figure))


def is_shown(figure: Figure) -> bool:
    """Return whether a model is shown a figure, and so has to find a place for it."""
    return figure.kind in SHOWN_KINDS and figure.value is not None


def mark(text: str, figures: Sequence[Figure], *, span: Span | None = None) -> str:
    """Write each figure's id behind it: `93.588 billion yuan [445]`.

    Where the text has numbers in square brackets of its own, marks are written `⟦445⟧`, so that
    the two cannot be taken for each other.

    Args:
        text: the article's text.
        figures: the figures to mark, in order and without overlap.
        span: the stretch to write, with all figures inside it; the whole text by default.
    """
    form = _form(text)
    pieces: list[str] = []
    done, end = span or (0, len(text))
    for figure in figures:
        pieces += (text[done : figure.end], form.format(figure.id))
        done = figure.end
    pieces.append(text[done:end])
    return "".join(pieces)


def naming(figure_id: int, text: str) -> str:
    """Return a figure's id as it is named apart from its figure: as the text's marks are written."""
    return _form(text).format(figure_id).strip()


def unmark(quote: str, text: str) -> str:
    """Take the marks of a text out of words that a model copied together with them."""
    return _WRITTEN[_form(text)].sub("", quote)


@lru_cache(maxsize=8)
def _form(text: str) -> str:
    """Return how marks are written in this text."""
    return _DOUBLE if _OWN_BRACKETS.search(text) else _PLAIN
