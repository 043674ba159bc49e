from pathlib import Path

import pytest

from extractor.evals.gold import load_gold

GOLD = Path(__file__).parents[2] / "evals" / "gold"


@pytest.fixture(scope="session")
def gold_folder():
    """The gold folder of the checkout."""
    return GOLD


@pytest.fixture(scope="session")
def gold():
    """Every gold document, by name."""
    return {document.name: document for document in load_gold(GOLD)}
