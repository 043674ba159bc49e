"""Tests of English noun phrases around figures."""

import pytest

from extractor.models.rules.groups.phrases_en import holder, is_empty, list_before, trim


@pytest.mark.parametrize(
    ("text", "is_listed", "words"),
    [
        ("Energy attracted Ⓜ.", False, "Energy"),
        ("Energy ran away with the biggest chunk, Ⓜ.", False, "Energy"),
        ("Lorem, which has the trams, takes Ⓜ.", False, "Lorem"),
        ("It was followed by new energy at Ⓜ.", False, "new energy"),
        ("She put farming's share at Ⓜ.", False, "farming"),
        ("The Ⓝ coastal boroughs share Ⓜ.", False, "Ⓝ coastal boroughs"),
        (" and affordable housing Ⓜ.", True, "affordable housing"),
    ],
    ids=["verb", "chunk", "aside", "followed by", "share of", "several places", "listed"],
)
def test_an_amount_is_held_by_the_subject_of_its_clause(
    text: str, *, is_listed: bool, words: str
) -> None:
    """The words up to the verb say what an uncounted amount is of."""
    span = holder(text, 0, text.index("Ⓜ"), is_listed=is_listed)
    assert span is not None
    assert text[slice(*span)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The total investment is Ⓜ",
        "Lorem Holdings Ltd has Ⓜ",
        "A chip plant took Ⓜ",
        ", accounting for Ⓜ",
        "Because the city has Ⓜ",
    ],
    ids=["money", "body", "one work", "participle", "subordinate"],
)
def test_other_subjects_hold_nothing(text: str) -> None:
    """Words of money, bodies, single works and half sentences are no groups."""
    assert holder(text, 0, text.index("Ⓜ"), is_listed=False) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Overseas firms have lined up", "Overseas firms"),
        ("Next are the delegations of Lorem", "Lorem"),
        ("the other", "other"),
        ("He wants", None),
        ("Because the time is limited", None),
    ],
    ids=["verb", "lead", "rest", "pronoun", "subordinate"],
)
def test_a_label_ends_at_its_verb(text: str, words: str | None) -> None:
    """What stands before a count is trimmed to its noun phrase."""
    span = trim(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == words


def test_words_of_money_and_pronouns_are_empty() -> None:
    """Such words name no group."""
    assert is_empty("the total investment")
    assert not is_empty("clean energy")


@pytest.mark.parametrize(
    "text",
    [
        "By territory, Lorem, Ipsum and Dolor occupy the first places: ",
        "The chambers of commerce in Lorem, Ipsum and Dolor, which act as brokers, brought ",
    ],
    ids=["verb", "aside"],
)
def test_a_list_of_names_stands_without_verbs_and_asides(text: str) -> None:
    """The list that values are dealt out to is cut free."""
    assert text[slice(*list_before(text, 0, len(text)))] == "Lorem, Ipsum and Dolor"
