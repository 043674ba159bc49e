"""Names of counts that stand outside their window."""

import pytest

from extractor.models.rules.groups.naming import name_of_count, name_taken_up
from extractor.models.rules.groups.windows import Windows


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ⓒ of the projects, worth Ⓜ, or Ⓟ of it, were signed on stage.", "en", "signed on stage"),
        ("the other Ⓒ, at Ⓜ, are by companies from abroad.", "en", "companies from abroad"),
        ("Ⓒ projects worth Ⓜ are in new energy.", "en", "new energy"),
        ("Lorem, the granary, took Ⓒ, worth Ⓜ.", "en", "Lorem"),
        ("In textiles the count is higher, at Ⓒ.", "en", "textiles"),
        ("农文旅项目备受青睐，共有Ⓒ", "zh", "农文旅"),
    ],
)
def test_names_are_looked_for_around_the_window(text, language, name):
    """Predicates, subjects and topics name a count."""
    place = text.index("Ⓒ")

    span = name_of_count(text, place, Windows(text, language), language)

    assert span is not None
    assert text[span[0] : span[1]] == name


def test_a_whole_has_no_name():
    """A count that nothing names is one of the whole."""
    text = "A total of Ⓒ projects were signed."

    assert name_of_count(text, text.index("Ⓒ"), Windows(text, "en"), "en") is None


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        (
            "With Ⓒ projects and Ⓜ, they led.",
            "New materials remain the calling card.",
            "New materials",
        ),
        ("Ⓒ projects came its way.", "Lorem builds cars.", "Lorem"),
    ],
)
def test_pronouns_take_up_the_sentence_before(text, before, name):
    """They, or its way, mean the subject of the sentence before."""
    span = name_taken_up(text, text.index("Ⓒ"), before)

    assert span is not None
    assert before[span[0] : span[1]] == name


def test_without_a_pronoun_nothing_is_taken_up():
    """A count that names its own group takes up nothing."""
    assert name_taken_up("Ⓒ projects are in Lorem.", 0, "Lorem builds cars.") is None
