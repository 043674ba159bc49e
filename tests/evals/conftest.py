import pytest

from extractor.evals.gold import load_gold
from extractor.extraction import Extraction
from extractor.packaged import packaged_folder


@pytest.fixture(scope="session")
def gold_folder():
    """The gold folder of the checkout."""
    return packaged_folder("evals") / "gold"


@pytest.fixture(scope="session")
def gold(gold_folder):
    """Every gold document, by name."""
    return {document.name: document for document in load_gold(gold_folder)}


@pytest.fixture
def extraction_of():
    """Give a function that builds an extraction of an article around a record."""

    def build(article, record, *, reason=None):
        statuses = {True: "ok", False: "no_event"}
        status = "failed" if record is None else statuses[record.event is not None]
        return Extraction(
            article=article,
            model="fake",
            status=status,
            reason=reason,
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

    return build
