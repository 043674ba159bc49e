"""English words of works."""

import pytest

from extractor.models.rules.words.english_works import has_works, words_in, works_in


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("a noodle plant and a cold store", ["plant", "store"]),
        ("Plants of Lorem", ["Plants"]),
        ("the memorandum on steel", []),
    ],
    ids=["two", "with a capital", "none"],
)
def test_words_of_works_are_found_where_they_stand(text, works):
    """Each span cuts a word of works out of the text, be it written with a capital."""
    assert [text[start:end] for start, end in works_in(text)] == works
    assert has_works(words_in(text)) == bool(works)


def test_only_works_inside_a_range_are_given():
    """A word that lies across the end of the range is left out."""
    text = "a plant, a mill"

    assert works_in(text, 0, 7) == ((2, 7),)
    assert works_in(text, 0, 13) == ((2, 7),)
