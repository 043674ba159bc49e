"""Places of values in the article."""

import pytest

from extractor.figures import find_figures
from extractor.report.evaluation.places import Places


@pytest.fixture
def place(gold):
    """Give the words at the place of a pointer into the gold record; None where there is none."""
    text = gold.article.text
    places = Places(gold.record, text, find_figures(text))

    def words(pointer):
        span = places.of(pointer)
        return None if span is None else text[span.start : span.end]

    return words


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/event/name", "Lorem Fair"),
        ("/event/start_date", "May 6, 2024"),
        ("/event/total/amounts/0/value", "3.4 billion yuan"),
        ("/event/total/amounts/0/currency", "3.4 billion yuan"),
        ("/shares/0/label", "manufacturing"),
        ("/shares/0/dimension", "manufacturing"),
        ("/shares/0/count/value", "5"),
        ("/projects/0/investors/0", "Foo Ltd."),
        ("/projects/0/shares/0", "Bar plant"),
        ("/projects/0/amounts/0/hedge", "12 billion yen"),
        ("/event/stage", None),
        ("/event/host", None),
        (None, None),
    ],
)
def test_a_leaf_has_its_own_place_its_figures_or_its_items(place, pointer, words):
    """What stands nowhere itself, as a code does, is shown where its item is named."""
    assert place(pointer) == words


def test_of_several_places_the_one_near_the_rest_of_the_item_counts(gold):
    """The total of 12 is that of the sentence that tells of the fair, not the headline's."""
    text = gold.article.text
    places = Places(gold.record, text, find_figures(text))

    assert text[places.of("/event/total/count/value").start :].startswith("12 projects were signed")


def test_the_first_reading_that_stands_in_the_text_is_taken():
    """Gold's best reading may be better than the article."""
    record = {"event": {"name": {"any_of": ["The 1st Lorem Fair", "Lorem Fair"]}}}

    assert Places(record, "the Lorem Fair", ()).of("/event/name") == (4, 14)


def test_a_record_that_failed_has_no_places():
    """Nothing was said."""
    assert Places({}, "text", ()).of("/event/name") is None
