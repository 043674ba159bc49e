"""The whole of the projects, found by the headline's figures."""


def test_the_headline_tells_the_whole_from_a_wider_region(resolve_text):
    """The province's count of the same day is no total of the county's event."""
    text = (
        "Lorem holds groundbreaking day, 33 projects started\n"
        "The groundbreaking day was held in Lorem on February 5.\n"
        "There are 33 projects in the three batches, and the total investment is 21 billion yuan.\n"
        "On the same day the province had a total of 1,286 projects started, with a total investment of 982 billion yuan."
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 33
    assert [amount.as_written for amount in total.amounts] == ["21 billion yuan"]


def test_an_amount_beside_the_count_is_that_of_the_whole(resolve_text):
    """The words for projects worth Ⓜ sums the count up, some words behind it."""
    text = (
        "Fourteen firms sign at Lorem summit\n"
        "At the Lorem Summit in Ipsum on May 3, 14 companies signed incentive agreements for "
        "projects along the river worth $2.71 billion."
    )

    total = resolve_text(text).record.event.total

    assert [amount.as_written for amount in total.amounts] == ["$2.71 billion"]


def test_what_others_are_parts_of_is_the_whole(resolve_text):
    """The count that parts refer to is the total, whatever it counts."""
    text = (
        "Lorem's investors turned up\n"
        "The Lorem Investment Forum secured commitments of Rp 42 trillion in 2 days "
        "from 18 companies.\nSeven of the 18 are palm oil processors, and four of the 18 fish farms."
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 18
    assert [amount.as_written for amount in total.amounts] == ["Rp 42 trillion"]
