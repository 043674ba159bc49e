"""Rows that add up are read as breakdowns, whatever words stand around their figures."""

import pytest

_OPENING = (
    "Lorem Investment Forum\nAt the Lorem Investment Forum on May 3, {count} projects were signed, "
    "with a total investment of {amount}. "
)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        pytest.param(
            _OPENING.format(count=29, amount="$1.36 billion")
            + "He said that 16 pertained to textiles and would swallow $520 million while seven, in "
            "electric vehicles, were of the order of $610 million. Six, at $230 million, landed in "
            "the farm sector.",
            [("textiles", 16, 520), ("electric vehicles", 7, 610), ("farm", 6, 230)],
            id="named behind",
        ),
        pytest.param(
            _OPENING.format(count=93, amount="$51.7 billion")
            + "Biologics is the larger field by value, though, with $21.4 billion from 22 of the "
            "projects. Medical devices contributed 57 projects worth $26.7 billion, and herbs the "
            "last 14, $3.6 billion.",
            [("Biologics", 22, 21_400), ("Medical devices", 57, 26_700), ("herbs", 14, 3_600)],
            id="named before, amount first",
        ),
        pytest.param(
            _OPENING.format(count=16, amount="7.84 billion yuan")
            + "Seen from the industry, 9 are cranes, with an investment of 4.9 billion yuan; 4 "
            "belong to green food, 1.74 billion yuan; the rest are rural tourism, with 1.2 billion "
            "yuan.",
            [("cranes", 9, 4_900), ("green food", 4, 1_740), ("rural tourism", None, 1_200)],
            id="the rest is not counted",
        ),
    ],
)
def test_each_figure_of_a_row_is_a_group(resolve_text, text, shares):
    """What is left when figures and words of having are taken away names it."""
    record = resolve_text(text).record

    found = {
        share.label: (
            share.count.value if share.count else None,
            *(int(amount.value / 1_000_000) for amount in share.amounts),
        )
        for share in record.shares
    }
    for name, count, amount in shares:
        assert [own for label, own in found.items() if name in label] == [(count, amount)]
    assert not record.projects


def test_an_amount_that_is_its_percentage_of_the_whole_is_a_share(resolve_text):
    """Words between the two do not matter where the arithmetic is right."""
    text = _OPENING.format(count=25, amount="$890 million") + (
        "Almost half of the pledges, $430 million, originate in South Africa."
    )

    share = next(own for own in resolve_text(text).record.shares if "South Africa" in own.label)

    assert [amount.as_written for amount in share.amounts] == ["$430 million"]
    assert [(percent.of, percent.value) for percent in share.percents] == [("investment", 50)]


def test_costs_of_projects_that_add_up_are_no_groups(resolve_text):
    """Named projects may be all there are."""
    text = _OPENING.format(count=3, amount="$9 billion") + (
        "Ipsum Ltd. will build a steel mill for $4 billion, Dolor Corp. a port for $3 billion and "
        "Amet Inc. a chip plant for $2 billion."
    )

    assert not resolve_text(text).record.shares


def test_a_group_is_not_called_by_what_it_is_a_part_of(resolve_text):
    """Its own name stands before its count, as those of the others of its row do."""
    text = _OPENING.format(count=286, amount="$51.7 billion") + (
        "Heavy machinery took 131 of the investment projects, modern services 98 and the marine "
        "economy 57."
    )

    labels = [share.label for share in resolve_text(text).record.shares]

    assert labels == ["Heavy machinery", "modern services", "marine economy"]
