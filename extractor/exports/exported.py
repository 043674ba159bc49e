"""What is exported: extractions as they were kept, with where their articles came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.article import Article
from extractor.extraction import Extraction


class Corrected(NamedTuple):
    """That the record is a person's, not the model's.

    Attributes:
        by: who corrected it.
        at: when, ISO 8601 in UTC.
    """

    by: str
    at: str


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
        corrected: who corrected the record, and when; None where it is as the model answered.
    """

    article: Article
    envelope: Mapping[str, Any]
    place: str
    title: str | None = None
    url: str | None = None
    also_at: tuple[str, ...] = ()
    corrected: Corrected | None = None

    @classmethod
    def of(cls, extraction: Extraction) -> "Exported":
        """Return an extraction just made."""
        article = extraction.article
        return cls(article, extraction.to_json(), article.name)
