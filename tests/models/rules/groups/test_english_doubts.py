"""Names of groups that are none, and what is cut off those that are."""

import pytest

from extractor.models.rules.groups.english_doubts import bare, is_no_name


@pytest.mark.parametrize(
    "words",
    [
        "though",
        "be",
        "over Ⓠ across",
        "since the outbreak of the epidemic",
        "signed projects will use",
        "office sorts them into advanced manufacturing",
        "pumped hydro and the other",
        "senior official",
        "highest value",
        "universities signed academic",
        "similar gathering in Ⓞ",
        "hiring",
        "state recorded",
        "claiming",
        "government put the figure",
        "Data",
        "a mere",
    ],
)
def test_words_that_name_no_group_are_known(words):
    """Each of the listed wordings is no name."""
    assert is_no_name(words)


@pytest.mark.parametrize("words", ["energy storage", "foreign-owned", "Lorem County", "signed"])
def test_names_of_groups_are_kept(words):
    """Plain names are no doubt."""
    assert not is_no_name(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("tiny Lorem Point", "Lorem Point"),
        ("the storage plants alone", "storage plants"),
        ("for pumped hydro", "pumped hydro"),
        ("energy", "energy"),
        ("scattered in the remaining counties", "remaining counties"),
        ("signed contracts so far", "signed contracts"),
        ("Tourism comes third", "Tourism"),
        ("Next comes manufacturing", "manufacturing"),
        ("Services -", "Services"),
    ],
)
def test_articles_and_adverbs_are_cut_off(words, name):
    """Only the noun phrase is left."""
    start, end = bare(words, 0, len(words))

    assert words[start:end] == name
