"""What of an article a request shows: all of it, or one of the parts that a small context takes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractor.article import Article, Span
from extractor.figures import Figure
from extractor.marking import mark, shown

MAX_PARTS = 24
"""An article that would need more parts is too long for the model."""

_BYTES_A_TOKEN = 3
_TOKENS_A_MARK = 4
_HEAD_CHARS = 500
_GAP = "[…]"


def tokens(text: str) -> int:
    """Estimate how many tokens a text takes, rather too many: a Chinese character is one."""
    return len(text.encode()) // _BYTES_A_TOKEN + 1


@dataclass(frozen=True)
class View:
    """A stretch of an article, with the figures in it.

    Attributes:
        article: the article.
        figures: the figures within the stretch, in order.
        span: the stretch.
        number: which of the parts it is, from 1.
        count: how many parts there are; 1 for an article shown whole.
    """

    article: Article
    figures: tuple[Figure, ...]
    span: Span
    number: int = 1
    count: int = 1

    @property
    def marked(self) -> str:
        """The stretch with its figures marked; a later part stands behind the article's head."""
        head = self._head
        text = mark(self.article.text, shown(self.figures), span=self.span)
        return f"{head}\n{_GAP}\n{text}" if head else text

    def quote(self, span: Span) -> str:
        """Return a passage with its figures marked."""
        return mark(self.article.text, shown(within(self.figures, span)), span=span)

    @property
    def _head(self) -> str:
        """The article's first sentences, which say what it is about."""
        end = min(_HEAD_CHARS, self.span.start)
        inside = [sentence.end for sentence in self.article.sentences if sentence.end <= end]
        return self.article.text[: max(inside, default=end)]


def views(article: Article, figures: Sequence[Figure], spans: Sequence[Span]) -> tuple[View, ...]:
    """Return a view of each part of an article."""
    return tuple(
        View(article, within(figures, span), span, number, len(spans))
        for number, span in enumerate(spans, start=1)
    )


def within(figures: Sequence[Figure], span: Span) -> tuple[Figure, ...]:
    """Return the figures whose ids lie in a stretch."""
    first, behind = (bisect_left(figures, at, key=attrgetter("id")) for at in span)
    return tuple(figures[first:behind])


def split(
    article: Article, figures: Sequence[Figure], span: Span, *, max_tokens: int
) -> tuple[Span, ...]:
    """Cut a stretch of an article at sentence ends into as few parts as can be, as equal as can be.

    A single sentence is never cut, however long.

    Args:
        article: the article.
        figures: its figures; their marks count, too.
        span: the stretch to cut.
        max_tokens: how many tokens a part may take, as `tokens` estimates them.
    """
    inner = [s.start for s in article.sentences if span.start <= s.start < span.end][1:]
    sentences = list(map(Span, [span.start, *inner], [*inner, span.end]))
    sizes = [
        tokens(article.text[sentence.start : sentence.end])
        + _TOKENS_A_MARK * len(shown(within(figures, sentence)))
        for sentence in sentences
    ]
    fewest = len(_fill(sizes, max_tokens))
    even = bisect_left(range(max_tokens), -fewest, key=lambda limit: -len(_fill(sizes, limit)))
    starts = [sentences[first].start for first in _fill(sizes, even)]
    return tuple(map(Span, starts, [*starts[1:], span.end]))


def _fill(sizes: Sequence[int], limit: int) -> list[int]:
    """Return the index of the first sentence of each part, if each is filled up to a limit."""
    firsts, filled = [0], 0
    for index, size in enumerate(sizes):
        if filled and filled + size > limit:
            firsts.append(index)
            filled = 0
        filled += size
    return firsts
