"""Names of gatherings."""

import pytest

from extractor.models.rules.names import described_names, gathering_names, short_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月18日，第十二届泽江茶商大会在甲市举办。", "第十二届泽江茶商大会"),
        ("2023年甲市乙区春季招商推介会在广州举行", "2023年甲市乙区春季招商推介会"),
        ("市政府昨日舉行「2019甲市（香港）合作推介會」", "2019甲市（香港）合作推介會"),
        (
            "in the 2022 Lorem-Ipsum Trade Cooperation Week today",
            "2022 Lorem-Ipsum Trade Cooperation Week",
        ),
        (
            "at the Third Lorem Advanced Materials Conference on Friday",
            "Third Lorem Advanced Materials Conference",
        ),
        (
            "the Lorem Conference on Manufacturing and Trade was",
            "Lorem Conference on Manufacturing and Trade",
        ),
        ("at the 'Invest Lorem 2023' regional conclave held", "Invest Lorem 2023"),
    ],
)
def test_names_are_found(read, text, name):
    """The fullest name stands among those found."""
    reading = read(text)

    found = [
        reading.quote(one.start, one.end) for one in gathering_names(reading, 0, len(reading.text))
    ]

    assert name in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Linhe held the centralized signing ceremony for key projects on Monday.",
            "centralized signing ceremony",
        ),
        ("甲县与深圳企业集中签约项目11个。", "集中签约"),
    ],
)
def test_descriptions_stand_for_names(read, text, name):
    """A gathering without a name is called by the words that describe it."""
    reading = read(text)

    found = [
        reading.quote(one.start, one.end) for one in described_names(reading, 0, len(reading.text))
    ]

    assert any(name in one for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("产业合作洽谈会（以下简称“合洽会”）开幕", "合洽会"),
        ("Cooperation Week (referred to as “Lorem Week”), was held", "Lorem Week"),
        ("the Lorem Conference, or BCAM, was held", "BCAM"),
    ],
)
def test_short_forms_are_found(read, text, name):
    """What the text introduces as a short form is one."""
    reading = read(text)

    assert [reading.quote(*span) for span in short_names(reading)] == [name]
