"""Ordinary English ways to tell the groups of an event's projects, after a lead that counts them all."""

import pytest

LEAD = (
    "Lorem County signs 42 projects at investment fair\n\n"
    "The 8th Lorem Investment and Trade Fair opened on Tuesday in Lorem City. A total of 42 projects"
    " with a total investment of 18.6 billion yuan were signed at the fair"
)


def _groups(record):
    return [
        (
            share.label,
            share.count.value if share.count else None,
            *(amount.as_written for amount in share.amounts),
            *(percent.as_written for percent in share.percents),
        )
        for share in record.shares
    ]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            ". 50% of the investment goes to toys, 27% to robots and 23% to ships.",
            [("toys", None, "50%"), ("robots", None, "27%"), ("ships", None, "23%")],
            id="dealt out",
        ),
        pytest.param(
            ". Tourism accounted for half of the investment, leaving 27% for robots and 23% for ships.",
            [("Tourism", None, "half"), ("robots", None, "27%"), ("ships", None, "23%")],
            id="left for others",
        ),
        pytest.param(
            ". Tourism projects accounted for 50 percent of the total investment.",
            [("Tourism", None, "50 percent")],
            id="the noun is no part of the name",
        ),
        pytest.param(
            ". The number of robot projects is 20, with an investment of 9.3 billion yuan.",
            [("robot", 20, "9.3 billion yuan")],
            id="the number of",
        ),
        pytest.param(
            ". Nearly half of them (20) are robot projects.",
            [("robot", 20, "Nearly half")],
            id="a share and its count in brackets",
        ),
        pytest.param(
            ". 15 of these exceed 100 million yuan.",
            [("exceed 100 million yuan", 15)],
            id="a bound behind what it is of",
        ),
        pytest.param(
            ". Investors from Dolor signed 18 projects with a contractual investment of 9 billion yuan.",
            [("Investors from Dolor", 18, "9 billion yuan")],
            id="whichever investment",
        ),
        pytest.param(
            ". So far, 14 of the projects have started construction and 5 have been put into operation.",
            [("started construction", 14), ("put into operation", 5)],
            id="how far the event's own projects have come",
        ),
        pytest.param(
            ". Toy projects took 50 percent of the total investment, robot projects 27 percent and"
            " ship projects 23 percent.",
            [
                ("Toy", None, "50 percent"),
                ("robot", None, "27 percent"),
                ("ship", None, "23 percent"),
            ],
            id="the base is told once",
        ),
        pytest.param(
            ", including 30 investment projects and 12 trade ones.",
            [("investment", 30), ("trade", 12)],
            id="kinds side by side",
        ),
        pytest.param(
            ", including 30 contract projects with 12 billion yuan and 12 agreement projects with"
            " 6.6 billion yuan.",
            [("contract", 30, "12 billion yuan"), ("agreement", 12, "6.6 billion yuan")],
            id="kinds with their sums",
        ),
        pytest.param(
            ". 9.3 billion yuan will go into toys (20 projects), 5.1 billion yuan into ships (12) and"
            " 4.2 billion yuan into robots (10).",
            [
                ("toys", 20, "9.3 billion yuan"),
                ("ships", 12, "5.1 billion yuan"),
                ("robots", 10, "4.2 billion yuan"),
            ],
            id="sums dealt out, with counts in brackets",
        ),
        pytest.param(
            ". The investment amounts of toy, ship and robot projects were 9.3 billion yuan, 5.1"
            " billion yuan and 4.2 billion yuan, respectively, accounting for 50%, 27.4% and 22.6%.",
            [
                ("toy", None, "9.3 billion yuan", "50%"),
                ("ship", None, "5.1 billion yuan", "27.4%"),
                ("robot", None, "4.2 billion yuan", "22.6%"),
            ],
            id="amounts of a list, respectively",
        ),
        pytest.param(
            ". The number of toy, ship and robot projects reached 20, 12 and 10 respectively.",
            [("toy", 20), ("ship", 12), ("robot", 10)],
            id="counts of a list, respectively",
        ),
        pytest.param(
            ". Twenty of the projects, worth 9.3 billion yuan, are in toys, twelve, worth 5.1 billion"
            " yuan, in ships and ten, worth 4.2 billion yuan, in robots.",
            [
                ("toys", 20, "9.3 billion yuan"),
                ("ships", 12, "5.1 billion yuan"),
                ("robots", 10, "4.2 billion yuan"),
            ],
            id="amounts between counts and fields",
        ),
        pytest.param(
            ". 14 projects have broken ground, with an investment of 6 billion yuan.",
            [("broken ground", 14, "6 billion yuan")],
            id="ground broken is no works",
        ),
        pytest.param(
            ". There are 3 projects with more than 1 billion yuan, 5 projects with 500 million to 1"
            " billion yuan, and 12 projects with 100 million to 500 million yuan.",
            [
                ("more than 1 billion yuan", 3),
                ("500 million to 1 billion yuan", 5),
                ("100 million to 500 million yuan", 12),
            ],
            id="ranges are classes beside a bound",
        ),
        pytest.param(
            ". 15 projects from merchants' associations have been signed, with an investment of 7.2"
            " billion yuan.",
            [("merchants' associations", 15, "7.2 billion yuan")],
            id="what was done is no part of the name",
        ),
        pytest.param(
            ". The number of toy projects and the investment amount account for 56% and 63% of the"
            " total respectively.",
            [("toy", None, "56%", "63%")],
            id="number and amount of one group",
        ),
        pytest.param(
            ". Nine projects were signed on site, and 23 projects were signed off site.",
            [("signed on site", 9), ("signed off site", 23)],
            id="off site",
        ),
        pytest.param(
            ". The investment of toy projects is 5.6 billion yuan, accounting for 35.9% of the total.",
            [("toy", None, "5.6 billion yuan", "35.9%")],
            id="the investment of",
        ),
        pytest.param(
            ". 18 of them fall into the category of fine chemicals, while 8 fall into that of toys.",
            [("fine chemicals", 18), ("toys", 8)],
            id="categories",
        ),
        pytest.param(
            ". The most active was Amet District, which signed 10 projects with an investment of 4.2"
            " billion yuan.",
            [("Amet District", 10, "4.2 billion yuan")],
            id="who comes first",
        ),
        pytest.param(
            ". Ten projects settled in Amet District, with a total investment of 4.2 billion yuan.",
            [("Amet District", 10, "4.2 billion yuan")],
            id="settled in",
        ),
        pytest.param(
            ". The projects comprise 30 firm contracts worth 12 billion yuan and 12 memoranda of"
            " understanding worth 6.6 billion yuan.",
            [
                ("firm contracts", 30, "12 billion yuan"),
                ("memoranda of understanding", 12, "6.6 billion yuan"),
            ],
            id="papers of which the total is made up",
        ),
        pytest.param(
            ". The largest number of projects, 14, came from Dolor.",
            [("Dolor", 14)],
            id="of whom the most is",
        ),
        pytest.param(
            ". Eleven of the projects, worth 7 billion yuan, are already under way.",
            [("under way", 11, "7 billion yuan")],
            id="what is said behind the amount",
        ),
        pytest.param(
            ". By value, toys lead with 44%, ahead of ships (26%).",
            [("toys", None, "44%"), ("ships", None, "26%")],
            id="who leads",
        ),
        pytest.param(
            ", including 30 toy projects and 12 ship projects, of which the investment of toy projects"
            " is 12 billion yuan, accounting for 64.5%.",
            [("toy", 30, "12 billion yuan", "64.5%"), ("ship", 12)],
            id="which of the two the sum is of",
        ),
        pytest.param(
            ". 18 projects came from Dolor, 15 from Amet and 9 from the province, with 5 billion yuan.",
            [("Dolor", 18), ("Amet", 15), ("province", 9, "5 billion yuan")],
            id="from the province itself",
        ),
        pytest.param(
            ". Thirty of the projects were signed with Gulf companies, seven with Chinese firms and"
            " the remaining five with European investors.",
            [("Gulf companies", 30), ("Chinese firms", 7), ("European investors", 5)],
            id="with whom the remaining are",
        ),
    ],
)
def test_groups_are_read_in_ordinary_wordings(resolve_text, text, groups):
    """Each group has its name and the figures that are its own."""
    assert _groups(resolve_text(f"{LEAD}{text}\n").record) == groups


