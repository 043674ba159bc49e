"""Ways to tell of English projects, each in the manner of another press."""

import pytest

LEAD = (
    "Lorem County signs 20 projects at investment conference\n\n"
    "LOREM, May 3 -- A total of 20 projects worth 10 billion yuan were signed on Tuesday at the"
    " Lorem County Investment Promotion Conference held in Lorem.\n\n"
)
END = "\n\nThe county's officials said they would provide good services.\n"

WAYS = [
    pytest.param(
        "The battery project of Ipsum Group, the food park of Dolor Food and the logistics center of"
        " Amet Logistics have investments of 1.2 billion yuan, 800 million yuan and 600 million yuan"
        " respectively.",
        {
            "battery project": (["Ipsum Group"], ["1.2 billion yuan"], 0),
            "food park": (["Dolor Food"], ["800 million yuan"], 0),
            "logistics center": (["Amet Logistics"], ["600 million yuan"], 0),
        },
        id="respectively, works first",
    ),
    pytest.param(
        "Ipsum Group's battery project, Dolor Food's food park and Amet Logistics' cold store were"
        " signed, with investments of 1.2 billion yuan, 800 million yuan and 600 million yuan"
        " respectively.",
        {
            "battery project": (["Ipsum Group"], ["1.2 billion yuan"], 0),
            "food park": (["Dolor Food"], ["800 million yuan"], 0),
            "cold store": (["Amet Logistics"], ["600 million yuan"], 0),
        },
        id="respectively, owners first",
    ),
    pytest.param(
        "Zhang Wei, general manager of Ipsum Group, said the company will invest 1.2 billion yuan to"
        " build a battery plant in Dolor Town.",
        {"battery plant": (["Ipsum Group"], ["1.2 billion yuan"], 0)},
        id="the speaker's company",
    ),
    pytest.param(
        "A battery plant with an investment of 1.2 billion yuan will be built in Amet District by"
        " Ipsum Group.",
        {"battery plant": (["Ipsum Group"], ["1.2 billion yuan"], 0)},
        id="built somewhere by",
    ),
    pytest.param(
        "The project is invested and constructed by Ipsum Group with a total investment of 1.2"
        " billion yuan.",
        {},
        id="what is done with a project is no name",
    ),
    pytest.param(
        "Four of the projects are in textiles. The largest, worth 900 million yuan, is a spandex"
        " line of Ipsum Fiber. The second, at 600 million yuan, is a dyeing house by Dolor Textile."
        " Then comes a 400-million-yuan knitting unit by Amet Apparel. The last, 200 million yuan,"
        " is a zipper shop for Sit Fasteners.",
        {
            "spandex line": (["Ipsum Fiber"], ["900 million yuan"], 1),
            "dyeing house": (["Dolor Textile"], ["600 million yuan"], 1),
            "knitting unit": (["Amet Apparel"], ["400-million-yuan"], 1),
            "zipper shop": (["Sit Fasteners"], ["200 million yuan"], 1),
        },
        id="ranks",
    ),
    pytest.param(
        "KSh1.2 billion will flow into a macadamia factory by Ipsum Nuts.",
        {"macadamia factory": (["Ipsum Nuts"], ["KSh1.2 billion"], 0)},
        id="money as the subject",
    ),
    pytest.param(
        "It is 500 million yuan that Ipsum Cables will put into its cable works at Dolor Port.",
        {"cable works": (["Ipsum Cables"], ["500 million yuan"], 0)},
        id="cleft",
    ),
    pytest.param(
        "Ipsum Foods will spend 300 million yuan on a noodle plant, Dolor Dairy 200 million yuan on"
        " a yogurt line and Amet Oils 150 million yuan on a camellia oil press.",
        {
            "noodle plant": (["Ipsum Foods"], ["300 million yuan"], 0),
            "yogurt line": (["Dolor Dairy"], ["200 million yuan"], 0),
            "camellia oil press": (["Amet Oils"], ["150 million yuan"], 0),
        },
        id="verb told once",
    ),
    pytest.param(
        "The projects are as follows:\n"
        "(1) 450 million yuan - tyre cord unit at Sanand (Ipsum Fibres)\n"
        "(2) 120 million yuan - cold chain, Dolor Logistics\n"
        "(3) 80 million yuan, Amet Inns' spa hotel, including 30 million yuan this year",
        {
            "tyre cord unit": (["Ipsum Fibres"], ["450 million yuan"], 0),
            "cold chain": (["Dolor Logistics"], ["120 million yuan"], 0),
            "spa hotel": (["Amet Inns"], ["80 million yuan", "30 million yuan"], 0),
        },
        id="items that begin with their cost",
    ),
    pytest.param(
        "Winners: Ipsum Optics ($40 million, lens line, 250 jobs); Dolor Gears ($22 million, gear"
        " shop, 90 jobs).",
        {
            "lens line": (["Ipsum Optics"], ["$40 million"], 0),
            "gear shop": (["Dolor Gears"], ["$22 million"], 0),
        },
        id="firms with their project in brackets",
    ),
    pytest.param(
        "Dolor Silicon's wafer base will occupy 300 mu; the company will spend 2.6 billion yuan.",
        {"wafer base": (["Dolor Silicon"], ["2.6 billion yuan"], 0)},
        id="the company pays",
    ),
    pytest.param(
        "Guoxin Ranch is adding a third semi-submersible farm. Deep Blue No. 3, as it is named,"
        " costs 420 million yuan.",
        {"third semi-submersible farm": (["Guoxin Ranch"], ["420 million yuan"], 0)},
        id="a name told late",
    ),
    pytest.param(
        "The Runze Bearing wind power bearing phase II took only 63 days. The investor put in 980"
        " million yuan and plans to complete 300 million yuan this year.",
        {
            "Runze Bearing wind power bearing phase II": (
                ["Runze Bearing"],
                ["980 million yuan", "300 million yuan"],
                0,
            )
        },
        id="a phase, its cost and what of it is of the year",
    ),
    pytest.param(
        "Wang Gang, boss of Dolor Toys, came back. Wang's plush toy factory, an investment of 60"
        " million yuan, will hire 300 villagers.",
        {"plush toy factory": (["Dolor Toys"], ["60 million yuan"], 0)},
        id="a person for his firm",
    ),
    pytest.param(
        '"We will plough $45 million into a second kiln," said Ipsum Cement chief executive Ali Noor.',
        {"second kiln": (["Ipsum Cement"], ["$45 million"], 0)},
        id="we",
    ),
    pytest.param(
        "Nine are expansions, among them Tohsei Semicon, which has been in Lipat for 28 years. It"
        " will add a third line there for $89 million.",
        {"third line": (["Tohsei Semicon"], ["$89 million"], 1)},
        id="it",
    ),
    pytest.param(
        "The Ipsum glass project settled in Dolor Town is invested and constructed by Amet Material"
        " Co., Ltd., with a total investment of 2.2 billion yuan.",
        {"Ipsum glass project": (["Amet Material Co., Ltd."], ["2.2 billion yuan"], 0)},
        id="settled and built",
    ),
    pytest.param(
        "A tyre plant and a carbon-black unit, both by Ipsum Rubber, will rise in Dolor at a"
        " combined Rs 900 crore.",
        {
            "tyre plant": (["Ipsum Rubber"], [], 1),
            "carbon-black unit": (["Ipsum Rubber"], [], 1),
        },
        id="both of one",
    ),
    pytest.param(
        "Ipsum Cement turned the first sod for a clinker line, put at KSh3 billion. Dolor Wind laid"
        " the foundation stone of a 50 MW wind farm at Amet Hill.",
        {
            "clinker line": (["Ipsum Cement"], ["KSh3 billion"], 0),
            "50 MW wind farm": (["Dolor Wind"], [], 0),
        },
        id="stones and sods",
    ),
    pytest.param(
        "From the Emirates comes Ipsum Farms with a camel milk dairy (AED 90 million); from Oman,"
        " Dolor Marble with a slab factory (AED 40 million).",
        {
            "camel milk dairy": (["Ipsum Farms"], ["AED 90 million"], 0),
            "slab factory": (["Dolor Marble"], ["AED 40 million"], 0),
        },
        id="come with",
    ),
]


