"""English groups whose figures stand before their names."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("sentence", "label", "count", "amounts"),
    [
        ("Deals worth 30 billion yuan went to energy.", "energy", None, ["30 billion yuan"]),
        ("Seven worth 8 billion yuan are in tourism.", "tourism", 7, ["8 billion yuan"]),
        ("A further 11 fall in the food sector.", "food sector", 11, []),
        ("Of the total, 9 billion yuan is for logistics.", "logistics", None, ["9 billion yuan"]),
    ],
    ids=["deals worth went to", "counts worth are in", "fall in", "amount is for"],
)
def test_a_clause_that_begins_with_figures_gives_a_group(
    resolve_text, sentence, label, count, amounts
):
    """The figures before the verb are those of the group that the clause ends with."""
    shares = {share.label: share for share in resolve_text(LEAD + sentence).record.shares}

    share = shares[label]
    assert (share.count.value if share.count else None) == count
    assert [amount.as_written for amount in share.amounts] == amounts


def test_what_is_as_large_as_the_total_is_no_group(resolve_text):
    """A sum that restates the total's is no part of it."""
    record = resolve_text(f"{LEAD}Deals worth 90 billion yuan went to industry.").record

    assert "industry" not in {share.label for share in record.shares}


def test_a_share_that_goes_on_is_of_what_the_one_before_is_of(resolve_text):
    """In "Ⓟ of the projects are from A and Ⓟ from B", from B is no growth, and both are of the count."""
    shares = resolve_text(
        "Orvale holds signing ceremony\nOn May 12 the Orvale Fair was held, at which 42 projects were signed, "
        "with a total investment of 218 billion yuan. Some 62% of the projects are from the Yangtze "
        "Delta and 20% from the Pearl River Delta."
    ).record.shares

    assert [
        (share.label, [(percent.as_written, percent.of) for percent in share.percents])
        for share in shares
    ] == [
        ("Yangtze Delta", [("Some 62%", "count")]),
        ("Pearl River Delta", [("20%", "count")]),
    ]
