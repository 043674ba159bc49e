"""The fixture of the benchmark beside other clients: what ours is answered with is right."""

import pytest

from benchmarks.peers import fixture
from extractor import Article, extract
from extractor.models.scripted import ScriptedModel


@pytest.mark.parametrize(
    ("replies", "n_requests"),
    [
        pytest.param([fixture.draft(is_wrong=False)], 1, id="right"),
        pytest.param([fixture.draft(is_wrong=True), fixture.patch()], 2, id="wrong, repaired"),
    ],
)
def test_draft_passes_every_check(replies, n_requests):
    """One request for a right draft and one repair for a wrong one: that is what is measured."""
    model = ScriptedModel(replies)

    extraction = extract(Article(fixture.article(1234)), model=model)

    assert (extraction.status, extraction.violations) == ("ok", ())
    assert len(model.requests) == n_requests


def test_articles_differ_by_their_mark_alone():
    """The draft's figures stand at the same places in every article."""
    first, second = fixture.article(0), fixture.article(9_999_999)

    assert (len(first), len(second)) == (fixture.ARTICLE_CHARS, fixture.ARTICLE_CHARS)
    assert first.partition("] ")[2] == second.partition("] ")[2]
