"""Ordinary English ways to tell the whole of an event's projects, in one sentence or in several."""

import pytest

LEAD = "Lorem signs projects at fair\n\nLOREM, May 12 -- The 8th Lorem Investment Fair ended on Tuesday. "


@pytest.mark.parametrize(
    ("text", "total"),
    [
        pytest.param(
            "It yielded 42 deals. The contract value reached 18.6 billion yuan.",
            (42, "18.6 billion yuan"),
            id="the sum in the next sentence",
        ),
        pytest.param(
            "The county signed 42 projects, six more than last year, and the investment rose 24"
            " percent to 18.6 billion yuan.",
            (42, "18.6 billion yuan"),
            id="behind a comparison",
        ),
        pytest.param(
            "The fair brought in $2.6 billion from 42 projects.",
            (42, "$2.6 billion"),
            id="the sum first",
        ),
        pytest.param(
            "Forty-two deals worth $2.6 billion were signed, 10 percent more than at the previous"
            " fair, when 38 deals worth $2.4 billion were signed.",
            (42, "$2.6 billion"),
            id="what was signed before stays out",
        ),
    ],
)
def test_the_whole_is_read_in_ordinary_wordings(resolve_text, text, total):
    """Its count and its sum belong together, wherever they stand."""
    record = resolve_text(f"{LEAD}{text}\n").record
    whole = record.event.total

    assert (whole.count.value, *(amount.as_written for amount in whole.amounts)) == total
    assert record.shares == []


def test_the_sum_of_a_list_is_that_of_none_of_its_groups(resolve_text):
    """Where 30 and 12 projects are worth so much in total, the second group is not."""
    text = f"{LEAD}30 toy projects and 12 ship projects were signed, worth 18.6 billion yuan in total.\n"
    record = resolve_text(text).record

    assert [(share.label, share.count.value, share.amounts) for share in record.shares] == [
        ("toy", 30, []),
        ("ship", 12, []),
    ]
    assert [amount.as_written for amount in record.event.total.amounts] == ["18.6 billion yuan"]


def test_groups_that_make_up_the_whole_leave_their_sum_to_it(resolve_text):
    """18 and 9 are the 27, and so is what they are worth in total."""
    text = (
        f"{LEAD}27 projects were signed, including 18 toy projects and 9 ship projects, with a total"
        " investment of 8.63 billion yuan.\n"
    )
    record = resolve_text(text).record

    assert record.event.total.count.value == 27
    assert [amount.as_written for amount in record.event.total.amounts] == ["8.63 billion yuan"]
    assert [share.amounts for share in record.shares] == [[], []]
