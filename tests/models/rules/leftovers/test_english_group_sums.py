"""Sums that stand some way behind their count."""


def test_a_sum_behind_its_count_joins_the_group(resolve_text):
    """Words between the two do not matter as long as nothing new begins."""
    text = (
        "Lorem signs 40 projects at Ipsum fair\n"
        "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
        "Seven of the 40 are out-of-state names new to the corridor, and they bring $1.65 billion."
    )

    (share,) = resolve_text(text).record.shares

    assert [amount.as_written for amount in share.amounts] == ["$1.65 billion"]


def test_a_count_told_again_has_the_sum_behind_it(resolve_text):
    """A group that says "these three" is the one that counts three."""
    text = (
        "Lorem signs 40 projects at Ipsum fair\n"
        "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
        "Only 3 of the 40 are above 200 million yuan, but these 3 contributed 1.4 billion yuan."
    )

    (share,) = resolve_text(text).record.shares

    assert [amount.as_written for amount in share.amounts] == ["1.4 billion yuan"]
