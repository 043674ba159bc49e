"""What is said of an event beside its figures."""

import time

import pytest


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("4月16日，甲市集中开工活动举行，集中开工项目126个，总投资738亿元。", "started"),
        ("甲市招商大会11月8日将举行，大会期间拟签约项目35个，预计总投资290亿元。", "planned"),
        ("甲市招商大会5月8日举行，共签约项目35个，总投资290亿元。", "signed"),
        (
            "Forty projects worth 27 billion yuan are to be signed when the Fifth Lorem Bay Business Week opens.",
            "planned",
        ),
        (
            "At the commencement ceremony a total of 57 projects were started, with a total investment of 31 billion yuan.",
            "started",
        ),
    ],
)
def test_the_stage_is_that_of_the_total(resolve_text, text, stage):
    """What was, or will be, done with the projects is the event's stage."""
    event = resolve_text(text).record.event

    assert event is not None
    assert event.stage == stage


def test_names_dates_and_places_are_quoted(resolve_text):
    """Name, alias, days, city and fields are the article's own."""
    event = resolve_text(
        "甲市招商大会签约35个项目\n"
        "5月18日至20日，第十二届甲市招商大会（以下简称“甲招会”）在广州举行，共签约项目35个，总投资290亿元，涵盖新材料、智能制造、生物医药等领域。"
    ).record.event

    assert event is not None
    assert (event.name, event.aliases) == (
        "第十二届甲市招商大会",
        ["甲招会", "甲市招商大会"],
    )
    assert (event.start_date, event.end_date) == ("XXXX-05-18", "XXXX-05-20")
    assert event.place == "广州"
    assert event.industries == ["新材料", "智能制造", "生物医药"]


def test_silence_stays_empty(resolve_text):
    """What the text does not say is not guessed."""
    event = resolve_text(
        "At the signing ceremony 12 projects worth 58 billion yuan were signed."
    ).record.event

    assert event is not None
    assert (event.start_date, event.end_date, event.place, event.activity) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "place", "aliases"),
    [
        pytest.param(
            "The Third Lorem International Investment Conference, LIIC for short, brought 900"
            " guests to Dolor. It signed 12 projects worth $5 billion.",
            "Dolor",
            ["LIIC"],
            id="for short",
        ),
        pytest.param(
            "The Invest Lorem Global Summit 2025 opened in Dolor and signed 12 projects worth"
            " $5 billion. ILGS will be back in 2027.",
            "Dolor",
            ["ILGS"],
            id="initials never introduced",
        ),
        pytest.param(
            "12 projects worth $5 billion will be signed when the Lorem Investment Forum opens in"
            " Dolor Sit.",
            "Dolor Sit",
            [],
            id="when it opens",
        ),
        pytest.param(
            "Lorem signs 12 deals\n\nPORT DOLOR, Lorem — Before a crowd at the Lakefront Pavilion, the"
            " Lorem Investment Forum signed 12 projects worth $5 billion.",
            "Lakefront Pavilion",
            [],
            id="a hall",
        ),
        pytest.param(
            "Lorem signs 12 deals\n\nPORT DOLOR, Lorem — The Lorem Investment Forum signed 12"
            " projects worth $5 billion.",
            None,
            [],
            id="the dateline is no place",
        ),
    ],
)
def test_english_places_and_short_names_are_read(resolve_text, text, place, aliases):
    """Where guests were brought to, where a gathering opens, its hall; never the dateline."""
    event = resolve_text(text).record.event

    assert event is not None
    assert (event.place, event.aliases) == (place, aliases)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "At the third Ground Breaking Ceremony in Amet, 31 projects for which MoUs were signed last year got going, with Rs 900 crore of investment.",
            "started",
        ),
        (
            "The concentrated production ceremony of industrial projects was held in Amet on May 9. Nine plants with a total investment of 5 billion yuan went into production.",
            "operating",
        ),
        (
            "Amet made a good start at the Lorem Fair on May 9: 31 projects with 9 billion yuan were signed.",
            "signed",
        ),
        (
            "The joint commencement ceremony of major projects was held in Amet on May 9; 31 projects with 9 billion yuan.",
            "started",
        ),
        (
            "Amet will sign 31 projects worth 9 billion yuan at the Amet Investment Conference on May 9, the bureau said.",
            "planned",
        ),
        (
            "Nine factories worth $500 million were inaugurated at the Amet industrial park at a ceremony on May 9.",
            "operating",
        ),
        ("5月9日，甲市重大项目集中开工活动举行，31个项目总投资90亿元。", "started"),
        ("5月9日，甲市工业项目集中投产仪式举行，9个项目正式投产，总投资50亿元。", "operating"),
        (
            "5月9日，甲市工业项目竣工投产仪式举行，9个项目切换到生产模式，总投资50亿元。仪式上，另有6个项目集中开工。",
            "operating",
        ),
        ("5月9日，甲市招商项目签约暨开工仪式举行，签约项目31个，总投资90亿元。", "signed"),
        ("甲市招商大会将于5月9日举行，届时拟签约项目31个，总投资90亿元。", "planned"),
    ],
)
def test_a_ceremony_named_for_an_act_is_of_that_stage(resolve_text, text, stage):
    """The name of a start tells the stage, unless it names a signing too; "a good start" does not."""
    event = resolve_text(f"Lorem\n\n{text}").record.event

    assert event is not None
    assert event.stage == stage


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        (
            "The deals, ranging from chips and vaccines to ships, were struck on Friday.",
            ["chips", "vaccines", "ships"],
        ),
        (
            "The contracts are worth 9 billion yuan, involving clean energy, wine, tourism and so on.",
            ["clean energy", "wine", "tourism"],
        ),
        (
            "There were 11 activities such as the signing ceremony, the food forum and the night.",
            [],
        ),
    ],
    ids=["ranging from", "and so on", "activities are none"],
)
def test_english_fields_of_all_projects_are_listed(resolve_text, text, industries):
    """The fields that the text lists for all projects are the event's."""
    lead = (
        "Lorem forum closes with 22 deals\n"
        "The Lorem Forum in Ipsum closed on June 11 with 22 deals signed.\n"
    )

    assert resolve_text(lead + text).record.event.industries == industries


@pytest.mark.parametrize(
    "text",
    [
        "The Lorem Expo opens on May 14, with 19 companies due to sign for 19 projects worth $5 billion.",
        "Up to now, 57 projects worth $3 billion have been connected for signing at the Lorem Expo.",
    ],
    ids=["due to sign", "connected for signing"],
)
def test_what_is_yet_to_be_signed_is_planned(resolve_text, text):
    """What firms are due to sign is not signed."""
    assert resolve_text(f"Lorem Expo draws near\n{text}").record.event.stage == "planned"


def test_a_range_of_many_fields_is_read_in_no_time(resolve_text):
    """However many words "and" joins, they are divided in one way only."""
    fields = " and ".join(["oil"] * 40)
    text = f"At the fair 12 projects worth $5 billion were signed, ranging from {fields} of"

    begun = time.process_time()
    event = resolve_text(text).record.event

    assert event is not None
    assert event.industries == []
    assert time.process_time() - begun < 5


def test_a_range_of_fields_is_read(resolve_text):
    """Every field of a range is one, be it joined by a comma, by "and" or by "to"."""
    event = resolve_text(
        "At the fair 12 projects worth $5 billion were signed, ranging from oil and gas to tourism."
    ).record.event

    assert event is not None
    assert event.industries == ["oil", "gas", "tourism"]
