"""English percentages and amounts without a count: every portion reads its examples."""

import pytest

from extractor.models.rules.groups.english_portions import IS_COUNT, PORTIONS, THIS_YEAR

EXAMPLES = [
    pytest.param(portion, text, label, id=f"{number} {text}")
    for number, portion in enumerate(PORTIONS)
    for text, label in portion.examples
]


@pytest.mark.parametrize(("portion", "text", "label"), EXAMPLES)
def test_every_portion_reads_its_examples(portion, text, label):
    """Every example gives its label."""
    found = portion.pattern.search(text)

    assert found is not None
    assert found.group("label") == label


def test_what_is_planned_for_the_year_is_told_apart():
    """The part of an amount that is planned for the year is found behind it."""
    found = THIS_YEAR.search("Ⓒ projects with Ⓜ, of which Ⓜ is planned to be completed in the year")

    assert found is not None


@pytest.mark.parametrize(("base", "is_count"), [("projects", True), ("money", False)])
def test_a_base_is_a_number_or_money(base, is_count):
    """A percentage is one of the projects or of the money."""
    assert bool(IS_COUNT.match(base)) is is_count
