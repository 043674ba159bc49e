"""Names of groups: every wording reads its own examples."""

import pytest

from extractor.models.rules.groups.labels import find_label, is_rest
from extractor.models.rules.groups.labels_en import EN
from extractor.models.rules.groups.labels_zh import ZH

_EXAMPLES = [
    pytest.param(language, window, label, id=window)
    for language, wordings in (("en", EN), ("zh", ZH))
    for wording in wordings
    for window, label in wording.examples
]


@pytest.mark.parametrize(("language", "window", "label"), _EXAMPLES)
def test_wordings_read_their_examples(language, window, label):
    """A window gives the label that is written beside its wording."""
    span = find_label(window, language)

    assert span is not None
    assert window[span[0] : span[1]] == label


@pytest.mark.parametrize(
    ("language", "window"),
    [
        ("en", "A total of Ⓒ projects were signed"),
        ("en", "there are Ⓒ projects"),
        ("en", "the county signed Ⓒ projects"),
        ("en", "reporters learned that Ⓒ projects"),
        ("zh", "活动期间全市共签约项目Ⓒ"),
        ("zh", "本次大会共签约项目Ⓒ"),
        ("zh", "我县共签约项目Ⓒ"),
        ("zh", "集中开工项目Ⓒ"),
    ],
)
def test_wholes_have_no_label(language, window):
    """Words that count all of the event's projects name no group."""
    assert find_label(window, language) is None


def test_the_rest_is_recognised():
    """Labels that only say "the others" are known as such."""
    assert [is_rest(label) for label in ("其余", "remaining", "manufacturing")] == [
        True,
        True,
        False,
    ]
