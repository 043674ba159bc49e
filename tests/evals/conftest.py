import pytest

from extractor.evals.gold import load_gold
from extractor.packaged import packaged_folder


@pytest.fixture(scope="session")
def gold_folder():
    """The gold folder of the checkout."""
    return packaged_folder("evals") / "gold"


@pytest.fixture(scope="session")
def gold(gold_folder):
    """Every gold document, by name."""
    return {document.name: document for document in load_gold(gold_folder)}
