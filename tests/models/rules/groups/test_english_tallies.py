"""How English news counts groups: every tally reads its examples."""

import pytest

from extractor.models.rules.groups.english_tallies import NEXT_AMOUNT, NEXT_PERCENT, OTHERS, TALLIES

EXAMPLES = [
    pytest.param(tally, text, label, id=text)
    for tally in (*TALLIES, OTHERS)
    for text, label in tally.examples
]


@pytest.mark.parametrize(("tally", "text", "label"), EXAMPLES)
def test_every_tally_reads_its_examples(tally, text, label):
    """Every example gives its label, and a count."""
    found = tally.pattern.search(text)

    assert found is not None
    assert found.group("label") == label
    assert found.group("c") in "ⒸⓃ"


@pytest.mark.parametrize(
    "behind",
    [" MoUs, Ⓜ", " of them, worth Ⓜ", ", with an investment of Ⓜ", " (Ⓜ)"],
)
def test_the_amount_right_behind_a_count_is_read(behind):
    """An amount behind a count is told by words of money alone."""
    assert NEXT_AMOUNT.match(behind)


def test_an_amount_planned_for_a_part_is_not_the_next_one():
    """The words of which Ⓜ is planned ... is no amount of the count."""
    assert NEXT_AMOUNT.match(" projects, of which Ⓜ is planned") is None


def test_the_percentage_right_behind_a_count_is_read():
    """A percentage behind a count is told by words of sharing alone."""
    assert NEXT_PERCENT.match(", accounting for Ⓟ")
