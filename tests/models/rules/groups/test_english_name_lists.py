"""Names of English groups that are lists."""

import pytest

from extractor.models.rules.groups.english_name_lists import whole_list
from extractor.models.rules.reading.reading import Sentence


@pytest.mark.parametrize(
    ("text", "taken", "whole"),
    [
        (
            "Ipsum, Dolor and Amet firms brought Ⓒ projects",
            "Dolor and Amet firms",
            "Ipsum, Dolor and Amet firms",
        ),
        ("By sector, food and toys took Ⓒ", "food and toys", "food and toys"),
        ("He said, Dolor and Amet brought Ⓒ", "Dolor and Amet", "Dolor and Amet"),
    ],
    ids=["the list goes on to the left", "an adverbial is none of it", "nor is a clause"],
)
def test_a_name_before_its_count_is_its_whole_list(text, taken, whole):
    """What stands before, item by item, belongs to the name."""
    at = text.index(taken)

    start, end = whole_list(Sentence(text, 0, 0), (at, at + len(taken)), is_before=True)

    assert text[start:end] == whole


@pytest.mark.parametrize(
    ("text", "taken", "whole"),
    [
        ("the other Ⓒ are in food, toys and tea.", "food", "food, toys and tea"),
        ("Ⓒ are in food, including Ⓒ in tea.", "food", "food"),
        ("Ⓒ are in food, Smith added, and tea.", "food", "food"),
    ],
    ids=["the list goes on to the right", "a part of it", "who says so"],
)
def test_a_name_behind_its_count_is_its_whole_list(text, taken, whole):
    """What follows, item by item, belongs to the name."""
    at = text.index(taken)

    start, end = whole_list(Sentence(text, 0, 0), (at, at + len(taken)), is_before=False)

    assert text[start:end] == whole
