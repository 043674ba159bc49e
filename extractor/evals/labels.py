"""A second person's labels as a system: how far two labellers agree is what a model can reach."""

from pathlib import Path

from extractor.article import Article
from extractor.evals.gold import load_document
from extractor.evals.run import Extractor
from extractor.extraction import Extraction


def labels_of(folder: Path) -> Extractor:
    """Return what answers with the labels of a folder, in their best readings.

    Args:
        folder: gold files with the names of the documents that they label a second time. A file
            that is missing or malformed raises GoldError when its document is met.
    """

    async def extract(article: Article) -> Extraction:
        record = load_document(folder / f"{article.name}.json").first_reading()
        return Extraction(
            article=article,
            model="human",
            status="ok" if record.event else "no_event",
            reason=None if record.event else "so labelled",
            record=record,
            evidence={},
            computed={},
            violations=(),
            findings=(),
            figures=(),
            unplaced=(),
            attempts=(),
            versions={},
        )

    return extract
