"""Ways of saying that several modules of the rules have to read together."""

import pytest

LEAD = (
    "Al Lorem signs 20 deals worth $900 million\n\n"
    "Twenty deals worth $900 million were signed at the Al Lorem Investment Forum on May 4. "
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param(
            "Ranked by value, steel and glass lead with $400 million in 9 projects.",
            {"steel and glass": "industry"},
            id="by what it is ranked",
        ),
        pytest.param(
            "Logistics has 7 deals whereas fisheries has 2.",
            {"Logistics": "industry", "fisheries": "industry"},
            id="while",
        ),
        pytest.param(
            "Firm agreements account for 12 of them, at $600 million. "
            "The other 8 are memoranda of understanding worth $300 million.",
            {"Firm agreements": "other", "memoranda of understanding": "other"},
            id="kinds of papers",
        ),
        pytest.param(
            "About 40 per cent of the capital comes from outside the continent.",
            {"outside the continent": "origin"},
            id="outside",
        ),
        pytest.param(
            "Asia put up $400 million, Europe $300 million and the Gulf the rest.",
            {"Asia": "origin", "Europe": "origin"},
            id="continents",
        ),
    ],
)
def test_a_group_goes_by_its_own_words(resolve_text, text, labels):
    """Neither what ranks it nor what was told before it is in its name."""
    record = resolve_text(LEAD + text).record

    assert {share.label: share.dimension for share in record.shares} == labels


@pytest.mark.parametrize(
    "text",
    [
        "Of the 12 schemes that drew no bids, the county will show 5 again.",
        "Public revenues came to $170 million.",
        "The council had approved it by 23 votes to 8.",
    ],
    ids=["no taker", "revenues", "votes"],
)
def test_what_is_beside_the_event_makes_no_group(resolve_text, text):
    """Offers without a taker, taxes and votes are background."""
    record = resolve_text(LEAD + "\n\n" + text).record

    assert not record.shares
    assert not record.projects


def test_the_article_of_a_place_belongs_to_the_host(resolve_text):
    """Al Lorem is no Al."""
    text = LEAD.replace("Al Lorem signs 20 deals", "Twenty deals are signed", 1)
    text += "Officials of Al Lorem were content, for business in Al Lorem is slow."

    assert resolve_text(text).record.event.host == "Al Lorem"


def test_a_gathering_of_last_year_gives_the_event_no_name(resolve_text):
    """What was announced there is told for comparison."""
    text = (
        "Lorem signs five projects worth $418 million at Amet Airshow\n\n"
        "Lorem signed five projects worth $418 million at the Amet International Airshow on Wednesday. "
        "At the Dolor Defence Expo the previous year there were two, of $90 million."
    )

    assert resolve_text(text).record.event.name == "Amet International Airshow"


@pytest.mark.parametrize(
    "text",
    [
        "They are 9 steel deals and 7 textile deals, the former worth $400 million, the latter $200 million.",
        "Steel has 9 deals, textiles have 7. The former come to $400 million, the latter to $200 million.",
    ],
    ids=["in one sentence", "in the next"],
)
def test_the_former_and_the_latter_are_the_two_groups_told_last(resolve_text, text):
    """Their amounts are not those of the group that stands nearest."""
    record = resolve_text(f"{LEAD}{text}\n").record

    assert [(s.count.value, [a.as_written for a in s.amounts]) for s in record.shares] == [
        (9, ["$400 million"]),
        (7, ["$200 million"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Steel has 9 deals, textiles have 7. In addition, the former mining counties invested $400 million.",
        "Steel has 9 deals, textiles have 7. Then the latter half of the week brought $400 million.",
    ],
)
def test_former_before_a_noun_means_neither_of_two_groups(resolve_text, text):
    """It says what something was, or which part of a time: no group told before."""
    record = resolve_text(f"{LEAD}{text}\n").record

    assert [(s.count.value, s.amounts) for s in record.shares] == [(9, []), (7, [])]
