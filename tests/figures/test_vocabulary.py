"""Word lists are looked up where they stand, the longest word first."""

import re

import pytest

from extractor.figures.vocabulary import WordTable, any_of, sought

TABLE = WordTable({"up": 1, "up to": 2, "to": 3, "$": 4, "US$": 5, "元": 6}, whole=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [("is up to", ("up to", 2)), ("lup to", ("to", 3)), ("onto", None), ("AUS$", ("$", 4)), ("a元", ("元", 6))],
)  # fmt: skip
def test_the_longest_whole_word_before_is_found(text, found):
    """What touches a word before it counts likewise; a sign is touched by nothing."""
    assert TABLE.before(text, len(text)) == found


def test_no_word_begins_before_the_floor():
    """What has been read already is no part of a word."""
    assert TABLE.before("is up to", 8, 6) == ("to", 3)


def test_a_space_in_a_list_is_a_space_or_a_hyphen():
    """Words of several parts are written with either, unless they are sought exactly."""
    words = ("year old", *"abcdefgh")
    assert re.fullmatch(any_of(words), "year-old")
    assert not re.fullmatch(any_of(words, exactly=True), "year-old")


def test_words_sought_are_found_where_they_stand():
    """The pattern for a search finds what the one for a place matches."""
    words = ("台灣", "台中", "高雄", "HK$")
    assert re.findall(sought(words), "台中與高雄、台北，HK$5") == ["台中", "高雄", "HK$"]
