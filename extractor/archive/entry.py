"""What a reader gives for each thing that it finds in a source: an article, or why there is none."""

from dataclasses import dataclass

from extractor.article import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing found in a source: an article, or the reason why it could not be read.

    Attributes:
        place: where it stands, unlike any other: a file, `archive.zip!member.html`, a URL.
        article: its text, with the day it was published where known; None where it has none.
        fault: why it could not be read, in one line; None where it was.
        title: its title, where the source holds one apart from the text.
        url: its address, where the source names one.
    """

    place: str
    article: Article | None = None
    fault: str | None = None
    title: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.article is None) == (self.fault is None):
            raise ValueError(f"{self.place}: an entry holds an article or a fault, one of the two")
