"""How the English press breaks a total down, a sentence for each construction."""

import pytest

LEAD = (
    "Lorem fair ends with 60 projects\n"
    "The Lorem Investment Fair closed in Lorem City on Friday with 60 projects worth a total of "
    "$9 billion signed.\n"
)


@pytest.fixture
def groups_of(resolve_text):
    """Return a reader of the groups that a text tells behind the lead."""

    def read(text):
        shares = resolve_text(LEAD + text).record.shares
        labels = {share.id: share.label for share in shares}
        return [
            (
                share.label,
                share.dimension,
                share.count.as_written if share.count else None,
                share.amounts[0].as_written if share.amounts else None,
                share.percents[0].as_written if share.percents else None,
                labels.get(share.of),
            )
            for share in shares
        ]

    return read


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            "American firms are behind $3.4bn of the pledges, Japanese investors $1.2bn and "
            "companies from the Gulf $900m.",
            [
                ("American firms", "origin", None, "$3.4bn", None, None),
                ("Japanese investors", "origin", None, "$1.2bn", None, None),
                ("companies from the Gulf", "origin", None, "$900m", None, None),
            ],
            id="the verb is left out",
        ),
        pytest.param(
            "Domestic investors put up 38% of the money and foreign investors the remaining 62%.",
            [
                ("Domestic investors", "origin", None, None, "38%", None),
                ("foreign investors", "origin", None, None, "62%", None),
            ],
            id="percentages without a verb",
        ),
        pytest.param(
            "Projects of over $100 million each account for 85% of all, and those above "
            "$1 billion for 30%.",
            [
                ("over $100 million each", "size", None, None, "85%", None),
                ("above $1 billion", "size", None, None, "30%", None),
            ],
            id="classes by percentages",
        ),
        pytest.param(
            "Of the $9 billion, $2.8 billion will be spent in the north and $2.1 billion in the "
            "midlands.",
            [
                ("north", "region", None, "$2.8 billion", None, None),
                ("midlands", "region", None, "$2.1 billion", None, None),
            ],
            id="money that will be spent somewhere",
        ),
        pytest.param(
            "Half of the 60 deals, worth a combined $2.2bn, involve companies from Asia.",
            [("companies from Asia", "origin", None, "$2.2bn", "Half", None)],
            id="part of the counted with its sum",
        ),
        pytest.param(
            "As many as 44 projects valued at over $50 million each were signed, including seven "
            "above $500 million.",
            [
                ("valued at over $50 million each", "size", "44", None, None, None),
                (
                    "above $500 million",
                    "size",
                    "seven",
                    None,
                    None,
                    "valued at over $50 million each",
                ),
            ],
            id="each valued at more than",
        ),
        pytest.param(
            "There are 5 projects of more than $500 million, 12 projects of $100-500 million, and "
            "43 projects of less than $100 million.",
            [
                ("more than $500 million", "size", "5", None, None, None),
                ("$100-500 million", "size", "12", None, None, None),
                ("less than $100 million", "size", "43", None, None, None),
            ],
            id="a range is a class",
        ),
        pytest.param(
            "Eleven projects with a total investment of $1.5 billion settled in the Ipsum Zone.",
            [("Ipsum Zone", "region", "Eleven", "$1.5 billion", None, None)],
            id="the count opens the sentence",
        ),
        pytest.param(
            "On the first day, 38 contracts worth $5 billion were inked, and another 22 followed "
            "on the second day.",
            [
                ("first day", "occasion", "38", "$5 billion", None, None),
                ("second day", "occasion", "22", None, None, None),
            ],
            id="the day behind the count",
        ),
        pytest.param(
            "7 projects have been registered, 12 have started construction and 5 have been put "
            "into production.",
            [
                ("registered", "stage", "7", None, None, None),
                ("started construction", "stage", "12", None, None, None),
                ("put into production", "stage", "5", None, None, None),
            ],
            id="what stage each has come to",
        ),
        pytest.param(
            "The three leading industries of energy, electronics and farming signed 20, 13 and 8 "
            "projects respectively.",
            [
                ("energy", "industry", "20", None, None, None),
                ("electronics", "industry", "13", None, None, None),
                ("farming", "industry", "8", None, None, None),
            ],
            id="what the listed ones are",
        ),
        pytest.param(
            "While 38 contracts involve fresh investments, 22 relate to expansion of units.",
            [
                ("fresh investments", "other", "38", None, None, None),
                ("expansion of units", "other", "22", None, None, None),
            ],
            id="what a count involves",
        ),
        pytest.param(
            "Saudi investment proposals stood at 29, worth $2 billion. Riyadh topped with 11 of "
            "them, followed by Jeddah (seven).",
            [
                ("Saudi investment", "origin", "29", "$2 billion", None, None),
                ("Riyadh", "region", "11", None, None, "Saudi investment"),
                ("Jeddah", "region", "seven", None, None, None),
            ],
            id="of them takes up the sentence before",
        ),
        pytest.param(
            "Industrial projects account for 68% of the money, of which car manufacturing "
            "accounts for 31%.",
            [
                ("Industrial", "industry", None, None, "68%", None),
                ("car manufacturing", "industry", None, None, "31%", "Industrial"),
            ],
            id="of which something accounts for",
        ),
        pytest.param(
            "In the morning session, 35 agreements were sealed; in the afternoon session, 25.",
            [
                ("morning session", "occasion", "35", None, None, None),
                ("afternoon session", "occasion", "25", None, None, None),
            ],
            id="the session before the count",
        ),
        pytest.param(
            "The total investment of the 8 modern farming projects is $420 million, and that of "
            "the 11 cultural projects is $960 million.",
            [
                ("modern farming", "industry", "8", "$420 million", None, None),
                ("cultural", "industry", "11", "$960 million", None, None),
            ],
            id="the investment of the counted",
        ),
        pytest.param(
            "Projects involving an investment of $100 million to $200 million numbered 22, and "
            "those exceeding $500 million five.",
            [
                (
                    "involving an investment of $100 million to $200 million",
                    "size",
                    "22",
                    None,
                    None,
                    None,
                ),
                ("exceeding $500 million", "size", "five", None, None, None),
            ],
            id="classes that number so many",
        ),
        pytest.param(
            "18 projects of the new energy chain, with an investment of $3 billion, were signed.",
            [("new energy chain", "industry", "18", "$3 billion", None, None)],
            id="projects of the chain",
        ),
        pytest.param(
            "Nearly two-thirds of the projects were with international companies, including nine "
            "with Fortune 500 firms.",
            [
                ("international companies", "origin", None, None, "Nearly two-thirds", None),
                ("Fortune 500 firms", "investor", "nine", None, None, None),
            ],
            id="including so many with",
        ),
        pytest.param(
            "Industrial projects account for 68% of the money, of which car manufacturing "
            "accounts for 31% and new materials for 22%.",
            [
                ("Industrial", "industry", None, None, "68%", None),
                ("car manufacturing", "industry", None, None, "31%", "Industrial"),
                ("new materials", "industry", None, None, "22%", "Industrial"),
            ],
            id="of which two account for",
        ),
        pytest.param(
            "Hong Kong, Macao, Taiwan and foreign merchants brought 11 projects.",
            [
                (
                    "Hong Kong, Macao, Taiwan and foreign merchants",
                    "origin",
                    "11",
                    None,
                    None,
                    None,
                ),
            ],
            id="a list before its count",
        ),
        pytest.param(
            "The remaining 12 are in warehousing, health and education.",
            [("warehousing, health and education", "industry", "12", None, None, None)],
            id="a list behind its count",
        ),
        pytest.param(
            "Farming, helped by the new port, took the largest slice: nine deals and $2.4 billion.",
            [("Farming", "industry", "nine", "$2.4 billion", None, None)],
            id="what the largest slice is",
        ),
        pytest.param(
            "In farming and animal husbandry, there are 14 contracts, $900 million.",
            [("farming and animal husbandry", "industry", "14", "$900 million", None, None)],
            id="in a field there are",
        ),
        pytest.param(
            "The tourism category, 13 contracts, accounts for 12% of the money.",
            [("tourism category", "industry", "13", None, "12%", None)],
            id="the count beside its name",
        ),
        pytest.param(
            "In manufacturing there are 21 projects: 13 of car parts and 8 of toys.",
            [
                ("manufacturing", "industry", "21", None, None, None),
                ("car parts", "industry", "13", None, None, "manufacturing"),
                ("toys", "industry", "8", None, None, "manufacturing"),
            ],
            id="parts behind a colon add up",
        ),
        pytest.param(
            "There are 54 contracts in energy. Sixteen of the 54 are for hydropower and the other "
            "38 for solar parks.",
            [
                ("energy", "industry", "54", None, None, None),
                ("hydropower", "industry", "Sixteen", None, None, "energy"),
                ("solar parks", "industry", "38", None, None, "energy"),
            ],
            id="the rest of the same part",
        ),
        pytest.param(
            "Only five of the 60 are binding contracts, jointly worth $720 million.",
            [("binding contracts", "other", "five", "$720 million", None, None)],
            id="papers by what they are",
        ),
        pytest.param(
            "The Germans lead with five, followed by Danes and Swedes with four each.",
            [
                ("Germans", "origin", "five", None, None, None),
                ("Danes", "origin", "four", None, None, None),
                ("Swedes", "origin", "four", None, None, None),
            ],
            id="two with as many each",
        ),
        pytest.param(
            "18 are in new materials; the remaining 19 fall under modern services.",
            [
                ("new materials", "industry", "18", None, None, None),
                ("under modern services", "industry", "19", None, None, None),
            ],
            id="what the remaining fall under",
        ),
        pytest.param(
            "Industrial firms took 41 per cent of the money, followed by Asia at 33 per cent.",
            [
                ("Industrial firms", "industry", None, None, "41 per cent", None),
                ("Asia", "origin", None, None, "33 per cent", None),
            ],
            id="followed by another",
        ),
        pytest.param(
            "The remaining $1.7bn is split between retail, leisure and education.",
            [("retail, leisure and education", "industry", None, "$1.7bn", None, None)],
            id="split between several",
        ),
        pytest.param(
            "At the sub-venue in Ipsum, 12 projects worth $1.4 billion were signed.",
            [("sub-venue in Ipsum", "occasion", "12", "$1.4 billion", None, None)],
            id="at a sub-venue",
        ),
        pytest.param(
            "Projects of more than $200 million: 8, totaling $2.9 billion.",
            [("of more than $200 million", "size", "8", "$2.9 billion", None, None)],
            id="a class with a colon",
        ),
    ],
)
def test_a_breakdown_is_read_by_how_it_is_built(groups_of, text, groups):
    """Every group has its name, its kind, its figures and what it is a part of."""
    assert groups_of(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "Organisers aim to attract $12 billion at the next edition.",
        "The city now hopes to sign 80 projects in spring.",
    ],
    ids=["an aim", "a hope"],
)
def test_what_is_hoped_for_is_no_group(groups_of, text):
    """An aim is none of what was signed."""
    assert groups_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Non-oil activities made up 58 percent of the region's economy last year.",
        "Unemployment in the county was 2.9% in April.",
        "Gross value added per head here is 71% of the national average.",
        "Each pays a penalty of 1 percent where it is late.",
    ],
    ids=["of the economy", "unemployment", "of the average", "a penalty"],
)
def test_percentages_of_other_things_are_none_of_projects(groups_of, text):
    """What is said of an economy or of people opens no group."""
    assert groups_of(text) == []


def test_papers_that_make_up_the_whole_are_named_by_what_they_are(resolve_text):
    """The words before the whole's count are its own, not theirs."""
    text = (
        "Lorem signs 20 projects\nAt the Lorem Economic Fair on May 8, 20 projects with a total investment "
        "of 5 billion yuan were signed, including 15 contracts worth 4 billion yuan and 5 framework "
        "agreements worth 1 billion yuan."
    )

    shares = resolve_text(text).record.shares

    assert [share.label for share in shares] == ["contracts", "framework agreements"]
