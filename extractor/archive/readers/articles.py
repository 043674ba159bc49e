"""An entry made of what a reader found."""

from dataclasses import dataclass
from datetime import date

from extractor.archive.entry import Entry
from extractor.archive.readers.limits import MAX_ARTICLE_CHARS
from extractor.article import Article
from extractor.errors import ArticleError

_MAX_TITLE_CHARS = 1_000
_HEADLINE_WITHIN_CHARS = 500


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about an article from outside its text.

    Attributes:
        published: the day it was published.
        title: its title.
        url: its address.
    """

    published: date | None = None
    title: str | None = None
    url: str | None = None


NOTHING_KNOWN = Known()


def entry_of(text: str, known: Known = NOTHING_KNOWN, *, place: str, name: str) -> Entry:
    """Return the entry of an article's text; a title that the text does not begin with leads it.

    Raises:
        ArticleError: there is no text, or far too much.
    """
    if not text.strip():
        raise ArticleError("no text in it")
    if len(text) > MAX_ARTICLE_CHARS:
        raise ArticleError(f"longer than {MAX_ARTICLE_CHARS:,} characters, the limit of an article")
    title = " ".join((known.title or "").split())[:_MAX_TITLE_CHARS] or None
    if title is not None and not _begins_with(text, title):
        text = f"{title}\n{text}"
    article = Article(text, published=known.published, name=name)
    return Entry(place, article, title=title, url=known.url)


def _begins_with(text: str, title: str) -> bool:
    """Tell whether one of the first lines begins with the title, whatever its spaces."""
    lines = text[: 2 * len(title) + _HEADLINE_WITHIN_CHARS].splitlines()
    packed = "".join(title.split())
    return any("".join(line.split()).startswith(packed) for line in lines)
