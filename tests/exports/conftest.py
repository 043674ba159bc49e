"""Extractions to be exported."""

import pytest

from extractor.api import extract
from extractor.article import Article
from extractor.evals.gold import load_gold, packaged_gold
from extractor.exports import Exported

GOLD = {document.name: document for document in load_gold(packaged_gold())}


@pytest.fixture(scope="session")
def exported():
    """The recorded extractions of three gold articles: English, Chinese, and one without event."""
    names = ("huqia-week-2022", "zh-chengyang-q2-starts", "en-luoshui-catalogue")
    made = []
    for name in names:
        extraction = extract(GOLD[name].article, model="replay")
        one = Exported.of(extraction)
        made.append(
            Exported(one.article, one.envelope, f"news/{name}.txt", "A title", "https://a/b")
        )
    return made


@pytest.fixture
def hostile():
    """An extraction of an article whose words a spreadsheet would run and UTF-8 has not."""
    text = "=HYPERLINK(1) Fair: 12 projects worth 3 billion yuan were signed on May 6, 2022.\x0b"
    made = Exported.of(extract(Article(text, name="=cmd"), model="rules"))
    envelope = {**made.envelope, "reason": "half \ud83d"}
    return Exported(made.article, envelope, "=cmd|' /C calc'!A0", "+1", "@here")
