"""The head of a Chinese group's name."""

import pytest

from extractor.models.rules.chinese_heads import HEADS, NO_NAMES, head_of


@pytest.mark.parametrize(("text", "head"), HEADS, ids=[text for text, _ in HEADS])
def test_a_name_is_cut_to_its_head(text, head):
    """Particles and ranks before a noun, adverbs and verbs behind it are left out."""
    found = head_of(text)

    assert found is not None
    assert text[slice(*found)] == head


@pytest.mark.parametrize("text", NO_NAMES)
def test_times_and_other_doings_are_no_names(text):
    """Words of time, of offers and of other doings name no group."""
    assert head_of(text) is None


@pytest.mark.parametrize("text", ["10亿元以上", "现场签约", "世界500强", "第二批", "外资控股"])
def test_a_bare_name_stays(text):
    """A name without anything around it stays as it is."""
    assert head_of(text) == (0, len(text))
