"""Groups and what they are parts of."""

import itertools
from collections.abc import Callable

import pytest

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import Reading


@pytest.fixture
def family(read: Callable[[str], Reading]) -> list[Group]:
    """Give three groups of one sentence."""
    reading = read("大会共签约项目12个。")
    sentence = reading.sentences[0]
    return [Group(label, label, "", 0, sentence) for label in ("甲", "乙", "丙")]


def test_no_group_is_a_part_of_itself(family: list[Group]) -> None:
    """Whoever is found to be within whom, following the parents comes to an end."""
    first, second, third = family
    first.parent = second
    second.parent = third

    third.parent = first
    second.parent = second

    assert third.parent is None
    assert second.parent is third
    assert first.is_within(third)
    assert not third.is_within(first)


def test_a_group_may_change_what_it_is_a_part_of(family: list[Group]) -> None:
    """Any order of assignments leaves a forest."""
    for part, whole in itertools.permutations(family, 2):
        part.parent = None
        part.parent = whole

    assert not any(group.parent and group.parent.is_within(group) for group in family)


def test_a_group_named_anew_has_the_topic_of_its_new_name(read: Callable[[str], Reading]) -> None:
    """The topic is that of the name, however often it was asked for before."""
    reading = read("大会共签约农业项目12个。")
    group = Group("农业项目", "农业项目", "", 0, reading.sentences[0])
    assert group.topic == "农业"
    start = reading.text.index("大会")

    group.name(reading, start, start + len("大会"))

    assert group.topic == "大会"
