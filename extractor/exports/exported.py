"""What is exported: extractions as they were kept, with where their articles came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.article import Article
from extractor.extraction import Extraction


@dataclass(frozen=True)
class Exported:
    """One extraction to be exported.

    Attributes:
        article: the article, its text as the offsets count it.
        envelope: the extraction as `Extraction.to_json` writes it.
        place: the file, archive member or URL that the article was read from.
        title: its title, where known.
        url: its address, where known.
        also_at: addresses, else places, where the same or nearly the same text stands.
    """

    article: Article
    envelope: Mapping[str, Any]
    place: str
    title: str | None = None
    url: str | None = None
    also_at: tuple[str, ...] = ()

    @classmethod
    def of(cls, extraction: Extraction) -> "Exported":
        """Return an extraction just made."""
        article = extraction.article
        return cls(article, extraction.to_json(), article.name)