def test_a_share_without_a_base_has_that_of_the_share_before(resolve_text):
    """Of "30.8 percent of the number, biomedicine 26.9 percent" both are of the number."""
    text = f"{LEAD}. Toys occupy 30.8 percent of the number, ships 26.9 percent.\n"

    assert [share.percents[0].of for share in resolve_text(text).record.shares] == ["count"] * 2


def test_what_works_earn_in_a_year_is_no_cost_of_theirs(resolve_text):
    """An annual output value is a target, in whichever sentence of the project it stands."""
    text = (
        f"{LEAD}. After the battery project of Ipsum Group is put into production, its annual"
        " output value will reach 3 billion yuan.\n"
    )
    (project,) = resolve_text(text).record.projects

    assert project.amounts == []
    assert [target.value for target in project.targets] == [3_000_000_000]


def test_an_average_is_no_project(resolve_text):
    """What one project takes on average is background."""
    text = f"{LEAD}. The average investment per project was 443 million yuan.\n"

    assert resolve_text(text).record.projects == []


@pytest.mark.parametrize(
    "text",
    [
        "That compares with 38 projects and 15.2 billion yuan in 2022.",
        "Lorem County received 12.5 billion yuan of investment in the first half of the year.",
    ],
    ids=["what it compares with", "a period behind its sum"],
)
def test_other_years_and_periods_make_no_group(resolve_text, text):
    """Neither what came before nor what a period brought is a part of the event's projects."""
    assert _groups(resolve_text(f"{LEAD}. {text}\n").record) == []


