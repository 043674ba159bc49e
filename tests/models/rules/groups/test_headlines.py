"""What a headline counts, sums up and names."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.headlines import Headline
from extractor.models.rules.news.background import Background

BODY = "\n9月2日，青山县共签约项目12个，总投资38.4亿元。"


@pytest.mark.parametrize(
    ("headline", "counts", "has_amount"),
    [
        pytest.param("青山县签约12个项目 揽金38亿元", True, True, id="both, one rounded"),
        pytest.param("青山县现场签约12个项目", False, False, id="a part of the event"),
        pytest.param("青山县签约9个项目 揽金80亿元", False, False, id="others"),
        pytest.param("青山县办招商会", False, False, id="none"),
    ],
)
def test_a_headline_has_the_figures_of_a_group(read, headline, counts, has_amount):
    """Sums may be rounded; a headline of what was signed on site counts no whole."""
    reading = read(headline + BODY)
    (group,) = read_groups(reading, Background(reading))

    found = Headline(reading)

    assert (found.counts(group), found.has_amount_of(group)) == (counts, has_amount)


def test_a_headline_names_a_region_in_short(read):
    """Without the word for what it is."""
    reading = read("青山签约12个项目\n9月2日的签约仪式上，青山县12个、白水县9个。")
    groups = read_groups(reading, Background(reading))

    assert [Headline(reading).names(group) for group in groups] == [True, False]


def test_a_headline_has_counts_as_they_are_and_sums_rounded(read):
    """What is neither, a percentage, is none of its figures."""
    reading = read(
        "Lorem signs 12 projects worth $38 million\n"
        "The fair brought 12 projects worth $38.4 million, 13 projects more and 38 percent of all."
    )
    headline = Headline(reading)

    body = reading.marks(reading.sentences[0].start, len(reading.text))

    assert [headline.has(mark) for _, mark in body] == [True, True, False, False]
