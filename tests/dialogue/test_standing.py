"""Standings: a draft and what is wrong with it, ranked and placed."""

import pytest

from extractor.article import Article
from extractor.dialogue.standing import Standing
from extractor.figures import find_figures
from extractor.violations import Violation

TEXT = "The Lorem Fair opened. 12 projects were signed. Tea has 5, steel 7 and glass 3 of them."


@pytest.fixture
def stand(make):
    """Give a function that makes the standing of an event with some shares."""

    def build(*shares, **fields) -> Standing:
        event = make.event(name="Lorem Fair", count=TEXT.index("12"), **fields)
        article = Article(TEXT)
        return Standing.of(make.draft(event, shares=list(shares)), article, find_figures(TEXT))

    return build


def test_weight_counts_figures_and_rank_counts_violations(stand) -> None:
    """Three figures of one sentence are one violation; for a region each of them counts."""
    standing = stand()

    assert standing.rank == (1, 0)
    assert standing.weight == 3
    assert stand(place="Ipsum").weight == 4


def test_a_disputed_violation_is_a_finding(stand) -> None:
    """It weighs nothing any more."""
    standing = stand()
    disputed = Standing(
        standing.draft,
        standing.subject,
        standing.checked,
        frozenset(violation.key for violation in standing.violations),
    )

    assert (disputed.violations, disputed.weight) == ((), 0)
    assert len(disputed.findings) == len(standing.findings) + 1


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        pytest.param({"figures": (TEXT.index("7"),), "items": ("s1",)}, "7", id="its-figure"),
        pytest.param({"items": ("s1",)}, "5", id="its-item"),
        pytest.param({"items": ("event",)}, "12", id="the-event"),
        pytest.param({"items": ("s9",)}, "The", id="an-item-that-is-not-there"),
        pytest.param({}, "The", id="nothing"),
        pytest.param({"figures": (-3,)}, "The", id="before-the-article"),
        pytest.param({"figures": (10_000,)}, ".", id="behind-the-article"),
    ],
)
def test_a_violation_has_a_place_in_the_article(make, stand, fields, place: str) -> None:
    """So that the part is shown which it is about."""
    standing = stand(make.share("s1", "Tea", count=TEXT.index("5")))

    at = standing.place(Violation("a.b", "m.", **fields))

    assert at == (len(TEXT) - 1 if place == "." else TEXT.index(place))
