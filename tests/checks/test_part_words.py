import pytest

from extractor.checks.part_words import check_parts_are_said, check_said_parts


def _shares(first, second, *, of, dimension="industry"):
    return [
        {"id": "s1", "label": first[0], "dimension": "industry", "count": first[1]},
        {"id": "s2", "label": second[0], "dimension": dimension, "count": second[1], "of": of},
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("steel has 12 projects, and tea has 5.", id="one sentence"),
        pytest.param("steel has 12 projects. Next comes tea with 5.", id="two sentences"),
        pytest.param("钢铁12个，茶叶5个。", id="Chinese"),
    ],
)
def test_a_part_without_words_is_a_finding(subject_of, text):
    """Two groups side by side are no parts of each other."""
    labels = ("钢铁", "茶叶") if "钢铁" in text else ("steel", "tea")
    groups = _shares((labels[0], "12"), (labels[1], "5"), of="s1")

    findings = list(check_parts_are_said(subject_of(text, shares=groups)))

    assert [(each.code, each.pointers) for each in findings] == [
        ("structure.unsaid_part", ("/shares/1",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("steel has 12 projects, 5 of them in tea.", id="of them"),
        pytest.param("steel has 12 projects. Of these, 5 are in tea.", id="next sentence"),
        pytest.param("steel has 12 projects. In steel, tea has 5.", id="label again"),
        pytest.param("steel钢铁12个，其中tea茶叶5个。", id="Chinese"),
        pytest.param("steel钢铁12个（tea茶叶5个）。", id="Chinese brackets"),
        pytest.param("steel钢铁12个。这些项目中，tea茶叶5个。", id="Chinese counted again"),
    ],
)
def test_a_part_with_words_stands(subject_of, text):
    """Words that make a group a part of the one before it are enough."""
    subject = subject_of(text, shares=_shares(("steel", "12"), ("tea", "5"), of="s1"))

    assert not list(check_parts_are_said(subject))


def test_size_classes_lie_within_each_other_without_words(subject_of):
    """A class above a higher threshold is a part of one above a lower, said or not."""
    shares = [
        {"id": "s1", "label": "large", "dimension": "size", "count": "12"},
        {"id": "s2", "label": "giant", "dimension": "size", "count": "5", "of": "s1"},
    ]

    assert not list(check_parts_are_said(subject_of("large are 12, giant are 5.", shares=shares)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("steel has 12 projects, among them 5 in tea.", id="among them"),
        pytest.param("steel has 12 projects, including 5 in tea.", id="including"),
        pytest.param("steel钢铁项目12个，其中tea茶叶5个。", id="Chinese"),
    ],
)
def test_a_part_that_is_not_entered_as_one_is_a_violation(subject_of, text):
    """A group that the text puts among the one before it has it as its whole."""
    found = list(
        check_said_parts(subject_of(text, shares=_shares(("steel", "12"), ("tea", "5"), of=None)))
    )
    mended = subject_of(text, shares=_shares(("steel", "12"), ("tea", "5"), of="s1"))

    assert [(each.code, each.items) for each in found] == [("structure.said_part", ("s2",))]
    assert not list(check_said_parts(mended))


def test_a_larger_group_is_not_put_among_a_smaller_one(subject_of):
    """Words for a part may lead back to the whole event."""
    text = "tea has 5 projects, and among them in all steel has 12."

    assert not list(
        check_said_parts(subject_of(text, shares=_shares(("tea", "5"), ("steel", "12"), of=None)))
    )
