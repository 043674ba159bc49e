"""What a second reading knows of the first one's items."""

import pytest

from extractor.models.rules.leftovers.placed import Placed, dimension_of_words
from extractor.models.rules.news.background import Background


@pytest.fixture
def placed(read):
    """Return the items of a text of which nothing is placed yet."""
    reading = read("Lorem County landed 12 projects, the Ipsum belt nine.")
    return Placed(reading, Background(reading), None, [], [])


def test_a_figure_is_free_until_it_is_taken(placed):
    """Taking a figure leaves the others free."""
    first, second = placed.left(0, len(placed.reading.text))

    placed.take(first)

    assert list(placed.left(0, len(placed.reading.text))) == [second]


def test_a_group_is_found_by_its_name_and_by_its_count(placed):
    """A group that was entered is found again under either."""
    at = next(placed.left(0, len(placed.reading.text)))
    sentence = placed.reading.sentences[0]

    group = placed.enter((0, 12), sentence, at)

    assert placed.group_named("Lorem") is group
    assert placed.group_counting(group.count.figure.value) is group
    assert group.dimension == "region"


@pytest.mark.parametrize(
    ("words", "dimension"),
    [
        ("public sector undertakings", "investor"),
        ("overseas investors", "origin"),
        ("western desert districts", "region"),
        ("put into production", "stage"),
        ("between Ⓜ", "size"),
        ("textiles and apparel", "industry"),
        ("left over", None),
    ],
)
def test_the_words_of_a_group_show_its_dimension(words, dimension):
    """Each dimension has its words; others show none."""
    assert dimension_of_words(words) == dimension
