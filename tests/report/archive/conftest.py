"""What the tests of an archive's report share: extractions by what their records say."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article
from extractor.extraction import Extraction
from extractor.record import Record

sys.path.insert(0, str(Path(__file__).parent))  # for the parts of records that lie beside the tests


@pytest.fixture
def saying(without_record: Callable[..., Extraction]) -> Callable[..., Extraction]:
    """Give a function that builds an extraction whose event says what is given."""

    def build(
        *,
        text: str = "12 projects were signed.",
        article: Article | None = None,
        n: dict[str, Any] | None = None,
        amounts: tuple[dict[str, Any], ...] = (),
        shares: tuple[dict[str, Any], ...] = (),
        projects: tuple[dict[str, Any], ...] = (),
        **event: Any,
    ) -> Extraction:
        texts = dict.fromkeys(("name", "activity", "start_date", "end_date", "place", "host"))
        lists: dict[str, Any] = {"aliases": [], "industries": []}
        total = {"count": n, "amounts": list(amounts)}
        record = {
            "event": {**texts, **lists, "stage": "signed", "total": total, **event},
            "shares": list(shares),
            "projects": list(projects),
            "agreements": [],
        }
        return without_record(
            text,
            article=article or Article(text),
            status="ok",
            reason=None,
            record=Record.model_validate(record),
            versions={"prompt": "extract/v4"},
        )

    return build