@pytest.mark.parametrize(("text", "projects"), WAYS)
def test_every_way_gives_projects_with_their_firms_amounts_and_groups(resolve_text, text, projects):
    """Names, investors, amounts as written and the number of groups are those of the text."""
    record = resolve_text(LEAD + text + END).record

    assert {
        project.name: (
            list(project.investors),
            [amount.as_written for amount in project.amounts],
            len(project.shares),
        )
        for project in record.projects
    } == projects


def test_works_under_one_sum_are_dealt_out_to_bodies_and_places(resolve_text):
    """As many bodies and places as works: each has one; the sum is their group's."""
    text = (
        "Two rail parks, of Adrija Ports and the public-sector Central Lines, at Dadripur and"
        " Chandausi Junction, add up to 3.9 billion yuan."
    )

    record = resolve_text(LEAD + text + END).record

    assert [(p.name, list(p.investors), p.place) for p in record.projects] == [
        ("rail parks", ["Adrija Ports"], "Dadripur"),
        ("rail parks", ["Central Lines"], "Chandausi Junction"),
    ]
    assert [(share.label, share.count.value) for share in record.shares] == [("rail parks", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Ipsum Foods, Dolor Glass and Amet Steel will each invest 15 million yuan in a plant there.",
        "Ipsum Foods, Dolor Glass and Amet Steel will build a cold store each, at 15 million yuan each.",
    ],
)
def test_firms_that_each_do_the_same_have_a_project_each(resolve_text, text):
    """One amount stands for every one of them, and joins none."""
    record = resolve_text(LEAD + text + END).record

    assert [(list(p.investors), [a.as_written for a in p.amounts]) for p in record.projects] == [
        (["Ipsum Foods"], ["15 million yuan"]),
        (["Dolor Glass"], ["15 million yuan"]),
        (["Amet Steel"], ["15 million yuan"]),
    ]
    assert record.shares == []


@pytest.mark.parametrize("span", ["year", "month"])
def test_what_firms_do_each_year_is_one_project(resolve_text, span):
    """It says how often, not that each of them has its own."""
    text = f"Ipsum Foods and Dolor Glass will invest 15 million yuan to build a tram depot each {span}."

    record = resolve_text(LEAD + text + END).record

    assert [project.investors for project in record.projects] == [["Ipsum Foods", "Dolor Glass"]]
    assert record.shares == []


def test_the_former_and_the_latter_of_two_projects_cost_their_own(resolve_text):
    """Amounts behind both names go by which of the two they mean."""
    text = (
        "Ipsum Foods will build a noodle plant in Sit and Dolor Glass a float line in Elit, the"
        " latter for 35 million yuan and the former for 20 million yuan."
    )

    record = resolve_text(LEAD + text + END).record

    assert {p.name: [a.as_written for a in p.amounts] for p in record.projects} == {
        "noodle plant": ["20 million yuan"],
        "float line": ["35 million yuan"],
    }