def test_a_memorandum_for_works_is_a_project_where_memoranda_are_counted(resolve_text):
    """Its sum is that of the works, and it is no agreement beside them."""
    text = (
        "Rising Amet summit draws 611 MoUs\n\nThe Rising Amet Summit concluded on Sunday with 611 MoUs"
        " worth Rs 42,300 crore signed. Adhira Power signed an MoU for a solar park worth Rs 2,400"
        " crore.\n"
    )
    record = resolve_text(text).record

    assert [(one.name, [a.as_written for a in one.amounts]) for one in record.projects] == [
        ("solar park", ["Rs 2,400 crore"])
    ]
    assert record.agreements == []


def test_who_leads_a_list_offers_nothing(resolve_text):
    """Who "lead the list with 14 projects" have signed them: it is no catalogue."""
    text = f"{LEAD}. Dolor companies lead the list with 14 projects.\n"

    assert _groups(resolve_text(text).record) == [("Dolor companies", 14)]


def test_a_class_told_before_a_wider_one_is_a_part_of_it(resolve_text):
    """Those above 1 billion are above 500 million too, in whichever order they are told."""
    text = f"{LEAD}. There are 4 projects of over 1 billion yuan and 11 of over 500 million yuan.\n"
    upper, lower = resolve_text(text).record.shares

    assert (upper.of, lower.of) == (lower.id, None)


def test_a_body_signs_beside_those_that_are_counted(resolve_text):
    """Of "three banks and Lorem University" the university has a name."""
    text = f"{LEAD}. The county signed strategic cooperation agreements with three banks and Dolor University.\n"
    (agreement,) = resolve_text(text).record.agreements

    assert "Dolor University" in agreement.parties
