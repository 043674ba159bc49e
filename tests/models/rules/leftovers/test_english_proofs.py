"""The whole is what parts refer to or add up to, in count or in money."""

import pytest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "Lorem Investment Forum\nThe zone signed investment agreements of $900 million with 27 "
            "tenants at the Lorem Investment Forum on May 3. Textiles took 14, toys eight and the "
            "last five make shoes.",
            27,
            id="whatever carries the projects",
        ),
        pytest.param(
            "Spring meeting\nAt the Ipsum merchants' meeting the city signed 140 projects, 88 "
            "billion yuan.\nThe district did well, signed 19 projects, 9.1 billion yuan. In the 19 "
            "projects, 12 are industrial projects, investment 6.2 billion yuan, 4 are service "
            "projects, 2.1 billion yuan, 3 are farm projects, 800 million yuan.",
            19,
            id="the district's, of a city that only passes by",
        ),
        pytest.param(
            "Lorem forum\nThe forum sealed 240 deals, worth 90 billion yuan. Factories are 150 of "
            "the deals. Of the 150, 70 make cars, 50 food and 30 paper.",
            240,
            id="a part with parts of its own is none",
        ),
        pytest.param(
            "Lorem summit\nAs many as 31 firms signed up. They will hire 900 people: 400 in mills, "
            "300 in yards and 200 in shops.",
            31,
            id="jobs that add up are no projects",
        ),
    ],
)
def test_the_whole_is_what_its_parts_prove(resolve_text, count, text):
    """Parts that fit tell it from what is counted beside it, larger or smaller."""
    total = resolve_text(text).record.event.total

    assert total.count.value == count


def test_what_amounts_add_up_to_is_the_wholes(resolve_text):
    """The sentence behind the count sums it up in words that no pattern foresees."""
    text = (
        "Lorem trade day\nAt the Lorem trade day 29 memoranda were put to paper.\n"
        "The memoranda, so the chamber reckons, mean $1.36 billion, against $3 billion that it had "
        "dreamt of. In textiles 16 were signed, $520 million, in cars seven, $610 million, and in "
        "farming six, $230 million."
    )

    total = resolve_text(text).record.event.total

    assert [amount.as_written for amount in total.amounts] == ["$1.36 billion"]
